"""A row of a list, taken to another place with the mouse.

Esc lets it go, and so does a release away from the list. It is not the system's drag and drop,
for nothing outside the list may take a row.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView

from reader.ui.sidebar.row_delegate import MARGIN, ROW

_LINE = 2  # pixels: how thick the line is where the row would go
_EDGE = ROW // 2  # pixels at both ends of the list in which it scrolls
_SCROLL = ROW // 3  # pixels, and every so many milliseconds
_EVERY = 30


class RowDrag(QObject):
    """Follows the mouse; says where the row was let go."""

    dropped = Signal(int, int)  # row, by how many rows

    def __init__(self, rows: QListView, can_move: Callable[[int], bool]) -> None:
        super().__init__(rows)
        self._application = cast("QApplication", QApplication.instance())
        self._rows = rows
        self._can_move = can_move
        self._row = -1  # that the button was pressed on
        self._from = self._place = QPoint()
        self._gap: int | None = None  # the row before which it would go, while it is dragged
        self.dragging = False
        self._scroll = QTimer(self, interval=_EVERY)
        self._scroll.timeout.connect(self._scroll_on)
        rows.model().modelReset.connect(self.cancel)

    def press(self, place: QPoint) -> None:
        """Note where the button was pressed."""
        row = self._rows.indexAt(place).row()
        self._row, self._from = (row if self._can_move(row) else -1), place

    def move(self, place: QPoint) -> bool:
        """Take the row along to `place`; return False while none is dragged."""
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._row < 0 or not (self.dragging or far):
            return False
        if not self.dragging:
            self.dragging = True
            self._application.installEventFilter(self)  # for Esc, wherever the keyboard is
            self._scroll.start()
        self._place = place
        self._look()
        return True

    def release(self) -> bool:
        """Let the row go where it is; return False where none was dragged."""
        row, gap, dragged = self._row, self._gap, self.dragging
        self.cancel()
        if dragged and gap is not None:
            by = gap - row if gap <= row else gap - row - 1
            if by:
                self.dropped.emit(row, by)
        return dragged

    def cancel(self) -> None:
        """Leave the row where it is."""
        if self.dragging:
            self._application.removeEventFilter(self)
            self._scroll.stop()
            self._rows.viewport().update()
        self._row, self._gap, self.dragging = -1, None, False

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Paint a line where the row would go."""
        if self._gap is None:
            return
        last = self._rows.model().rowCount() - 1
        below = self._gap > last
        rect = self._rows.visualRect(self._index(min(self._gap, last)))
        y = rect.bottom() + 1 if below else rect.top()
        line = QRectF(MARGIN, y - _LINE / 2, rect.width() - MARGIN, _LINE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the row go with Esc."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # whatever else it means in the window
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
            return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Find out where the row would go."""
        self._gap = self._gap_at(self._place)
        self._rows.viewport().update()

    def _scroll_on(self) -> None:
        """Bring into sight where else the row could go, while it is held at an end of the list."""
        rows, height, y = self._movable(), self._rows.viewport().height(), self._place.y()
        if self._gap is None or not rows:
            return
        first, last = (self._rows.visualRect(self._index(rows[at])) for at in (0, -1))
        up, down = y < _EDGE and first.top() < 0, y >= height - _EDGE and last.bottom() >= height
        if up or down:
            bar = self._rows.verticalScrollBar()
            bar.setValue(bar.value() + (_SCROLL if down else -_SCROLL))
            self._look()

    def _gap_at(self, place: QPoint) -> int | None:
        """Return the row before which `place` lies, None away from the list."""
        around = self._rows.viewport().rect().marginsAdded(QMargins(0, ROW, 0, ROW))
        rows = self._movable()
        if not rows or not around.contains(place):
            return None
        rects = [(row, self._rows.visualRect(self._index(row))) for row in rows]
        return next((row for row, rect in rects if place.y() < rect.center().y()), rows[-1] + 1)

    def _movable(self) -> list[int]:
        return [row for row in range(self._rows.model().rowCount()) if self._can_move(row)]

    def _index(self, row: int) -> QModelIndex:
        return self._rows.model().index(row, 0)
