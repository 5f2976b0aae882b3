import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from reader.library.schema import ID_STEP
from reader.ui.post_list.dates import Span, group_of, heading, span_for, when

TODAY = date(2022, 2, 22)
EARLIER = datetime(2021, 2, 19, 13, 32, tzinfo=UTC)


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def ids_of(count: int, apart: timedelta) -> list[int]:
    newest = int(EARLIER.timestamp())
    step = int(apart.total_seconds())
    return [(newest - n * step) * ID_STEP + n for n in range(count)]


@pytest.mark.parametrize(
    ("apart", "span"),
    [
        (timedelta(hours=1), Span.DAY),
        (timedelta(hours=8), Span.DAY),
        (timedelta(days=1), Span.MONTH),
        (timedelta(days=9), Span.MONTH),
        (timedelta(days=60), Span.YEAR),
    ],
)
def test_headings_gather_more_time_where_posts_are_rare(apart: timedelta, span: Span) -> None:
    assert span_for(ids_of(1000, apart)) is span


def test_a_few_wild_dates_change_nothing() -> None:
    ids = ids_of(1000, timedelta(hours=1))
    assert span_for([*ids, *ids_of(5, timedelta(days=3000))]) is Span.DAY


def test_lists_of_a_few_posts_are_headed_by_days() -> None:
    assert span_for([]) is Span.DAY
    assert span_for(ids_of(1, timedelta(days=1))) is Span.DAY


def test_today_and_yesterday_stand_apart_from_their_month() -> None:
    groups = [group_of(TODAY - timedelta(days=n), Span.MONTH, TODAY) for n in range(4)]
    assert groups == [TODAY, date(2022, 2, 21), date(2022, 2, 1), date(2022, 2, 1)]
    assert group_of(date(2021, 7, 9), Span.YEAR, TODAY) == date(2021, 1, 1)
    assert group_of(date(2021, 7, 9), Span.DAY, TODAY) == date(2021, 7, 9)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_US", "Today · February 22, 2022"),
        ("zh_CN", "Today · 2022年2月22日"),
        ("de_DE", "Today · 22. Februar 2022"),
        ("ru_RU", "Today · 22 февраля 2022"),
    ],
)
def test_todays_heading_names_the_date(locale: str, words: str) -> None:
    assert heading(TODAY, Span.DAY, TODAY, QLocale(locale)).startswith(words)


@pytest.mark.parametrize(
    ("locale", "month", "year"),
    [
        ("en_US", "February 2021", "2021"),
        ("zh_CN", "2021年2月", "2021年"),
        ("zh_TW", "2021年2月", "2021年"),
        ("ja_JP", "2021年2月", "2021年"),
        ("ko_KR", "2021년 2월", "2021년"),
        ("es_ES", "febrero 2021", "2021"),
    ],
)
def test_months_and_years_read_as_in_their_language(locale: str, month: str, year: str) -> None:
    day = EARLIER.date()
    assert heading(day, Span.MONTH, TODAY, QLocale(locale)) == month
    assert heading(day, Span.YEAR, TODAY, QLocale(locale)) == year
    assert heading(TODAY - timedelta(days=1), Span.YEAR, TODAY, QLocale(locale)) == "Yesterday"


@pytest.mark.parametrize("zone", ["UTC"], indirect=True)
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("locale", "time_", "day", "full"),
    [
        ("en_GB", "13:32", "19 Feb", "19 Feb 2021"),
        ("zh_CN", "13:32", "2月19日", "2021年2月19日"),
        ("es_ES", "13:32", "19 de feb", "19 de feb de 2021"),
    ],
)
def test_a_row_says_what_its_heading_does_not(locale: str, time_: str, day: str, full: str) -> None:
    assert when(EARLIER, Span.DAY, QLocale(locale)) == time_
    assert when(EARLIER, Span.MONTH, QLocale(locale)) == day
    assert when(EARLIER, Span.YEAR, QLocale(locale)) == day
    assert when(EARLIER, Span.NONE, QLocale(locale)) == full


@pytest.mark.parametrize("zone", ["America/New_York"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_date_without_a_time_has_none() -> None:
    midnight = datetime(2022, 2, 22, tzinfo=timezone(timedelta(hours=8)))
    assert when(midnight, Span.DAY, QLocale("en_GB")) == ""


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_dates_too(year: int) -> None:
    moment = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, 12, 30, tzinfo=UTC)
    assert when(moment, Span.NONE, QLocale("en_GB")).endswith(f"{year}")
