"""A figure: its pictures, then one caption, with who made the picture set apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from reader.article.captions.credits import credit_in
from reader.article.captions.words import letters, named_by
from reader.article.trees import (
    BLOCKS,
    ancestor,
    attribute,
    is_blank,
    names,
    replace,
    tags_in,
    words_of_run,
)

Run = list[PageElement]

_SLANTS = names("em i small font center strong b span sub")
_RENAMED = names("div p center dl table section aside figure")  # becomes the figure itself
_KEPT = names("li td th dd dt article main blockquote header footer")  # holds the figure
_CELLS = names("tr td th tbody thead tfoot caption dt dd figure figcaption")
_OPENING, _CLOSING = "（([【", "）)]】"
_MAKERS = names("copyrightHolder creditText creator author copyrightNotice")
_MOST_COMPARED = 30  # parts of one caption


@dataclass(slots=True)
class Figure:
    """A figure to be: what shows its pictures, and what is said of them, in order."""

    place: Tag
    parts: list[Run] = field(default_factory=list[Run])  # each of nodes side by side
    framed: bool = False  # `place` holds the caption, too, not only pictures
    from_above: bool = False  # the caption stood before its picture
    holds_figures: bool = False  # a gallery

    @property
    def described(self) -> bool:
        """Return whether anything but the maker's name is said."""
        return any(not _is_credit(part) for part in self.parts)


def _is_credit(part: Run) -> bool:
    """Return whether the part names, by its element or class, who made a picture."""
    return len(part) == 1 and isinstance(part[0], Tag) and _names_maker(part[0])


def _names_maker(tag: Tag) -> bool:
    return tag.name == "cite" or _is_credit_element(tag)


def _is_credit_element(tag: Tag) -> bool:
    """Return whether a class, or schema.org's word, says that it names the picture's maker."""
    if "itemprop" in tag.attrs and attribute(tag, "itemprop") in _MAKERS:
        return True
    return named_by(attribute(tag, "class")).credit


def build(soup: BeautifulSoup, figures: Sequence[Figure], dropped: Iterable[PageElement]) -> None:
    """Make the figures, and take what became captions, and what is `dropped`, from elsewhere.

    Only lists of children are changed, and all other links renewed in one walk: to take a
    node out by itself looks for it among all its siblings.
    """
    captions = [_caption(soup, figure.parts) for figure in figures]
    moved = [node for figure in figures for part in figure.parts for node in part]
    _take_out([*moved, *dropped])
    around: dict[int, Tag] = {}
    for figure, caption in zip(figures, captions, strict=True):
        if caption is None:
            continue
        _clear_alternatives(figure)
        _holder(soup, figure, around).contents.append(caption)
    for parent in _parents(figure.place for figure in figures if id(figure.place) in around):
        parent.contents = [around.get(id(node), node) for node in parent.contents]
    replace(soup, {})


def _parents(nodes: Iterable[PageElement]) -> list[Tag]:
    return list({id(node.parent): node.parent for node in nodes if node.parent}.values())


def _take_out(nodes: Sequence[PageElement]) -> None:
    taken = set(map(id, nodes))
    for parent in _parents(nodes):
        parent.contents = [node for node in parent.contents if id(node) not in taken]


def _clear_alternatives(figure: Figure) -> None:
    """Empty the alternative texts that say what the caption says: they are read out, too."""
    said = ""
    for image in (figure.place, *tags_in(figure.place)):
        if image.name == "img" and (alternative := letters(attribute(image, "alt"))):
            said = said or letters(words_of_run(chain(*figure.parts)))
            if alternative in said:
                image["alt"] = ""


def _holder(soup: BeautifulSoup, figure: Figure, around: dict[int, Tag]) -> Tag:
    """Return the element that is the figure: `place` itself, or one in or around it."""
    place = figure.place
    if place.name in _RENAMED:
        for tag in () if figure.holds_figures else tags_in(place):
            if tag.name == "figure" or (figure.framed and tag.name in _CELLS):
                tag.name = "div"
        place.name = "figure"
        place.attrs = {"class": "gallery"} if figure.holds_figures else {}
        return place
    holder = soup.new_tag("figure")
    if place.name in _KEPT:
        holder.contents, place.contents = place.contents, [holder]
    else:
        holder.contents = [place]
        around[id(place)] = holder
    return holder


def _caption(soup: BeautifulSoup, parts: Sequence[Run]) -> Tag | None:
    """Return the figcaption made of the parts; None where they say nothing."""
    words: Run = []
    makers: list[Run] = []
    said: list[str] = []
    for part in parts:
        own = letters(words_of_run(part))
        if not own or any(own in other for other in said[-_MOST_COMPARED:]):
            continue
        said.append(own)
        if _is_credit(part) or (len(parts) > 1 and credit_in(words_of_run(part).strip()) == 0):
            makers.append([piece for node in part for piece in _inside(node, makers)])
        else:
            inline = (piece for node in part for piece in _inline_of(node, makers))
            words += [NavigableString(" "), *inline]
    words = _unwrapped(_trimmed(_single_spaced(words)))
    makers = [run for run in map(_trimmed, makers) if run]
    if not words and not makers:
        return None
    if not makers:
        words, found = _divided(soup, words)
        makers = [found] if found else []
    elif words:
        words.append(NavigableString(" "))
    caption = soup.new_tag("figcaption")
    caption.contents = [*words, *_smalls(soup, makers)]
    return caption


