"""What a class or an id calls an element, however it is spelled.

Themes, plugins and CSS modules write the same words in many ways: `related-posts`,
`c-relatedPosts__list`, `styles_related_posts__3xZ`. A rule names the words; an element goes
if they stand in a row in one of its names, and if it looks like what they say: mostly links,
or little text of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.captions.words import named_by
from reader.article.cleaning.guard import bounded, letters, linked
from reader.article.cleaning.rules import Table, cleanup_rules, tables_of

# `relatedPosts2` is related, posts; `HTMLBlock` is html, block.
_RUN: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_a-zA-Z]+")
_HASH: Final = re.compile(r"\d.*[^\W\d]")  # `2ad0`, `x1ad`: a number before a letter
# What may be chrome: not a word within a line, not what an article's figures and code are in.
_CONTAINERS: Final = frozenset(
    re.findall(
        r"\w+",
        "div section aside ul ol dl nav footer header form p a h2 h3 h4 h5 h6 table center "
        "details fieldset address article li span small hr",
    )
)
# A heading's or a link's id says where it stands, not what it is.
_CALLED_BY_ID: Final = frozenset(("div", "section", "aside", "nav", "ul", "ol", "form", "table"))
_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|\Z)", re.IGNORECASE)
_INLINE: Final = frozenset(("a", "span", "small", "li"))
_OWN: Final = frozenset(("figure", "figcaption", "pre", "code", "td", "th", "blockquote", "dd"))
_MEDIA: Final = "img, video, audio, iframe"
_LINKED_MEDIA: Final = "a img, a video, a audio, a iframe"
_SHORTEST: Final = 3  # letters of a word written together with others, but for the first
_ALONE: Final = re.compile(r"[.#][\w-]+")
_MOST_NAMES: Final = 200  # of one page: each is one more question about every element
_MOST: Final = 2_000  # elements of one page: each is looked at with all that is around it
_LABEL: Final = 12  # letters before a link or two: “Tags:”
_PLAIN: Final = re.compile(r"[a-zA-Z][\w-]*", re.ASCII)
_NOT_SO: Final = frozenset(("no", "not", "has", "with", "without", "is", "hide", "non"))
_KNOWN: Final = 65_536  # names at most that are remembered
_LONGEST_NAME: Final = 80  # characters; longer ones are hashes and utility classes run together


@dataclass(frozen=True, slots=True, eq=False)
class NameRule:
    """Elements called by one of `named`, words in a row, are dropped."""

    named: tuple[tuple[str, ...], ...]
    longest: int  # letters beside links that such an element may have
    mostly_links: bool  # at least half of its text is links, or there is none
    pictures: bool  # goes even if it shows pictures that lead nowhere
    reason: str
    examples: tuple[str, ...]
    keeps: tuple[str, ...]


@cache
def name_rules() -> tuple[NameRule, ...]:
    """Return the rules that ship with the program."""
    return tuple(map(_rule, tables_of("names")))


def doomed_by_name(tree: LexborHTMLParser, names: frozenset[str]) -> list[LexborNode]:
    """Return the elements of `tree` that go by what they are called.

    `names` are the classes and ids that the page uses.
    """
    asked: list[str] = []
    for name in names - _idle():
        if selector := _selector_for(name):
            asked.append(selector)
        elif len(_idle()) < _KNOWN:
            _idle().add(name)
    if not asked:
        return []
    selector = ", ".join(asked[:_MOST_NAMES])
    called = bounded(tree.css(selector)[:_MOST])
    return [node for node, text in called if _is_chrome(node, letters(text))]


def _is_chrome(node: LexborNode, size: int) -> bool:
    """Return whether an element with `size` letters of text goes by what it is called."""
    named = node.attributes.get("class") or ""
    if node.tag in _CALLED_BY_ID and not _is_part(node):
        named += f" {node.attributes.get('id') or ''}"
    if node.tag == "a" and _PICTURE_FILE.search(node.attributes.get("href") or ""):
        return False  # opens the picture in a window of its own: `image-popup`
    rules = {
        rule
        for name in named.split()
        if not named_by(name).caption  # `image__metadata`
        for rule in _rules_for(name)
    }
    return any(_is_such(node, size, rule) for rule in rules)


@cache
def _idle() -> set[str]:
    """Return names that no rule knows; a site's names are the same on each of its pages."""
    return set()


