"""From posts per month to bars that fit, and back to days. No Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.library.values import Counts, Shelf

_STEPS = (1, 3, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 10000)))


@dataclass(frozen=True, slots=True)
class Bar:
    """The posts of a month, a quarter or some whole years."""

    since: date
    until: date
    posts: int


def bars_of(months: Sequence[tuple[str, int]], room: int) -> tuple[Bar, ...]:
    """Return at most `room` bars for `months` ("2022-02", posts), oldest first.

    One a month where they all fit, else one a quarter, a year, or as many years as it takes.
    Times without posts are bars of 0 posts, so that equal lengths are equal times.
    """
    counts: dict[int, int] = {}
    for number, posts in map(_numbered, months):
        if number is not None:
            counts[number] = counts.get(number, 0) + posts
    if not counts or room < 1:
        return ()
    first, last = min(counts), max(counts)
    fitting = (step for step in _STEPS if last // step - first // step < room)
    step = next(fitting, _STEPS[-1])
    totals: dict[int, int] = {}
    for number, posts in counts.items():
        totals[number // step] = totals.get(number // step, 0) + posts
    return tuple(
        Bar(_first_day(group * step), _last_day(group * step + step - 1), totals.get(group, 0))
        for group in range(first // step, last // step + 1)
    )


def span_of(counts: Counts, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the months between which the library's posts lie, as far as `counts` can tell.

    Counts of a narrowed library tell nothing about its ends, so `before` remains, made longer
    where it must be.
    """
    shown = counts.filter
    named = shown.facets or shown.excluded
    whole = shown.shelf is Shelf.ALL and not shown.query and not named
    months = [month for month, _ in counts.months] + ([] if whole else list(before))
    return (min(months), max(months)) if months else before


def bars_within(bars: Sequence[Bar], since: date | None, until: date | None) -> range:
    """Return which bars hold a day of `since` to `until`; all days where both are None."""
    first, end = 0, len(bars)
    if since is not None:
        first = bisect_right(bars, since, key=lambda bar: bar.until)
        first -= first > 0 and bars[first - 1].until == since
    if until is not None:
        end = bisect_right(bars, until, key=lambda bar: bar.since)
    return range(first, max(first, end))


def _numbered(month: tuple[str, int]) -> tuple[int | None, int]:
    """Return the number of `month` since the year 0, and its posts; None if it is no month."""
    name, posts = month
    year, _, month_of_year = name.partition("-")
    if not (year.isdigit() and month_of_year.isdigit()):
        return None, posts
    number = int(year) * 12 + int(month_of_year) - 1
    return (number if 12 <= number < 120000 and 1 <= int(month_of_year) <= 12 else None), posts


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1) if number >= 12 else date.min


def _last_day(number: int) -> date:
    return _first_day(number + 1) - timedelta(days=1) if number < 119999 else date.max
