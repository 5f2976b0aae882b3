"""How the user likes the sidebar: what is open, how it is sorted, what is looked for. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar, cast

from reader.library.values import Facet

STEP = 500  # values added by each "Show more", so that 20,000 tags cost nothing nobody asked for

Pin = tuple[Facet, str]

_T = TypeVar("_T")


class Order(StrEnum):
    """How the values of a facet are sorted."""

    COUNT = "count"
    NAME = "name"  # years: newest first


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the rows are arranged. A session keeps it, but for the filter boxes and the pins."""

    collapsed: frozenset[Facet | None] = frozenset()
    # Values shown beyond the first ones: of a facet, or of those nested in one of its values.
    expanded: Mapping[tuple[Facet, str], int] = field(default_factory=dict[tuple[Facet, str], int])
    unfolded: Mapping[Facet, frozenset[str]] = field(
        default_factory=dict[Facet, frozenset[str]]
    )  # values whose nested ones are shown, by `Facet.key`
    orders: Mapping[Facet, Order] = field(default_factory=dict[Facet, Order])
    filters: Mapping[Facet, str] = field(default_factory=dict[Facet, str])  # the open ones
    pins: tuple[Pin, ...] = ()  # in their order; kept with the saved searches

    def is_pinned(self, facet: Facet, value: str) -> bool:
        """Return whether `value`, however spelled, is pinned."""
        key = facet.key(value)
        return any(of is facet and of.key(name) == key for of, name in self.pins)

    def order(self, facet: Facet) -> Order:
        """Return how the values of `facet` are sorted: years by year, all else by count."""
        return self.orders.get(facet, Order.NAME if facet is Facet.YEAR else Order.COUNT)

    def more(self, facet: Facet, parent: str = "") -> int:
        """Return how many values are shown beyond the first, of `facet` or nested in `parent`."""
        return self.expanded.get((facet, parent), 0)

    def is_unfolded(self, facet: Facet, value: str) -> bool:
        """Return whether what is nested in `value` is shown."""
        unfolded = self.unfolded.get(facet)
        return unfolded is not None and facet.key(value) in unfolded

    def with_collapsed(self, section: Facet | None, collapsed: bool) -> "Arrangement":
        """Return this arrangement with `section` closed, its filter box too, or open."""
        if not collapsed:
            return replace(self, collapsed=self.collapsed - {section})
        filters = {facet: text for facet, text in self.filters.items() if facet is not section}
        return replace(self, collapsed=self.collapsed | {section}, filters=filters)

    def with_unfolded(self, facet: Facet, value: str, unfolded: bool) -> "Arrangement":
        """Return this arrangement with what is nested in `value` shown or not."""
        key = {facet.key(value)}
        present = self.unfolded.get(facet, frozenset[str]())
        return replace(
            self, unfolded={**self.unfolded, facet: present | key if unfolded else present - key}
        )

    def with_more(self, facet: Facet, parent: str = "") -> "Arrangement":
        """Return this arrangement with some more values shown."""
        more = self.more(facet, parent) + STEP
        return replace(self, expanded={**self.expanded, (facet, parent): more})

    def with_few(self, facet: Facet, parent: str = "") -> "Arrangement":
        """Return this arrangement with only the first values shown."""
        present = self.expanded.items()
        return replace(
            self, expanded={place: more for place, more in present if place != (facet, parent)}
        )

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
            # One step of each facet: the rest is for the moment.
            "expanded": sorted(facet for facet, parent in self.expanded if not parent),
            "unfolded": {
                str(facet): sorted(values) for facet, values in self.unfolded.items() if values
            },
            "orders": {str(facet): str(order) for facet, order in self.orders.items()},
        }

    @classmethod
    def restored(cls, state: Mapping[str, object]) -> "Arrangement":
        """Return the arrangement that `state` described; whatever it does not know is left out."""
        facets: dict[str, Facet] = {str(facet): facet for facet in Facet}
        sections: dict[str, Facet | None] = {"library": None, **facets}
        known = {str(order): order for order in Order}
        return cls(
            collapsed=frozenset(_known(state.get("collapsed"), sections)),
            expanded={(facet, ""): STEP for facet in _known(state.get("expanded"), facets)},
            unfolded={
                facets[name]: values
                for name, listed in _mapping(state.get("unfolded")).items()
                if name in facets and (values := frozenset(_texts(listed)))
            },
            orders={
                facets[name]: known[str(order)]
                for name, order in _mapping(state.get("orders")).items()
                if name in facets and str(order) in known
            },
        )


def _known(value: object, known: Mapping[str, _T]) -> Iterator[_T]:
    """Return what the names in the list `value` stand for; others are left out."""
    return (known[name] for name in _texts(value) if name in known)


def _texts(value: object) -> Iterator[str]:
    """Return the texts in the list `value`."""
    for text in cast("list[object]", value) if isinstance(value, list) else ():
        if isinstance(text, str):
            yield text


def _mapping(value: object) -> dict[str, object]:
    """Return the object `value`, by name."""
    entries = cast("dict[object, object]", value) if isinstance(value, dict) else {}
    return {str(name): entry for name, entry in entries.items()}
