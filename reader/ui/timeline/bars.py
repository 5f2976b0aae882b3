"""From posts per month or day to bars that fit, and back to days. No Qt."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.library.values import Counts, Shelf

_STEPS = (1, 3, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 10000)))
_DAY = timedelta(days=1)
_WEEK = 7

Months = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Bar:
    """The posts of a day, a week, a month, a quarter or some whole years."""

    since: date
    until: date
    posts: int


@dataclass(frozen=True, slots=True)
class Span:
    """The days from one to the other, both included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.until - self.since).days + 1

    def holds(self, other: "Span") -> bool:
        """Return whether every day of `other` is one of these."""
        return self.since <= other.since and other.until <= self.until

    @property
    def text(self) -> str:
        """Return the days as an interval of ISO 8601, for `of_text`."""
        return f"{self.since.isoformat()}/{self.until.isoformat()}"

    @classmethod
    def of_text(cls, text: str) -> "Span | None":
        """Return the days that `text` names; None where it names none, in their order."""
        try:
            since, until = map(date.fromisoformat, text.split("/"))
        except ValueError:
            return None
        return cls(since, until) if since <= until else None


def bars_of(months: Months, room: int, within: Span | None = None) -> tuple[Bar, ...]:
    """Return at most `room` bars for `months` ("2022-02", posts), oldest first.

    One a month where they all fit, else one a quarter, a year, or as many years as it takes.
    Times without posts are bars of 0 posts, so that equal lengths are equal times. They go from
    the first month to the last, or from that of the first day `within` to that of the last.
    """
    counts: dict[int, int] = {}
    for number, posts in map(_numbered, months):
        if number is not None:
            counts[number] = counts.get(number, 0) + posts
    if not counts or room < 1:
        return ()
    first, last = min(counts), max(counts)
    if within is not None:
        first, last = _number(within.since), _number(within.until)
    fitting = (step for step in _STEPS if last // step - first // step < room)
    step = next(fitting, _STEPS[-1])
    totals: dict[int, int] = {}
    for number, posts in counts.items():
        totals[number // step] = totals.get(number // step, 0) + posts
    return tuple(
        Bar(_first_day(group * step), _last_day(group * step + step - 1), totals.get(group, 0))
        for group in range(first // step, last // step + 1)
    )


def close_bars(
    days: Iterable[tuple[date, int]], within: Span, room: int, first_weekday: int = 0
) -> tuple[Bar, ...]:
    """Return a bar a day or a week for the days `within`; none where even weeks do not fit.

    Weeks begin on `first_weekday`, 0 for Monday; those at the ends are whole.
    """
    length = 1 if within.days <= room else _WEEK
    start = _begin(within.since, length, first_weekday)
    count = -(-((within.until - start).days + 1) // length)
    if not 0 < count <= room:
        return ()
    totals = [0] * count
    for day, posts in days:
        at = (day - start).days // length
        if 0 <= at < count:
            totals[at] += posts
    ends = date.max - start
    return tuple(
        Bar(
            start + timedelta(days=at * length),
            start + min(timedelta(days=at * length + length - 1), ends),
            posts,
        )
        for at, posts in enumerate(totals)
    )


def wants_days(within: Span, room: int) -> bool:
    """Return whether `within` is looked at so closely that days or weeks are to be shown."""
    return within.days <= (room - 1) * _WEEK


def whole_of(months: Months) -> Span | None:
    """Return the days of all `months`; None where there are none."""
    numbers = [number for number, _ in map(_numbered, months) if number is not None]
    return Span(_first_day(min(numbers)), _last_day(max(numbers))) if numbers else None


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


def _begin(day: date, length: int, first_weekday: int) -> date:
    """Return the first day of the week that `day` is in; `day` itself where a bar is a day."""
    back = (day.weekday() - first_weekday) % _WEEK if length == _WEEK else 0
    return day - min(timedelta(days=back), day - date.min)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


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
    return _first_day(number + 1) - _DAY if number < 119999 else date.max
