from hypothesis import given
from hypothesis import strategies as st

from reader.library.facet_lists import packed, tally, unpacked

FEW = st.integers(1, 300)
EDGES = st.sampled_from([0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFF7FF, 0xFF800, 0xFF801, 0x100000])
ANY = st.integers(1, 1 << 31)
lists = st.sets(st.one_of(FEW, EDGES, ANY), max_size=12)


@given(lists)
def test_a_list_comes_out_as_it_went_in(facets: set[int]) -> None:
    text = packed(facets)
    assert unpacked(text) == facets
    assert text.encode().decode() == text  # no half of a surrogate pair: SQLite keeps it


@given(st.lists(lists, max_size=8))
def test_joined_lists_are_counted_as_one_by_one(posts: list[set[int]]) -> None:
    counts = tally("".join(map(packed, posts)))
    every = set[int]().union(*posts)
    assert counts == {facet: sum(facet in post for post in posts) for facet in every}


def test_most_facets_cost_no_more_than_three_bytes() -> None:
    assert len(packed([5]).encode()) == 1
    assert len(packed([40_000]).encode()) == 3
