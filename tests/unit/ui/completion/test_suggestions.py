import time

import pytest

from reader.library.query import parse
from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.completion.suggestions import MOST, Suggestions

TAGS = {
    "War": 21,
    "港台": 9,
    "互联网": 8,
    "climate change": 7,
    "europe/war": 5,
    "Café": 4,
    "warsaw": 3,
    "after war": 2,
    '5" disks': 1,
    "f(x)": 1,
    "gone": 0,
}
MONTHS = (("2021-11", 3), ("2021-12", 1), ("2022-01", 5), ("2022-02", 2))


def counts_of(query: str = "", tags: dict[str, int] = TAGS, shelf: Shelf = Shelf.ALL) -> Counts:
    values = tuple(FacetCount(value, count) for value, count in tags.items())
    facets = {Facet.TAG: values, Facet.AUTHOR: (FacetCount("John Smith", 3),)}
    return Counts(Filter(shelf=shelf, query=query), {}, facets, MONTHS)


@pytest.fixture
def suggestions() -> Suggestions:
    suggestions = Suggestions()
    suggestions.take(counts_of())
    return suggestions


def offered(suggestions: Suggestions, typed: str) -> list[tuple[str, int | None]]:
    text = typed.replace("|", "")
    found = suggestions.values(text, typed.find("|") if "|" in typed else len(text))
    return [(suggestion.words, suggestion.count) for suggestion in found]


def words(suggestions: Suggestions, typed: str) -> list[str]:
    return [said for said, _ in offered(suggestions, typed)]


def test_values_come_with_their_counts_those_beginning_so_first(suggestions: Suggestions) -> None:
    assert offered(suggestions, "tag:war") == [
        ("War", 21),
        ("warsaw", 3),
        ("europe/war", 5),
        ("after war", 2),
    ]


def test_without_a_beginning_the_most_frequent_come_first(suggestions: Suggestions) -> None:
    assert words(suggestions, "peace tag:")[:3] == ["War", "港台", "互联网"]
    assert "gone" not in words(suggestions, "tag:")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tag:互聯", "互联网"),
        ("tag：港", "港台"),
        ("tag:caf", "Café"),
        ("tag:ｃａｆ", "Café"),
        ("-TAG:CHANGE", "climate change"),
        ('tag:"climate ch', "climate change"),
        ("author:smith", "John Smith"),
    ],
)
def test_compares_as_the_search_does(suggestions: Suggestions, typed: str, found: str) -> None:
    assert words(suggestions, typed) == [found]


@pytest.mark.parametrize("typed", ['tag:"苏联（19', 'tag:"蘇聯 (19', 'tag:"苏联 19', "tag:苏联"])
def test_brackets_count_as_spaces(typed: str) -> None:
    suggestions = Suggestions()
    suggestions.take(counts_of(tags={"苏联（1991）": 2, "中国": 1}))
    assert words(suggestions, typed) == ["苏联（1991）"]


@pytest.mark.parametrize(
    "typed", ["", "war", "war ", "x:war", "tag:war ", 'tag:"war"', "title:war"]
)
def test_offers_nothing_where_no_value_is_typed(suggestions: Suggestions, typed: str) -> None:
    assert words(suggestions, typed) == []


def test_what_is_typed_whole_is_not_offered_again(suggestions: Suggestions) -> None:
    assert words(suggestions, "tag:港台") == []
    assert words(suggestions, "is:unread") == []


def test_every_value_is_said_so_that_the_query_means_it(suggestions: Suggestions) -> None:
    for suggestion in suggestions.values("-tag:", 5):
        if suggestion.item:
            (clause,) = parse(f"{suggestion.item} ").clauses
            assert clause[0].negated
        else:  # a quotation mark: chosen instead
            assert suggestion.facet == (Facet.TAG, suggestion.words)
    said = {one.words: one.item for one in suggestions.values("tag:", 4)}
    assert said["War"] == "tag:War"
    assert said["climate change"] == 'tag:"climate change"'
    assert said["f(x)"] == 'tag:"f(x)"'
    assert said['5" disks'] == ""


def test_flags_and_dates(suggestions: Suggestions) -> None:
    assert words(suggestions, "is:") == ["unread", "read", "starred"]
    assert words(suggestions, "is:un") == ["unread"]
    assert words(suggestions, "has:") == ["image"]
    assert offered(suggestions, "after:") == [("2022", 7), ("2021", 11)]
    assert offered(suggestions, "before:20") == [("2022", 4), ("2021", 0)]
    assert offered(suggestions, "after:2022") == [("2022-02", 2), ("2022-01", 7)]
    assert words(suggestions, "after:2022/0") == ["2022-02", "2022-01"]
    assert words(suggestions, "after:1999") == []


def test_counts_are_those_of_the_search_without_what_is_being_typed() -> None:
    suggestions = Suggestions()
    suggestions.take(counts_of("peace tag:", {"war": 4, "cold war": 3}))
    assert offered(suggestions, "peace tag:") == [("war", 4), ("cold war", 3)]
    suggestions.take(counts_of("peace tag:war", {"war": 4, "cold war": 1}))
    assert offered(suggestions, "peace tag:war") == [("war", 4), ("cold war", 3)]
    suggestions.take(counts_of("peace tag:war", {"war": 2}, Shelf.UNREAD))
    assert offered(suggestions, "peace tag:wa") == [("war", 2)]


def test_field_names_are_offered_from_their_second_letter_on(suggestions: Suggestions) -> None:
    def fields(text: str) -> list[str]:
        return [one.item for one in suggestions.fields(text, len(text))]

    assert fields("ta") == ["tag:"]
    assert fields("war -TA") == ["-tag:"]
    assert fields("aut") == ["author:"]
    assert fields("i") == fields("title war") == fields("tag:") == fields("tags") == []
    assert fields('"ta') == []
    assert suggestions.fields("tax", 2) == []


def test_ten_thousand_tags_are_searched_within_a_key() -> None:
    tags = {f"标签 {number} Étiquette": 10_000 - number for number in range(10_000)}
    suggestions = Suggestions()
    suggestions.take(counts_of(tags=tags))
    while suggestions.learn_some():
        pass
    assert len(suggestions.values("tag:", 4)) == MOST
    spent: list[float] = []
    for typed in ("标", "標籤", "99", "etiq", "9 9", "none"):
        began = time.process_time()
        suggestions.values(f"war tag:{typed}", len(f"war tag:{typed}"))
        spent.append(time.process_time() - began)
    assert sorted(spent)[len(spent) // 2] < 0.010
