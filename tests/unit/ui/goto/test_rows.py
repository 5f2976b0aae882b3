from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QMouseEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.library.go_to import Match, Rank, Typed, name_of
from reader.ui.goto.entries import Entry, Kind
from reader.ui.goto.rows import RowDelegate, RowList, note_font
from reader.ui.theme import LIGHT

NAMES = ("One", "Two", "Three", "Four")


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[RowList]:
    parent = QWidget()
    qtbot.addWidget(parent)
    rows = RowList(LIGHT, parent)
    rows.resize(400, 200)
    rows.show_entries([Entry(Kind.COMMAND, name, "Command", name) for name in NAMES])
    parent.show()
    yield rows
    parent.hide()


def laid_out(words: str, typed: str, room: int, qtbot: QtBot) -> tuple[str, str]:
    """Return what a row shows of `words`, and the letters marked in that."""
    parent = QWidget()
    qtbot.addWidget(parent)
    match = Typed.of(typed).match(name_of(words)) or Match(Rank.INSIDE)
    entry = Entry(Kind.POST, words, "", "a.md", match=match)
    layout = RowDelegate(LIGHT, parent).name_of(entry, QFont(), room)
    coded = layout.text().encode("utf-16-le")
    ranges: list[QTextLayout.FormatRange] = layout.formats()
    pieces = [coded[2 * one.start : 2 * (one.start + one.length)] for one in ranges]
    return layout.text(), b"|".join(pieces).decode("utf-16-le")


def test_what_was_typed_is_marked_beyond_the_basic_plane_too(qtbot: QtBot) -> None:
    assert laid_out("𠮷野家 noodles", "noo", 500, qtbot) == ("𠮷野家 noodles", "noo")


def test_a_long_name_is_cut_short(qtbot: QtBot) -> None:
    shown, marked = laid_out("Words " * 40, "words", 200, qtbot)
    assert shown.startswith("Words")
    assert shown.endswith("…")
    assert marked == "Words"


def test_letters_far_back_in_a_long_name_are_brought_in_sight(qtbot: QtBot) -> None:
    shown, marked = laid_out("Words " * 40 + "and the needle at last", "needle", 200, qtbot)
    assert shown.startswith("…")
    assert "needle" in shown
    assert marked == "needle"


def test_notes_are_smaller_than_names_in_a_font_of_high_letters_too() -> None:
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(13)
    assert note_font(font).pixelSize() == 12


def test_single_steps_go_round_and_pages_stop_at_the_ends(rows: RowList) -> None:
    for by, row in ((1, 1), (-1, 0), (-1, 3), (1, 0), (8, 3), (8, 3), (-8, 0)):
        rows.step(by)
        assert rows.currentIndex().row() == row


def test_a_screen_reader_hears_what_a_row_is(rows: RowList) -> None:
    assert rows.spoken() == "One, Command"


def test_a_click_takes_the_row_and_says_whether_with_control(rows: RowList) -> None:
    taken: list[tuple[object, bool]] = []

    def take(entry: object, control: bool) -> None:
        taken.append((entry, control))

    rows.taken.connect(take)
    second = rows.visualRect(rows.model().index(1, 0)).center()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifier, second)
    assert taken == [(rows.entries()[1], False), (rows.entries()[1], True)]


def test_rows_that_come_below_a_resting_mouse_are_not_chosen(rows: RowList) -> None:
    def move(place: QPointF) -> None:
        screen = QPointF(rows.viewport().mapToGlobal(place.toPoint()))
        none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, place, screen, none, none, plain)
        QApplication.sendEvent(rows.viewport(), event)

    third = QPointF(rows.visualRect(rows.model().index(2, 0)).center())
    move(third)
    assert rows.currentIndex().row() == 0
    move(third + QPointF(2, 1))
    assert rows.currentIndex().row() == 2
