"""How many posts of a selection have each facet value, and how many fell in each month.

Counting goes through the posts selected, or, where those are more than five eighths, through
the others, whose counts are then taken from the whole library's: finding them takes as long as
counting an eighth. Without one of its facets a selection is larger; where it can be, only what
comes in addition is counted.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import itemgetter

import apsw

from reader.library.facet_lists import tally
from reader.library.facet_values import FacetValues
from reader.library.filter_sql import Parameters, Selection
from reader.library.id_lists import fetch_ids, without
from reader.library.post_ids import day_of, first_id_of
from reader.library.values import Facet, FacetCount

_ALL_DAYS = "SELECT local_day, count(*) FROM posts GROUP BY local_day ORDER BY local_day"
_ALL_LISTS = "SELECT group_concat(facets, '') FROM facet_lists"
_ALL_IDS = "SELECT post_id AS id FROM facet_lists ORDER BY post_id"
_LISTS = """
    SELECT group_concat(facets, '') FROM carray(?) CROSS JOIN facet_lists ON post_id = value
"""

Tally = Mapping[int, int]  # posts by facet id
FacetTable = Mapping[Facet, tuple[FacetCount, ...]]
Months = tuple[tuple[str, int], ...]


class _Rows(dict[tuple[str, int, str], FacetCount]):
    """Rows of one count. Most of a facet's many values are as in the count before."""

    def __init__(self, before: "_Rows | None" = None) -> None:
        super().__init__()
        self._before = {} if before is None else dict(before)

    def __missing__(self, row: tuple[str, int, str]) -> FacetCount:
        self[row] = made = self._before.get(row) or FacetCount(*row)
        return made


class FacetCounts:
    """Counts over one index. What holds of the whole library is kept until `forget`."""

    def __init__(self, connection: apsw.Connection, values: FacetValues) -> None:
        self._connection = connection
        self._values = values
        self._total: int | None = None
        self._whole: tuple[Tally, Months, FacetTable] | None = None
        self._ids: array[int] | None = None  # of all posts, rising
        self._rows = _Rows()

    def forget(self) -> None:
        """Count the whole library anew: the index changed."""
        self._total = self._whole = self._ids = None
        self._rows = _Rows()

    def total(self) -> int:
        """Return the number of posts in the library."""
        if self._total is None:
            self._total = int(self._connection.execute("SELECT count(*) FROM posts").get)
        return self._total

    def count(
        self, selected: Selection, chosen: Mapping[Facet, Iterable[str]]
    ) -> tuple[FacetTable, Months]:
        """Return each facet's values under the others' choices, and the months without dates.

        The orders are those of `reader.library.values.Counts`. Inside a transaction.
        """
        if selected.is_everything:
            _, months, facets = self._of_everything()
            return facets, months
        ids = self._rising(selected)
        counted = self._count(ids)
        counts = self._by_facet(counted)
        for facet, _ in selected.facets:
            counts[facet] = self._alone(facet, selected.without_facet(facet), ids, counted)
        months = self._months(selected.without_days()) if selected.days else months_of(ids)
        return self._ordered(counts, chosen), months

    def days(self, selected: Selection) -> tuple[tuple[date, int], ...]:
        """Return the posts of each day that has any, oldest first. Inside a transaction."""
        return days_of(fetch_ids(self._connection, *selected.ids_sql()))

    def _alone(
        self, facet: Facet, selected: Selection, within: "array[int]", counted: Tally
    ) -> dict[str, int]:
        """Return the counts of one facet; of the posts `within` they are `counted`."""
        if facet is Facet.YEAR:
            return _years(self._months(selected))
        if selected.is_everything:
            return self._by_facet(self._of_everything()[0])[facet]
        ids = self._rising(selected)
        if not within or len(ids) - len(within) > self.total() - len(ids):
            return self._by_facet(self._count(ids))[facet]
        return self._by_facet(_sum(counted, self._tally(without(ids, within))))[facet]

    def _months(self, selected: Selection) -> Months:
        if selected.is_everything:
            return self._of_everything()[1]
        return months_of(fetch_ids(self._connection, *selected.ids_sql()))

    def _rising(self, selected: Selection) -> "array[int]":
        others = selected.all_but
        if others is not None:
            return without(self._all(), self._sorted(*others))
        return self._sorted(*selected.ids_sql())

    def _sorted(self, sql: str, parameters: Parameters) -> "array[int]":
        return array("q", sorted(fetch_ids(self._connection, sql, parameters)))

    def _all(self) -> "array[int]":
        if self._ids is None:
            self._ids = fetch_ids(self._connection, _ALL_IDS)
        return self._ids

    def _count(self, ids: "array[int]") -> Tally:
        if len(ids) * 8 <= self.total() * 5:
            return self._tally(ids)
        return _less(self._of_everything()[0], self._tally(without(self._all(), ids)))

    def _tally(self, ids: "array[int]") -> Tally:
        return tally(self._connection.execute(_LISTS, (apsw.carray(ids),)).get or "") if ids else {}

    def _of_everything(self) -> tuple[Tally, Months, FacetTable]:
        if self._whole is None:
            whole = tally(self._connection.execute(_ALL_LISTS).get or "")
            months: dict[str, int] = {}
            for day, count in self._connection.execute(_ALL_DAYS):
                months[day[:7]] = months.get(day[:7], 0) + count
            facets = self._ordered(self._by_facet(whole), {})
            self._whole = whole, tuple(months.items()), facets
        return self._whole

    def _by_facet(self, counted: Tally) -> dict[Facet, dict[str, int]]:
        named = self._values.named()
        counts: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        for number, count in counted.items():
            facet, value = named[number]
            of_facet = counts[facet]
            of_facet[value] = of_facet.get(value, 0) + count  # of all its spellings
        return counts

    def _ordered(
        self, counts: Mapping[Facet, Mapping[str, int]], chosen: Mapping[Facet, Iterable[str]]
    ) -> FacetTable:
        self._rows = _Rows(self._rows)
        return {
            facet: self._rows_of(facet, counts[facet], chosen.get(facet, ())) for facet in Facet
        }

    def _rows_of(
        self, facet: Facet, counts: Mapping[str, int], chosen: Iterable[str]
    ) -> tuple[FacetCount, ...]:
        spelled = {facet.key(value): value for value in reversed(tuple(chosen))}
        kept = {self._values.called(facet, value) for value in spelled.values()}
        nesting = self._values.nesting(facet)
        hidden, parents, made = nesting.hidden - kept, nesting.parents, self._rows
        return tuple(
            made[value, count, parents.get(value, "")]
            for value, count in _in_order(facet, counts, kept)
            if value not in hidden
        )


