"""Which rows the sidebar shows."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import fold
from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.sidebar.sections import (
    FEW,
    STEP,
    Alphabet,
    Arrangement,
    Order,
    Row,
    RowKind,
    rows_of,
)

EVERYTHING = Filter()
AS_IT_COMES = Arrangement()
ALPHABET = Alphabet(sort_key=str.lower, fold=fold)


def counts_of(shown: Filter = EVERYTHING, **facets: Mapping[str, int]) -> Counts:
    return Counts(
        filter=shown,
        shelves={Shelf.ALL: 21042, Shelf.UNREAD: 1318, Shelf.STARRED: 64, Shelf.TODAY: 12},
        facets={
            Facet(facet): tuple(FacetCount(value, count) for value, count in values.items())
            for facet, values in facets.items()
        },
        months=(("2022-02", 3),),
    )


def rows(counts: Counts, facet: Facet | None, arrangement: Arrangement = AS_IT_COMES) -> list[Row]:
    return rows_of(counts, counts.filter, arrangement, ALPHABET)[facet]


def values(found: list[Row]) -> list[str]:
    return [row.value for row in found if row.kind is RowKind.VALUE]


MANY = {f"tag {number:02}": 100 - number for number in range(30)}


def test_the_library_lists_its_shelves_with_their_counts() -> None:
    found = rows(counts_of(), None)
    assert [(row.value, row.count) for row in found[1:]] == [
        ("all", 21042),
        ("unread", 1318),
        ("starred", 64),
        ("today", 12),
    ]


def test_one_is_at_all_until_something_narrows_it() -> None:
    tag = ((Facet.TAG, ("a",)),)

    def chosen(shown: Filter) -> list[str]:
        return [row.value for row in rows(counts_of(shown, tag={"a": 1}), None) if row.chosen]

    assert chosen(Filter()) == ["all"]
    assert chosen(Filter(facets=tag)) == []
    assert chosen(Filter(shelf=Shelf.UNREAD, facets=tag)) == ["unread"]


def test_a_facet_without_values_is_hidden() -> None:
    found = rows_of(counts_of(tag={"a": 1}), Filter(), Arrangement(), ALPHABET)
    assert found[Facet.AUTHOR] == []
    assert [row.kind for row in found[Facet.TAG]] == [RowKind.HEADING, RowKind.VALUE]


def test_only_the_first_values_stand_and_the_rest_is_counted() -> None:
    found = rows(counts_of(tag=MANY), Facet.TAG)
    assert values(found) == list(MANY)[:FEW]
    assert (found[-1].kind, found[-1].count) == (RowKind.MORE, 30 - FEW)


def test_nothing_is_hidden_for_the_sake_of_one_row() -> None:
    nine = dict(list(MANY.items())[: FEW + 1])
    found = rows(counts_of(tag=nine), Facet.TAG)
    assert values(found) == list(nine)
    assert found[-1].kind is RowKind.VALUE


def test_show_more_shows_all_and_offers_fewer() -> None:
    found = rows(counts_of(tag=MANY), Facet.TAG, Arrangement().with_more(Facet.TAG))
    assert values(found) == list(MANY)
    assert found[-1].kind is RowKind.FEWER


def test_thousands_of_values_come_step_by_step() -> None:
    counts = counts_of(tag={f"tag {number}": 1 for number in range(1200)})
    once = Arrangement().with_more(Facet.TAG)
    found = rows(counts, Facet.TAG, once)
    assert len(values(found)) == FEW + STEP
    assert [(row.kind, row.count) for row in found[-2:]] == [
        (RowKind.MORE, STEP),
        (RowKind.FEWER, 0),
    ]
    found = rows(counts, Facet.TAG, once.with_more(Facet.TAG))
    assert found[-2].count == 1200 - FEW - 2 * STEP
    assert len(values(rows(counts, Facet.TAG, once.with_few(Facet.TAG)))) == FEW


def test_a_chosen_value_is_never_hidden() -> None:
    shown = Filter(facets=((Facet.TAG, ("tag 25",)),))
    found = rows(counts_of(shown, tag=MANY), Facet.TAG)
    assert values(found) == [*list(MANY)[:FEW], "tag 25"]
    assert [row.value for row in found if row.chosen] == ["tag 25"]
    assert found[-1].count == 30 - FEW - 1


def test_a_collapsed_section_keeps_its_heading() -> None:
    found = rows(counts_of(tag=MANY), Facet.TAG, Arrangement().with_collapsed(Facet.TAG, True))
    assert [(row.kind, row.open) for row in found] == [(RowKind.HEADING, False)]


def test_the_filter_box_finds_every_word_and_simplified_finds_traditional() -> None:
    counts = counts_of(tag={"香港社會運動": 9, "社会": 5, "Social media": 3, "media": 2})

    def found(text: str) -> list[str]:
        return values(rows(counts, Facet.TAG, Arrangement().with_filter(Facet.TAG, text)))

    assert found("社会") == ["社会", "香港社會運動"]
    assert found("MED soc") == ["Social media"]
    assert found("  ") == ["香港社會運動", "社会", "Social media", "media"]


def test_a_filter_that_matches_nothing_says_so() -> None:
    found = rows(counts_of(tag=MANY), Facet.TAG, Arrangement().with_filter(Facet.TAG, "zzz"))
    assert [row.kind for row in found] == [RowKind.HEADING, RowKind.FILTER, RowKind.NO_MATCH]


def test_values_come_by_count_or_by_name() -> None:
    counts = counts_of(tag={"b": 3, "C": 2, "a": 1})
    by_name = Arrangement().with_order(Facet.TAG, Order.NAME)
    assert values(rows(counts, Facet.TAG)) == ["b", "C", "a"]
    assert values(rows(counts, Facet.TAG, by_name)) == ["a", "b", "C"]


def test_years_come_newest_first_or_by_count() -> None:
    counts = counts_of(year={"2022": 1, "2021": 5, "2020": 3})
    by_count = Arrangement().with_order(Facet.YEAR, Order.COUNT)
    assert values(rows(counts, Facet.YEAR)) == ["2022", "2021", "2020"]
    assert values(rows(counts, Facet.YEAR, by_count)) == ["2021", "2020", "2022"]


def test_what_is_chosen_may_be_newer_than_the_counts() -> None:
    shown = Filter(facets=((Facet.TAG, ("b",)),), since=date(2022, 1, 1))
    found = rows_of(counts_of(tag={"a": 1, "b": 1}), shown, Arrangement(), ALPHABET)
    assert [row.value for row in found[Facet.TAG] if row.chosen] == ["b"]


def test_an_arrangement_survives_a_session_without_its_filter_boxes() -> None:
    kept = (
        Arrangement()
        .with_collapsed(None, True)
        .with_collapsed(Facet.SOURCE, True)
        .with_more(Facet.TAG)
        .with_order(Facet.TAG, Order.NAME)
    )
    assert Arrangement.restored(kept.with_filter(Facet.YEAR, "20").state()) == kept


def test_collapsing_closes_the_filter_box_and_opening_the_box_expands() -> None:
    opened = Arrangement().with_collapsed(Facet.TAG, True).with_filter(Facet.TAG, "")
    assert opened.collapsed == frozenset()
    assert opened.with_collapsed(Facet.TAG, True).filters == {}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from([*Facet, "library"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from([*Facet]), inner),
)


@given(st.dictionaries(st.sampled_from(["collapsed", "expanded", "orders", "other"]), _JSON))
def test_whatever_a_session_file_says_is_taken_or_left(state: dict[str, object]) -> None:
    restored = Arrangement.restored(state)
    assert Arrangement.restored(restored.state()) == restored
