"""Posts per month as bars."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.library.values import Counts, Filter
from reader.ui.timeline.bars import Bar, Span, bars_of, bars_within, close_bars, span_of

_MONTHS = st.dictionaries(
    st.integers(12, 119999).map(lambda number: f"{number // 12:04}-{number % 12 + 1:02}"),
    st.integers(1, 9999),
    min_size=1,
)


def test_a_bar_a_month_and_none_left_out() -> None:
    assert bars_of((("2021-12", 3), ("2022-02", 5)), 10) == (
        Bar(date(2021, 12, 1), date(2021, 12, 31), 3),
        Bar(date(2022, 1, 1), date(2022, 1, 31), 0),
        Bar(date(2022, 2, 1), date(2022, 2, 28), 5),
    )


def test_quarters_where_the_months_do_not_fit() -> None:
    assert bars_of((("2019-12", 1), ("2020-02", 2), ("2020-03", 4), ("2020-07", 8)), 4) == (
        Bar(date(2019, 10, 1), date(2019, 12, 31), 1),
        Bar(date(2020, 1, 1), date(2020, 3, 31), 6),
        Bar(date(2020, 4, 1), date(2020, 6, 30), 0),
        Bar(date(2020, 7, 1), date(2020, 9, 30), 8),
    )


def test_years_where_the_quarters_do_not_fit() -> None:
    bars = bars_of((("2019-03", 1), ("2020-02", 2), ("2020-11", 4), ("2021-01", 8)), 5)
    assert [(bar.since, bar.until, bar.posts) for bar in bars] == [
        (date(2019, 1, 1), date(2019, 12, 31), 1),
        (date(2020, 1, 1), date(2020, 12, 31), 6),
        (date(2021, 1, 1), date(2021, 12, 31), 8),
    ]


def test_one_post_far_off_makes_decades_of_it_but_loses_nothing() -> None:
    bars = bars_of((("0001-01", 1), ("2022-02", 5), ("9999-12", 2)), 80)
    assert len(bars) <= 80
    assert (bars[0].since, bars[-1].until) == (date.min, date.max)
    assert sum(bar.posts for bar in bars) == 8


def test_the_librarys_time_is_known_from_whole_counts_and_only_grows_under_a_filter() -> None:
    def counts(months: tuple[str, ...], query: str = "") -> Counts:
        return Counts(Filter(query=query), {}, {}, tuple((month, 1) for month in months))

    assert span_of(counts(("2020-01", "2022-02")), ()) == ("2020-01", "2022-02")
    assert span_of(counts(("2021-01",)), ("2020-01", "2022-02")) == ("2021-01", "2021-01")
    assert span_of(counts(("2021-01",), "x"), ("2020-01", "2022-02")) == ("2020-01", "2022-02")
    assert span_of(counts(("2023-01",), "x"), ("2020-01", "2022-02")) == ("2020-01", "2023-01")
    assert span_of(counts((), "x"), ("2020-01", "2022-02")) == ("2020-01", "2022-02")


def test_no_months_no_bars() -> None:
    assert bars_of((), 80) == ()
    assert bars_of((("2022-02", 5),), 0) == ()
    assert bars_of((("never", 5), ("2022-13", 1), ("0000-01", 1)), 80) == ()


def test_a_range_takes_every_bar_it_touches() -> None:
    bars = bars_of((("2022-01", 1), ("2022-06", 1)), 10)
    assert bars_within(bars, date(2022, 2, 1), date(2022, 3, 31)) == range(1, 3)
    assert bars_within(bars, date(2022, 2, 28), date(2022, 3, 1)) == range(1, 3)
    assert bars_within(bars, None, date(2022, 1, 31)) == range(1)
    assert bars_within(bars, date(2022, 6, 30), None) == range(5, 6)
    assert not bars_within(bars, date(2023, 1, 1), None)
    assert not bars_within(bars, None, date(2021, 12, 31))


@given(_MONTHS, st.integers(1, 400))
def test_bars_fit_follow_each_other_and_hold_every_post(months: dict[str, int], room: int) -> None:
    bars = bars_of(sorted(months.items()), room)
    assert 1 <= len(bars) <= max(room, 2)
    assert sum(bar.posts for bar in bars) == sum(months.values())
    for before, after in pairwise(bars):
        assert before.until + timedelta(days=1) == after.since


@given(_MONTHS, st.integers(1, 400))
def test_the_days_of_some_bars_are_those_bars(months: dict[str, int], room: int) -> None:
    bars = bars_of(sorted(months.items()), room)
    first, last = len(bars) // 3, len(bars) * 2 // 3
    last = min(last, len(bars) - 1)
    assert bars_within(bars, bars[first].since, bars[last].until) == range(first, last + 1)


def test_a_bar_a_day_where_the_days_fit() -> None:
    days = ((date(2022, 2, 2), 3), (date(2022, 2, 4), 1), (date(2022, 3, 1), 9))
    bars = close_bars(days, Span(date(2022, 2, 1), date(2022, 2, 5)), 10)
    assert [bar.posts for bar in bars] == [0, 3, 0, 1, 0]
    assert (bars[1].since, bars[1].until) == (date(2022, 2, 2), date(2022, 2, 2))


def test_whole_weeks_where_the_days_do_not_fit() -> None:
    days = ((date(2022, 1, 31), 3), (date(2022, 2, 13), 1), (date(2022, 2, 14), 9))
    span = Span(date(2022, 2, 1), date(2022, 2, 15))  # a Tuesday to a Tuesday
    assert close_bars(days, span, 10) == (
        Bar(date(2022, 1, 31), date(2022, 2, 6), 3),
        Bar(date(2022, 2, 7), date(2022, 2, 13), 1),
        Bar(date(2022, 2, 14), date(2022, 2, 20), 9),
    )
    assert close_bars(days, span, 10, first_weekday=6)[0].since == date(2022, 1, 30)


def test_no_bars_where_not_even_weeks_fit_or_the_calendar_ends() -> None:
    assert close_bars((), Span(date(2022, 1, 1), date(2022, 12, 31)), 40) == ()
    ends = close_bars((), Span(date(9999, 12, 1), date.max), 20)
    assert ends[-1].until == date.max
    begins = close_bars((), Span(date.min, date(1, 2, 1)), 20, first_weekday=3)
    assert begins[0].since == date.min


def test_months_within_a_part_of_the_time() -> None:
    months = (("2020-01", 1), ("2021-05", 7), ("2022-12", 2))
    bars = bars_of(months, 10, Span(date(2021, 4, 9), date(2021, 6, 1)))
    assert [(bar.since, bar.posts) for bar in bars] == [
        (date(2021, 4, 1), 0),
        (date(2021, 5, 1), 7),
        (date(2021, 6, 1), 0),
    ]
