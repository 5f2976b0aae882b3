"""Which part of a library's time is looked at."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.timeline.bars import Span
from reader.ui.timeline.zoom import CLOSEST, around, moved, showing, zoomed

WHOLE = Span(date(2020, 1, 1), date(2021, 12, 31))
PART = Span(date(2020, 6, 1), date(2020, 8, 31))

days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@st.composite
def parts(draw: st.DrawFn) -> tuple[Span, Span]:
    first = draw(days)
    whole = Span(first, first + timedelta(days=draw(st.integers(0, 9000))))
    begin = draw(st.integers(0, whole.days - 1))
    length = draw(st.integers(0, whole.days - 1 - begin))
    since = whole.since + timedelta(days=begin)
    return Span(since, since + timedelta(days=length)), whole


def test_half_the_time_about_a_day_in_its_middle_stays_about_it() -> None:
    assert zoomed(PART, WHOLE, date(2020, 7, 17), 0.5) == Span(date(2020, 6, 24), date(2020, 8, 8))


def test_what_is_at_the_begin_stays_at_the_begin() -> None:
    closer = zoomed(PART, WHOLE, PART.since, 0.5)
    assert closer is not None
    assert closer.since == PART.since


def test_twice_the_time_ends_where_the_posts_do() -> None:
    near_end = Span(date(2021, 11, 1), date(2021, 12, 31))
    wider = zoomed(near_end, WHOLE, date(2021, 11, 1), 2)
    assert wider is not None
    assert wider.until == WHOLE.until


def test_all_the_time_is_no_part_of_it() -> None:
    assert zoomed(Span(date(2020, 2, 1), WHOLE.until), WHOLE, date(2021, 1, 1), 1.3) is None


@given(parts(), days, st.floats(0.1, 0.99))
def test_closer_is_always_closer_until_two_weeks(
    part: tuple[Span, Span], about: date, times: float
) -> None:
    span, whole = part
    closer = zoomed(span, whole, about, times)
    if span.days <= CLOSEST:
        assert closer in (span, None)
    else:
        assert closer is not None
        assert CLOSEST <= closer.days < span.days


@given(parts(), days, st.floats(0.1, 10), st.integers(-9000, 9000))
def test_no_part_leaves_the_whole(
    part: tuple[Span, Span], about: date, times: float, by: int
) -> None:
    span, whole = part
    other = Span(max(whole.since, min(about, whole.until)), whole.until)
    for found in (
        zoomed(span, whole, about, times) or whole,
        moved(span, whole, by),
        showing(span, whole, other),
        around(span, whole, abs(by)),
    ):
        assert whole.holds(found)


def test_a_part_goes_along_and_stops_at_the_ends() -> None:
    assert moved(PART, WHOLE, 7) == Span(date(2020, 6, 8), date(2020, 9, 7))
    assert moved(PART, WHOLE, -999).since == WHOLE.since
    assert moved(PART, WHOLE, 999).until == WHOLE.until


def test_a_part_goes_no_further_than_it_must_to_show_something() -> None:
    inside = Span(date(2020, 7, 1), date(2020, 7, 2))
    assert showing(PART, WHOLE, inside) == PART
    assert showing(PART, WHOLE, Span(date(2020, 9, 1), date(2020, 9, 7))).until == date(2020, 9, 7)
    assert showing(PART, WHOLE, Span(date(2020, 5, 1), date(2020, 5, 7))).since == date(2020, 5, 1)
