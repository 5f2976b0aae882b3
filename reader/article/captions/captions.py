"""Every caption once, under its own picture.

Posts write captions in many ways: a figcaption in the figure, beside it, or in a figure of
its own; a paragraph with a class that says so; a table, a list or a box that frames a picture;
a small, slanted or centred line under one; a title. All become
`<figure><img><figcaption>…</figcaption></figure>`, with who made the picture set apart:
`<small class="credit">`.

First it is decided which words belong to which pictures, on the tree as it stands, the surest
first: names and classes, frames, looks, titles. Then all figures are made at once.
"""

from collections.abc import Iterator
from itertools import chain, islice

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from reader.article.captions.credits import credit_in
from reader.article.captions.figures import Figure, build
from reader.article.captions.looks import Looks
from reader.article.captions.picture_places import LONGEST, Places, places_in
from reader.article.captions.table_frames import runs_beside, table_figures
from reader.article.captions.words import GUESSED, letters, named_by
from reader.article.trees import ancestor, attribute, names, tags_in, words_of_run

_CAPTION_TAGS = names("p div span small em i dd td center strong b section label h5 h6 dt")
_FRAMED = names("table pre blockquote video audio iframe")
_KEPT = names("body li td th dd dt article main section blockquote")
_HOLDING = 12  # elements around a caption within its frame
_NESTED = 2  # figures around a gallery whose caption is looked after
_LEVELS = 4  # wrappers between a caption and what stands beside its picture


def settle_captions(soup: BeautifulSoup, body: Tag) -> None:
    """Put every caption of `body` into one figure with its picture."""
    places = places_in(body)
    if not places.images:
        return
    _Settling(soup, body, places).settle()
    _dissolve_lists(places, body)


class _Settling:
    """Decides, step by step, which words of one article belong to which pictures."""

    def __init__(self, soup: BeautifulSoup, body: Tag, places: Places) -> None:
        self._soup = soup
        self._body = body
        self._places = places
        self._figures: dict[int, Figure] = {}  # by the id of their places
        self._captions = {id(tag): tag for tag in _captions(body, places)}
        self._dropped: list[PageElement] = list(places.guesses.values())

    def settle(self) -> None:
        for figure in table_figures(self._places, self._body):
            self._figures[id(figure.place)] = figure
        taken = {id(node) for figure in self._figures.values() for node in chain(*figure.parts)}
        for key, caption in self._captions.items():
            if key not in taken:
                self._join(caption)
        self._fill_frames()
        self._take_looks()
        self._take_guesses()
        self._drop_echoes()
        self._settle_galleries()
        build(self._soup, list(self._figures.values()), self._dropped)

    def _figure_at(self, place: Tag) -> Figure:
        framed = self._places.frames.get(id(place)) is place
        return self._figures.setdefault(id(place), Figure(place, framed=framed))

    def _join(self, caption: Tag) -> None:
        """Give `caption` to the figure around it, or to the picture beside it."""
        frame = self._places.frames.get(id(caption))
        if frame is not None and frame is not caption:
            self._figure_at(frame).parts.append([caption])
            return
        gallery = ancestor(caption, "figure")
        if gallery is None or not self._places.of(gallery).images:
            gallery = None
        place, above = None, False
        if gallery is None or caption.name != "figcaption" or self._is_of_one(caption):
            place, above = self._beside(caption)
        if place is not None or gallery is not None:
            figure = self._figure_at(place or gallery or caption)
            figure.parts.append([caption])
            figure.from_above = above

    def _is_of_one(self, caption: Tag) -> bool:
        """Return whether the box in which a gallery has the caption holds one picture."""
        return caption.parent is not None and self._places.of(caption.parent).images == 1

    def _beside(self, caption: Tag) -> tuple[Tag | None, bool]:
        """Return the picture beside `caption`, or what it alone fills, and whether it is below."""
        place = caption
        for _ in range(_LEVELS):
            before = next(self._others(self._places.before(place)), None)
            after = next(self._others(self._places.after(place)), None)
            upper = self._picture_above(before) if before is not None else None
            lower = self._places.picture_in(after) if after is not None else None
            if lower is not None and id(lower) in self._figures:
                lower = None
            taken = self._figures.get(id(upper)) if upper is not None else None
            if upper is not None and not (lower is not None and taken and taken.from_above):
                return upper, False
            if lower is not None and not self._has_media(before):
                return lower, True
            if before is not None or after is not None or place.parent is None:
                return None, False
            place = place.parent
            if place.name == "body":
                return None, False
        return None, False

    def _picture_above(self, node: PageElement) -> Tag | None:
        """Return the picture that `node` alone holds, or the last of a row of figures in it."""
        held = self._places.of(node)
        if held.images < 2 or held.letters or held.others or not isinstance(node, Tag):
            return self._places.picture_in(node)
        if node.find("figure") is None:  # they become one figure
            return self._places.picture_in(node)
        place = node.find_all("img")[-1]
        while place.parent is not None and self._places.of(place.parent).images == 1:
            place = place.parent
        return self._places.picture_in(place)

    def _others(self, nodes: Iterator[PageElement]) -> Iterator[PageElement]:
        """Yield those of the nodes that are no captions themselves."""
        return (node for node in nodes if id(node) not in self._captions)

    def _has_media(self, node: PageElement | None) -> bool:
        return node is not None and self._places.of(node).others > 0

    def _fill_frames(self) -> None:
        """Take for a caption what frames say beside their pictures, as far as none is known."""
        without = frozenset(self._captions)
        around = frozenset(
            id(outer)
            for caption in self._captions.values()
            for outer in islice(caption.parents, _HOLDING)
        )
        for frame in [tag for key, tag in self._places.frames.items() if key == id(tag)]:
            if id(frame) in self._places.settled:
                continue
            figure = self._figures.get(id(frame))
            described = figure is not None and figure.described and frame.name == "figure"
            runs = runs_beside(self._places, frame, without, around)
            if described:
                runs = [run for run in runs if _is_maker(run)]
            elif sum(self._places.of(node).letters for run in runs for node in run) > LONGEST:
                continue
            if frame.name != "figure" and self._places.of(frame).images > 1 and len(runs) > 1:
                continue
            if runs:
                figure = self._figure_at(frame)
                first = not figure.described
                figure.parts = [*runs, *figure.parts] if first else [*figure.parts, *runs]

    def _take_looks(self) -> None:
        looks = Looks(self._body, self._places)
        for place in self._places.lone:
            if id(place) in self._places.frames or id(place) in self._figures:
                continue
            if id(place) in self._places.settled:
                continue
            run = looks.below(place)
            if not run:
                run = looks.above(place)
            if run and not any(id(node) in self._captions for node in run):
                self._figure_at(place).parts.append(run)
                self._captions.update({id(node): node for node in run if isinstance(node, Tag)})

    def _take_guesses(self) -> None:
        for image in self._places.images:
            guess = self._places.guesses.get(id(image))
            if guess is None:
                continue
            place = self._places.frames.get(id(image)) or self._alone(image)
            if place is None:
                continue
            figure = self._figures.get(id(place))
            if figure is None or not figure.described:
                self._figure_at(place).parts.insert(0, [guess])

    def _alone(self, image: Tag) -> Tag | None:
        """Return the largest element that shows this one picture alone; None in a captioned one."""
        place = image
        while (
            (outer := place.parent) is not None
            and outer.name not in _KEPT
            and self._places.is_picture(outer)
        ):
            if id(outer) in self._figures or self._places.of(outer).images > 1:
                return None if id(outer) in self._figures else place
            place = outer
        return place

    def _drop_echoes(self) -> None:
        """Drop a line beside a figure that says what its caption says."""
        for figure in self._figures.values():
            count = sum(self._places.of(node).letters for run in figure.parts for node in run)
            for beside in (self._places.before(figure.place), self._places.after(figure.place)):
                line = next(beside, None)
                if not isinstance(line, Tag) or line.name not in ("p", "div", "center"):
                    continue
                shown = self._places.of(line)
                if shown.images or shown.others or id(line) in self._captions:
                    continue
                if count // 2 <= shown.letters <= 2 * count:
                    said = letters(words_of_run(chain(*figure.parts)))
                    if letters(words_of_run([line])) == said:
                        self._dropped.append(line)

    def _settle_galleries(self) -> None:
        """Let a gallery with a caption of its own hold its figures; dissolve any other."""
        galleries = set(map(id, self._places.galleries))
        captioned = {
            id(ancestor(figure.place, "figure"))
            for figure in self._figures.values()
            if id(figure.place) not in galleries
        }
        for gallery in self._places.galleries:
            figure = self._figures.get(id(gallery))
            if figure is None:
                gallery.name = "div"
            elif _depth(gallery) > _NESTED:
                del self._figures[id(gallery)]  # its caption stays where it is
            elif id(gallery) in captioned:
                figure.holds_figures = True
            else:
                figure.framed = True