@lru_cache(maxsize=65536)
def _selector_for(name: str) -> str:
    """Return the selector of what is called `name`, or "" where no rule knows that name.

    Nor where a rule of selectors has it: what that left is to stay.
    """
    if name in _decided() or not _rules_for(name):
        return ""
    if _PLAIN.fullmatch(name):
        return f".{name}, #{name}"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'[class~="{quoted}"], [id="{quoted}"]'


@cache
def _decided() -> frozenset[str]:
    """Return the classes and ids that a selector names alone."""
    selectors = {selector for rule in cleanup_rules().rules for selector in rule.selectors}
    return frozenset(selector[1:] for selector in selectors if _ALONE.fullmatch(selector))


@lru_cache(maxsize=65536)
def _rules_for(name: str) -> tuple[NameRule, ...]:
    if len(name) > _LONGEST_NAME:
        return ()
    words = tuple(word for run in _RUN.findall(name) for word in _words(run))
    rows = {
        words[start:end]
        for start in range(len(words))
        if start == 0 or words[start - 1] not in _NOT_SO
        for end in range(start + 1, start + 4)
    }
    if rows.isdisjoint(_all_named()):
        return ()
    return tuple(rule for rule in name_rules() if not rows.isdisjoint(rule.named))


@cache
def _all_named() -> frozenset[tuple[str, ...]]:
    """Return the words of all rules: most names are in none."""
    return frozenset(words for rule in name_rules() for words in rule.named)


def _words(run: str) -> Sequence[str]:
    """Return the words of letters and digits in a row; none of a hash."""
    words: list[str] = _WORD.findall(run)
    if _HASH.search(run) or any(len(word) < _SHORTEST for word in words[1:]):
        return ("",)
    return [word.lower() for word in words]


def _is_such(node: LexborNode, size: int, rule: NameRule) -> bool:
    tag = node.tag or ""
    if tag not in _CONTAINERS or _is_own(node):
        return False
    in_links = linked(node) if size else 0
    others = size - in_links
    if others > rule.longest:
        return False
    if rule.mostly_links and 2 * in_links < size and (not in_links or others > _LABEL):
        return False
    if tag in _INLINE and size and tag != "a" and _stands_in_a_line(node):
        return False
    return rule.pictures or not _shows_pictures(node)


def _is_part(node: LexborNode) -> bool:
    """Return whether an element's id was made of its heading, as site generators do.

    “Comments” and “Related work” are parts of documents, too; comments and lists of articles
    hold forms, lists, or something called so.
    """
    heading = node.css_first("h1, h2, h3, h4, h5, h6")
    name = (node.attributes.get("id") or "").casefold()
    if heading is None or _slug(heading.text()) != _slug(name):
        return False
    return node.css_first("form, ol, ul, [class*=comment], [class*=reply]") is None


def _slug(text: str) -> str:
    return "".join(_RUN.findall(text.casefold()))


def _is_own(node: LexborNode) -> bool:
    outer = node.parent
    while outer is not None and outer.tag != "body":
        if outer.tag in _OWN:
            return True
        outer = outer.parent
    return False


def _stands_in_a_line(node: LexborNode) -> bool:
    """Return whether text stands right beside the element, so that it is part of a sentence."""
    return any(
        beside is not None and beside.tag == "-text" and bool((beside.text_content or "").strip())
        for beside in (node.prev, node.next)
    )


def _shows_pictures(node: LexborNode) -> bool:
    """Return whether the element holds a picture or a player that is not within a link."""
    return len(node.css(_MEDIA)) > len(node.css(_LINKED_MEDIA))


def _rule(table: Table) -> NameRule:
    def texts(key: str) -> Sequence[str]:
        return cast("Sequence[str]", table.get(key, []))

    return NameRule(
        named=tuple(tuple(words.split()) for words in texts("named")),
        longest=cast("int", table["longest"]),
        mostly_links=bool(table.get("mostly_links", False)),
        pictures=bool(table.get("pictures", False)),
        reason=str(table["reason"]),
        examples=tuple(texts("examples")),
        keeps=tuple(texts("keeps")),
    )
