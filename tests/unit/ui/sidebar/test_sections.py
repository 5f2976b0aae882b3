"""Which rows the sidebar shows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import fold
from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.sidebar.arrangement import STEP, Arrangement, Order
from reader.ui.sidebar.sections import FEW, FEW_NESTED, Alphabet, Row, RowKind, rows_of

EVERYTHING = Filter()
AS_IT_COMES = Arrangement()


def in_order(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(sorted(names, key=str.lower))}


ALPHABET = Alphabet(in_order, fold)


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


WAR = {
    "war": FacetCount("war", 9),
    "peace": FacetCount("peace", 5),
    "war/europe": FacetCount("war/europe", 4, "war"),
    "war/europe/north": FacetCount("war/europe/north", 3, "war/europe"),
    "war/asia": FacetCount("war/asia", 3, "war"),
}


def nested(
    arrangement: Arrangement = AS_IT_COMES,
    *chosen: str,
    present: Iterable[FacetCount] = WAR.values(),
    facet: Facet = Facet.TAG,
) -> list[Row]:
    shown = Filter(facets=((facet, chosen),)) if chosen else EVERYTHING
    counts = replace(counts_of(shown), facets={facet: tuple(present)})
    return rows(counts, facet, arrangement)


def drawn(found: list[Row]) -> list[str]:
    """Return the rows' values, indented, `+` before what can be unfolded and `-` before what is."""
    return [
        "  " * row.depth + ("" if not row.nests else "-" if row.open else "+") + row.value
        for row in found
        if row.kind is RowKind.VALUE
    ]


def test_what_is_nested_is_folded_until_somebody_looks() -> None:
    assert drawn(nested()) == ["+war", "peace"]
    one = Arrangement().with_unfolded(Facet.TAG, "war", True)
    assert drawn(nested(one)) == ["-war", "  +war/europe", "  war/asia", "peace"]
    both = one.with_unfolded(Facet.TAG, "WAR/Europe", True)  # however it was spelled then
    assert drawn(nested(both))[1:3] == ["  -war/europe", "    war/europe/north"]
    assert drawn(nested(both.with_unfolded(Facet.TAG, "war", False))) == ["+war", "peace"]


def test_a_chosen_value_is_seen_though_what_it_is_nested_in_is_folded() -> None:
    assert drawn(nested(AS_IT_COMES, "war/europe/north")) == [
        "+war",
        "  +war/europe",
        "    war/europe/north",
        "peace",
    ]


def test_a_chosen_value_is_found_however_the_filter_spells_it() -> None:
    found = nested(AS_IT_COMES, "ＷＡＲ", "Peace")
    assert [row.value for row in found if row.chosen] == ["war", "peace"]


def test_a_chosen_value_takes_the_row_it_stands_under_along() -> None:
    many = [FacetCount(name, count) for name, count in MANY.items()]
    last = FacetCount("z", 1), FacetCount("z/a", 1, "z"), FacetCount("z/b", 0, "z")
    found = nested(AS_IT_COMES, "z/b", present=[*many, *last])
    assert drawn(found)[FEW:] == ["+z", "  z/b"]


def test_a_chosen_value_can_outlive_what_it_was_nested_in() -> None:
    found = nested(AS_IT_COMES, "a/b", present=[FacetCount("x", 1), FacetCount("a/b", 0, "a")])
    assert drawn(found) == ["x", "a/b"]
    assert len(found) == 3
    assert [row.parent for row in found if row.value == "a/b"] == [""]


def test_many_nested_values_come_step_by_step_too() -> None:
    present = [FacetCount("p", 99), *(FacetCount(f"p/{n}", 99 - n, "p") for n in range(30))]
    unfolded = Arrangement().with_unfolded(Facet.TAG, "p", True)
    found = nested(unfolded, present=present)
    assert len(values(found)) == 1 + FEW_NESTED
    assert (found[-1].kind, found[-1].value, found[-1].count) == (RowKind.MORE, "p", 18)
    assert found[-1].depth == 1
    found = nested(unfolded.with_more(Facet.TAG, "p"), present=present)
    assert len(values(found)) == 31
    assert (found[-1].kind, found[-1].value) == (RowKind.FEWER, "p")
    few = unfolded.with_more(Facet.TAG, "p").with_few(Facet.TAG, "p")
    assert few == unfolded


def test_all_months_of_a_year_stand_at_once_and_the_newest_first() -> None:
    months = [FacetCount(f"2022-{month:02}", month, "2022") for month in range(12, 0, -1)]
    unfolded = Arrangement().with_unfolded(Facet.YEAR, "2022", True)
    found = nested(unfolded, present=[*months, FacetCount("2022", 78)], facet=Facet.YEAR)
    assert values(found) == ["2022", *(month.value for month in months)]


def test_nested_values_are_sorted_like_the_others() -> None:
    by_name = Arrangement().with_order(Facet.TAG, Order.NAME)
    found = nested(by_name.with_unfolded(Facet.TAG, "war", True))
    assert drawn(found) == ["peace", "-war", "  war/asia", "  +war/europe"]


def test_the_filter_box_finds_nested_values_and_shows_them_by_their_whole_names() -> None:
    found = nested(Arrangement().with_filter(Facet.TAG, "europe"))
    assert drawn(found) == ["war/europe", "war/europe/north"]
    assert {row.parent for row in found} == {""}
    assert drawn(nested(Arrangement().with_filter(Facet.TAG, " "))) == ["+war", "peace"]


def test_an_arrangement_survives_a_session_without_its_filter_boxes() -> None:
    kept = (
        Arrangement()
        .with_collapsed(None, True)
        .with_collapsed(Facet.SOURCE, True)
        .with_more(Facet.TAG)
        .with_order(Facet.TAG, Order.NAME)
        .with_unfolded(Facet.SOURCE, "bbc.co.uk", True)
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


@given(
    st.dictionaries(
        st.sampled_from(["collapsed", "expanded", "unfolded", "orders", "other"]), _JSON
    )
)
def test_whatever_a_session_file_says_is_taken_or_left(state: dict[str, object]) -> None:
    restored = Arrangement.restored(state)
    assert Arrangement.restored(restored.state()) == restored