def _depth(figure: Tag) -> int:
    """Return how many figures the figure is in."""
    outer, depth = ancestor(figure, "figure"), 0
    while outer is not None:
        outer, depth = ancestor(outer, "figure"), depth + 1
    return depth


def _captions(body: Tag, places: Places) -> Iterator[Tag]:
    """Yield the elements that are captions by name or class, in order, outermost only."""
    inside: set[int] = set()
    for tag in tags_in(body):
        if id(tag.parent) in inside:
            inside.add(id(tag))
        elif _is_caption(tag, places):
            inside.add(id(tag))
            yield tag


def _is_caption(tag: Tag, places: Places) -> bool:
    if tag.has_attr(GUESSED):
        return False
    if tag.name == "figcaption":
        figure = ancestor(tag, "figure")
        shown = places.of(tag)
        if figure is None or places.of(figure).images:
            return figure is None or places.of(figure).images > shown.images
        return not any(inner.name in _FRAMED for inner in tags_in(figure))
    if tag.name not in _CAPTION_TAGS or "class" not in tag.attrs:
        return False
    named = named_by(attribute(tag, "class"))
    if not (named.caption or named.credit):
        return False
    shown = places.of(tag)
    return 0 < shown.letters <= LONGEST and not (shown.images or shown.others or shown.heavy)


def _is_maker(run: list[PageElement]) -> bool:
    words = " ".join(words_of_run(run).split())
    cited = len(run) == 1 and isinstance(run[0], Tag) and run[0].name == "cite"
    return cited or credit_in(words) == 0


def _dissolve_lists(places: Places, body: Tag) -> None:
    """Make plain boxes of lists all of whose items are figures."""
    for outer in tags_in(body):
        if outer.name not in ("ul", "ol") or not places.of(outer).images:
            continue
        items = [item for item in outer.contents if isinstance(item, Tag)]
        if all(item.name == "li" and _is_figure_only(item) for item in items):
            for tag in (outer, *items):
                tag.name = "div"


def _is_figure_only(item: Tag) -> bool:
    said = len(letters(words_of_run([item])))
    captions = [tag for tag in tags_in(item) if tag.name == "figcaption"]
    holds = any(tag.name == "img" for tag in tags_in(item))
    return holds and said == sum(len(letters(words_of_run([caption]))) for caption in captions)
