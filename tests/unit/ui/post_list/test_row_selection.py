"""Selecting rows, over a model of numbered posts that asks no index."""

from array import array

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from reader.library.values import Filter, Listing
from reader.ui.catalog_client import CatalogClient
from reader.ui.post_list.model import PostModel
from reader.ui.post_list.row_selection import RowSelection

STEP = 16


def listing(*numbers: int) -> Listing:
    """Return a listing of posts with these numbers, which fall."""
    return Listing(Filter(), array("q", (number * STEP for number in numbers)), len(numbers))


@pytest.fixture
def posts(qapp: object) -> PostModel:
    model = PostModel(CatalogClient())
    model.show(listing(*range(100, 90, -1)))
    return model


@pytest.fixture
def chosen(qtbot: QtBot, posts: PostModel) -> RowSelection:
    """The fourth row current, and selected alone."""
    model = QItemSelectionModel(posts, posts)
    selection = RowSelection(posts, model)
    selection.make_current(3)
    return selection


def rows(selection: RowSelection, posts: PostModel) -> list[int]:
    return [row for row in range(posts.rowCount()) if selection.holds(row)]


def test_the_current_row_is_selected_alone(chosen: RowSelection, posts: PostModel) -> None:
    assert rows(chosen, posts) == [3]
    assert not chosen.apart
    assert chosen.cursor == 3


def test_a_range_grows_and_shrinks_from_where_it_began(
    chosen: RowSelection, posts: PostModel
) -> None:
    chosen.extend(6)
    assert rows(chosen, posts) == [3, 4, 5, 6]
    chosen.extend(4)
    assert rows(chosen, posts) == [3, 4]
    chosen.extend(1)
    assert rows(chosen, posts) == [1, 2, 3]
    assert chosen.cursor == 1
    assert chosen.current == 3


def test_single_rows_are_added_and_taken_out(chosen: RowSelection, posts: PostModel) -> None:
    chosen.toggle(7)
    chosen.toggle(0)
    assert rows(chosen, posts) == [0, 3, 7]
    assert list(chosen.ids()) == [100 * STEP, 97 * STEP, 93 * STEP]
    chosen.toggle(3)
    assert rows(chosen, posts) == [0, 7]
    assert chosen.apart


def test_never_is_nothing_selected_while_a_row_is_current(
    chosen: RowSelection, posts: PostModel
) -> None:
    chosen.toggle(3)
    assert rows(chosen, posts) == [3]


def test_a_range_goes_on_from_the_row_added_last(chosen: RowSelection, posts: PostModel) -> None:
    chosen.toggle(7)
    chosen.extend(9)
    assert rows(chosen, posts) == [7, 8, 9]


def test_all_can_be_selected_and_given_up(chosen: RowSelection, posts: PostModel) -> None:
    chosen.select_all()
    assert chosen.count == 10
    assert chosen.collapse()
    assert rows(chosen, posts) == [3]
    assert not chosen.collapse()


def test_a_plain_step_gives_up_what_was_selected(chosen: RowSelection, posts: PostModel) -> None:
    chosen.extend(6)
    chosen.make_current(3)
    assert rows(chosen, posts) == [3]


def test_what_is_selected_stays_so_when_posts_come_and_go(
    chosen: RowSelection, posts: PostModel
) -> None:
    chosen.extend(6)
    chosen.toggle(9)
    before = chosen.remembered()
    posts.show(listing(102, 101, 100, 99, 97, 96, 94, 93, 92, 91))
    chosen.restore(before)
    chosen.make_current(4, keep=True)
    assert list(chosen.ids()) == [97 * STEP, 96 * STEP, 94 * STEP, 91 * STEP]
    assert chosen.current == 4


def test_the_current_row_alone_is_nothing_to_remember(chosen: RowSelection) -> None:
    assert chosen.remembered() == frozenset()


def test_the_cursor_follows_its_post(chosen: RowSelection, posts: PostModel) -> None:
    chosen.extend(6)
    posts.show(listing(101, *range(100, 90, -1)))
    assert chosen.cursor == 7


def test_an_empty_list_has_nothing_to_select(chosen: RowSelection, posts: PostModel) -> None:
    posts.show(listing())
    chosen.select_all()
    assert chosen.count == 0
    assert list(chosen.ids()) == []
    assert chosen.cursor == -1
