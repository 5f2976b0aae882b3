"""Which rows the sidebar shows: counts and the user's arrangement in, rows out. No Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.sidebar.arrangement import STEP, Arrangement, Order

FEW = 8  # values shown of a facet before "Show more"
FEW_NESTED = 12  # values shown of those nested in one: a year's months, all of them
FEW_MATCHES = 20  # values shown of a facet that is being filtered

SECTIONS: tuple[Facet | None, ...] = (None, *Facet)  # None: the shelves


class RowKind(Enum):
    """What a row is."""

    HEADING = "heading"
    FILTER = "filter"  # the room of a filter box
    SHELF = "shelf"
    VALUE = "value"
    NO_MATCH = "no match"
    MORE = "more"  # its value is that of the row it shows more of, "" for the section
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Two rows with the same `key` are the same row at different times."""

    kind: RowKind
    section: Facet | None
    value: str = ""
    count: int = 0  # posts; for MORE the values it would add
    chosen: bool = False
    open: bool = True  # HEADING, and VALUE with others nested in it: whether these are shown
    searchable: bool = False  # HEADING: whether a filter box is of any use
    parent: str = ""  # VALUE: the one it is nested in and stands below
    depth: int = 0  # in how many others it is nested
    nests: bool = False  # VALUE: whether others are nested in it

    @property
    def key(self) -> tuple[RowKind, Facet | None, str]:
        """Return what makes this row this row."""
        return self.kind, self.section, self.value


@dataclass(frozen=True, slots=True)
class Alphabet:
    """How this user's language compares values."""

    in_order: Callable[[Iterable[str]], Mapping[str, int]]  # places by name; of others too
    fold: Callable[[str], str]  # for the filter boxes


@dataclass(frozen=True, slots=True)
class _Tree:
    """The values of one section, each below the one it is nested in, and what is chosen."""

    facet: Facet
    below: Mapping[str, list[FacetCount]]  # by parent, "" for the outermost
    chosen: frozenset[str]
    holding: frozenset[str]  # what some chosen one is nested in
    arrangement: Arrangement
    alphabet: Alphabet


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
    below: Mapping[str, list[FacetCount]]
    if filtering:
        yield Row(RowKind.FILTER, facet)
    if filtering and arrangement.filters[facet].strip():
        below = {"": _matching(values, arrangement.filters[facet], alphabet)}
        few = FEW_MATCHES
    else:
        below = _nested(values)
    if not below[""]:
        yield Row(RowKind.NO_MATCH, facet)
        return
    chosen = _chosen(facet, values, shown.chosen(facet))
    holding = _holding(values, chosen) if len(below) > 1 else frozenset[str]()
    tree = _Tree(facet, below, chosen, holding, arrangement, alphabet)
    yield from _branch(tree, "", 0, few)


def _branch(tree: _Tree, parent: str, depth: int, few: int) -> Iterator[Row]:
    """Return the rows of what is nested in `parent`, and of what is nested in these."""
    values = _sorted(tree, tree.below[parent])
    more = tree.arrangement.more(tree.facet, parent)
    visible = _first(values, few + more, tree.chosen | tree.holding)
    for value in visible:
        yield from _value(tree, value, depth)
    if len(visible) < len(values):
        left = min(STEP, len(values) - len(visible))
        yield Row(RowKind.MORE, tree.facet, parent, left, depth=depth)
    if more and len(values) > few + 1:
        yield Row(RowKind.FEWER, tree.facet, parent, depth=depth)


def _value(tree: _Tree, value: FacetCount, depth: int) -> Iterator[Row]:
    """Return the row of `value`, and below it what is open, or of what is not the chosen ones."""
    nests = value.value in tree.below
    is_open = nests and tree.arrangement.is_unfolded(tree.facet, value.value)
    yield Row(
        RowKind.VALUE,
        tree.facet,
        value.value,
        value.count,
        value.value in tree.chosen,
        open=is_open or not nests,
        parent=value.parent if depth else "",
        depth=depth,
        nests=nests,
    )
    if is_open:
        yield from _branch(tree, value.value, depth + 1, FEW_NESTED)
    elif value.value in tree.holding:
        for inner in _sorted(tree, tree.below[value.value]):
            if inner.value in tree.chosen or inner.value in tree.holding:
                yield from _value(tree, inner, depth + 1)


def _nested(values: tuple[FacetCount, ...]) -> Mapping[str, list[FacetCount]]:
    """Return `values` by the one they are nested in; a chosen one can outlive that."""
    parents = {value.parent for value in values}
    there = {value.value for value in values if value.value in parents}
    below: dict[str, list[FacetCount]] = {parent: [] for parent in ("", *there)}
    for value in values:
        below[value.parent if value.parent in below else ""].append(value)
    return below


def _chosen(
    facet: Facet, values: tuple[FacetCount, ...], chosen: tuple[str, ...]
) -> frozenset[str]:
    """Return which of `values` are chosen: the filter may spell them otherwise."""
    if not chosen:
        return frozenset()
    wanted = frozenset(chosen)
    found = frozenset(value.value for value in values if value.value in wanted)
    if len(found) == len(wanted):
        return found
    keys = {facet.key(value) for value in wanted}
    return frozenset(value.value for value in values if facet.key(value.value) in keys)


def _holding(values: tuple[FacetCount, ...], chosen: frozenset[str]) -> frozenset[str]:
    """Return what the chosen values are nested in."""
    if not chosen:
        return frozenset()
    parents = {value.value: value.parent for value in values if value.parent}
    holding: set[str] = set()
    for value in chosen:
        outer = parents.get(value)
        while outer and outer not in holding:
            holding.add(outer)
            outer = parents.get(outer)
    return frozenset(holding)


def _first(values: list[FacetCount], few: int, kept: frozenset[str]) -> list[FacetCount]:
    """Return the first `few` and every one to be kept; all where only one would be hidden."""
    if len(values) <= few + 1:
        return values
    return [*values[:few], *(value for value in values[few:] if value.value in kept)]


def _matching(values: tuple[FacetCount, ...], text: str, alphabet: Alphabet) -> list[FacetCount]:
    """Return the values, nested or not, that hold each word of `text`; first what begins so."""
    typed = alphabet.fold(text.strip())
    fold = alphabet.fold
    found: Sequence[FacetCount] = values
    for word in typed.split():
        found = [value for value in found if word in fold(value.value)]
    beginning = [value for value in found if fold(value.value).startswith(typed)]
    return beginning + [value for value in found if not fold(value.value).startswith(typed)]


def _sorted(tree: _Tree, values: list[FacetCount]) -> list[FacetCount]:
    """Return `values`, which come by count (years: newest first), in the order wanted."""
    order = tree.arrangement.order(tree.facet)
    if tree.facet is Facet.YEAR:
        return sorted(values, key=lambda value: -value.count) if order is Order.COUNT else values
    if order is Order.COUNT:
        return values
    places = tree.alphabet.in_order(value.value for value in values)
    return sorted(values, key=lambda value: places[value.value])
