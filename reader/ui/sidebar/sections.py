"""Which rows the sidebar shows: counts and the user's arrangement in, rows out. No Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from typing import Any, TypeVar, cast

from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf

FEW = 8  # values shown of a facet before "Show more"
FEW_MATCHES = 20  # values shown of a facet that is being filtered
STEP = 500  # values added by each "Show more", so that 20,000 tags cost nothing nobody asked for

_T = TypeVar("_T")

SECTIONS: tuple[Facet | None, ...] = (None, *Facet)  # None: the shelves


class RowKind(Enum):
    """What a row is."""

    HEADING = "heading"
    FILTER = "filter"  # the room of a filter box
    SHELF = "shelf"
    VALUE = "value"
    NO_MATCH = "no match"
    MORE = "more"
    FEWER = "fewer"


class Order(StrEnum):
    """How the values of a facet are sorted."""

    COUNT = "count"
    NAME = "name"  # years: newest first


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Two rows with the same `key` are the same row at different times."""

    kind: RowKind
    section: Facet | None
    value: str = ""
    count: int = 0  # posts; for MORE the values it would add
    chosen: bool = False
    open: bool = True  # HEADING: whether its rows are shown
    searchable: bool = False  # HEADING: whether a filter box is of any use

    @property
    def key(self) -> tuple[RowKind, Facet | None, str]:
        """Return what makes this row this row."""
        return self.kind, self.section, self.value


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the user likes the sidebar. Only the filter boxes are forgotten with the session."""

    collapsed: frozenset[Facet | None] = frozenset()
    expanded: Mapping[Facet, int] = field(default_factory=dict[Facet, int])  # values beyond FEW
    orders: Mapping[Facet, Order] = field(default_factory=dict[Facet, Order])
    filters: Mapping[Facet, str] = field(default_factory=dict[Facet, str])  # the open ones

    def order(self, facet: Facet) -> Order:
        """Return how the values of `facet` are sorted: years by year, all else by count."""
        return self.orders.get(facet, Order.NAME if facet is Facet.YEAR else Order.COUNT)

    def with_collapsed(self, section: Facet | None, collapsed: bool) -> "Arrangement":
        """Return this arrangement with `section` closed, its filter box too, or open."""
        if not collapsed:
            return replace(self, collapsed=self.collapsed - {section})
        filters = {facet: text for facet, text in self.filters.items() if facet is not section}
        return replace(self, collapsed=self.collapsed | {section}, filters=filters)

    def with_more(self, facet: Facet) -> "Arrangement":
        """Return this arrangement with some more values of `facet` shown."""
        more = self.expanded.get(facet, 0) + STEP
        return replace(self, expanded={**self.expanded, facet: more})

    def with_few(self, facet: Facet) -> "Arrangement":
        """Return this arrangement with only the first values of `facet` shown."""
        others = {other: more for other, more in self.expanded.items() if other is not facet}
        return replace(self, expanded=others)

    def with_order(self, facet: Facet, order: Order) -> "Arrangement":
        """Return this arrangement with the values of `facet` sorted by `order`."""
        return replace(self, orders={**self.orders, facet: order})

    def with_filter(self, facet: Facet, text: str | None) -> "Arrangement":
        """Return this arrangement with `text` in the filter box of `facet`; None closes it."""
        filters = {other: kept for other, kept in self.filters.items() if other is not facet}
        if text is not None:
            filters[facet] = text
        return replace(self, filters=filters, collapsed=self.collapsed - {facet})

    def state(self) -> dict[str, object]:
        """Return what a session keeps, as plain JSON values."""
        return {
            "collapsed": sorted(section or "library" for section in self.collapsed),
            "expanded": sorted(self.expanded),  # one step of each: the rest is for the moment
            "orders": {str(facet): str(order) for facet, order in self.orders.items()},
        }

    @classmethod
    def restored(cls, state: Mapping[str, object]) -> "Arrangement":
        """Return the arrangement that `state` described; whatever it does not know is left out."""
        facets: dict[str, Facet] = {str(facet): facet for facet in Facet}
        sections: dict[str, Facet | None] = {"library": None, **facets}
        known = {str(order): order for order in Order}
        orders = _mapping(state.get("orders"))
        return cls(
            collapsed=frozenset(_known(state.get("collapsed"), sections)),
            expanded=dict.fromkeys(_known(state.get("expanded"), facets), STEP),
            orders={
                facets[name]: known[order]
                for name, order in orders.items()
                if name in facets and order in known
            },
        )


@dataclass(frozen=True, slots=True)
class Alphabet:
    """How this user's language compares values."""

    sort_key: Callable[[str], Any]  # whatever compares with its like
    fold: Callable[[str], str]  # for the filter boxes


