import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.post_ids import day_of, first_id_of, last_id_of
from reader.library.schema import ID_STEP


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["Asia/Shanghai"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_day_is_one_of_the_machines_zone() -> None:
    late = datetime(2022, 2, 21, 16, 0, 0, tzinfo=UTC)
    assert day_of(int(late.timestamp()) * ID_STEP) == date(2022, 2, 22)
    assert day_of(int(late.timestamp()) * ID_STEP - 1) == date(2022, 2, 21)
    assert first_id_of(date(2022, 2, 22)) == int(late.timestamp()) * ID_STEP


@given(st.integers(-(2**62), 2**62))
def test_every_id_has_a_day(post: int) -> None:
    assert date.min <= day_of(post) <= date.max


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2038, 1, 20), date.max])
def test_every_day_has_a_first_and_a_last_id(day: date) -> None:
    days = (day - date(1970, 1, 1)).days
    assert abs(first_id_of(day) / ID_STEP - days * 86400) <= 86400
    assert last_id_of(day) - first_id_of(day) == 86400 * ID_STEP - 1


@pytest.mark.parametrize(
    "zone", ["UTC", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"], indirect=True
)
@pytest.mark.usefixtures("zone")
def test_days_follow_each_other_without_a_gap() -> None:
    for ordinal in range(date(2011, 1, 1).toordinal(), date(2012, 3, 1).toordinal()):
        day = date.fromordinal(ordinal)
        first, last = first_id_of(day), last_id_of(day)
        assert last + 1 == first_id_of(date.fromordinal(ordinal + 1))
        if first <= last:  # there was no 30th of December 2011 in Apia
            assert day_of(first) == day_of(last) == day