def months_of(ids: Iterable[int]) -> Months:
    """Return how many posts each month has that has any, oldest first."""
    rising = sorted(ids)
    months: list[tuple[str, int]] = []
    done = 0
    while done < len(rising):
        first = day_of(rising[done]).replace(day=1)
        following = first + timedelta(days=31) if first < _LAST_MONTH else None
        end = len(rising)
        if following is not None:
            end = bisect_left(rising, first_id_of(following.replace(day=1)), done + 1)
        months.append((first.isoformat()[:7], end - done))
        done = end
    return tuple(months)


def days_of(ids: Iterable[int]) -> tuple[tuple[date, int], ...]:
    """Return how many posts each day has that has any, oldest first."""
    rising = sorted(ids)
    days: list[tuple[date, int]] = []
    done = 0
    while done < len(rising):
        day = day_of(rising[done])
        end = len(rising)
        if day < date.max:
            end = bisect_left(rising, first_id_of(day + timedelta(days=1)), done + 1)
        days.append((day, end - done))
        done = end
    return tuple(days)


_LAST_MONTH = date.max.replace(day=1)


def _years(months: Months) -> dict[str, int]:
    """Return the years and months, of which every post has its own and no other."""
    counts = dict(months)
    for month, count in months:
        year = month[:4]
        counts[year] = counts.get(year, 0) + count
    return counts


def _sum(tally: Tally, other: Tally) -> Tally:
    sums = dict(tally)
    for number, count in other.items():
        sums[number] = sums.get(number, 0) + count
    return sums


def _less(whole: Tally, part: Tally) -> Tally:
    """Return what is left of `whole` without `part`, as far as anything is."""
    left = dict(whole)
    for number, count in part.items():
        left[number] -= count
        if not left[number]:
            del left[number]
    return left


def _in_order(
    facet: Facet, counts: Mapping[str, int], chosen: Iterable[str]
) -> list[tuple[str, int]]:
    """Return values and counts, most frequent first, years newest first; chosen ones even at 0."""
    rows = [*counts.items(), *((value, 0) for value in chosen if value not in counts)]
    rows.sort(key=itemgetter(0), reverse=facet is Facet.YEAR)
    if facet is not Facet.YEAR:
        rows.sort(key=itemgetter(1), reverse=True)  # stable: then by value
    return rows
