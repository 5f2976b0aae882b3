"""What `srcset`, `sizes` and <picture> offer, and which of it suits the article.

The article is at most some 700 CSS pixels wide, on screens of one to three device pixels each.
One candidate is chosen for all of them, about twice that width: every picture then has one
address, which is what the reader allows, what is kept on disk and what is there offline. Left
to the browser, zooming or another screen would ask for a second file of the same picture.
"""

import re
from dataclasses import dataclass

PANE_WIDTH = 700  # CSS pixels: the article's
VIEW_WIDTH = 1024  # CSS pixels: what media conditions of <source> are asked about
GOOD_WIDTHS = (1000, 2100)  # pixels: sharp on most screens, and no heavier than need be
IDEAL_WIDTH = 2 * PANE_WIDTH
MOST_WIDTH = 4000  # pixels; what is wider is the photographer's original
MOST_CANDIDATES = 200

_SPACES = " \t\n\f\r"
_NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([wxh])\Z")
_GLUED = re.compile(r"\S\s+\d+(?:\.\d+)?[wx],\S", re.ASCII)  # "a.jpg 1x,b.jpg 2x"
_LENGTH = re.compile(
    r"\(\s*(min|max)-(?:device-)?width\s*:\s*(\d+(?:\.\d+)?)(px|em|rem)?\s*\)", re.IGNORECASE
)
_RANGE = re.compile(r"\(\s*width\s*(<|>)=?\s*(\d+(?:\.\d+)?)(px|em|rem)?\s*\)", re.IGNORECASE)
_NEVER = re.compile(
    r"\bprint\b|\bspeech\b|\bnot\s+(?:all|screen)\b|prefers-color-scheme\s*:\s*dark|"
    r"max-resolution|orientation\s*:\s*portrait|monochrome",
    re.IGNORECASE,
)
_SHOWN_TYPES = frozenset(
    f"image/{name}" for name in ("", "png", "jpeg", "jpg", "gif", "webp", "avif", "bmp", "svg+xml")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One address that is offered for a picture."""

    url: str
    width: float = 0  # pixels; 0 where unknown. A density counts as so many of the pane's widths


def candidates(source_set: str) -> list[Candidate]:
    """Return the candidates of one `srcset`, at most `MOST_CANDIDATES`.

    As in the HTML standard, "parse a srcset attribute": an address ends at white space, so it
    may hold commas, but not end in one. What sites write without the space after the comma
    is read as they meant it.
    """
    if _GLUED.search(source_set):
        source_set = re.sub(r"(?<=\d[wx]),(?=\S)", ", ", source_set)
    found: list[Candidate] = []
    at, end = 0, len(source_set)
    while len(found) < MOST_CANDIDATES:
        while at < end and source_set[at] in _SPACES + ",":
            at += 1
        if at >= end:
            break
        start = at
        while at < end and source_set[at] not in _SPACES:
            at += 1
        url = source_set[start:at]
        bare = url.rstrip(",")
        descriptors = ""
        if bare == url:
            comma = source_set.find(",", at)
            stop = end if comma < 0 else comma
            descriptors, at = source_set[at:stop], stop
        if (width := _width(descriptors)) is not None:
            found.append(Candidate(bare, width))
    return found


def _width(descriptors: str) -> float | None:
    """Return the width that descriptors tell, 0 where none; None where they are no such thing."""
    width = 0.0
    for word in descriptors.split():
        number = _NUMBER.match(word)
        if number is None:
            return None
        if number[2] != "h":
            width = float(number[1]) * (PANE_WIDTH if number[2] == "x" else 1)
    return width


def best(offered: list[Candidate]) -> Candidate | None:
    """Return the candidate that suits the article best, the first among equals."""
    return max(offered, key=lambda candidate: fitness(candidate.width), default=None)


def fitness(width: float) -> tuple[int, float]:
    """Return how well a picture so many pixels wide suits: the larger, the better."""
    least, most = GOOD_WIDTHS
    if least <= width <= most:
        return 3, -abs(width - IDEAL_WIDTH)
    if most < width <= MOST_WIDTH:
        return 2, -width
    return (1, width) if width < least else (0, -width)


def applies(media: str, kind: str) -> bool:
    """Return whether a <source> with this `media` and `type` is for this program's page.

    Both schemes of colour, light and dark, get the light picture: the article's colours change
    under it at any time.
    """
    if kind and kind.partition(";")[0].strip().lower() not in _SHOWN_TYPES:
        return False
    return not media.strip() or any(map(_holds, media.split(",")))


def _holds(condition: str) -> bool:
    if _NEVER.search(condition):
        return False
    for bound, number, unit in _LENGTH.findall(condition):
        if not _within(bound.lower() == "min", number, unit):
            return False
    ranges = _RANGE.findall(condition)
    return all(_within(sign == ">", number, unit) for sign, number, unit in ranges)


def _within(least: bool, number: str, unit: str) -> bool:
    pixels = float(number) * (16 if unit.lower().endswith("em") else 1)
    return pixels <= VIEW_WIDTH if least else pixels >= VIEW_WIDTH
