"""How deep tags nest, before a parser spends quadratic time to find out.

What is counted here follows the HTML standard's tree construction (13.2.6) where it makes
nesting deeper, and errs to more: an end tag that a parser may ignore closes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reader.article.name_sets import names
from reader.article.survey import tags_are_plain

MAX_DEPTH = 256
MAX_REOPENED = 1_000_000  # elements that unclosed formatting could make the parser add


_VOID = names("area base br col embed hr img input keygen link meta param source track wbr")
# Closed by the next of their kind, so that they nest only through others. All but those of
# ruby and forms keep an end tag from closing what is not a block (13.2.6.4.7).
_BARRIERS = names("p li dt dd tr td th thead tbody tfoot")
_UNCOUNTED = _VOID | _BARRIERS | names("option rt rp rb")
# With what is not counted and stands between one of these and the next.
_LEVELS = {"table": 4, "ul": 2, "ol": 2, "dl": 2, "menu": 2, "ruby": 2}
# 13.2.4.3, "the list of active formatting elements".
_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
# 13.2.4.2, "special", those not named above.
_BLOCKS = names(
    "address applet article aside blockquote body button caption center details dir div dl "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html iframe "
    "listing main marquee menu nav noembed noframes noscript object ol plaintext pre search "
    "section select style summary table template textarea title ul xmp"
)
_RAW = names("script style textarea title xmp iframe noembed noframes noscript plaintext")
_FOREIGN = names("svg math select frameset")  # in which those may hold elements
# What ends a drawing, or begins HTML within it (13.2.6.5).
_HTML = _UNCOUNTED | _FORMATTING | _BLOCKS | names("span ruby sub sup var foreignobject desc head")
_SCOPES = names("applet caption html marquee object table template select svg math")
# One attribute as the tokenizer reads it (13.2.5.32 and following).
ATTRIBUTE = (
    r"[\s/]*+=?[^\s/>=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
# A comment, what is taken for one, or a whole tag.
_TOKEN = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)|<[!?][^>]*+|</[^a-zA-Z][^>]*+"
    rf"|<(/?)([a-zA-Z][^\s/>]*+)(?:{ATTRIBUTE})*+(\s*+/>)?+"
)
_OPENED = re.compile(r"<([a-zA-Z][^ \t\n\r\f/>]*+)")
_START_OR_END = re.compile(r"</?[a-zA-Z][^ \t\n\r\f/>]*+")
_VOIDS = re.compile(rf"</?(?:{'|'.join(sorted(_VOID))})(?=[</]|\Z)")
_PAIR = re.compile(r"<([^</]++)</\1(?=<|\Z)")  # of names as `_START_OR_END` finds them
_PASSES, _FEW = 12, 120  # enough, and few enough to be asked about
_END = re.compile(r"</[a-zA-Z][^<>\"']*+>")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_ADOPTED = 8  # blocks that a parser moves out of a formatting element, at most
_SEARCHED = 2_000_000  # elements looked through for those that end tags close


def _is_ordinary(name: str) -> bool:
    return name not in _BLOCKS and name not in _FORMATTING


def nesting(markup: str, elements: Mapping[str, int]) -> str | None:
    """Return what is wrong with how `elements`, opened in `markup`, may nest, in plain words."""
    tags = 2 * sum(elements.values())
    if not _may_be_deep(elements, tags):
        return None
    if _is_plain(markup, elements) and not _may_be_deep(_unpaired(markup), tags):
        return None
    return _followed(markup, elements)


def _is_plain(markup: str, elements: Mapping[str, int]) -> bool:
    """Return whether every tag that can be seen is one: none in a comment, or in a value."""
    return (
        tags_are_plain(markup)
        and markup.count("</") == len(_END.findall(markup))
        and markup.count("<!") == len(_COMMENT.findall(markup))
        and "<?" not in markup
        and "plaintext" not in elements
    )


def _unpaired(markup: str) -> Counter[str]:
    """Return which elements are left once those that hold no other are taken away, repeatedly.

    What was taken away adds no more depth than the passes it took, a few levels each.
    """
    names = _VOIDS.sub("", "".join(_START_OR_END.findall(markup)))
    passes = 0
    while passes < _PASSES and names.count("<") > _FEW and names != (names := _PAIR.sub("", names)):
        passes += 1
    left = Counter(part.lower() for part in names.split("<") if part and part[0] != "/")
    left["div"] += passes * max(_LEVELS.values())
    return left


def _may_be_deep(elements: Mapping[str, int], tags: int) -> bool:
    depth = formatting = 0
    for name, count in elements.items():
        if name not in _UNCOUNTED:
            depth += count * _LEVELS.get(name, 1)
        if name in _FORMATTING:
            formatting += count
    return depth > MAX_DEPTH or formatting * tags > MAX_REOPENED


def _followed(markup: str, elements: Mapping[str, int]) -> str | None:
    """Follow the tags as a parser would."""
    open_elements = _OpenElements()
    most_formatting = tags = 0
    for closing, name in _tags(markup, elements):
        tags += 1
        if closing:
            open_elements.close(name)
        else:
            open_elements.open(name)
            most_formatting = max(most_formatting, open_elements.formatting)
        if open_elements.depth > MAX_DEPTH or open_elements.searched > _SEARCHED:
            return f"tags are nested more than {MAX_DEPTH} deep"
    if most_formatting * tags > MAX_REOPENED:
        return "too many formatting tags are left open"
    return None


def _tags(markup: str, elements: Mapping[str, int]) -> Iterator[tuple[bool, str]]:
    """Yield each tag: whether it closes, and its name.

    Of what may be mere text, as in <textarea>, start tags count and end tags do not.
    """
    surely_raw = () if elements.keys() & _FOREIGN else ("script", "style")
    raw = ""
    in_drawing = False  # where <path/> is closed, as nothing is in HTML
    for token in _TOKEN.finditer(markup):
        if not token[2]:
            inner = token[0] if raw or token[0].startswith("<![") else ""
            yield from ((False, name.lower()) for name in _OPENED.findall(inner))
            continue
        closing, name = bool(token[1]), token[2].lower()
        if raw:
            if closing and name == raw:
                raw = ""
                yield True, name
            elif not closing and raw not in surely_raw:
                yield False, name
        elif token[3] and in_drawing and name not in _HTML:
            continue
        else:
            in_drawing = name not in _HTML and (in_drawing if name != "svg" else not closing)
            raw = name if name in _RAW and not closing else ""
            yield closing, name


class _OpenElements:
    """The standard's stack of open elements, as far as depth needs it."""

    def __init__(self) -> None:
        self.depth = 0
        self.formatting = 0
        self.searched = 0
        self._stack: list[str] = []
        self._barriers: list[set[str]] = [set()]  # what is open directly in each of the stack

    def open(self, name: str) -> None:
        if name in _BARRIERS:
            self._barriers[-1].add(name)
        elif name not in _UNCOUNTED:
            if name in _BLOCKS:
                self._barriers[-1].discard("p")
            self._stack.append(name)
            self._barriers.append(set())
            self.depth += _LEVELS.get(name, 1)
            self.formatting += name in _FORMATTING

    def close(self, name: str) -> None:
        if name in _BARRIERS:
            self._barriers[-1].discard(name)
        elif self._stack and self._stack[-1] == name:
            if name in _BLOCKS or name in _FORMATTING or not self._barriers[-1]:
                self._pop(len(self._stack) - 1)
        elif name not in _UNCOUNTED and not (self._barriers[-1] and _is_ordinary(name)):
            self._close_within(name)

    def _close_within(self, name: str) -> None:
        """Close an element that is not the innermost, if the parser surely does."""
        ordinary = _is_ordinary(name)
        stops = _BLOCKS if ordinary else _SCOPES
        for at in range(len(self._stack) - 1, -1, -1):
            self.searched += 1
            if self._stack[at] == name:
                if name not in _FORMATTING:
                    self._pop(at)
                elif len(self._stack) - at <= _ADOPTED:
                    self._take_out(at)
                return
            if self._stack[at] in stops or (ordinary and self._barriers[at]):
                return

    def _take_out(self, at: int) -> None:
        """Close one element only: those within it stay open (13.2.6.4.7, "adoption agency")."""
        self.depth -= 1
        self.formatting -= 1
        del self._stack[at]
        self._barriers[at] |= self._barriers.pop(at + 1)

    def _pop(self, at: int) -> None:
        for name in self._stack[at:]:
            self.depth -= _LEVELS.get(name, 1)
            self.formatting -= name in _FORMATTING
        del self._stack[at:]
        del self._barriers[at + 1 :]
