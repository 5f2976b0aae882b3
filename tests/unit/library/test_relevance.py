import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from reader.library.catalog import Catalog
from reader.library.values import Filter, Sort
from tests.helpers.indexes import IndexedPost, write_index

_BM25 = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 1, 10, 4, 2), rowid DESC"
_WORDS = ("war", "peace", "the", "treaty", "warm", "乌克兰", "战争")


def library(count: int) -> list[IndexedPost]:
    """Return posts whose words are drawn, some of them often."""
    choose = random.Random(1)  # noqa: S311 - the same every time is the point
    first = datetime(2020, 1, 1, tzinfo=UTC)

    def drawn(most: int) -> str:
        return " ".join(choose.choices(_WORDS, (2, 1, 9, 1, 1, 2, 2), k=choose.randint(1, most)))

    return [
        IndexedPost(f"{n}.md", drawn(3), drawn(40), first + timedelta(days=n)) for n in range(count)
    ]


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ('"war"', '"war"'),
        ("war", '"war" *'),
        ("the treaty ", '"the" AND "treaty"'),
        ("peace OR 乌克兰 ", '"peace" OR "乌 克 兰"'),
        ("战争 war -treaty ", '("战 争" AND "war") NOT "treaty"'),
        ("title:peace the ", '(title : "peace") AND "the"'),
    ],
)
def test_the_best_match_comes_first_as_sqlite_has_it(
    tmp_path: Path, query: str, match: str
) -> None:
    index = tmp_path / "index.db"
    write_index(index, library(400))
    catalog = Catalog(index, None, Path("/library"))
    found = list(catalog.listing(Filter(query=query, sort=Sort.RELEVANCE)).ids)
    catalog.close()
    assert found == [number for (number,) in apsw.Connection(str(index)).execute(_BM25, (match,))]
    assert len(set(found)) > 10


@pytest.mark.parametrize("most", [60, 100, 1_000])
@pytest.mark.parametrize("query", ['"treaty"', '"the"', '"the" before:2020-02', "peace war "])
def test_however_many_are_too_many_the_beginning_is_that_of_the_listing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str, most: int
) -> None:
    monkeypatch.setattr("reader.library.listings.MANY", most)
    monkeypatch.setattr("reader.library.listings._FIRST", 20)
    monkeypatch.setattr("reader.library.listings._TITLED", 15)
    index = tmp_path / "index.db"
    write_index(index, library(400))
    catalog = Catalog(index, None, Path("/library"))
    asked = Filter(query=query, sort=Sort.RELEVANCE)
    whole, beginning = catalog.listing(asked), catalog.beginning(asked)
    by_date = catalog.listing(Filter(query=query)).ids
    catalog.close()
    assert sorted(whole.ids, reverse=True) == list(by_date)
    assert beginning.whole is (len(whole.ids) <= most)
    assert beginning.ids == whole.ids[: len(beginning.ids)]
    assert beginning.whole or len(beginning.ids) >= 15
