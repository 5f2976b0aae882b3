"""Where the pictures of an article stand, and what stands beside them.

One walk over the tree counts what every element shows; all later questions are answered from
that, so thousands of pictures cost what one costs, thousands of times.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from reader.article.captions.words import GUESSED, named_by
from reader.article.trees import MEDIA, attribute, names

LONGEST = 400  # characters of what may be a caption by its class or place
_OTHERS = (MEDIA | names("hr object embed input amp-video")) - {"picture"}
_LONGEST_LINE = 160
_BOXES = names("div p span dl li section aside td center")
_NEVER_FRAMES = names("h1 h2 h3 h4 table ul ol pre blockquote")
_LOOKED_AT = 40  # siblings
_LEVELS = 4
_MOST_FRAMED = 4  # pictures in one frame that is no figure


@dataclass(slots=True)
class Shown:
    """What one element shows."""

    images: int = 0
    letters: int = 0
    others: int = 0  # videos, sounds, rules
    figures: int = 0  # figures within it that hold pictures
    heavy: bool = False  # holds what no caption holds: headings, lists, tables


_NOTHING = Shown()


@dataclass(slots=True)
class Places:
    """The pictures of a tree as it was when `places_in` looked."""

    images: list[Tag]
    shown: dict[int, Shown] = field(default_factory=dict[int, Shown])
    lone: list[Tag] = field(default_factory=list[Tag])  # the largest that show pictures only
    frames: dict[int, Tag] = field(default_factory=dict[int, Tag])  # element -> frame around it
    galleries: list[Tag] = field(default_factory=list[Tag])  # figures holding figures
    settled: set[int] = field(default_factory=set[int])  # elements that need no other look
    guesses: dict[int, Tag] = field(default_factory=dict[int, Tag])  # image -> guessed caption

    def of(self, node: PageElement) -> Shown:
        """Return what `node` shows."""
        return self.shown.get(id(node), _NOTHING)

    def shows(self, node: PageElement) -> bool:
        """Return whether `node` shows anything."""
        if not isinstance(node, Tag):
            return type(node) is NavigableString and bool(node.strip())
        shown = self.of(node)
        return bool(shown.images or shown.letters or shown.others)

    def is_picture(self, node: PageElement) -> bool:
        """Return whether `node` shows pictures only, or is a frame around some."""
        if not isinstance(node, Tag):
            return False
        shown = self.of(node)
        if not shown.images:
            return False
        return self.frames.get(id(node)) is node or not (shown.letters or shown.others)

    def picture_in(self, node: PageElement) -> Tag | None:
        """Return the picture or frame that `node` is, or that is all it shows."""
        for _ in range(_LEVELS):
            if not isinstance(node, Tag):
                break
            shown = self.of(node)
            if self.is_picture(node) and (self.frames.get(id(node)) is node or not shown.figures):
                return node
            inner = [child for child in islice(node.contents, _LOOKED_AT) if self.shows(child)]
            if len(inner) != 1:
                break
            node = inner[0]
        return None

    def before(self, node: PageElement) -> Iterator[PageElement]:
        """Yield what stands before `node` and shows something, the nearest first."""
        return filter(self.shows, islice(node.previous_siblings, _LOOKED_AT))

    def after(self, node: PageElement) -> Iterator[PageElement]:
        """Yield what stands after `node` and shows something, the nearest first."""
        return filter(self.shows, islice(node.next_siblings, _LOOKED_AT))


def places_in(body: Tag) -> Places:
    """Return where the pictures of `body` stand."""
    nodes = list(body.descendants)
    places = Places(_images(nodes))
    if places.images:
        _count(places, nodes)
        _divide(places, nodes)
    return places


def _images(nodes: list[PageElement]) -> list[Tag]:
    return [node for node in nodes if isinstance(node, Tag) and node.name == "img"]


def _count(places: Places, nodes: list[PageElement]) -> None:
    """Count what every element shows, the inner ones first."""
    shown = places.shown
    pictures = set(map(id, places.images))
    for node in reversed(nodes):
        outer = shown.setdefault(id(node.parent), Shown())
        if not isinstance(node, Tag):
            if type(node) is NavigableString:
                outer.letters += len(node.strip())
            continue
        own = shown.setdefault(id(node), Shown())
        if node.has_attr(GUESSED):
            shown[id(node)] = Shown()
            continue
        if id(node) in pictures:
            own.images = 1
        elif node.name in _OTHERS:
            own.others += 1
        outer.images += own.images
        outer.letters += own.letters
        outer.others += own.others
        outer.figures += own.figures + (node.name == "figure" and own.images > 0)
        outer.heavy |= own.heavy or node.name in _NEVER_FRAMES


def _divide(places: Places, nodes: list[PageElement]) -> None:
    """Find the frames, what is in them, and what shows pictures alone, the outer ones first."""
    only_pictures: set[int] = set()
    image: Tag | None = None
    for node in nodes:
        if not isinstance(node, Tag):
            continue
        shown = places.shown[id(node)]
        if (outer := places.frames.get(id(node.parent))) is not None:
            places.frames[id(node)] = outer
        if shown.images:
            _frame(places, node, shown, outer)
            if node.name not in ("figcaption", "pre") and not (shown.letters or shown.others):
                if id(node.parent) not in only_pictures:
                    places.lone.append(node)
                only_pictures.add(id(node))
            if node.name == "img":
                image = node
        elif image is not None and node.has_attr(GUESSED):
            places.guesses[id(image)] = node


def _frame(places: Places, node: Tag, shown: Shown, outer: Tag | None) -> None:
    """Note whether the element is a frame or a gallery of them."""
    if node.name == "figure" and (shown.figures or not _stand_together(places, node)):
        places.galleries.append(node)
        places.frames.pop(id(node), None)
    elif _is_frame(node, shown, outer) and _stand_together(places, node):
        places.frames[id(node)] = node


def _stand_together(places: Places, node: Tag) -> bool:
    """Return whether no words part the pictures in the element from one another."""
    for _ in range(_LEVELS):
        kinds = [places.of(child) for child in node.contents if places.shows(child)]
        holding = [at for at, shown in enumerate(kinds) if shown.images]
        if len(holding) != 1:
            together = not holding or holding[-1] - holding[0] == len(holding) - 1
            return together and not any(kinds[at].letters for at in holding)
        if not kinds[holding[0]].letters or kinds[holding[0]].images == 1:
            return True
        node = next(
            child for child in node.contents if isinstance(child, Tag) and places.of(child).images
        )
    return True


def _is_frame(node: Tag, shown: Shown, outer: Tag | None) -> bool:
    """Return whether all the text in the element is about its pictures."""
    if node.name == "figure":
        return outer is None or outer.name != "figure"
    if outer is not None or shown.figures or shown.heavy or shown.others:
        return False
    longest = _LONGEST_LINE if node.name in ("p", "span") else LONGEST
    if not 0 < shown.letters <= longest or shown.images > _MOST_FRAMED:
        return False
    if node.name == "dl" and shown.images == 1:
        return True
    return node.name in _BOXES and named_by(attribute(node, "class")).frame
