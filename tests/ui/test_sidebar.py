"""Facets and timeline in a real window: excluded, pinned, hidden, looked at closely; and kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library.values import Days, Facet, Filter
from reader.ui.sidebar.menu import ValueMenu
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.rows import SidebarRows
from reader.ui.sidebar.sections import RowKind
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALL = ("Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until(lambda: row_of(reader, "red") is not None)
    return reader


def rows(reader: Driver) -> SidebarRows:
    return reader.front.sidebar.findChildren(SidebarRows)[0]


def row_of(reader: Driver, tag: str, kind: RowKind = RowKind.VALUE) -> int | None:
    model = rows(reader).model()
    assert isinstance(model, SidebarModel)
    return model.row_of(kind, Facet.TAG, tag)


def go_to(reader: Driver, tag: str, kind: RowKind = RowKind.VALUE) -> None:
    row = row_of(reader, tag, kind)
    assert row is not None
    rows(reader).setFocus(Qt.FocusReason.TabFocusReason)
    rows(reader).go_to(row)


def words(reader: Driver) -> list[str]:
    return [chip.words() for chip in reader.front.chips.chips()]


def test_minus_leaves_a_tags_posts_out_until_its_chip_goes(reader: Driver) -> None:
    go_to(reader, "red")
    reader.press(Key.Key_Minus)
    reader.until_listed("Delta", "Gamma")
    assert words(reader) == ["not tag: red"]
    QTest.mouseClick(reader.front.chips.chips()[0], Qt.MouseButton.LeftButton)
    reader.until_listed(*ALL)


def test_space_adds_one_tag_to_another(reader: Driver) -> None:
    go_to(reader, "red")
    reader.press(Key.Key_Return)
    reader.until_listed("Epsilon", "Beta", "Alpha")
    go_to(reader, "blue")
    reader.press(Key.Key_Space)
    reader.until_listed("Epsilon", "Gamma", "Beta", "Alpha")
    assert words(reader) == ["tag: red", "tag: blue"]


def test_search_within_a_tag(reader: Driver) -> None:
    go_to(reader, "red")
    reader.press(Key.Key_F10, SHIFT)
    menu = reader.front.sidebar.findChildren(ValueMenu)[0]
    next(each for each in menu.actions() if each.text().startswith("Search within")).trigger()
    menu.close()
    reader.until(reader.front.toolbar.search.hasFocus)
    reader.type("apples")
    reader.until_listed("Alpha")


def test_a_restart_finds_what_was_excluded_pinned_and_hidden(reader: Driver, start: Start) -> None:
    go_to(reader, "blue")
    reader.press(Key.Key_F10, SHIFT)
    menu = reader.front.sidebar.findChildren(ValueMenu)[0]
    next(each for each in menu.actions() if each.text() == "Pin").trigger()
    menu.close()
    go_to(reader, "red")
    reader.press(Key.Key_Minus)
    reader.press(Key.Key_F8)
    reader.until_listed("Delta", "Gamma")
    reader.close()
    again = start()
    again.until_listed("Delta", "Gamma")
    again.until(lambda: row_of(again, "blue", RowKind.PIN) is not None)
    assert not again.front.timeline.isVisible()
    again.press(Key.Key_F8)
    assert again.front.timeline.isVisible()


def test_a_restart_finds_the_timeline_as_closely_looked_at(reader: Driver, start: Start) -> None:
    reader.press(Key.Key_T, SHIFT)
    reader.press(Key.Key_Plus, times=4)
    part = reader.front.timeline.part
    assert part is not None
    reader.press(Key.Key_Escape)  # shows all again
    assert reader.front.timeline.part is None
    reader.press(Key.Key_Plus, times=4)
    part = reader.front.timeline.part
    go_to(reader, "red")
    reader.press(Key.Key_Return)  # counts that do not tell of all the time
    reader.until_listed("Epsilon", "Beta", "Alpha")
    reader.close()
    again = start()
    again.until_listed("Epsilon", "Beta", "Alpha")
    again.until(lambda: again.front.counts is not None)
    assert again.front.timeline.part == part


def test_the_timeline_is_looked_at_down_to_a_day_by_key(reader: Driver) -> None:
    chosen = reader.assembly.narrowing
    counted: list[Days] = []
    reader.front.catalog.days_counted.connect(counted.append)
    reader.press(Key.Key_T, SHIFT)
    assert reader.front.timeline.hasFocus()
    reader.press(Key.Key_Plus, times=4)
    reader.until(lambda: counted)
    reader.press(Key.Key_Home)
    reader.press(Key.Key_Left, times=20)  # beyond what is shown, to the first day there is
    reader.until(lambda: chosen.filter.since == chosen.filter.until == date(2022, 1, 1))
    reader.until_listed("Alpha")
    reader.press(Key.Key_Right, SHIFT)
    reader.until_listed("Beta", "Alpha")
    reader.press(Key.Key_Escape)
    reader.until_listed(*ALL)
    assert chosen.filter == Filter()
