from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.id_lists import moved_ahead, without

ids = st.frozensets(st.integers(-(2**62), 2**62) | st.integers(0, 50), max_size=60)


@given(ids, ids, st.sampled_from([1, 3, 100]))
def test_ids_without_others(some: frozenset[int], others: frozenset[int], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.library.id_lists._AT_ONCE", at_once)
        left = without(array("q", sorted(some)), array("q", sorted(others)))
    assert list(left) == sorted(some - others)


def test_some_ids_are_moved_ahead_of_the_rest() -> None:
    assert list(moved_ahead(array("q", [7, 3]), array("q", [9, 7, 5, 3, 1]))) == [7, 3, 9, 5, 1]
    assert list(moved_ahead(array("q"), array("q", [2, 1]))) == [2, 1]
