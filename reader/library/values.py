"""What the index answers with, and what it is asked. Frozen; they cross threads."""

from array import array
from collections.abc import Iterable, Mapping
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
    # These the catalog lists as DATE: the window orders them, by its user's language.
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    UNREAD = "unread"  # then the read ones; both newest first

    @property
    def by_window(self) -> bool:
        """Return whether it is the window that orders so."""
        return self not in (Sort.DATE, Sort.RELEVANCE)


FacetChoices = tuple[tuple[Facet, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which posts: the shelf AND the search AND the dates AND, of each facet named, any value.

    None of them has a value that is excluded. A value means all its spellings, and all that is
    nested in it.
    """

    shelf: Shelf = Shelf.ALL
    query: str = ""  # in the query language of `reader.library.query`
    facets: FacetChoices = ()  # each facet at most once, in the order first chosen
    since: date | None = None  # both days included, local time
    until: date | None = None
    sort: Sort = Sort.DATE
    excluded: FacetChoices = ()  # as `facets`; no value is in both

    def chosen(self, facet: Facet) -> tuple[str, ...]:
        """Return the values chosen of `facet`, in the order they were."""
        return dict(self.facets).get(facet, ())

    def left_out(self, facet: Facet) -> tuple[str, ...]:
        """Return the values of `facet` that are excluded, in the order they were."""
        return dict(self.excluded).get(facet, ())

    def named(self) -> Mapping[Facet, tuple[str, ...]]:
        """Return the values of each facet that are chosen or excluded."""
        return {facet: self.chosen(facet) + self.left_out(facet) for facet in Facet}

    def only(self, facet: Facet, value: str) -> "Filter":
        """Return this filter with `value` as all that is said of any facet (a plain click)."""
        return replace(self, facets=((facet, (value,)),), excluded=())

    def toggled(self, facet: Facet, value: str) -> "Filter":
        """Return this filter with `value` added to its facet, or taken out again."""
        return replace(
            self,
            facets=_toggled(self.facets, facet, value),
            excluded=_without(self.excluded, facet, value),
        )

    def adding(self, facet: Facet, values: Iterable[str]) -> "Filter":
        """Return this filter with those of `values` added that are not chosen, however spelled."""
        wanted = {facet.key(value): value for value in values}
        chosen = {facet.key(value): value for value in self.chosen(facet)}
        facets = {**dict(self.facets), facet: tuple({**chosen, **wanted, **chosen}.values())}
        left = tuple(value for value in self.left_out(facet) if facet.key(value) not in wanted)
        excluded = {**dict(self.excluded), facet: left}
        return replace(self, facets=_filled(facets), excluded=_filled(excluded))

    def excluding(self, facet: Facet, value: str) -> "Filter":
        """Return this filter with `value` excluded, or no longer."""
        return replace(
            self,
            facets=_without(self.facets, facet, value),
            excluded=_toggled(self.excluded, facet, value),
        )

    def as_json(self) -> dict[str, object]:
        """Return this filter as plain values, for `from_json`."""
        return {
            "shelf": self.shelf.value,
            "query": self.query,
            "facets": _plain(self.facets),
            "excluded": _plain(self.excluded),
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "sort": self.sort.value,
        }

    @classmethod
    def from_json(cls, kept: object) -> "Filter | None":
        """Return the filter kept, whole or not at all: half a filter would hide posts unsaid."""
        try:
            told = cast("Mapping[str, Any]", kept)
            facets, excluded = _choices(told["facets"]), _choices(told.get("excluded", ()))
            since, until = (
                date.fromisoformat(told[name]) if told[name] else None
                for name in ("since", "until")
            )
            shelf, sort = Shelf(told["shelf"]), Sort(told["sort"])
            return cls(shelf, str(told["query"]), facets, since, until, sort, excluded)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None


def _toggled(choices: FacetChoices, facet: Facet, value: str) -> FacetChoices:
    """Return `choices` with `value` added, or without it if it was there."""
    without = _without(choices, facet, value)
    if without != choices:
        return without
    values = (*dict(choices).get(facet, ()), value)
    return tuple({**dict(choices), facet: values}.items())


def _without(choices: FacetChoices, facet: Facet, value: str) -> FacetChoices:
    """Return `choices` without `value`, however it is spelled there."""
    key = facet.key(value)
    left = {**dict(choices)}
    left[facet] = tuple(other for other in left.get(facet, ()) if facet.key(other) != key)
    return _filled(left)


def _filled(choices: Mapping[Facet, tuple[str, ...]]) -> FacetChoices:
    return tuple(choice for choice in choices.items() if choice[1])


def _plain(choices: FacetChoices) -> list[list[object]]:
    return [[facet.value, list(values)] for facet, values in choices]


def _choices(kept: Any) -> FacetChoices:
    """Return what `_plain` made. Raises TypeError or ValueError where it did not."""
    return tuple((Facet(name), tuple(str(value) for value in values)) for name, values in kept)


@dataclass(frozen=True, slots=True)
class Listing:
    """The posts of one filter, as ids in order."""

    filter: Filter
    ids: "array[int]"  # type code "q"
    total: int  # posts in the whole library
    whole: bool = True  # else only the first of them: see `Catalog.beginning`
    # What the rows stand under where that is not their dates: (first id, words), from above.
    headings: tuple[tuple[int, str], ...] = ()
    # Where each post stands, by id, in an order that ids do not tell; None: nobody has looked.
    places: Mapping[int, int] | None = field(default=None, repr=False, compare=False)


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
    # most frequent first, then by value; years newest first. Values named stay, at 0.
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    months: tuple[tuple[str, int], ...]  # ("2022-02", posts), oldest first, whatever the dates


@dataclass(frozen=True, slots=True)
class Days:
    """What the timeline shows where it is looked at closely."""

    filter: Filter  # whose dates do not matter
    since: date
    until: date  # both included, as in a filter
    posts: tuple[tuple[date, int], ...]  # of the days between that have any, oldest first


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
