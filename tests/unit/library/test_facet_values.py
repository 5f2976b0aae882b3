from collections.abc import Generator
from pathlib import Path

import apsw
import pytest

from reader.library.facet_values import FacetValues
from reader.library.query import FacetMatch, parse
from reader.library.values import Facet
from tests.helpers.indexes import IndexedPost, write_index

VALUES = (
    (Facet.TAG, "War"),
    (Facet.TAG, "war/europe"),
    (Facet.TAG, "Warm  words"),
    (Facet.TAG, "烏克蘭"),
    (Facet.TAG, "蘇聯（1991）"),
    (Facet.TAG, "C＋＋"),
    (Facet.CATEGORY, "war"),
    (Facet.AUTHOR, "John Smith"),
    (Facet.AUTHOR, "Smithers"),
    (Facet.AUTHOR, "陳水扁"),
    (Facet.SOURCE, "bbc.co.uk"),
    (Facet.SOURCE, "abc.net.au"),
)


@pytest.fixture
def values(tmp_path: Path) -> Generator[FacetValues]:
    write_index(tmp_path / "index.db", [IndexedPost("a.md", facets=VALUES)])
    connection = apsw.Connection(str(tmp_path / "index.db"))
    yield FacetValues(connection)
    connection.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag:war ", {"War", "war/europe"}),
        ("tag:war/europe ", {"war/europe"}),
        ("tag:wa", {"War", "war/europe", "Warm  words"}),
        ("tag:wa* ", {"War", "war/europe", "Warm  words"}),
        ('tag:"WARM WORDS"', {"Warm  words"}),
        ("tag:words ", set[str]()),
        ("tag:乌克兰 ", {"烏克蘭"}),
        ("tag:乌克 ", set[str]()),
        ('tag:"苏联（1991）"', {"蘇聯（1991）"}),
        ('tag:"苏联(1991)"', {"蘇聯（1991）"}),
        ("tag:c++ ", {"C＋＋"}),
        ("category:war ", {"war"}),
        ("author:smith ", {"John Smith"}),
        ("author:smith", {"John Smith", "Smithers"}),
        ("author:陈水 ", {"陳水扁"}),
        ("author:水扁 ", {"陳水扁"}),
        ("author:!! ", set[str]()),
        ("source:bbc ", {"bbc.co.uk"}),
        ("source:bbc.co.uk ", {"bbc.co.uk"}),
        ("source:bc ", set[str]()),
        ("source:www.bbc.co.uk ", {"bbc.co.uk"}),
    ],
)
def test_what_a_query_means(values: FacetValues, query: str, expected: set[str]) -> None:
    (((literal),),) = parse(query).clauses
    assert isinstance(literal.term, FacetMatch)
    named = values.named()
    found = [named[number] for number in values.matching(literal.term)]
    assert {value for _, value in found} == expected
    assert {facet for facet, _ in found} <= {literal.term.facet}


def test_chosen_values_are_found_however_they_are_spelled(values: FacetValues) -> None:
    named = values.named()
    for spelled in ("War", "war", "ＷＡＲ"):
        assert [named[n] for n in values.chosen(Facet.TAG, [spelled])] == [(Facet.TAG, "War")]
    assert len(values.chosen(Facet.TAG, ["War", "war", "?"])) == 1
    for spelled in ("www.bbc.co.uk", "https://bbc.co.uk/1"):
        found = values.chosen(Facet.SOURCE, [spelled])
        assert [named[n] for n in found] == [(Facet.SOURCE, "bbc.co.uk")]


def opened(index: Path, *posts: tuple[tuple[Facet, str], ...]) -> FacetValues:
    """Return the values of an index of posts with these facets."""
    write_index(index, [IndexedPost(f"{n}.md", facets=facets) for n, facets in enumerate(posts)])
    return FacetValues(apsw.Connection(str(index)))


def tags(*values: str) -> tuple[tuple[Facet, str], ...]:
    return tuple((Facet.TAG, value) for value in values)


def test_a_value_is_called_as_most_posts_spell_it(tmp_path: Path) -> None:
    values = opened(tmp_path / "index.db", tags("war"), tags("War"), tags("War"), tags("WAR"))
    assert {values.named()[n] for n in values.chosen(Facet.TAG, ["wAr"])} == {(Facet.TAG, "War")}
    assert len(values.chosen(Facet.TAG, ["wAr"])) == 3
    assert values.called(Facet.TAG, "ＷＡＲ") == "War"
    assert values.called(Facet.TAG, "Peace") == "Peace"


def test_of_two_spellings_as_frequent_the_smaller_is_its_name(tmp_path: Path) -> None:
    for posts in (["war", "War"], ["War", "war"]):  # whichever file came first
        values = opened(tmp_path / f"{posts[0]}.db", *(tags(spelled) for spelled in posts))
        assert values.called(Facet.TAG, "war") == "War"


def test_values_are_nested_in_what_they_are_called(tmp_path: Path) -> None:
    posts = tags("War/Europe"), tags("war/europe"), tags("WAR/asia"), tags("war")
    nesting = opened(tmp_path / "index.db", *posts).nesting(Facet.TAG)
    assert nesting.parents == {"War/Europe": "war", "WAR/asia": "war"}


def test_a_domain_stands_over_its_hosts_alone(tmp_path: Path) -> None:
    hosts = "news.bbc.co.uk", "bbc.co.uk", "one.github.io", "github.io", "blog.sina.com.cn"
    posts = [((Facet.SOURCE, host),) for host in hosts]
    nesting = opened(tmp_path / "index.db", *posts).nesting(Facet.SOURCE)
    assert nesting.parents == {"news.bbc.co.uk": "bbc.co.uk"}
    assert nesting.hidden == {"sina.com.cn"}  # one host is no group


def test_years_stand_over_one_month_too(tmp_path: Path) -> None:
    nesting = opened(tmp_path / "index.db", ()).nesting(Facet.YEAR)
    assert nesting.parents == {"2022-02": "2022"}
    assert not nesting.hidden
