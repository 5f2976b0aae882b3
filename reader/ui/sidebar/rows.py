"""The list that shows the sidebar's rows: mouse and keys, nothing of what they mean."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.ui.sidebar.delegate import SidebarDelegate, on_chevron, on_glass
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.row_list import RowList
from reader.ui.sidebar.sections import Row

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


class SidebarRows(RowList):
    """Shows the rows of shelves and facets."""

    activated_row = Signal(object, bool)  # Row, add (Ctrl held)
    search_asked = Signal(object)  # Facet
    collapse_asked = Signal(object, bool)  # Facet | None, collapsed
    unfold_asked = Signal(object, bool)  # Row of a value, unfolded
    menu_asked = Signal(object, QPoint)  # Row, where on the screen

    def __init__(self, model: SidebarModel, delegate: SidebarDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self._rows = model

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key moves about, opens and closes, or chooses."""
        plain = Qt.KeyboardModifier.NoModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            return modifiers in (plain, Qt.KeyboardModifier.ControlModifier)
        return modifiers == plain and (event.key() in _MOVES or event.key() in _SIDEWAYS)

    def take(self, event: QKeyEvent) -> None:
        """Move, open and close, choose."""
        key, row = event.key(), self.current_row()
        if key in _MOVES:
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the section under the mouse, or of the current row."""
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
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def first_row(self) -> int:
        """Return the first row that is chosen."""
        rows = range(self._rows.rowCount())
        return next((row for row in rows if self._rows.row(row).chosen), 0)

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
            self.collapse_asked.emit(row.section, not inwards)


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & Qt.KeyboardModifier.ControlModifier)