def _inline(tag: Tag | PageElement, makers: list[Run]) -> Iterator[PageElement]:
    """Yield what the element holds as inline nodes; makers within it go to `makers`."""
    for child in tag.contents if isinstance(tag, Tag) else ():
        yield from _inline_of(child, makers)


def _inside(node: PageElement, makers: list[Run]) -> Iterator[PageElement]:
    return _inline(node, makers) if isinstance(node, Tag) and node.name != "a" else iter([node])


def _inline_of(node: PageElement, makers: list[Run]) -> Iterator[PageElement]:
    if not isinstance(node, Tag):
        if type(node) is NavigableString:
            yield node
    elif _is_credit_element(node) or (
        node.name == "cite" and ancestor(node, "figcaption") is None  # else a work's title
    ):
        makers.append(list(_inline(node, makers)))
    elif node.name in BLOCKS:
        yield NavigableString(" ")
        yield from _inline(node, makers)
        yield NavigableString(" ")
    elif any(map(_divides, tags_in(node))):
        yield from _inline(node, makers)
    else:
        yield node


def _divides(tag: Tag) -> bool:
    return tag.name in BLOCKS or tag.name == "cite" or _is_credit_element(tag)


def _single_spaced(run: Run) -> Run:
    """Return the run without the second of two spaces in a row."""
    kept: Run = []
    spaced = False
    for node in run:
        text = str(node) if isinstance(node, NavigableString) else ""
        if text and spaced:
            text = text.lstrip()
            kept += [NavigableString(text)] if text else []
            spaced = not text or text[-1].isspace()
        else:
            kept.append(node)
            spaced = bool(text) and text[-1].isspace()
    return kept


def _trimmed(run: Run) -> Run:
    """Return the run without what shows nothing at its ends."""
    for _ in range(2):
        blank = sum(1 for _ in takewhile(is_blank, run))
        run = run[blank:][::-1]
    if run and not isinstance(run[0], Tag):
        run[0] = NavigableString(str(run[0]).lstrip())
    if run and not isinstance(run[-1], Tag):
        run[-1] = NavigableString(str(run[-1]).rstrip())
    return run


def _unwrapped(run: Run) -> Run:
    """Return the run without what only dresses all of it."""
    while len(run) == 1 and isinstance(lone := run[0], Tag) and lone.name in _SLANTS:
        run = _trimmed(list(lone.contents))
    return run


def _divided(soup: BeautifulSoup, run: Run) -> tuple[Run, Run]:
    """Return what the run says, and by whom the picture is, if its words tell."""
    texts = [words_of_run([node]) for node in run]
    whole = "".join(texts)
    start = credit_in(whole)
    if start is None or (whole[start] in _OPENING and not whole[:start].strip()):
        return run, []
    for at, (node, text) in enumerate(zip(run, texts, strict=True)):
        if start < len(text) or not text:
            if isinstance(node, Tag) and start:
                return run, []
            halves = [NavigableString(half) for half in (text[:start], text[start:]) if half]
            credit = [node, *run[at + 1 :]] if not start else [halves[-1], *run[at + 1 :]]
            return [*run[:at], *(halves[:1] if start else [])], _bracketed(soup, credit)
        start -= len(text)
    return run, []


def _bracketed(soup: BeautifulSoup, run: Run) -> Run:
    """Return the run with the brackets around it marked.

    The stylesheet hides them; copied and searched they stay.
    """
    first, last = str(run[0]), str(run[-1]).rstrip()
    if isinstance(run[0], Tag) or isinstance(run[-1], Tag) or first[:1] not in _OPENING:
        return run
    bare = last.rstrip("。.")
    if bare[-1:] not in _CLOSING:
        return run
    end = last[len(bare) - 1 :]
    inner = [NavigableString(first[1 : len(bare) - 1])]
    if len(run) > 1:
        inner = [NavigableString(first[1:]), *run[1:-1], NavigableString(bare[:-1])]
    marks: list[Tag] = []
    for written in (first[0], end):
        mark = soup.new_tag("span", attrs={"class": "bracket"})
        mark.contents = [NavigableString(written)]
        marks.append(mark)
    return [marks[0], *inner, marks[1]]


def _smalls(soup: BeautifulSoup, makers: Sequence[Run]) -> Run:
    smalls: Run = []
    said: list[str] = []
    for run in makers:
        own = letters(words_of_run(run))
        if own in said:
            continue
        said.append(own)
        small = soup.new_tag("small", attrs={"class": "credit"})
        small.contents = list(_unwrapped(run))
        smalls += [small] if not smalls else [NavigableString(" "), small]
    return smalls
