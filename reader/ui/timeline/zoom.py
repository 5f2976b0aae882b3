"""Which part of a library's time is looked at. No Qt."""

from datetime import date, timedelta

from reader.ui.timeline.bars import Span

CLOSEST = 14  # days


def zoomed(span: Span, whole: Span, about: date, times: float) -> Span | None:
    """Return `span` made `times` as long, by a day at least; None where that is the `whole`.

    The day `about` stays where it is in it, as far as it can.
    """
    days = round(span.days * times)
    days = min(days, span.days - 1) if times < 1 else max(days, span.days + 1)
    days = max(days, min(CLOSEST, span.days))
    if days == span.days:
        return span
    if days >= whole.days:
        return None
    before = min(max((about - span.since).days, 0), span.days)
    return _part(whole, (about - whole.since).days - round(before * days / span.days), days)


def moved(span: Span, whole: Span, by: int) -> Span:
    """Return `span` so many days later, as far as there are."""
    return _part(whole, (span.since - whole.since).days + by, span.days)


def showing(span: Span, whole: Span, other: Span) -> Span:
    """Return `span`, moved where it must be so that the days of `other` are in it."""
    if other.since < span.since:
        return moved(span, whole, (other.since - span.since).days)
    return moved(span, whole, max(0, (other.until - span.until).days))


def beside(span: Span, by: int) -> Span:
    """Return the time before `span`, or after it, that is as long; less where days end."""
    length = span.days if by > 0 else -span.days
    first, last = (_shifted(day, length) for day in (span.since, span.until))
    return Span(first, last)


def around(span: Span, whole: Span, days: int) -> Span:
    """Return `span` with so many days more before it and after it, as far as there are."""
    before = min(days, max(0, (span.since - whole.since).days))
    after = min(days, max(0, (whole.until - span.until).days))
    return Span(span.since - timedelta(days=before), span.until + timedelta(days=after))


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _part(whole: Span, begin: int, days: int) -> Span:
    begin = min(max(begin, 0), max(0, whole.days - days))
    since = whole.since + timedelta(days=begin)
    return Span(since, since + timedelta(days=min(days, whole.days) - 1))
