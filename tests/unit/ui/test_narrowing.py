from datetime import date
from time import process_time

from pytestqt.qtbot import QtBot

from reader.library.values import Facet, Filter, Shelf, Sort
from reader.ui.chips import chips_of
from reader.ui.narrowing import Narrowing


def told(narrowing: Narrowing) -> list[Filter]:
    filters: list[Filter] = []
    narrowing.changed.connect(filters.append)
    return filters


def test_a_click_takes_a_value_alone_and_a_second_click_none(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    narrowing.choose_facet(Facet.TAG, "a", False)
    narrowing.choose_facet(Facet.AUTHOR, "b", False)
    assert narrowing.filter.facets == ((Facet.AUTHOR, ("b",)),)
    narrowing.choose_facet(Facet.AUTHOR, "b", False)
    assert narrowing.filter.facets == ()


def test_ctrl_click_adds_within_and_across_facets(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    narrowing.choose_facet(Facet.TAG, "a", True)
    narrowing.choose_facet(Facet.TAG, "b", True)
    narrowing.choose_facet(Facet.YEAR, "2022", True)
    narrowing.choose_facet(Facet.TAG, "a", True)
    assert narrowing.filter.facets == ((Facet.TAG, ("b",)), (Facet.YEAR, ("2022",)))


def test_a_range_adds_what_is_not_chosen_however_it_is_spelled(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    narrowing.choose_facet(Facet.TAG, "War", True)
    narrowing.exclude_facet(Facet.TAG, "peace")
    narrowing.add_facets(Facet.TAG, ("war", "Peace", "calm"))
    assert narrowing.filter.facets == ((Facet.TAG, ("War", "Peace", "calm")),)
    assert narrowing.filter.excluded == ()


def test_thousands_of_values_are_added_and_shown_in_a_moment(qtbot: QtBot) -> None:
    narrowing, values = Narrowing(), [f"value {number}" for number in range(4_000)]
    begun = process_time()
    narrowing.add_facets(Facet.TAG, values)
    assert len(list(chips_of(narrowing.filter))) == 4_000
    assert process_time() - begun < 1  # 6 s where each looks at all others


def test_a_shelf_takes_facets_and_dates_away_but_not_the_search(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    narrowing.type_query("word")
    narrowing.choose_facet(Facet.TAG, "a", False)
    narrowing.choose_dates(date(2022, 1, 1), None)
    narrowing.choose_sort(Sort.RELEVANCE)
    narrowing.choose_shelf(Shelf.UNREAD)
    assert narrowing.filter == Filter(Shelf.UNREAD, "word", sort=Sort.RELEVANCE)


def test_the_first_letter_is_searched_at_once_and_a_burst_once(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    filters = told(narrowing)
    for text in ("维", "维稳", "维稳 ", "维稳 费"):
        narrowing.type_query(text)
    assert [each.query for each in filters] == ["维"]
    qtbot.waitUntil(lambda: len(filters) == 2, timeout=1000)
    assert filters[-1].query == "维稳 费"


def test_a_filter_chosen_while_a_search_waits_is_the_newer(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    narrowing.type_query("a")
    narrowing.type_query("ab")
    narrowing.set(Filter())
    qtbot.wait(100)
    assert narrowing.filter == Filter()


def test_what_is_typed_can_be_searched_without_the_pause(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    filters = told(narrowing)
    narrowing.settle()
    assert filters == []
    for text in ("a", "ab", "abc"):
        narrowing.type_query(text)
    narrowing.settle()
    assert [each.query for each in filters] == ["a", "abc"]
    qtbot.wait(100)
    assert len(filters) == 2


def test_the_same_filter_is_not_told_twice_but_a_new_library_always_is(qtbot: QtBot) -> None:
    narrowing = Narrowing()
    filters = told(narrowing)
    narrowing.set(Filter())
    assert not filters
    narrowing.start_with(Filter())
    assert filters == [Filter()]
