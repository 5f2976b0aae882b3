import time
from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reader.library.catalog import Catalog
from reader.library.filter_sql import Selection, Vocabulary, selection
from reader.library.query import parse
from reader.library.values import Facet, Filter
from tests.helpers.indexes import IndexedPost, write_index


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia"])
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def compiled(query: str) -> Selection:
    vocabulary = Vocabulary(lambda _: [7], lambda _facet, _values: [7])
    return selection(Filter(query=query), parse(query), vocabulary)


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("", None),
        ("war ", '("war")'),
        ("war", '("war" *)'),
        ("war peace ", '("war") AND ("peace")'),
        ('"a b" OR c ', '("a b" OR "c")'),
        ("战争 ", '("战 争")'),
        ("title:war ", '(title : "war")'),
        ("war -peace -mir ", '(("war")) NOT ("peace" OR "mir")'),
        ("-war ", None),
        ("tag:x ", None),
        ("war OR tag:x ", None),
        ('"; DROP TABLE posts" ', '("drop table posts")'),
    ],
)
def test_full_text_expressions(query: str, match: str | None) -> None:
    assert compiled(query).match == match


def test_values_never_stand_in_the_sql() -> None:
    wanted = Filter(query="-secret tag:secret", facets=((Facet.TAG, ("secret",)),))
    sql, parameters = compiled("-secret tag:secret before:2020").ids_sql()
    assert "secret" not in sql
    assert parameters.count('"secret"') == 1
    assert not selection(wanted, parse(""), Vocabulary(lambda _: [], lambda _f, _v: [])).match


def test_everything_is_everything_only_without_conditions() -> None:
    assert compiled("").is_everything
    for query in ("war", "-war", "is:read", "tag:x", "before:2022"):
        assert not compiled(query).is_everything


@pytest.mark.usefixtures("_zone")
@pytest.mark.parametrize("start", [date(2018, 11, 2), date(2018, 2, 16), date(2011, 12, 29)])
def test_a_day_is_the_local_day_when_clocks_change_too(tmp_path: Path, start: date) -> None:
    first = datetime(start.year, start.month, start.day, tzinfo=UTC)
    posts = [IndexedPost(f"{n}.md", date=first + timedelta(minutes=30 * n)) for n in range(48 * 5)]
    ids = write_index(tmp_path / "index.db", posts)
    catalog = Catalog(tmp_path / "index.db", None, Path("/library"))
    for day in (start + timedelta(days=n) for n in range(-1, 7)):
        found = set(catalog.listing(Filter(since=day, until=day)).ids)
        assert found == {ids[p.path] for p in posts if p.local_day == day.isoformat()}
    months: dict[str, int] = {}
    for post in posts:
        months[post.local_day[:7]] = months.get(post.local_day[:7], 0) + 1
    assert dict(catalog.counts(Filter(query="is:unread")).months) == months
    catalog.close()


@pytest.mark.parametrize(
    ("shown", "few"),
    [
        (Filter(), False),
        (Filter(excluded=((Facet.TAG, ("war",)),)), True),
        (Filter(query="-tag:war is:unread "), True),
        (Filter(query="peace ", excluded=((Facet.TAG, ("war",)),)), False),
        (Filter(facets=((Facet.TAG, ("war",)),), excluded=((Facet.YEAR, ("2022",)),)), False),
    ],
)
def test_what_is_left_out_can_be_named_where_nothing_else_is_asked(
    shown: Filter, few: bool
) -> None:
    vocabulary = Vocabulary(lambda _: [7], lambda _facet, _values: [7])
    assert (selection(shown, parse(shown.query), vocabulary).all_but is not None) is few
