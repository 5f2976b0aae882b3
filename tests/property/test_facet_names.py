"""What the reading of nested values relies on, of any names at all."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.facet_names import names_above
from reader.library.facet_terms import facet_terms, merged
from reader.library.values import Facet

letters = st.sampled_from("aAbß/／ \u3000ｗｶﾞ\u0301İ\u0345ﬁ中文-.") | st.characters(codec="utf-8")
names = st.text(letters, max_size=12).map(str.strip).filter(bool)
terms = st.lists(st.tuples(st.sampled_from(Facet), names), max_size=8)


@given(st.sampled_from(Facet), names)
def test_a_key_is_its_own_key(facet: Facet, name: str) -> None:
    assert facet.key(facet.key(name)) == facet.key(name)


@given(names)
def test_all_spellings_of_a_tag_are_nested_in_the_same(name: str) -> None:
    key = Facet.TAG.key
    assert tuple(key(above) for above in names_above(name)) == names_above(key(name))


@given(terms)
def test_a_post_has_each_value_once_and_all_that_is_above_it(
    named: list[tuple[Facet, str]],
) -> None:
    found = facet_terms(named)
    keys = [(facet, facet.key(value)) for facet, value in found]
    assert len(set(keys)) == len(keys)
    assert {(facet, facet.key(value)) for facet, value in named} <= set(keys)
    assert facet_terms(found) == found


@given(st.sampled_from(Facet), st.lists(names, max_size=8))
def test_merging_keeps_the_first_spellings_in_their_order(facet: Facet, values: list[str]) -> None:
    once = merged(facet, values)
    assert merged(facet, once) == once
    assert {facet.key(value) for value in once} == {facet.key(value) for value in values}
    assert list(once) == sorted(once, key=values.index)
