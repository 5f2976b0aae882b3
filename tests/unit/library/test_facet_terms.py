from reader.library.facet_terms import facet_terms, merged
from reader.library.values import Facet

TAG, CATEGORY, SOURCE, YEAR = Facet.TAG, Facet.CATEGORY, Facet.SOURCE, Facet.YEAR


def test_a_post_has_what_its_facets_are_nested_in() -> None:
    named = [(TAG, "war/europe"), (CATEGORY, "News/Local"), (SOURCE, "news.bbc.co.uk")]
    assert facet_terms([*named, (YEAR, "2022-02")]) == (
        *named,
        (YEAR, "2022-02"),
        (TAG, "war"),
        (CATEGORY, "News"),
        (SOURCE, "bbc.co.uk"),
        (YEAR, "2022"),
    )


def test_no_value_has_two_spellings_in_one_post() -> None:
    assert facet_terms([(TAG, "War/Europe"), (TAG, "war/asia"), (TAG, "war/EUROPE")]) == (
        (TAG, "War/Europe"),
        (TAG, "war/asia"),
        (TAG, "War"),
    )


def test_what_is_named_outright_keeps_its_spelling() -> None:
    assert facet_terms([(TAG, "War/Europe"), (TAG, "war")]) == ((TAG, "War/Europe"), (TAG, "war"))


def test_facets_do_not_mix() -> None:
    both = ((TAG, "war"), (CATEGORY, "war"))
    assert facet_terms(both) == both


def test_a_source_that_is_no_host_is_nested_in_nothing() -> None:
    for source in ("联合早报", "The Economist", "bbc.com", "a.b.example", "U.S. News.co.uk"):
        assert facet_terms([(SOURCE, source)]) == ((SOURCE, source),)


def test_authors_are_nested_in_nothing() -> None:
    assert facet_terms([(Facet.AUTHOR, "Smith/Jones")]) == ((Facet.AUTHOR, "Smith/Jones"),)


def test_the_first_of_several_spellings_stays() -> None:
    assert merged(Facet.AUTHOR, ["王　伟", "王伟", "Ann", "ANN"]) == ("王　伟", "Ann")
