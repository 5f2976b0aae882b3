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
    PIN = "pin"  # a value of a facet once more, below the shelves
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
    excluded: bool = False
    open: bool = True  # HEADING, and VALUE with others nested in it: whether these are shown
    searchable: bool = False  # HEADING: whether a filter box is of any use
    parent: str = ""  # VALUE: the one it is nested in and stands below
    depth: int = 0  # in how many others it is nested
    nests: bool = False  # VALUE: whether others are nested in it

    @property
    def key(self) -> tuple[RowKind, Facet | None, str]:
        """Return what makes this row this row."""
        return self.kind, self.section, self.value

    @property
    def home(self) -> Facet | None:
        """Return the section it stands in."""
        return None if self.kind is RowKind.PIN else self.section

    @property
    def pair(self) -> tuple[Facet, str] | None:
        """Return the facet and value it stands for, None where it does for none."""
        named = self.kind is RowKind.VALUE or self.kind is RowKind.PIN
        return (self.section, self.value) if named and self.section is not None else None


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
    excluded: frozenset[str]
    kept: frozenset[str]  # both, and what they are nested in
    arrangement: Arrangement
    alphabet: Alphabet


Held = Mapping[Facet | None, Mapping[str, int]]


def rows_of(
    counts: Counts,
    shown: Filter,
    arrangement: Arrangement,
    alphabet: Alphabet,
    held: Held | None = None,
) -> dict[Facet | None, list[Row]]:
    """Return the rows of each section, in the order of `SECTIONS`; empty sections are hidden.

    `shown` says what is chosen: it may be newer than the counts. Values that are `held` keep
    their places before all others, however many posts these have.
    """
    sections: dict[Facet | None, list[Row]] = {None: list(_library(counts, shown, arrangement))}
    for facet in Facet:
        values = counts.facets.get(facet, ())
        if held and (places := held.get(facet)):
            values = tuple(sorted(values, key=_place_in(places)))
        sections[facet] = list(_section(facet, values, shown, arrangement, alphabet))
    return sections


def _place_in(places: Mapping[str, int]) -> Callable[[FacetCount], int]:
    return lambda value: places.get(value.value, len(places))


def _library(counts: Counts, shown: Filter, arrangement: Arrangement) -> Iterator[Row]:
    is_open = None not in arrangement.collapsed
    yield Row(RowKind.HEADING, None, open=is_open)
    for shelf in Shelf if is_open else ():
        # "All" is where one is as long as nothing narrows it.
        named = shown.facets or shown.excluded
        chosen = shelf is shown.shelf and (shelf is not Shelf.ALL or not named)
        yield Row(RowKind.SHELF, None, shelf, counts.shelves.get(shelf, 0), chosen)
    for facet, value in arrangement.pins if is_open else ():
        found = _found(facet, value, counts.facets.get(facet, ()))
        key = facet.key(value)
        yield Row(
            RowKind.PIN,
            facet,
            value,
            found.count if found else 0,
            chosen=any(facet.key(other) == key for other in shown.chosen(facet)),
            excluded=any(facet.key(other) == key for other in shown.left_out(facet)),
        )


def _found(facet: Facet, value: str, values: tuple[FacetCount, ...]) -> FacetCount | None:
    """Return the count of `value`, however spelled; None where no post has it."""
    found = next((each for each in values if each.value == value), None)
    if found is None:
        key = facet.key(value)
        found = next((each for each in values if facet.key(each.value) == key), None)
    return found


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
    excluded = _chosen(facet, values, shown.left_out(facet))
    kept = chosen | excluded
    kept |= _holding(values, kept) if len(below) > 1 else frozenset[str]()
    tree = _Tree(facet, below, chosen, excluded, kept, arrangement, alphabet)
    yield from _branch(tree, "", 0, few)


def _branch(tree: _Tree, parent: str, depth: int, few: int) -> Iterator[Row]:
    """Return the rows of what is nested in `parent`, and of what is nested in these."""
    values = _sorted(tree, tree.below[parent])
    more = tree.arrangement.more(tree.facet, parent)
    visible = _first(values, few + more, tree.kept)
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
        value.value in tree.excluded,
        open=is_open or not nests,
        parent=value.parent if depth else "",
        depth=depth,
        nests=nests,
    )
    if is_open:
        yield from _branch(tree, value.value, depth + 1, FEW_NESTED)
    elif nests and value.value in tree.kept:
        for inner in _sorted(tree, tree.below[value.value]):
            if inner.value in tree.kept:
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
