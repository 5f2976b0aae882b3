"""Lines at a page's beginning and end, as its tree has them.

What a browser starts on a line of its own is a line: a paragraph, a list's item, what stands
between two <br>. Sites wrap their chrome in anything, so whether a line is the article's own
is asked of the line, not of an element. Lines come one at a time, from either end: who asks
for the last ten of ten thousand pays for ten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from reader.article.links.embeds import is_card
from reader.article.name_sets import names

_BREAKS: Final = names(
    "address article aside blockquote br caption center dd details dialog dir div dl dt fieldset "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p section summary "
    "table tbody td tfoot th thead tr ul"
)
_ALONE: Final = names("figure pre textarea select")  # what is in them is not looked at
_MEDIA: Final = _ALONE | names("img picture video audio iframe svg")
_HEADINGS: Final = names("h1 h2 h3 h4 h5 h6")
INVISIBLE: Final = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")


# What a leaf is in; or it is no text; or it is a line of its own.
_LINK, _STRONG, _HEADING, _TABLE, _SELF, _WHOLE = 1, 2, 4, 8, 16, 32


@dataclass(slots=True, eq=False)
class Line:
    """What stands on one line: `leaves` are its texts and pictures, in the tree's order."""

    heading: bool = False
    in_table: bool = False
    letters: int = 0
    linked: int = 0  # how many of the letters are links
    bold: int = 0  # how many of them are bold, or a heading's
    media: int = 0  # how many of the leaves are no text: pictures, players, code
    opaque: bool = False  # a figure, preformatted, or long: its text is not looked at
    leaves: list[LexborNode] = field(default_factory=list[LexborNode])
    is_gone: bool = False
    _written: list[str] = field(default_factory=list[str])
    _text: str | None = None

    @property
    def text(self) -> str:
        """Return the line's text, its spaces run together."""
        if self._text is None:
            written = "".join(self._written)
            if not written.isascii():
                written = _INVISIBLE.sub("", written)
            self._text = " ".join(written.split())
        return self._text

    @property
    def shows(self) -> bool:
        """Return whether there is anything on the line."""
        return self.letters > 0 or self.media > 0 or self.opaque

    @property
    def is_linked(self) -> bool:
        """Return whether the line is links, give or take a bullet."""
        return self.letters > 0 and 10 * self.linked >= 9 * self.letters

    @property
    def stands_out(self) -> bool:
        """Return whether the line is bold, or a link."""
        return self.is_linked or (self.letters > 0 and 10 * self.bold >= 9 * self.letters)

    def add(self, leaf: LexborNode, kind: int, text: str) -> None:
        """Put a leaf on the line, with what it is in, or is, and what it says."""
        if kind & (_SELF | _WHOLE):
            self.leaves.append(leaf)
            self._written.append("")
            self.opaque = bool(kind & _WHOLE)
            self.letters = len(text) or self.letters
            self.media += not text
            return
        letters = len(text.strip())
        self.leaves.append(leaf)
        self._written.append(text)
        self.letters += letters
        if letters and kind:
            self.linked += letters if kind & _LINK else 0
            self.bold += letters if kind & _STRONG else 0
            self.heading = self.heading or bool(kind & _HEADING)
            self.in_table = self.in_table or bool(kind & _TABLE)

    def settled(self, from_end: bool) -> "Line":
        """Return the line in the tree's order, though it may have been read from its end."""
        if from_end:
            self.leaves.reverse()
            self._written.reverse()
        return self

    def drop(self) -> None:
        """Take the line out of its tree, and what held nothing else."""
        for leaf in self.leaves:
            outer = leaf.parent
            leaf.decompose(recursive=False)
            while outer is not None and outer.first_child is None and outer.tag != "body":
                empty, outer = outer, outer.parent
                empty.decompose(recursive=False)
        self.is_gone = True


LONGEST: Final = 300  # characters of a line whose text is looked at
_LONG: Final = 80  # letters of a line that is the article's own, most likely
_FIRST, _LAST = 2, 3  # so many of them are looked at, with what is between and beyond
_MOST_LINES: Final = 60  # at an end, however short they are


def first_lines(body: LexborNode) -> list[Line]:
    """Return the lines at the beginning of `body`: a few long ones and what is around them."""
    return list(_few(lines(body), _FIRST))


def last_lines(body: LexborNode) -> list[Line]:
    """Return the lines at the end of `body`, in the tree's order."""
    return list(_few(lines(body, from_end=True), _LAST))[::-1]


def _few(found: Iterator[Line], most: int) -> Iterator[Line]:
    long = 0
    for count, line in enumerate(found):
        yield line
        long += line.letters - line.linked > _LONG
        if long == most or count == _MOST_LINES:
            return


_PARTING: Final = "br, img, picture, video, audio, iframe"
_PARTING_TAG: Final = re.compile(r"<(?:br|img|picture|video|audio|iframe)\b")
_MEANS: Final = (
    {"a": _LINK, "table": _TABLE}
    | dict.fromkeys(("b", "strong"), _STRONG)
    | dict.fromkeys(_HEADINGS, _HEADING | _STRONG)
)


def lines(top: LexborNode, from_end: bool = False) -> Iterator[Line]:
    """Yield the lines within `top` that show something, from its beginning or its end."""
    line = Line()
    for leaf, kind, text in _leaves(top, from_end):
        if leaf is not None:
            line.add(leaf, kind, text)
        elif line.leaves:
            if line.shows:
                yield line.settled(from_end)
            line = Line()
    if line.shows:
        yield line.settled(from_end)


_END: Final = (None, 0, "")


def _leaves(top: LexborNode, from_end: bool) -> Iterator[tuple[LexborNode | None, int, str]]:
    """Yield texts and media, with what the elements around each mean, and what it says.

    Where there is none, a line ends.
    """
    node = top.last_child if from_end else top.first_child
    waiting: list[tuple[LexborNode | None, int, bool]] = []
    kind = 0
    begun = False  # a line, and it is yet to end
    while node is not None or waiting:
        if node is None:
            node, kind, ends = waiting.pop()
            if ends and begun:
                yield _END
                begun = False
            continue
        tag = node.tag or ""
        following = node.prev if from_end else node.next
        if tag == "-text":
            text = node.text_content or ""
            if begun or (text and not text.isspace()):
                yield node, kind, text
                begun = True
        elif (whole := _whole(node, tag)) is not None:
            yield _END
            yield node, _WHOLE, whole
            yield _END
            begun = False
        elif tag in _MEDIA:
            yield node, _SELF, ""
            begun = True
        elif tag[:1] not in "-!":
            ends = tag in _BREAKS
            if ends and begun:
                yield _END
                begun = False
            waiting.append((following, kind, ends))
            kind |= _MEANS.get(tag, 0)
            following = node.last_child if from_end else node.first_child
        node = following


def _whole(node: LexborNode, tag: str) -> str | None:
    """Return the text of an element that is a line of its own, "" if it is no text, else None.

    Such is a paragraph that is one line, longer than any whose text is looked at.
    """
    if tag != "p":
        return "" if tag in _ALONE else None
    if is_card(node):
        return ""
    text = node.text()
    if len(text) <= LONGEST:
        return None
    first = node.first_child
    if first is not None and first.tag == "-text" and first.next is None:
        return text  # nothing parts it
    parted = _PARTING_TAG.search(node.html or "") and node.css_first(_PARTING) is not None
    return None if parted else text