def rows_of(
    counts: Counts, shown: Filter, arrangement: Arrangement, alphabet: Alphabet
) -> dict[Facet | None, list[Row]]:
    """Return the rows of each section, in the order of `SECTIONS`; empty sections are hidden.

    `shown` says what is chosen: it may be newer than the counts.
    """
    sections: dict[Facet | None, list[Row]] = {None: list(_library(counts, shown, arrangement))}
    for facet in Facet:
        values = counts.facets.get(facet, ())
        sections[facet] = list(_section(facet, values, shown, arrangement, alphabet))
    return sections


def _library(counts: Counts, shown: Filter, arrangement: Arrangement) -> Iterator[Row]:
    is_open = None not in arrangement.collapsed
    yield Row(RowKind.HEADING, None, open=is_open)
    for shelf in Shelf if is_open else ():
        # "All" is where one is as long as nothing narrows it.
        chosen = shelf is shown.shelf and (shelf is not Shelf.ALL or not shown.facets)
        yield Row(RowKind.SHELF, None, shelf, counts.shelves.get(shelf, 0), chosen)


def _section(
    facet: Facet,
    values: tuple[FacetCount, ...],
    shown: Filter,
    arrangement: Arrangement,
    alphabet: Alphabet,
) -> Iterator[Row]:
    if not values:
        return
    is_open = facet not in arrangement.collapsed
    filtering = facet in arrangement.filters
    yield Row(RowKind.HEADING, facet, open=is_open, searchable=filtering or len(values) > FEW)
    if not is_open:
        return
    few = FEW
    if filtering:
        yield Row(RowKind.FILTER, facet)
        values = _matching(values, arrangement.filters[facet], alphabet)
        few = FEW_MATCHES if arrangement.filters[facet].strip() else FEW
    if not values:
        yield Row(RowKind.NO_MATCH, facet)
        return
    values = _sorted(facet, values, arrangement.order(facet), alphabet)
    chosen = frozenset(shown.chosen(facet))
    more = arrangement.expanded.get(facet, 0)
    visible = _first(values, few + more, chosen)
    for value in visible:
        yield Row(RowKind.VALUE, facet, value.value, value.count, value.value in chosen)
    if len(visible) < len(values):
        yield Row(RowKind.MORE, facet, count=min(STEP, len(values) - len(visible)))
    if more and len(values) > few + 1:
        yield Row(RowKind.FEWER, facet)


def _first(
    values: tuple[FacetCount, ...], few: int, chosen: frozenset[str]
) -> tuple[FacetCount, ...]:
    """Return the first `few` and every chosen one; all where only one would be hidden."""
    if len(values) <= few + 1:
        return values
    return (*values[:few], *(value for value in values[few:] if value.value in chosen))


def _matching(
    values: tuple[FacetCount, ...], text: str, alphabet: Alphabet
) -> tuple[FacetCount, ...]:
    """Return the values that hold every word of `text`; those beginning with it first."""
    if not text.strip():
        return values
    typed = alphabet.fold(text.strip())
    folded = [(alphabet.fold(value.value), value) for value in values]
    words = typed.split()
    found = [(name, value) for name, value in folded if all(word in name for word in words)]
    beginning = [value for name, value in found if name.startswith(typed)]
    return (*beginning, *(value for name, value in found if not name.startswith(typed)))


def _sorted(
    facet: Facet, values: tuple[FacetCount, ...], order: Order, alphabet: Alphabet
) -> tuple[FacetCount, ...]:
    """Return `values`, which come by count (years: newest first), in `order`."""
    if facet is Facet.YEAR:
        by_count = sorted(values, key=lambda value: -value.count)
        return tuple(by_count) if order is Order.COUNT else values
    if order is Order.COUNT:
        return values
    return tuple(sorted(values, key=lambda value: alphabet.sort_key(value.value)))


def _known(value: object, known: Mapping[str, _T]) -> Iterator[_T]:
    """Return what the names in the list `value` stand for; others are left out."""
    for name in cast("list[object]", value) if isinstance(value, list) else ():
        if isinstance(name, str) and name in known:
            yield known[name]


def _mapping(value: object) -> dict[str, str]:
    """Return the texts of the object `value`, by name."""
    entries = cast("dict[object, object]", value) if isinstance(value, dict) else {}
    return {str(name): str(entry) for name, entry in entries.items()}
