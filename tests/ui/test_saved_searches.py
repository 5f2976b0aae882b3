"""Saved searches, in the sidebar of a real window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from reader.library.values import Facet, Filter, Shelf, Sort
from reader.ui.bookmark import BookmarkButton
from reader.ui.sidebar.saved_rows import SavedRows
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ALL = ("Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until_read("e.md")
    return reader


def rows(reader: Driver) -> SavedRows:
    return reader.front.sidebar.findChildren(SavedRows)[0]


def names(reader: Driver) -> list[str]:
    return rows(reader).names()[1:]


def button(reader: Driver) -> BookmarkButton:
    return reader.front.toolbar.search.findChildren(BookmarkButton)[0]


def search(reader: Driver, words: str, *titles: str) -> None:
    """Search for `words` and go on to what was found."""
    reader.press(Key.Key_Slash)
    reader.type(words)
    reader.press(Key.Key_Return)
    reader.until_listed(*titles)


def save(reader: Driver, name: str = "") -> None:
    """Save the present search, under `name` or the one proposed."""
    reader.press(Key.Key_D, CONTROL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    reader.type(name)
    named(reader, Key.Key_Return)
    assert QApplication.focusWidget() is reader.front.post_list


def named(reader: Driver, key: Qt.Key) -> None:
    """End the typing of a name with `key`."""
    reader.press(key)
    reader.until(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def saved_two(reader: Driver) -> None:
    search(reader, "apples", "Alpha")
    save(reader)
    search(reader, "tag:blue", "Gamma", "Beta")
    save(reader, "Blue ones")
    assert names(reader) == ["apples", "Blue ones"]


def test_a_search_is_saved_named_and_chosen_again(reader: Driver, start: Start) -> None:
    assert not rows(reader).isVisible()
    saved_two(reader)
    reader.press(Key.Key_Slash)
    reader.press(Key.Key_Escape)
    reader.until_listed(*ALL)
    rows(reader).setFocus()
    reader.press(Key.Key_Home)
    reader.press(Key.Key_Down, times=2)
    reader.press(Key.Key_Return)
    reader.until_listed("Gamma", "Beta")
    assert reader.front.toolbar.search.text() == "tag:blue"
    counted = ["Saved searches, expanded", "apples, 1 post(s)", "Blue ones, 2 post(s), chosen"]
    reader.until(lambda: rows(reader).spoken() == counted)
    reader.close()
    again = start()
    again.until(lambda: names(again) == ["apples", "Blue ones"])


def test_the_whole_filter_is_kept(reader: Driver) -> None:
    narrowing = reader.assembly.narrowing
    whole = Filter(Shelf.UNREAD, "a", ((Facet.TAG, ("red", "blue")),), sort=Sort.RELEVANCE)
    narrowing.set(whole)
    save(reader)
    assert names(reader) == ["a · red · blue · Unread"]
    narrowing.set(Filter())
    rows(reader).chosen.emit(reader.assembly.clients.state.searches[0])
    assert narrowing.filter == whole


def test_the_same_key_renames_what_is_saved_already(reader: Driver) -> None:
    search(reader, "apples", "Alpha")
    save(reader, "Fruit")
    assert names(reader) == ["Fruit"]
    save(reader, "Apples")
    assert names(reader) == ["Apples"]
    reader.press(Key.Key_D, CONTROL)
    reader.type("nothing")
    named(reader, Key.Key_Escape)
    assert names(reader) == ["Apples"]


def test_there_is_nothing_to_save_where_everything_is_shown(reader: Driver) -> None:
    assert not button(reader).isVisible()
    reader.press(Key.Key_D, CONTROL)
    assert "Search or filter first" in reader.front.status.words()
    assert names(reader) == []


def test_renamed_moved_removed_and_brought_back_by_key(reader: Driver) -> None:
    saved_two(reader)
    rows(reader).setFocus()
    reader.press(Key.Key_End)
    reader.press(Key.Key_Up, ALT)
    assert names(reader) == ["Blue ones", "apples"]
    reader.press(Key.Key_F2)
    reader.type("Blue")
    named(reader, Key.Key_Return)
    assert QApplication.focusWidget() is rows(reader)
    assert names(reader) == ["Blue", "apples"]
    rows(reader).setFocus()
    reader.press(Key.Key_Delete)
    assert names(reader) == ["apples"]
    reader.press(Key.Key_Z, CONTROL)
    assert names(reader) == ["Blue", "apples"]
    reader.press(Key.Key_Z, CONTROL, times=2)
    assert names(reader) == ["apples", "Blue ones"]


def test_the_arrows_lead_from_the_facets_up_and_back(reader: Driver) -> None:
    saved_two(reader)
    reader.front.sidebar.setFocus()
    reader.press(Key.Key_Home)
    reader.press(Key.Key_Up)
    assert QApplication.focusWidget() is rows(reader)
    reader.press(Key.Key_Down)
    assert QApplication.focusWidget() is reader.front.sidebar.focusProxy()
    reader.press(Key.Key_Tab)
    assert QApplication.focusWidget() is reader.front.post_list


def test_the_section_closes_and_opens(reader: Driver) -> None:
    saved_two(reader)
    rows(reader).setFocus()
    reader.press(Key.Key_Left)
    assert rows(reader).spoken() == ["Saved searches, collapsed"]
    reader.press(Key.Key_Return)
    assert len(rows(reader).spoken()) == 3


def test_a_click_chooses_and_leaves_the_keyboard_where_it_was(reader: Driver) -> None:
    saved_two(reader)
    reader.front.post_list.setFocus()
    view = rows(reader)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    reader.until_listed("Alpha")
    assert QApplication.focusWidget() is reader.front.post_list


def test_the_sign_in_the_field_saves_and_shows_what_is_saved(reader: Driver) -> None:
    search(reader, "apples", "Alpha")
    sign = button(reader)
    assert sign.isVisible()
    assert not sign.isChecked()
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    named(reader, Key.Key_Return)
    assert names(reader) == ["apples"]
    assert sign.isChecked()
    reader.press(Key.Key_Slash)
    reader.type("x")
    reader.until(lambda: not sign.isChecked())


def test_it_is_saved_from_the_field_and_with_the_sidebar_hidden(reader: Driver) -> None:
    reader.press(Key.Key_F9)
    reader.press(Key.Key_Slash)
    reader.type("apples")
    reader.until_listed("Alpha")
    save(reader)
    assert names(reader) == ["apples"]
    assert reader.front.sidebar.isVisible()


def test_who_clicks_elsewhere_while_naming_goes_there(reader: Driver) -> None:
    search(reader, "apples", "Alpha")
    reader.press(Key.Key_D, CONTROL)
    reader.type("Fruit")
    QTest.mouseClick(reader.front.toolbar.search, Qt.MouseButton.LeftButton)
    reader.until(lambda: names(reader) == ["Fruit"])
    reader.wait(50)
    assert QApplication.focusWidget() is reader.front.toolbar.search


def test_a_menu_moves_the_search_though_it_was_renamed_meanwhile(reader: Driver) -> None:
    saved_two(reader)
    rows(reader).setCurrentIndex(rows(reader).model().index(2, 0))
    place = rows(reader).visualRect(rows(reader).currentIndex()).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint())
    QApplication.sendEvent(rows(reader).viewport(), asked)
    menu = reader.front.sidebar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    kept, last = reader.assembly.clients.state.searches
    changed = (kept, replace(last, name="Blue"))
    reader.assembly.clients.state.set_searches(changed, "")  # as another window does
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    assert names(reader) == ["Blue", "apples"]
    menu.close()


def test_another_library_has_its_own(reader: Driver, tmp_path: Path) -> None:
    saved_two(reader)
    other = tmp_path / "other"
    other.mkdir()
    reader.assembly.opening.open(other)
    reader.until(lambda: names(reader) == [])
    reader.assembly.opening.open(tmp_path / "library")
    reader.until(lambda: names(reader) == ["apples", "Blue ones"])
