"""The saved searches' section of the sidebar."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.library.saved_searches import SavedSearch
from reader.library.values import Filter
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.theme import LIGHT


def test_a_hairline_parts_it_from_what_is_scrolled_below(qtbot: QtBot) -> None:
    sidebar = QWidget()
    qtbot.addWidget(sidebar)
    below = QListView()
    below.setModel(QStringListModel([str(row) for row in range(100)]))
    saved = SavedRows(LIGHT, sidebar)
    column = QVBoxLayout(sidebar)
    column.addWidget(saved)
    column.addWidget(below)
    saved.stand_above(below)
    saved.show_searches([SavedSearch("1", "apples", Filter(query="apples"))])
    sidebar.resize(224, 400)
    sidebar.show()
    qtbot.waitExposed(sidebar)

    def lowest() -> QColor:
        image = saved.grab().toImage()
        return image.pixelColor(40, image.height() - 1)

    assert lowest() != QColor(LIGHT.hairline)
    below.scrollToBottom()
    assert lowest() == QColor(LIGHT.hairline)


def test_the_keyboard_stays_at_its_search_whatever_comes_or_goes(qtbot: QtBot) -> None:
    sidebar = QWidget()
    qtbot.addWidget(sidebar)
    saved = SavedRows(LIGHT, sidebar)
    one, two, three = (SavedSearch(key, key, Filter(query=key)) for key in ("1", "2", "3"))
    saved.show_searches([one, two])
    saved.go_to(2)
    for searches, row in (
        ([three, one, two], 3),  # another window saved one, or moved it
        ([two, three, one], 1),
        ([one, three], 1),  # it is gone: what has come to its place
        ([three], 1),
    ):
        saved.show_searches(searches)
        assert saved.currentIndex().row() == row
    saved.go_to(0)
    saved.show_searches([one, two])
    assert saved.currentIndex().row() == 0


class Dragged:
    """Four searches, and what was asked for when one was dragged."""

    def __init__(self, qtbot: QtBot) -> None:
        self.sidebar = QWidget()
        qtbot.addWidget(self.sidebar)
        self.rows = SavedRows(LIGHT, self.sidebar)
        self.rows.show_searches([SavedSearch(key, key, Filter(query=key)) for key in "abcd"])
        self.moves: list[tuple[str, int]] = []
        self.chosen: list[object] = []
        self.rows.moved.connect(self._moved)
        self.rows.chosen.connect(self.chosen.append)
        self.sidebar.resize(224, 400)
        self.rows.resize(224, self.rows.height())
        self.sidebar.show()
        self.sidebar.activateWindow()
        qtbot.waitUntil(self.sidebar.isActiveWindow)

    def _moved(self, key: str, by: int) -> None:
        self.moves.append((key, by))

    def drag(self, row: int, to: QPoint) -> None:
        """Take a row to a place, and stay there with the button held."""
        ground, left = self.rows.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(ground, left, pos=self.middle(row))
        for place in (self.middle(row) + QPoint(0, 2), to):
            there = QPointF(ground.mapToGlobal(place))
            none = Qt.KeyboardModifier.NoModifier
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), there, left, left, none)
            QApplication.sendEvent(ground, move)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.rows.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def middle(self, row: int) -> QPoint:
        return self.rows.visualRect(self.rows.model().index(row, 0)).center()


@pytest.fixture
def dragged(qtbot: QtBot) -> Dragged:
    return Dragged(qtbot)


@pytest.mark.parametrize(
    ("row", "over", "beside", "moves"),
    [
        (1, 3, 8, [("a", 2)]),  # below the middle of the third
        (1, 3, -8, [("a", 1)]),
        (4, 1, -8, [("d", -3)]),
        (4, 0, 0, [("d", -3)]),  # the heading stays the first
        (2, 4, 8, [("b", 2)]),
        (2, 2, 12, []),  # where it was
        (2, 3, -8, []),
    ],
)
def test_a_search_is_dragged_to_another_place(
    dragged: Dragged, row: int, over: int, beside: int, moves: list[tuple[str, int]]
) -> None:
    place = dragged.middle(over) + QPoint(0, beside)
    dragged.drag(row, place)
    dragged.release(place)
    assert dragged.moves == moves
    assert dragged.chosen == []


def test_a_line_shows_where_it_would_go(dragged: Dragged) -> None:
    def line() -> list[int]:
        """Return the heights at which there is nothing but the line."""
        image = dragged.rows.viewport().grab().toImage()
        return [y for y in range(image.height()) if image.pixelColor(20, y) == QColor(LIGHT.accent)]

    assert line() == []
    dragged.drag(1, dragged.middle(3) + QPoint(0, 8))
    (top, bottom) = line()
    assert bottom == top + 1 == dragged.rows.visualRect(dragged.rows.model().index(4, 0)).top()
    dragged.release(dragged.middle(3))
    assert line() == []


def test_away_from_the_list_or_with_escape_it_stays(dragged: Dragged) -> None:
    away = QPoint(100, 390)
    dragged.drag(1, away)
    dragged.release(away)
    dragged.drag(1, dragged.middle(4))
    QTest.keyClick(dragged.sidebar, Qt.Key.Key_Escape)
    dragged.release(dragged.middle(4))
    dragged.drag(1, dragged.middle(4))
    QTest.keyClick(dragged.sidebar, Qt.Key.Key_Escape)
    dragged.release(dragged.middle(1))  # no click either, though it is where it began
    assert (dragged.moves, dragged.chosen) == ([], [])


class Field(QLineEdit):
    """Remembers the keys that reach it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pressed: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.append(event.key())


def test_escape_lets_go_of_the_drag_and_does_nothing_else(dragged: Dragged) -> None:
    field = Field(dragged.sidebar)
    field.show()
    dragged.drag(1, dragged.middle(4))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.pressed == []
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.pressed == [Qt.Key.Key_Escape]


def test_held_at_an_end_it_scrolls_to_where_else_it_could_go(
    qtbot: QtBot, dragged: Dragged
) -> None:
    dragged.rows.show_searches(
        [SavedSearch(str(number), str(number), Filter()) for number in range(40)]
    )
    dragged.rows.resize(224, dragged.rows.height())
    bar, height = dragged.rows.verticalScrollBar(), dragged.rows.viewport().height()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    dragged.drag(1, QPoint(40, height - 3))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    dragged.release(QPoint(40, height + 3))
    assert dragged.moves == [("0", 39)]
    dragged.drag(40, QPoint(40, 3))
    qtbot.waitUntil(lambda: bar.value() <= dragged.rows.sizeHintForRow(0))
    dragged.release(QPoint(40, -3))
    assert dragged.moves[1] == ("39", -39)


def test_the_heading_is_not_dragged(dragged: Dragged) -> None:
    dragged.drag(0, dragged.middle(3))
    dragged.release(dragged.middle(3))
    assert dragged.moves == []


def test_what_another_window_changes_ends_the_drag(dragged: Dragged) -> None:
    dragged.drag(1, dragged.middle(4))
    dragged.rows.show_searches([SavedSearch("b", "b", Filter(query="b"))])
    dragged.release(dragged.middle(1))
    assert (dragged.moves, dragged.chosen) == ([], [])
