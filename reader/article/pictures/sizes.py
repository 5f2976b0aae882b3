"""How much room a picture is given before it comes, so that no text moves when it does.

In this order: what the picture or its frame says of it, its file where that is at hand, what
its address says, a box made of the right shape.
"""

import re
from collections.abc import Iterable
from itertools import islice

from bs4 import Tag

from reader.article.pictures.headers import UNKNOWN, Size
from reader.article.trees import attribute, tags_in

_LEAST = 2  # pixels a side
_MOST = 20_000  # pixels; and the sanitizer allows five digits
_LONGEST_ADDRESS = 4_000  # characters; longer ones are not looked into
_FRAME_WIDTH = 1000  # pixels, of a picture of which only the shape is known
_SHAPES = (0.1, 10.0)  # width by height of what may be a picture

# Pairs of attributes in which sites keep the two sides.
_PAIRS = (
    ("width", "height"),
    ("data-width", "data-height"),
    ("data-rawwidth", "data-rawheight"),
    ("data-original-width", "data-original-height"),
    ("data-orig-width", "data-orig-height"),
    ("data-image-width", "data-image-height"),
    ("data-img-width", "data-img-height"),
    ("data-pswp-width", "data-pswp-height"),
    ("data-natural-width", "data-natural-height"),
    ("data-w", "data-h"),
)
# Both in one: "1500x1000", "1500,1000".
_JOINED = ("data-image-dimensions", "data-orig-size", "data-size", "data-dimensions")
_RATIOS = ("data-aspectratio", "data-aspect-ratio")  # width by height
_TURNED_RATIOS = ("data-ratio",)  # WeChat's: height by width
_PIXELS = re.compile(r"\s*+(\d{1,5})(?:\.\d{1,20})?\s*+(?:px)?\s*+\Z")
_BOTH = re.compile(r"\s*+(\d{1,5})\s*+[x×,*]\s*+(\d{1,5})\s*+\Z", re.IGNORECASE)
_RATIO = re.compile(r"\s*+(\d{1,5}(?:\.\d{1,20})?)\s*+(?:[/:]\s*+(\d{1,5}(?:\.\d{1,20})?))?\s*+\Z")
_STYLED = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,5})(?:\.\d{1,20})?px", re.IGNORECASE)
_SHAPED = re.compile(
    r"(?:^|;)\s*(?:aspect-ratio|--aspect-ratio|--ar)\s*:\s*(?:auto\s+)?([\d./ ]{1,40})",
    re.IGNORECASE,
)
_PADDED = re.compile(
    r"(?:^|;)\s*padding(?:-bottom|-top)?\s*:\s*(?:0(?:px)?\s+0(?:px)?\s+)?(\d{1,3}(?:\.\d{1,20})?)%",
    re.IGNORECASE,
)
# Where addresses tell it: photo-1024x683.jpg, ?w=800&h=600, ?resize=800%2C600, /800x600/,
# w_800,h_600, =w800-h600, /w640-h427-no/.
_IN_ADDRESS = (
    re.compile(r"[-_.](\d{2,5})x(\d{2,5})(?:[@_][\dx.]+)?\.(?:jpe?g|png|gif|webp|avif)", re.I),
    re.compile(r"[?&](?:resize|fit|crop|size)=(\d{2,5})(?:%2c|,|x|%20)(\d{2,5})(?=[&#]|$)", re.I),
    re.compile(r"[/=](\d{2,5})x(\d{2,5})(?=[/&]|$)", re.I),
    re.compile(r"[/=]w(\d{2,5})-h(\d{2,5})(?:-|/|$)"),
    re.compile(r"[/,]w_(\d{2,5}),(?:[a-z]+_[\w.:]+,)*h_(\d{2,5})[/,]"),
)
_QUERY_SIDES = tuple(
    re.compile(rf"[?&;](?:amp;)?(?:{names})=(\d{{2,5}})(?:px)?(?=[&#;]|\Z)", re.IGNORECASE)
    for names in ("w|width|wid|imwidth", "h|height|hei|imheight")
)
_WIDTH_IN_ADDRESS = re.compile(r"[/=](?:s|w)(\d{2,4})(?:-[a-z0-9-]+)?(?:/|$)|[/,]w_(\d{2,4})[/,]")


def reserved(image: Tag, url: str, measured: Size) -> Size:
    """Return the width and height, in CSS pixels, to keep free for `image`; (0, 0) unknown.

    `measured` is the size of the very file at `url`, (0, 0) where it is not at hand. It knows
    the shape best; how large the picture is meant to be, the post.
    """
    declared = declared_size(image)
    if measured != UNKNOWN:
        width = declared[0] or _one_side(image) or measured[0]
        return _checked(width, round(width * measured[1] / measured[0]))
    if declared != UNKNOWN:
        return declared
    hinted = size_in_address(url)
    ratio = _ratio(image)
    width = _one_side(image) or hinted[0] or width_in_address(url) or _FRAME_WIDTH
    if ratio:
        return _checked(width, round(width / ratio))
    if hinted != UNKNOWN:
        return _checked(width, round(width * hinted[1] / hinted[0]))
    return UNKNOWN


