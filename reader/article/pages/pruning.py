"""A whole page cut down to its article.

The library's judgement is about text, and harsh: it drops links in mid-sentence for their
class, captions for being short, headings for a word in their id. What it drops *within* the
article and a reader would miss is put back here. Everything else goes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from reader.article.cleaning.guard import letters, linked, prose
from reader.article.trees import names

_INLINE = names(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var"
)
_TEXT_BEARING = _INLINE | names("p li td th dt dd blockquote figcaption caption h1 h2 h3 h4 h5 h6")
_ALWAYS = names(
    "br wbr hr pre blockquote math img picture source video audio track figcaption caption "
    "colgroup col thead tbody tfoot tr td th li dt dd"
)
_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_LISTS = names("ul ol dl")
_PICTURES = "img, picture, video"
_FURNITURE = "nav, footer, aside, form, dialog, [role=navigation], [role=contentinfo]"
_ASIDES = names("nav aside footer form")
_LONGEST_CAPTION = 300  # letters
_SHORTEST = 25  # letters of a section between others
_PARAGRAPH = 140  # letters of one before or after them
_ICON = 100  # pixels at most, on either side
_LEAST_SHARE = 5  # the article is at least a fifth of the page, or long
_LONG = 500  # letters
# Headings over lists of other articles.
_OTHERS = re.compile(
    r"\s*(?:related|recommend|more\b|most |popular|trending|latest|you (?:may|might)|read next|"
    r"also on|share|follow|tags?\b|comments?\b|相关|相關|推荐|推薦|热门|熱門|最新|更多|猜你|関連|"
    r"おすすめ|人気|관련|추천|인기)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page whose elements bear numbers in their order."""

    body: LexborNode
    elements: list[LexborNode]
    number: str  # the name of the attribute

    def is_found(self, kept: frozenset[str]) -> bool:
        """Return whether what the library keeps may well be the page's article."""
        found = sum(_text(node) for node in self._outermost(kept))
        if found >= _LONG:
            return True
        measure = prose if found >= _PARAGRAPH else _text  # little text: links count, too
        rest = measure(self.body) - sum(map(measure, self.body.css(_FURNITURE)))
        return found > 0 and found * _LEAST_SHARE >= rest

    def _outermost(self, kept: frozenset[str]) -> Iterator[LexborNode]:
        for node in self._kept(kept):
            if node.parent is None or self._of(node.parent) not in kept:
                yield node

    def _kept(self, kept: frozenset[str]) -> Iterator[LexborNode]:
        return (self.elements[number] for number in sorted(map(int, kept)))

    def _of(self, node: LexborNode) -> str:
        if _name(node).startswith("-"):  # text, comment
            return ""
        return node.attributes.get(self.number) or ""

    def prune(self, kept: frozenset[str]) -> LexborNode | None:
        """Leave the article in the body; return the picture above it, which goes with it."""
        stays = kept | self._around(kept)
        doomed: list[LexborNode] = []
        waiting = [self.body]
        while waiting:
            node = waiting.pop()
            inside = self._of(node) in kept
            children = [(child, self._of(child)) for child in node.iter(include_text=True)]
            parts = frozenset[str]() if inside else _parts(children, stays)
            for child, number in children:
                if number in stays:
                    waiting.append(child)
                elif not number:
                    doomed += [] if inside and child.tag == "-text" else [child]
                elif not (_is_missed(child) if inside else number in parts):
                    doomed.append(child)
        first = min(map(int, kept))
        lead = self._lead(doomed, first)
        _drop(doomed)
        return lead

    def _around(self, kept: frozenset[str]) -> frozenset[str]:
        """Return the numbers of the elements around those kept."""
        around: set[str] = set()
        for node in self._outermost(kept):
            outer = node.parent
            while outer is not None and (number := self._of(outer)) and number not in around:
                around.add(number)
                outer = outer.parent
        return frozenset(around)

    def _lead(self, doomed: Iterable[LexborNode], first: int) -> LexborNode | None:
        """Return the figure that stands above the article's first words, if one does."""
        for node in doomed:
            number = self._of(node)
            if not number or int(number) >= first or _within(node, _ASIDES):
                continue
            figures = [node] if node.tag == "figure" else node.css("figure")
            for figure in figures:
                image = figure.css_first("img")
                if image is not None and not linked(figure) and not _within(figure, _ASIDES):
                    return figure
        return None


def drop_furniture(body: LexborNode) -> None:
    """Drop what stands around any article, where the article itself is not found."""
    total = letters(body.text())
    _drop([node for node in body.css(_FURNITURE) if 3 * prose(node) <= total])


