"""What the index answers with, and what it is asked. Frozen; they cross threads."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

from reader.library.facet_names import person_key, source_key, term_key, time_key


class Facet(StrEnum):
    """A field by which the sidebar filters."""

    TAG = "tag"
    CATEGORY = "category"
    AUTHOR = "author"
    SOURCE = "source"
    YEAR = "year"  # its months too: "2022" and "2022-02"

    __hash__ = str.__hash__  # Enum's own is written in Python, six times as slow

    def key(self, value: str) -> str:
        """Return what all spellings of `value` share."""
        return _KEYS[self](value)


_KEYS = {
    Facet.TAG: term_key,
    Facet.CATEGORY: term_key,
    Facet.AUTHOR: person_key,
    Facet.SOURCE: source_key,
    Facet.YEAR: time_key,
}


class Shelf(StrEnum):
    """The part of the library that is looked at, before any facet."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    TODAY = "today"  # published on the present day, local time


class Sort(StrEnum):
    """The order of a listing."""

    DATE = "date"  # newest first
    RELEVANCE = "relevance"  # best match first; as DATE where nothing is searched


FacetChoices = tuple[tuple[Facet, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which posts: the shelf AND the search AND the dates AND, of each facet named, any value.

    A value means all its spellings, and all that is nested in it.
    """

    shelf: Shelf = Shelf.ALL
    query: str = ""  # in the query language of `reader.library.query`
    facets: FacetChoices = ()  # each facet at most once, in the order first chosen
    since: date | None = None  # both days included, local time
    until: date | None = None
    sort: Sort = Sort.DATE

    def chosen(self, facet: Facet) -> tuple[str, ...]:
        """Return the values chosen of `facet`, in the order they were."""
        return dict(self.facets).get(facet, ())

    def only(self, facet: Facet, value: str) -> "Filter":
        """Return this filter with `value` as the only choice of any facet (a plain click)."""
        return replace(self, facets=((facet, (value,)),))

    def toggled(self, facet: Facet, value: str) -> "Filter":
        """Return this filter with `value` added to its facet, or taken out again."""
        choices = dict(self.facets)
        present = choices.get(facet, ())
        kept = tuple(other for other in present if facet.key(other) != facet.key(value))
        choices[facet] = kept if len(kept) < len(present) else (*kept, value)
        return replace(self, facets=tuple(choice for choice in choices.items() if choice[1]))

    def as_json(self) -> dict[str, object]:
        """Return this filter as plain values, for `from_json`."""
        return {
            "shelf": self.shelf.value,
            "query": self.query,
            "facets": [[facet.value, list(values)] for facet, values in self.facets],
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "sort": self.sort.value,
        }

    @classmethod
    def from_json(cls, kept: object) -> "Filter | None":
        """Return the filter kept, whole or not at all: half a filter would hide posts unsaid."""
        try:
            told = cast("Mapping[str, Any]", kept)
            facets = tuple(
                (Facet(name), tuple(str(value) for value in values))
                for name, values in told["facets"]
            )
            since, until = (
                date.fromisoformat(told[name]) if told[name] else None
                for name in ("since", "until")
            )
            shelf, sort = Shelf(told["shelf"]), Sort(told["sort"])
            return cls(shelf, str(told["query"]), facets, since, until, sort)
        except (KeyError, TypeError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Listing:
    """The posts of one filter, as ids in order."""

    filter: Filter
    ids: "array[int]"  # type code "q"
    total: int  # posts in the whole library
    whole: bool = True  # else only the first of them: see `Catalog.beginning`


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text with the hits of a search marked."""

    text: str  # one line of plain text
    hits: tuple[tuple[int, int], ...] = ()  # (start, end) in `text`, ordered, apart


@dataclass(frozen=True, slots=True)
class PostSummary:
    """What the list shows of a post."""

    id: int
    path: str  # relative to the library, with forward slashes
    title: Snippet
    date: datetime  # aware
    authors: tuple[str, ...]
    source: str
    source_url: str | None
    lang: str | None
    excerpt: Snippet  # in a search the passage found, else the text's beginning
    read: bool
    starred: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a link leads to within the library."""

    path: str  # relative to the library, with forward slashes
    title: str  # "" of a file that is no post
    is_post: bool = True


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A facet's value and how many posts of the present filter have it, or one nested in it."""

    value: str  # as most of the library's posts spell it
    count: int
    parent: str = ""  # the value that is shown above it; "" of an outermost one


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sidebar and the timeline show beside a listing."""

    filter: Filter
    shelves: Mapping[Shelf, int]  # within the whole library
    # Under the filter's other facets, so that a second value of the same facet can be chosen;
    # most frequent first, then by value; years newest first. Chosen values stay, at 0.
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    months: tuple[tuple[str, int], ...]  # ("2022-02", posts), oldest first, whatever the dates


@dataclass(frozen=True, slots=True)
class PostState:
    """The user's own relation to one post."""

    read: bool = False
    starred: bool = False
    position: float = 0.0  # how far it was read: 0 top, 1 end


@dataclass(frozen=True, slots=True)
class StateChange:
    """One step of the user's, and what it replaced, so that it can be undone."""

    before: Mapping[str, PostState]  # by path
    after: Mapping[str, PostState]
    words: str = field(default="")  # for the undo line


def merged(present: PostState, before: PostState, after: PostState) -> PostState:
    """Return `present` with what differs between `before` and `after` done to it."""
    return PostState(
        read=present.read if before.read == after.read else after.read,
        starred=present.starred if before.starred == after.starred else after.starred,
        position=present.position if before.position == after.position else after.position,
    )