def declared_size(image: Tag) -> Size:
    """Return the size that the picture's markup, or that of the box made for it, tells."""
    if (size := _told(image, itself=True)) != UNKNOWN:
        return size
    for box in _boxes(image):
        if (size := _told(box, itself=False)) != UNKNOWN:
            return size if holds_one(box) else UNKNOWN
    return UNKNOWN


def size_in_address(url: str) -> Size:
    """Return the size that an address tells of its picture; (0, 0) where none."""
    if len(url) > _LONGEST_ADDRESS:
        return UNKNOWN
    for form in _IN_ADDRESS:
        if match := form.search(url):
            return _checked(int(match[1]), int(match[2]))
    sides = [form.search(url) for form in _QUERY_SIDES]
    if all(sides):
        width, height = (int(side[1]) for side in sides if side)
        return _checked(width, height)
    return UNKNOWN


def width_in_address(url: str) -> int:
    """Return the width in pixels that an address tells, 0 where none."""
    if len(url) > _LONGEST_ADDRESS:
        return 0
    if (size := size_in_address(url)) != UNKNOWN:
        return size[0]
    if match := _QUERY_SIDES[0].search(url) or _WIDTH_IN_ADDRESS.search(url):
        return int(next(filter(None, match.groups())))
    return 0


def pixels(written: str) -> int:
    """Return a length in pixels, 0 for any other."""
    match = _PIXELS.match(written)
    return int(match[1]) if match else 0


def _told(tag: Tag, itself: bool) -> Size:
    """Return the size that one element tells. The width of a box is not its picture's."""
    attributes = tag.attrs
    for first, second in _PAIRS if itself else _PAIRS[1:]:
        if first in attributes and second in attributes:
            size = _checked(pixels(attribute(tag, first)), pixels(attribute(tag, second)))
            if size != UNKNOWN:
                return size
    for name in _JOINED:
        if name in attributes and (match := _BOTH.match(attribute(tag, name))):
            return _checked(int(match[1]), int(match[2]))
    if itself and "style" in attributes:
        sides = {side.lower(): int(length) for side, length in _STYLED.findall(_style(tag))}
        return _checked(sides.get("width", 0), sides.get("height", 0))
    return UNKNOWN


def _one_side(image: Tag) -> int:
    """Return the width where the picture tells that alone, 0 where it does not."""
    width = pixels(attribute(image, "width")) or pixels(attribute(image, "data-w"))
    if not width:
        styled = {side.lower(): int(length) for side, length in _STYLED.findall(_style(image))}
        width = styled.get("width", 0)
    return width if width >= _LEAST else 0


def _ratio(image: Tag) -> float:
    """Return width by height as the picture or its box tells it; 0 where unknown."""
    for tag in (image, *_boxes(image)):
        for name in _RATIOS:
            if value := _number(attribute(tag, name)):
                return value
        for name in _TURNED_RATIOS:
            if value := _number(attribute(tag, name)):
                return 1 / value
        style = _style(tag)
        if (match := _SHAPED.search(style)) and (value := _number(match[1])):
            return value if tag is image or holds_one(tag) else 0
    return _padded_ratio(image)


def _padded_ratio(image: Tag) -> float:
    """Return the shape of a box kept open by padding in per cent of its width."""
    for box in _boxes(image):
        before = image.find_previous_sibling() if image.parent is box else None
        for tag in (box, before):
            if tag is not None and (match := _PADDED.search(_style(tag))):
                value = 100 / max(float(match[1]), 0.01)
                return value if _SHAPES[0] <= value <= _SHAPES[1] else 0
    return 0


def _boxes(image: Tag) -> Iterable[Tag]:
    """Yield up to three elements around `image`."""
    box = image.parent
    for _ in range(3):
        if box is None or box.name in ("body", "article", "td", "li"):
            return
        yield box
        box = box.parent


def holds_one(box: Tag) -> bool:
    """Return whether `box` holds one picture and no other."""
    images = (tag for tag in tags_in(box) if tag.name == "img")
    return len(list(islice(images, 2))) == 1


def _number(written: str) -> float:
    """Return "1.5", "3/2" or "3:2" as a shape, 0 for what is none."""
    match = _RATIO.match(written)
    if match is None:
        return 0
    value = float(match[1]) / (float(match[2] or 1) or 1)
    return value if _SHAPES[0] <= value <= _SHAPES[1] else 0


def _style(tag: Tag) -> str:
    style = attribute(tag, "style")
    return style if len(style) < 2000 else ""


def _checked(width: int, height: int) -> Size:
    sized = _LEAST <= width <= _MOST and _LEAST <= height <= _MOST
    return (width, height) if sized else UNKNOWN
