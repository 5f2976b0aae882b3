"""The list that shows the sidebar's rows: mouse and keys, nothing of what they mean."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QWidget

from reader.ui.sidebar.delegate import SidebarDelegate, on_chevron, on_glass
from reader.ui.sidebar.menu import Deed
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.row_drag import RowDrag
from reader.ui.sidebar.row_list import RowList
from reader.ui.sidebar.sections import Row, RowKind

_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DEEDS = {Qt.Key.Key_Space: Deed.TOGGLE, Qt.Key.Key_Minus: Deed.EXCLUDE}  # of any value
_PIN_DEEDS = {**_DEEDS, Qt.Key.Key_Delete: Deed.PIN}
_PIN_MOVES = {Qt.Key.Key_Up: Deed.UP, Qt.Key.Key_Down: Deed.DOWN}  # with Alt


class SidebarRows(RowList):
    """Shows the rows of shelves and facets."""

    activated_row = Signal(object, bool)  # Row, add (Ctrl held)
    deed_asked = Signal(object, object)  # Row of a value, Deed
    range_asked = Signal(int, int)  # from this row to that one, both of one facet
    pin_dropped = Signal(object, int)  # Row, by how many rows
    drag_asked = Signal(object)  # Row of a value, out of the list
    search_asked = Signal(object)  # Facet
    collapse_asked = Signal(object, bool)  # Facet | None, collapsed
    unfold_asked = Signal(object, bool)  # Row of a value, unfolded
    menu_asked = Signal(object, QPoint)  # Row, where on the screen
    unattended = Signal()  # neither mouse nor keyboard is here any more

    def __init__(self, model: SidebarModel, delegate: SidebarDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self._rows = model
        self._held: QPoint | None = None  # where the button was pressed
        self._pointer: QPoint | None = None  # where the mouse is
        self._drag = RowDrag(self, self._is_pin)
        self._drag.dropped.connect(self._drop)

    @property
    def attended(self) -> bool:
        """Return whether the mouse is over the rows, or the keyboard among them."""
        return self._pointer is not None or (self.hasFocus() and self._delegate.ring)

    @contextmanager
    def steady(self) -> Generator[None]:
        """Keep what the mouse or the keyboard is at where it is, whatever changes around it."""
        place = self.indexAt(self._pointer) if self._pointer is not None else QModelIndex()
        if not place.isValid() and self.attended:
            place = self.currentIndex()
        anchor, before = self._row_at(place), self.visualRect(place)
        current = self.current_row()
        yield
        if current is not None and self.current_row() != current:
            self._restore(current)
        row = None if anchor is None else self._rows.row_of(*anchor.key)
        if row is not None and self.viewport().rect().intersects(before):
            bar, now = self.verticalScrollBar(), self.visualRect(self._rows.index(row))
            bar.setValue(bar.value() + now.top() - before.top())

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key moves about, opens and closes, or does something to a row."""
        plain = Qt.KeyboardModifier.NoModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            return modifiers in (plain, Qt.KeyboardModifier.ControlModifier)
        if self._deed(event) is not None:
            return True
        return modifiers == plain and (event.key() in _MOVES or event.key() in _SIDEWAYS)

    def take(self, event: QKeyEvent) -> None:
        """Move, open and close, choose, exclude, pin."""
        key, row, deed = event.key(), self.current_row(), self._deed(event)
        if row is not None and deed is not None:
            self.deed_asked.emit(row, deed)
        elif key in _MOVES:
            QListView.keyPressEvent(self, event)
            self.scrollTo(self.currentIndex())
        elif row is not None and key in _ENTER:
            self.activated_row.emit(row, _adds(event.modifiers()))
        elif row is not None and key in _SIDEWAYS:
            self._step_sideways(row, key == Qt.Key.Key_Right)

    def click(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Choose the row, unfold it, or open its section's filter box."""
        row, rect, x = self._rows.row(index.row()), self.visualRect(index), event.position().x()
        glass = row.searchable and row.open and row.section is not None
        if glass and on_glass(rect, round(x)):
            self.search_asked.emit(row.section)
        elif on_chevron(rect, row, round(x)):
            self.unfold_asked.emit(row, not row.open)
        else:
            self.activated_row.emit(row, _adds(event.modifiers()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row: it may be clicked or dragged."""
        super().mousePressEvent(event)
        self._drag.cancel()
        self._held = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self._drag.press(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a value out of the list, or a pin within it."""
        self._pointer = event.position().toPoint()
        row = self._row_at(self.indexAt(self._held)) if self._held is not None else None
        held = event.buttons() == Qt.MouseButton.LeftButton
        if self._held is None or row is None or row.pair is None or not held:
            super().mouseMoveEvent(event)
            return
        inside = self.viewport().rect().contains(self._pointer)
        if row.kind is RowKind.PIN and inside:
            self._drag.move(self._pointer)
        elif (self._pointer - self._held).manhattanLength() >= QApplication.startDragDistance():
            self._drag.cancel()
            self._held = None
            self.drag_asked.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a pin go, or take a click; with Shift, all rows since the one before."""
        held, self._held = self._held, None
        if self._drag.release() or held is None:
            return
        index, before = self.indexAt(event.position().toPoint()), self.currentIndex()
        first, last = self._row_at(before), self._row_at(index)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shift and _of_one_facet(first, last):
            self.range_asked.emit(before.row(), index.row())
        else:
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let the rows go where they belong when the mouse leaves them."""
        if isinstance(event, QEnterEvent):
            self._pointer = event.position().toPoint()
        elif event.type() == QEvent.Type.Leave:
            self._pointer = None
            if not self.attended:
                self.unattended.emit()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keyboard's place when the focus goes.

        WORKAROUND: QAbstractItemView remembers where filter boxes were that are gone, and takes
        the menu that is made there next for one of them, which has no row.
        """
        if event.type() != QEvent.Type.FocusOut:
            return super().event(event)
        current = QPersistentModelIndex(self.currentIndex())
        done = super().event(event)
        if current.isValid() and not self.currentIndex().isValid():
            self.setCurrentIndex(current)
        return done

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the rows go where they belong, unless the mouse is here."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.attended:
            self.unattended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where a pin that is dragged would go."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._drag.paint(painter, QColor(self._delegate.theme.accent))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = event.pos() if by_mouse else self.visualRect(index).bottomLeft()
            row = self._rows.row(index.row())
            self.menu_asked.emit(row, self.viewport().mapToGlobal(place))

    def updateGeometries(self) -> None:
        """Keep the filter boxes as wide as the rows when the scroll bar comes or goes."""
        super().updateGeometries()
        self.updateEditorGeometries()

    def current_row(self) -> Row | None:
        """Return the row the keyboard is at."""
        return self._row_at(self.currentIndex())

    def first_row(self) -> int:
        """Return the first row that is chosen."""
        rows = range(self._rows.rowCount())
        return next((row for row in rows if self._rows.row(row).chosen), 0)

    def _deed(self, event: QKeyEvent) -> Deed | None:
        """Return what a key does to the value the keyboard is at."""
        row, key = self.current_row(), Qt.Key(event.key())
        if row is None or row.pair is None:
            return None
        pinned = row.kind is RowKind.PIN
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return _PIN_MOVES.get(key) if pinned else None
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return None
        return (_PIN_DEEDS if pinned else _DEEDS).get(key)

    def _row_at(self, index: QModelIndex) -> Row | None:
        return self._rows.row(index.row()) if index.isValid() else None

    def _is_pin(self, row: int) -> bool:
        return 0 <= row < self._rows.rowCount() and self._rows.row(row).kind is RowKind.PIN

    def _drop(self, row: int, by: int) -> None:
        self.pin_dropped.emit(self._rows.row(row), by)

    def _restore(self, current: Row) -> None:
        """Put the keyboard back to the row that was the current one, where it is there."""
        row = self._rows.row_of(*current.key)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(row))

    def _step_sideways(self, row: Row, inwards: bool) -> None:
        """Unfold and go in, or go out and fold, as in any tree; at its root the section's turn."""
        at = self.currentIndex().row()
        if row.nests and row.open is not inwards:
            self.unfold_asked.emit(row, inwards)
        elif row.nests and inwards:
            self.go_to(at + 1)
        elif row.depth and not inwards:
            self.go_to(next(up for up in range(at, -1, -1) if self._rows.row(up).depth < row.depth))
        else:
            self.collapse_asked.emit(row.home, not inwards)


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(modifiers & both)


def _of_one_facet(first: Row | None, last: Row | None) -> bool:
    """Return whether both are values of the same facet, in its own section."""
    if first is None or last is None or first.section is not last.section:
        return False
    return first.kind is last.kind is RowKind.VALUE
