"""The palette by keyboard, filled by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.goto import palette
from reader.ui.goto.entries import Entry, Kind
from reader.ui.goto.palette import Palette
from reader.ui.theme import LIGHT

Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
STAR, START = (Entry(Kind.COMMAND, words, "Command", words) for words in ("Star", "Start again"))
POST = Entry(Kind.POST, "Stars of 2022", "", "a.md")


class Desk:
    """A palette over a window, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(800, 600)
        qtbot.addWidget(self.window)
        self.palette = Palette(LIGHT, self.window)
        self.chosen: list[object] = []
        self.early = 0
        self.palette.chosen.connect(self._on_chosen)
        self.palette.entered_early.connect(self._on_early)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.palette.open_over()

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def _on_chosen(self, entry: Entry, _control: bool) -> None:
        self.chosen.append(entry.target)

    def _on_early(self, _control: bool) -> None:
        self.early += 1


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.window.hide()


def test_enter_takes_no_command_while_titles_are_awaited(desk: Desk) -> None:
    QTest.keyClicks(desk.palette.field, "star")
    desk.palette.show_rows([STAR, START], awaited=True)
    desk.press(Key.Key_Return)
    assert (desk.chosen, desk.early) == ([], 1)
    desk.palette.show_rows([POST, STAR])
    desk.press(Key.Key_Return)
    assert desk.chosen == ["a.md"]


def test_a_row_that_was_gone_to_is_taken_and_stays_chosen(desk: Desk) -> None:
    QTest.keyClicks(desk.palette.field, "star")
    desk.palette.show_rows([STAR, START], awaited=True)
    desk.press(Key.Key_Down)
    desk.palette.show_rows([POST, STAR, START])
    desk.press(Key.Key_Return)
    assert (desk.chosen, desk.early) == (["Start again"], 0)


def test_a_row_that_is_gone_gives_way_to_the_first(desk: Desk) -> None:
    desk.palette.show_rows([STAR, START], awaited=True)
    desk.press(Key.Key_Down)
    desk.palette.show_rows([POST, STAR])
    desk.press(Key.Key_Return)
    assert desk.chosen == ["a.md"]


def test_the_row_that_enter_takes_is_heard_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(_: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(palette, "announce", note)
    QTest.keyClicks(desk.palette.field, "star")
    desk.palette.show_rows([STAR], awaited=True)
    desk.palette.show_rows([POST, STAR])
    desk.palette.show_rows([POST, STAR, START])
    desk.press(Key.Key_Down)
    assert said == ["Stars of 2022", "Star, Command"]


@pytest.mark.parametrize(
    "letter",
    ["ж", "字", "é", "😀"],
)
def test_letters_of_every_keyboard_are_typed(desk: Desk, letter: str) -> None:
    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        desk.palette.field,
        Qt.Key(ord(letter.upper())),
        letter,
        Qt.KeyboardModifier.NoModifier,
    )
    assert desk.palette.field.text() == letter


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_K, CONTROL),
        (Key.Key_U, CONTROL),
        (Key.Key_A, CONTROL),
        (Key.Key_Z, CONTROL),
        (Key.Key_F6, NONE),
        (Key.Key_X, Qt.KeyboardModifier.AltModifier),
        (Key.Key_K, CONTROL | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_it_closes_by_whatever_key_opens_it(
    desk: Desk, key: Key, modifiers: Qt.KeyboardModifier
) -> None:
    closed: list[None] = []
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    action = desk.window.addAction("Go to anything")
    action.setShortcut(sequence)
    action.triggered.connect(lambda: closed.append(None))
    desk.palette.close_with([sequence])
    desk.palette.field.setText("star")
    desk.press(key, modifiers)
    assert len(closed) == 1
    assert desk.palette.field.text() == "star"


def test_a_letter_that_opens_it_is_typed_in_it(desk: Desk) -> None:
    desk.palette.close_with([QKeySequence("X")])
    QTest.keyClicks(desk.palette.field, "x")
    assert desk.palette.field.text() == "x"
    assert desk.palette.isVisible()
