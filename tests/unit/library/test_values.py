"""What a filter chooses and excludes, and how it is kept."""

from datetime import date

from reader.library.values import Facet, Filter, Shelf, Sort

WAR = Filter(facets=((Facet.TAG, ("war",)),))
NO_WAR = Filter(excluded=((Facet.TAG, ("war",)),))


def test_a_value_is_excluded_and_comes_back_however_it_is_spelled() -> None:
    assert Filter().excluding(Facet.TAG, "war") == NO_WAR
    assert NO_WAR.excluding(Facet.TAG, "WAR") == Filter()


def test_no_value_is_both_chosen_and_excluded() -> None:
    assert WAR.excluding(Facet.TAG, "War").excluded == ((Facet.TAG, ("War",)),)
    assert WAR.excluding(Facet.TAG, "War").facets == ()
    assert NO_WAR.toggled(Facet.TAG, "WAR") == Filter(facets=((Facet.TAG, ("WAR",)),))


def test_several_are_excluded_in_their_order_beside_what_is_chosen() -> None:
    shown = WAR.excluding(Facet.TAG, "b").excluding(Facet.SOURCE, "c").excluding(Facet.TAG, "a")
    assert shown.facets == WAR.facets
    assert shown.excluded == ((Facet.TAG, ("b", "a")), (Facet.SOURCE, ("c",)))
    assert shown.left_out(Facet.TAG) == ("b", "a")
    assert shown.named()[Facet.TAG] == ("war", "b", "a")


def test_only_one_value_is_only_that() -> None:
    assert NO_WAR.toggled(Facet.YEAR, "2022").only(Facet.TAG, "war") == WAR


def test_what_is_kept_comes_back_whole() -> None:
    excluded = ((Facet.TAG, ("乌克兰", "a/b")), (Facet.YEAR, ("2022-02",)))
    day = date(2022, 2, 1)
    shown = Filter(Shelf.UNREAD, "word", WAR.facets, day, day, Sort.RELEVANCE, excluded)
    assert Filter.from_json(shown.as_json()) == shown


def test_what_was_kept_before_anything_could_be_excluded_is_still_understood() -> None:
    kept = WAR.as_json()
    del kept["excluded"]
    assert Filter.from_json(kept) == WAR


def test_a_filter_half_understood_is_none_at_all() -> None:
    for excluded in ([["smell", ["x"]]], [["tag"]], "tag", 7, [7]):
        assert Filter.from_json({**WAR.as_json(), "excluded": excluded}) is None
    assert Filter.from_json([]) is None
