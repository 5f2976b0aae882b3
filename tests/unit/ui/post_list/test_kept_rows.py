from array import array

from hypothesis import given
from hypothesis import strategies as st

from reader.library.values import Filter, Listing, Sort
from reader.ui.post_list.kept_rows import with_kept
from reader.ui.post_list.list_rows import ListRows

HEADINGS = ((30, "Unread"), (31, "Read"))


def listing(
    *ids: int, sort: Sort = Sort.UNREAD, headings: tuple[tuple[int, str], ...] = ()
) -> Listing:
    return Listing(Filter(sort=sort), array("q", ids), len(ids), headings=headings)


def kept(newer: Listing, posts: set[int], before: list[int]) -> list[int]:
    """Return the ids shown, each of which is found in its row, and no other."""
    rows, _ = with_kept(newer, posts, ListRows.of(listing(*before)))
    assert [rows.row_of(post) for post in rows.ids] == list(range(len(rows.ids)))
    assert rows.row_of(99) is None
    return list(rows.ids)


def test_nothing_kept_changes_nothing() -> None:
    newer = listing(3, 1, 2)
    assert with_kept(newer, set(), ListRows.of(listing(1, 2, 3)))[0].ids is newer.ids


def test_by_date_a_post_stands_where_its_date_is() -> None:
    assert kept(listing(50, 30, 10, sort=Sort.DATE), {40, 30}, []) == [50, 40, 30, 10]
    assert kept(listing(10, 30, 50, sort=Sort.OLDEST), {40, 30}, []) == [10, 30, 40, 50]


def test_else_a_post_stays_behind_the_one_it_stood_behind() -> None:
    assert kept(listing(5, 9, 2, 7), {4}, [5, 9, 4, 2, 7]) == [5, 9, 4, 2, 7]


def test_a_post_that_moved_within_the_listing_stays_too() -> None:
    assert kept(listing(5, 9, 2, 7, 4), {4}, [5, 9, 4, 2, 7]) == [5, 9, 4, 2, 7]


def test_the_first_stays_first_and_neighbours_stay_together() -> None:
    assert kept(listing(9, 2, 5, 4), {5, 4}, [5, 4, 9, 2]) == [5, 4, 9, 2]


def test_where_the_one_before_went_the_next_above_counts() -> None:
    assert kept(listing(5, 2), {4}, [5, 9, 4, 2]) == [5, 4, 2]


def test_a_heading_goes_to_the_first_post_that_is_not_kept() -> None:
    newer = listing(30, 29, 31, 28, headings=HEADINGS)
    _, headings = with_kept(newer, {31}, ListRows.of(listing(31, 30, 29, 28)))
    assert headings == ((30, "Unread"), (28, "Read"))


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_no_post_is_lost_or_doubled(before: list[int], gone: set[int], posts: set[int]) -> None:
    newer = listing(*(post for post in sorted(before) if post not in gone))
    shown = kept(newer, posts, before)
    assert sorted(shown) == sorted(posts | set(newer.ids))
    others = [post for post in shown if post not in posts]
    assert others == [post for post in newer.ids if post not in posts]