def _drop(nodes: Iterable[LexborNode]) -> None:
    for node in nodes:
        node.decompose(recursive=False)


def _kind(node: LexborNode) -> tuple[str, str]:
    name = _name(node)
    return name, "" if name.startswith("-") else node.attributes.get("class") or ""


def _name(node: LexborNode) -> str:
    return node.tag or ""


def _within(node: LexborNode, tags: frozenset[str]) -> bool:
    outer: LexborNode | None = node
    while outer is not None:
        if outer.tag in tags:
            return True
        outer = outer.parent
    return False


def _parts(children: list[tuple[LexborNode, str]], stays: frozenset[str]) -> frozenset[str]:
    """Return the numbers of those children that are sections of one text with those that stay.

    They look alike. What does not stand between two of them must also be of some length.
    """
    alike = {_kind(child) for child, number in children if number in stays}
    sizes = {number: _size_of_part(child, alike) for child, number in children if number}
    sure = [int(number) for number, size in sizes.items() if number in stays or size >= _PARAGRAPH]
    return frozenset(
        number
        for number, size in sizes.items()
        if size >= _SHORTEST and min(sure) <= int(number) <= max(sure)
    )


def _size_of_part(node: LexborNode, alike: set[tuple[str, str]]) -> int:
    """Return the letters of what looks like a section of text, 0 of anything else."""
    kind = _kind(node)
    if kind not in alike or kind[0] in _ASIDES or not (kind[1] or kind[0] == "section"):
        return 0
    size = _text(node)
    return size if 5 * linked(node) <= size else 0


def _text(node: LexborNode) -> int:
    return letters(node.text())


def _is_missed(node: LexborNode) -> bool:
    """Return whether `node`, dropped from what is kept, belongs to the text around it."""
    tag = _name(node)
    if tag in _INLINE:
        return node.parent is not None and node.parent.tag in _TEXT_BEARING
    if tag in _ALWAYS or tag in _ASIDES:
        return tag in _ALWAYS
    belongs = _BELONGS.get(tag)
    return belongs(node) if belongs is not None else _is_picture(node) or _is_caption(node)


def _is_table(node: LexborNode) -> bool:
    return len(node.css("tr")) > 1 and 2 * linked(node) < _text(node)


def _is_embed(node: LexborNode) -> bool:
    return (node.attributes.get("src") or "").startswith(("https://", "http://", "//"))


def _is_twin(noscript: LexborNode) -> bool:
    return noscript.css_first("img") is not None


def _heads_text(heading: LexborNode) -> bool:
    text = heading.text().strip()
    size = letters(text)
    after = _beside(heading, after=True)
    return (
        size > 0
        and not _OTHERS.match(text)
        and after is not None
        and (2 * linked(heading) <= size or 5 * linked(after) <= letters(after.text()))
    )


def _is_list_of_text(node: LexborNode) -> bool:
    """Return whether a list is the text's own: announced, or under a heading of its own."""
    size = _text(node)
    before = _beside(node, after=False)
    if not size or before is None:
        return False
    text = before.text().strip()
    if _OTHERS.match(text):
        return False
    return 3 * linked(node) <= size or before.tag in _HEADINGS | {"p"}


def _is_picture(node: LexborNode) -> bool:
    """Return whether `node` shows a picture, no icon, and little else."""
    if not any(not _is_icon(picture) for picture in node.css(_PICTURES)):
        return False
    size = _text(node)
    return size <= _LONGEST_CAPTION and 2 * linked(node) <= size


def _is_icon(picture: LexborNode) -> bool:
    sizes = [picture.attributes.get(name) or "" for name in ("width", "height")]
    return all(size.isdecimal() and int(size) <= _ICON for size in sizes)


def _is_caption(node: LexborNode) -> bool:
    """Return whether `node` is what stands under the picture just before it."""
    size = _text(node)
    before = _beside(node, after=False)
    return (
        0 < size <= _LONGEST_CAPTION
        and before is not None
        and (before.tag in ("img", "picture") or _is_picture(before))
        and not letters(before.text())
    )


def _beside(node: LexborNode, *, after: bool) -> LexborNode | None:
    """Return the element before or after `node`, if no text stands between."""
    near = node.next if after else node.prev
    while near is not None and _name(near).startswith("-"):
        if near.tag == "-text" and (near.text_content or "").strip():
            return None
        near = near.next if after else near.prev
    return near


_BELONGS: Mapping[str, Callable[[LexborNode], bool]] = {
    "table": _is_table,
    "iframe": _is_embed,
    "noscript": _is_twin,
    **dict.fromkeys(_LISTS, _is_list_of_text),
    **dict.fromkeys(_HEADINGS, _heads_text),
}
