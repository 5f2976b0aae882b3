"""How many posts of a selection have each facet value, and how many fell on each month.

Counting goes through the posts selected, or, where those are more than half, through the
others, whose counts are then taken from the whole library's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import apsw

from reader.library.facet_values import FacetValues
from reader.library.filter_sql import Selection
from reader.library.values import Facet, FacetCount

_COUNT_FACETS = """
    SELECT facet_id, count(*) FROM temp.counted_posts
    CROSS JOIN post_facets INDEXED BY facets_of_post ON post_id = counted_posts.id
    GROUP BY facet_id
"""
_COUNT_DAYS = """
    SELECT local_day, count(*) FROM posts INDEXED BY posts_by_day
    WHERE +id IN (SELECT id FROM temp.counted_posts) GROUP BY local_day
"""
_ALL_FACETS = "SELECT facet_id, count(*) FROM post_facets GROUP BY facet_id"
_ALL_DAYS = "SELECT local_day, count(*) FROM posts GROUP BY local_day"
_TURN_ROUND = """
    DELETE FROM temp.other_posts;
    INSERT INTO temp.other_posts SELECT id FROM posts INDEXED BY posts_by_day
        WHERE +id NOT IN (SELECT id FROM temp.counted_posts);
    DELETE FROM temp.counted_posts;
    INSERT INTO temp.counted_posts SELECT id FROM temp.other_posts;
"""

_Key = TypeVar("_Key", int, str)

Tally = Mapping[int, int]  # posts by facet id
Days = Mapping[str, int]  # posts by local day
Months = tuple[tuple[str, int], ...]


class FacetCounts:
    """Counts over one index. What holds of the whole library is kept until `forget`."""

    def __init__(self, connection: apsw.Connection, values: FacetValues) -> None:
        self._connection = connection
        self._values = values
        self._total: int | None = None
        self._whole: tuple[Tally, Days] | None = None
        connection.execute("""
            CREATE TEMP TABLE counted_posts(id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE other_posts(id INTEGER PRIMARY KEY);
        """)

    def forget(self) -> None:
        """Count the whole library anew: the index changed."""
        self._total = self._whole = None

    def total(self) -> int:
        """Return the number of posts in the library."""
        if self._total is None:
            self._total = int(self._connection.execute("SELECT count(*) FROM posts").get)
        return self._total

    def count(
        self, selected: Selection, chosen: Mapping[Facet, Iterable[str]]
    ) -> tuple[dict[Facet, tuple[FacetCount, ...]], Months]:
        """Return each facet's values under the others' choices, and the months without dates.

        The orders are those of `reader.library.values.Counts`.
        """
        tally, days = self._tallies(selected)
        counts = self._by_facet(tally)
        for facet, _ in selected.facets:
            tally, _ = self._tallies(selected.without_facet(facet))
            counts[facet] = self._by_facet(tally)[facet]
        if selected.days:
            _, days = self._tallies(selected.without_days())
        facets = {facet: _ordered(facet, counts[facet], chosen.get(facet, ())) for facet in Facet}
        return facets, _months(days)

    def _tallies(self, selected: Selection) -> tuple[Tally, Days]:
        if selected.is_everything:
            return self._whole_tallies()
        sql, parameters = selected.ids_sql()
        run = self._connection.execute
        run("DELETE FROM temp.counted_posts")
        run(f"INSERT INTO temp.counted_posts {sql}", parameters)
        turned = self._connection.changes() * 2 > self.total()
        if turned:
            run(_TURN_ROUND)
        tally = dict[int, int](run(_COUNT_FACETS))
        days = dict[str, int](run(_COUNT_DAYS))
        if not turned:
            return tally, days
        all_facets, all_days = self._whole_tallies()
        return _less(all_facets, tally), _less(all_days, days)

    def _whole_tallies(self) -> tuple[Tally, Days]:
        if self._whole is None:
            run = self._connection.execute
            self._whole = dict[int, int](run(_ALL_FACETS)), dict[str, int](run(_ALL_DAYS))
        return self._whole

    def _by_facet(self, tally: Tally) -> dict[Facet, dict[str, int]]:
        named = self._values.named()
        counts: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        for number, count in tally.items():
            facet, value = named[number]
            counts[facet][value] = count
        return counts


def _less(whole: Mapping[_Key, int], part: Mapping[_Key, int]) -> dict[_Key, int]:
    """Return what is left of `whole` without `part`, as far as anything is."""
    left = dict(whole)
    for key, count in part.items():
        left[key] -= count
        if not left[key]:
            del left[key]
    return left


def _ordered(
    facet: Facet, counts: Mapping[str, int], chosen: Iterable[str]
) -> tuple[FacetCount, ...]:
    """Return the counts, most frequent first, years newest first; chosen values even at 0."""
    rows = [*counts.items(), *((value, 0) for value in chosen if value not in counts)]
    if facet is Facet.YEAR:
        rows.sort(reverse=True)
    else:
        rows.sort(key=lambda row: (-row[1], row[0]))
    return tuple(FacetCount(value, count) for value, count in rows)


def _months(days: Days) -> Months:
    months: Counter[str] = Counter()
    for day, count in days.items():
        months[day[:7]] += count
    return tuple(sorted(months.items()))
