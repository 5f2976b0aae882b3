"""Lines of a page's head that the header shows anyway, and lines that look like them."""

from datetime import UTC, datetime

import pytest

from reader.article.cleaning.bylines import Byline, is_label
from tests.helpers.articles import post_of

# The post of these tests is dated 2022-02-22.
BYLINES = [
    "By Jane Doe",
    "By Jane Doe | February 22, 2022 | 5 min read",
    "Jane Doe, 22 February 2022, 05:32 GMT",
    "Jane Doe · Feb 22, 2022 · 7 min read",
    "Posted on February 22, 2022 by admin",
    "Last updated: Feb. 22, 2022 at 5:32 p.m. ET",
    "Updated 3 hours ago",
    "22.02.2022, 05:32 Uhr",
    "Von Jane Doe, 22. Februar 2022",
    "Par Jane Doe, publié le 22 février 2022 à 05h32",
    "Por Jane Doe 22 de febrero de 2022",
    "Di Jane Doe 22 febbraio 2022",
    "Автор: Jane Doe, 22 февраля 2022 г.",
    "2022年2月22日 05:32 来源：某某网",
    "2022-02-22 12:00 来源：某某网 作者：Jane Doe",
    "文／Jane Doe",
    "作者：Jane Doe 发布时间：2022-02-22 05:32:10 阅读：1234次",
    "2022年2月22日(火) 5時32分",
    "입력 2022.02.22 05:32",
    "Someone Else | 22 February 2022",
    "5 min read",
    "12 comments",
    "2022-02-22",
]
KEPT = [
    "（新华社北京2月22日电）",
    "新华社北京2月22日电",
    "BEIJING, Feb. 22 (Xinhua) --",
    "By the river, 22 February 2022, nobody came",
    "By Someone Else",
    "文／别人",
    "来源：某某网",
    "3 March 2019",
    "2019年3月3日",
    "更新（1月21日）",
    "Jane Doe was born in 1970.",
    "Jane Doe and the Giants",
    "1984",
    "May",
    "作者",
    "记者 别人 编辑 另一人",
    "2 hours, 3 minutes and 4 seconds",
    "",
]


def byline(authors: tuple[str, ...] = ("Jane Doe",)) -> Byline:
    return Byline(post_of("", authors=authors, source="site.example").head)


@pytest.mark.parametrize("text", BYLINES)
def test_what_the_header_shows_is_a_byline(text: str) -> None:
    authors = ("Jane Doe", "Someone Else") if text.startswith("Someone") else ("Jane Doe",)
    assert byline(authors).is_byline(text)


@pytest.mark.parametrize("text", KEPT)
def test_what_says_more_is_not(text: str) -> None:
    assert not byline().is_byline(text)


@pytest.mark.parametrize("authors", [(), ("Anonymous",), ("admin",)])
def test_the_only_line_to_name_an_author_stays(authors: tuple[str, ...]) -> None:
    assert not byline(authors).is_byline("By Mary Roe | February 22, 2022")
    assert byline(("Jane Doe",)).is_byline("By Mary Roe | February 22, 2022")


def test_a_heading_that_dates_a_part_stays() -> None:
    assert byline().is_byline("Updated 3 March 2019 at 10:00")
    assert not byline().is_byline("Updated 3 March 2019 at 10:00", stands_out=True)


@pytest.mark.parametrize("hour", [0, 23])
def test_the_day_may_be_that_of_another_time_zone(hour: int) -> None:
    assert post_of("").head.date.moment == datetime(2022, 2, 22, 5, 32, tzinfo=UTC)
    assert byline().is_byline("2022-02-23 0:30")
    assert byline().is_byline("2022-02-21 23:30")
    assert not byline().is_byline(f"2022-02-25 {hour}:30")


def test_a_label_is_a_date_or_a_count() -> None:
    assert is_label("3 May 2019")
    assert is_label("12 comments")
    assert not is_label("By Mary Roe")
    assert not is_label("A sentence")


def test_long_lines_cost_little() -> None:
    assert not byline().is_byline("2022 " * 100_000)
    assert not byline().is_byline("By " + "x" * 150)
