"""Which time the timeline shows, and in which bars: what is known of a library's posts. No Qt."""

from dataclasses import dataclass, field, replace
from datetime import date

from reader.library.values import Counts, Days, Filter, Sort
from reader.ui.timeline import zoom
from reader.ui.timeline.bars import (
    Bar,
    Span,
    bars_of,
    close_bars,
    span_of,
    wants_days,
    whole_of,
)

_WEEK = 6  # days: by how many bars go beyond the time they are of


@dataclass(frozen=True, slots=True)
class TimeShown:
    """Posts by month, by day where they are looked at closely, and the part that is shown."""

    filter: Filter = field(default_factory=Filter)  # without dates and order
    months: tuple[tuple[str, int], ...] = ()
    ends: tuple[str, ...] = ()  # the months between which the library's posts lie
    days: Days | None = None
    part: Span | None = None  # None: the whole time
    first_weekday: int = 0

    @classmethod
    def taken_up(cls, part: Span | None, first_weekday: int) -> "TimeShown":
        """Return what is shown of a library of which nothing is known but that `part` was.

        Its posts lie around that at least: counts of a narrowed library do not tell.
        """
        ends = (
            () if part is None else tuple(day.isoformat()[:7] for day in (part.since, part.until))
        )
        return cls(ends=ends, part=part, first_weekday=first_weekday)

    @property
    def whole(self) -> Span | None:
        """Return all days of the library; None where it has no posts."""
        return whole_of(self.months)

    @property
    def span(self) -> Span | None:
        """Return the days shown."""
        return self.part or self.whole

    def counted(self, counts: Counts) -> "TimeShown":
        """Return what is shown once `counts` are known.

        The time shown stays that of the whole library while it is narrowed: a tag's posts stand
        where they are in it.
        """
        ends = span_of(counts, self.ends)
        months = (*((month, 0) for month in ends), *counts.months)
        shown = without_dates(counts.filter)
        days = self.days if self.filter == shown else None
        fresh = replace(self, filter=shown, months=months, ends=ends, days=days)
        whole = fresh.whole
        fits = self.part is not None and whole is not None and whole.holds(self.part)
        return fresh if fits else replace(fresh, part=None)

    def with_days(self, days: Days) -> "TimeShown":
        """Return what is shown once `days` are known; those of another filter change nothing."""
        return replace(self, days=days) if without_dates(days.filter) == self.filter else self

    def zoomed(self, about: date, times: float) -> "TimeShown":
        """Return a shorter or longer part, in which `about` stays where it is."""
        span, whole = self.span, self.whole
        if span is None or whole is None or (self.part is None and times > 1):
            return self
        return replace(self, part=zoom.zoomed(span, whole, about, times))

    def moved(self, by: int) -> "TimeShown":
        """Return the part that is so many days later."""
        if self.part is None or self.whole is None:
            return self
        return replace(self, part=zoom.moved(self.part, self.whole, by))

    def showing(self, other: Span) -> "TimeShown":
        """Return the part that has `other`, too, as far as there are posts."""
        if self.part is None or self.whole is None:
            return self
        return replace(self, part=zoom.showing(self.part, self.whole, other))

    def bars(self, room: int) -> tuple[Bar, ...]:
        """Return at most `room` bars: days and weeks where those are known."""
        part, whole = self.part, self.whole
        if part is None or whole is None or not wants_days(part, room):
            return bars_of(self.months, room, part)
        known = self.days and Span(self.days.since, self.days.until)
        bars: tuple[Bar, ...] = ()
        if self.days and known and known.holds(zoom.around(part, whole, _WEEK)):
            bars = close_bars(self.days.posts, part, room, self.first_weekday)
        return bars or bars_of(self.months, room, part)

    def days_wanted(self, room: int, asked: Span | None) -> Span | None:
        """Return the days that should be known, before they must be; None where they are `asked`.

        So nobody waits who goes on from bar to bar.
        """
        part, whole = self.part, self.whole
        if part is None or whole is None or not wants_days(part, room):
            return None
        soon = zoom.around(part, whole, part.days // 2 + _WEEK)
        return None if asked and asked.holds(soon) else zoom.around(part, whole, 2 * part.days)


def without_dates(shown: Filter) -> Filter:
    """Return what the timeline counts of a filter."""
    return replace(shown, since=None, until=None, sort=Sort.DATE)
