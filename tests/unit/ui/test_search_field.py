import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.search_field import SearchField
from reader.ui.sidebar.facet_drag import mime_of
from reader.ui.theme import LIGHT

LETTER = range(9, 18)  # columns of the first letter, an H


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField("Search", "", LIGHT)
    qtbot.addWidget(field)
    font = field.font()
    font.setPixelSize(13)
    field.setFont(font)
    field.resize(300, 28)
    return field


def rows_of_first_letter(field: SearchField) -> tuple[int, int]:
    """Return between which rows the first letter stands."""
    image = field.grab().toImage()
    rows = range(4, 24)
    dark = [y for y in rows if any(QColor(image.pixel(x, y)).lightness() < 128 for x in LETTER)]
    return dark[0], dark[-1]


@pytest.mark.parametrize("others", ["互联网", "聯網", "한국어", "あい"])
def test_letters_stand_where_they_are_whatever_joins_them(field: SearchField, others: str) -> None:
    field.setText("H")
    level = rows_of_first_letter(field)
    field.setText(f"H {others}")
    assert rows_of_first_letter(field) == level
    field.setText("H")
    assert rows_of_first_letter(field) == level


def test_what_is_composed_moves_nothing_either(field: SearchField) -> None:
    field.setText("H")
    level = rows_of_first_letter(field)
    field.setCursorPosition(1)
    QApplication.sendEvent(field, QInputMethodEvent("互联", []))
    assert rows_of_first_letter(field) == level


def test_a_term_that_is_dropped_stands_behind_what_was_typed(qtbot: QtBot) -> None:
    field = SearchField("Search", "Search", LIGHT)
    qtbot.addWidget(field)
    typed: list[str] = []
    field.textEdited.connect(typed.append)
    field.setText("war ")
    field.setCursorPosition(1)
    mime = mime_of('tag:"two words"')
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(9, 9), copy, mime, left, plain))
    QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), copy, mime, left, plain))
    assert field.text() == 'war tag:"two words" '
    assert typed[-1:] == ['war tag:"two words" ']
