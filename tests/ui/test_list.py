"""The list of the whole window, by its keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.library.values import Sort
from reader.ui.post_list.density import Density
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALL = ("Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until_read("e.md")
    return reader


def stars(reader: Driver) -> list[str]:
    state = reader.assembly.clients.state
    paths = ("a.md", "b.md", "sub/c.md", "d.md", "e.md")
    return [path for path in paths if state.state_of(path).starred]


def test_what_is_selected_is_starred_and_that_undone(reader: Driver) -> None:
    reader.press(Key.Key_Down, SHIFT, times=2)
    reader.press(Key.Key_S)
    reader.until(lambda: stars(reader) == ["sub/c.md", "d.md", "e.md"])
    assert reader.shown() == "e.md"
    assert not reader.assembly.clients.state.state_of("d.md").read
    reader.press(Key.Key_Z, CONTROL)
    assert stars(reader) == []
    reader.press(Key.Key_Escape)
    assert reader.front.post_list.selection.count == 1


def test_titles_and_links_of_all_are_copied(reader: Driver) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Y, SHIFT)
    reader.until(clipboard.text)
    lines = clipboard.text().splitlines()
    assert [title in line for title, line in zip(ALL, lines, strict=True)] == [True] * 5
    assert "[Alpha](<https://example.org/a.md>)" in lines[-1]


def test_rows_come_closer_with_a_key_and_stay_so(
    reader: Driver, start: Start, library: Path
) -> None:
    reader.press(Key.Key_R, times=2)
    assert reader.front.post_list.density is Density.TITLES
    reader.close()
    again = start(library)
    assert again.front.post_list.density is Density.TITLES


def test_an_order_is_kept_with_its_library(reader: Driver, start: Start, library: Path) -> None:
    reader.assembly.narrowing.choose_sort(Sort.TITLE)
    reader.until_listed("Alpha", "Beta", "Delta", "Epsilon", "Gamma")
    assert reader.shown() == "e.md"
    reader.close()
    again = start(library)
    again.until_listed("Alpha", "Beta", "Delta", "Epsilon", "Gamma")


def test_a_title_is_gone_to_by_typing_how_it_begins(reader: Driver) -> None:
    reader.press(Key.Key_Period)
    reader.type("gam")
    post_list = reader.front.post_list
    reader.until(lambda: post_list.selection.cursor == 2)
    assert reader.shown() == "e.md"
    reader.press(Key.Key_Return)
    reader.until(lambda: reader.shown() == "sub/c.md")
