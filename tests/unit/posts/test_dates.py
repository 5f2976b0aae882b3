import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reader.posts.dates import moment_of, published
from reader.posts.post import DateSource
from tests.helpers.post_files import MODIFIED

HERE = timezone(timedelta(hours=8))  # where these tests are run, they believe


@pytest.fixture(autouse=True)
def _in_singapore(  # pyright: ignore[reportUnusedFunction] - a fixture
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set here")
    monkeypatch.setenv("TZ", "Asia/Singapore")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


NOON = datetime(2022, 2, 22, 13, 32, tzinfo=HERE)
MIDNIGHT = datetime(2022, 2, 22, tzinfo=HERE)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-22T05:32:00.000Z",
        "2022-02-22T05:32:00+00:00",
        "2022-02-22 13:32:00 +0800",
        "2022-02-22 13:32:00 +08:00",
        "2022-02-22 13:32",
        "2022-02-22 01:32 PM",
        "2022-2-22 13:32:00",
        "2022/2/22 13:32",
        "2022.02.22 13:32",
        "2022年2月22日 13:32",
        "2022年2月22日13时32分",
        "2022年2月22日 星期二 下午1:32",
        "2022년 2월 22일 오후 1:32",
        "2022-02-22 13：32",
        "20220222T133200",
        "20220222133200",
        "20220222T053200Z",
        "Tue, 22 Feb 2022 13:32:00 +0800",
        "Tue, 22 Feb 2022 05:32:00 GMT",
        "Tue, 22 Feb 2022 00:32:00 EST",
        "22 Feb 2022 13:32",
        "22. Februar 2022, 13:32",
        "22 février 2022 13:32",
        "22 de febrero de 2022 13:32",
        "February 22nd, 2022 1:32 pm",
        "Feb 22, 2022, 1:32 p.m.",
        "Tue Feb 22 13:32:00 2022",
        "Tue Feb 22 05:32:00 UTC 2022",
        "Tue Feb 22 2022 13:32:00 GMT+0800 (China Standard Time)",
        "2/22/2022 1:32 PM",
        "22/2/2022 13:32",
        "22.2.2022 13:32",
        "1645507920",
        "1645507920000",
        "1645507920000000",
        1645507920,
        1645507920.0,
        1645507920000,
        datetime(2022, 2, 22, 13, 32),
        datetime(2022, 2, 22, 5, 32, tzinfo=UTC),
    ],
)
def test_reads_moments(text: object) -> None:
    assert moment_of(text) == NOON


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-22",
        "2022-2-22",
        "2022/02/22",
        "2022年02月22日",
        "20220222",
        20220222,
        "22 Feb 2022",
        "Feb 22, 2022",
        "2/22/2022",
        "Published: 2022-02-22",
        date(2022, 2, 22),
        ["2022-02-22", "2023-03-23"],
    ],
)
def test_reads_days(text: object) -> None:
    assert moment_of(text) == MIDNIGHT


def test_keeps_the_zone_that_was_written() -> None:
    moment = moment_of("2022-02-22 13:32:00 -0530")
    assert moment is not None
    assert moment.isoformat() == "2022-02-22T13:32:00-05:30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-02", datetime(2022, 2, 1, tzinfo=HERE)),
        ("2022", datetime(2022, 1, 1, tzinfo=HERE)),
        (2022, datetime(2022, 1, 1, tzinfo=HERE)),
        ("May 2022", datetime(2022, 5, 1, tzinfo=HERE)),
        ("2022-02-22 24:00", datetime(2022, 2, 23, tzinfo=HERE)),
        ("2022-02-22 12:00 AM", MIDNIGHT),
        ("2022-02-22T05:32:00.123456789Z", datetime(2022, 2, 22, 5, 32, 0, 123456, UTC)),
        ("1984-08-01", datetime(1984, 8, 1, tzinfo=HERE)),
        ("1605-07-01T00:00:00Z", datetime(1605, 7, 1, tzinfo=UTC)),
    ],
)
def test_reads_what_is_less_usual(text: object, expected: datetime) -> None:
    assert moment_of(text) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("", "soon", "2022-13-45", "2022-02-30", "0001-01-01T00:00:00Z", "9999-12-31", "0", "-1"),
        *(
            "12/2022",
            "99999999999999999999",
            "1e9",
            "-99999999999",
            "99999999999",
            "2022-02-22 25:00",
            None,
            True,
            0,
            {},
            [],
        ),
        *(float("nan"), float("inf"), 10**400, "9" * 5000, {"year": 2022}),
    ],
)
def test_refuses_what_is_no_date_or_an_absurd_one(value: object) -> None:
    assert moment_of(value) is None


def test_front_matter_wins_over_the_files_name() -> None:
    found, fault = published({"date": "2022-02-22"}, "2010-01-02-name.md", MODIFIED)
    assert (found.moment, found.source, fault) == (MIDNIGHT, DateSource.FRONT_MATTER, None)


def test_jekylls_file_name_wins_over_the_time_of_change() -> None:
    found, fault = published({}, "2022-2-22-name.md", MODIFIED)
    assert (found.moment, found.source, fault) == (MIDNIGHT, DateSource.FILE_NAME, None)


@pytest.mark.parametrize("name", ["3940394-21-9393050-x.md", "2022-13-01-x.md", "a-2022-02-22.md"])
def test_the_time_of_change_is_the_last_resort(name: str) -> None:
    found, fault = published({}, name, MODIFIED)
    assert (found.moment, found.source, fault) == (MODIFIED, DateSource.MODIFIED, None)


def test_an_absurd_date_gives_way_with_a_fault() -> None:
    found, fault = published({"date": "0001-01-01"}, "2022-02-22-name.md", MODIFIED)
    assert (found.moment, found.source) == (MIDNIGHT, DateSource.FILE_NAME)
    assert fault is not None
    assert fault.reason == "the date is none that can be used: 0001-01-01"


def test_other_names_of_the_date_are_tried_in_turn() -> None:
    found, fault = published({"published": "true", "created": "2022-02-22"}, "x.md", MODIFIED)
    assert (found.moment, fault) == (MIDNIGHT, None)
    found, fault = published({"date": "soon", "created": "2022-02-22"}, "x.md", MODIFIED)
    assert found.moment == MIDNIGHT
    assert fault is not None


@pytest.mark.parametrize("key", ["lastmod", "updated", "modified", "last_modified_at"])
def test_a_date_of_change_is_better_than_the_files(key: str) -> None:
    found, fault = published({key: "2022-02-22"}, "x.md", MODIFIED)
    assert (found.moment, found.source, fault) == (MIDNIGHT, DateSource.FRONT_MATTER, None)
    found, _ = published({key: "2023-03-23"}, "2022-02-22-x.md", MODIFIED)
    assert (found.moment, found.source) == (MIDNIGHT, DateSource.FILE_NAME)
    found, _ = published({key: "2023-03-23", "created": "2022-02-22"}, "x.md", MODIFIED)
    assert found.moment == MIDNIGHT
