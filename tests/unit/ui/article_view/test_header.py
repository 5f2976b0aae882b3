from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from reader.ui.article_view.header import (
    date_words,
    header_of,
    is_wide,
    minutes_to_read,
)

CHINA = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
BRITAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.fixture(autouse=True)
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import time  # noqa: PLC0415

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_date_is_said_in_local_time_with_its_weekday() -> None:
    stamp = "2022-02-22T05:32:00+00:00"
    assert date_words(stamp, CHINA) == "2022年2月22日 星期二 13:32"
    assert date_words(stamp, BRITAIN) == "Tuesday, 22 February 2022 13:32"


@pytest.mark.parametrize(
    "stamp", ["2022-02-22T00:00:00+08:00", "2022-02-22", "2022-02-22T00:00-05:00"]
)
def test_a_date_without_a_time_is_said_without_one(stamp: str) -> None:
    assert date_words(stamp, BRITAIN) == "Tuesday, 22 February 2022"


@pytest.mark.parametrize("stamp", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_date_is_left_out_or_said(stamp: str) -> None:
    assert isinstance(date_words(stamp), str)


def test_chinese_is_counted_by_characters_and_english_by_words() -> None:
    assert minutes_to_read("字" * 1350) == 3
    assert minutes_to_read("word " * 690) == 3
    assert minutes_to_read("字") == 1
    assert minutes_to_read(" \n") == 0
    assert minutes_to_read("字" * 450_000) == 1000


def test_a_language_decides_the_measure_and_the_text_where_there_is_none() -> None:
    assert is_wide("zh-Hans", "")
    assert is_wide("ja", "")
    assert not is_wide("en", "字" * 100)
    assert is_wide("", "字" * 100)
    assert not is_wide("", "only words")


def test_a_header_holds_what_the_article_says() -> None:
    header = header_of(
        {
            "title": "A & <b>",
            "authors": ["One", "", 2],
            "source": "",
            "source_url": "https://www.example.com/a",
            "tags": ["x", "y", "x"],
            "lang": "en",
            "text": "words",
        }
    )
    assert header.title == "A & <b>"
    assert header.authors == ("One",)
    assert (header.source, header.link) == ("example.com", "https://www.example.com/a")
    assert header.tags == ("x", "y")


def test_an_article_that_holds_nonsense_still_has_a_header() -> None:
    header = header_of({"title": 1, "authors": "x", "tags": None, "source_url": "javascript:x"})
    assert (header.title, header.authors, header.tags, header.link) == ("", (), (), "")
