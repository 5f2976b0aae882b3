"""Headings that can be linked to, and the table of contents they make."""

import re
import unicodedata

from bs4 import Tag

from reader.article.sanitize import ID_PREFIX
from reader.article.trees import attribute, names, tags_in, text_of
from reader.article.values import Heading

_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}  # layout makes an h1 an h2
_NOT_WITHIN = names("table figure blockquote aside li dd")
_MOST = 500
_LONGEST = 200  # characters of a heading in the table
_NOT_IN_IDS = re.compile(r"[^\w\- ]+")


def settle_headings(body: Tag) -> tuple[Heading, ...]:
    """Give every heading of `body` an id, and return those that make the table of contents.

    A heading without one is named by its words, as GitHub and kramdown name it: what links to
    such a place, in this post or in others, finds it.
    """
    headings: list[Tag] = []
    used: set[str] = set()
    for tag in tags_in(body):
        if tag.name in _LEVELS:
            headings.append(tag)
        elif place := attribute(tag, "id"):
            used.add(place)
    places = _Places(used)
    found: list[Heading] = []
    for heading in headings:
        words = text_of(heading)[:_LONGEST]
        if not words:
            continue
        heading["id"] = place = places.take(_given(heading, used) or _slug(words))
        if len(found) < _MOST and not any(parent.name in _NOT_WITHIN for parent in heading.parents):
            prefixed = place if place.startswith(ID_PREFIX) else ID_PREFIX + place
            found.append(Heading(_LEVELS[heading.name], words, prefixed))
    return tuple(found)


def _given(heading: Tag, used: set[str]) -> str:
    """Return the id the page gave the heading, or a span in it, which layout leaves out."""
    place = attribute(heading, "id")
    for inner in () if place else tags_in(heading):
        if inner.name == "span" and (place := attribute(inner, "id")):
            used.discard(place)
            break
    return place if re.fullmatch(r"[\w.:()\-]+", place) else ""


def _slug(words: str) -> str:
    plain = _NOT_IN_IDS.sub("", unicodedata.normalize("NFC", words).lower()).strip()
    return plain.replace(" ", "-") or "section"


class _Places:
    """The ids that are given, each once: the first as it is, the others numbered."""

    def __init__(self, used: set[str]) -> None:
        self._used = used
        self._numbers: dict[str, int] = {}

    def take(self, place: str) -> str:
        free = place
        while free in self._used:
            number = self._numbers[place] = self._numbers.get(place, 0) + 1
            free = f"{place}-{number}"
        self._used.add(free)
        return free
