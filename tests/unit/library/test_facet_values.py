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
        ("category:war ", {"war"}),
        ("author:smith ", {"John Smith"}),
        ("author:smith", {"John Smith", "Smithers"}),
        ("author:陈水 ", {"陳水扁"}),
        ("author:水扁 ", {"陳水扁"}),
        ("author:!! ", set[str]()),
        ("source:bbc ", {"bbc.co.uk"}),
        ("source:bbc.co.uk ", {"bbc.co.uk"}),
        ("source:bc ", set[str]()),
    ],
)
def test_what_a_query_means(values: FacetValues, query: str, expected: set[str]) -> None:
    (((literal),),) = parse(query).clauses
    assert isinstance(literal.term, FacetMatch)
    named = values.named()
    found = [named[number] for number in values.matching(literal.term)]
    assert {value for _, value in found} == expected
    assert {facet for facet, _ in found} <= {literal.term.facet}


def test_chosen_values_are_exactly_these(values: FacetValues) -> None:
    named = values.named()
    assert [named[n] for n in values.chosen(Facet.TAG, ["War", "war", "?"])] == [(Facet.TAG, "War")]
