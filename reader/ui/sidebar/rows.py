"""The list that shows the sidebar's rows: mouse and keys, nothing of what they mean."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.sidebar.delegate import SidebarDelegate, on_chevron, on_glass
from reader.ui.sidebar.model import SidebarModel
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
_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


class SidebarRows(QListView):
    """Shows rows. Its few keys are its own; letters, Space and Esc are the window's.

    A click does not take the keyboard away from the list of posts, as a button's does not.
    """

    activated_row = Signal(object, bool)  # Row, add (Ctrl held)
    search_asked = Signal(object)  # Facet
    collapse_asked = Signal(object, bool)  # Facet | None, collapsed
    unfold_asked = Signal(object, bool)  # Row of a value, unfolded
    menu_asked = Signal(object, QPoint)  # Row, where on the screen

    def __init__(self, model: SidebarModel, delegate: SidebarDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = delegate
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Always there, so that no count moves aside when it is needed; empty where it is not.
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)  # a row that goes must not take the scroll place with it
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        """Claim the keys for moving about, which the window else takes for the list of posts."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open and close, choose; leave everything else to the window."""
        if not _is_ours(event):
            event.ignore()
            return
        self._delegate.ring_current = True
        key, row = event.key(), self.current_row()
        if key in _MOVES:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())
        elif row is not None and key in _ENTER:
            self.activated_row.emit(row, _adds(event.modifiers()))
        elif row is not None and key in _SIDEWAYS:
            self._step_sideways(row, key == Qt.Key.Key_Right)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are the window's keys."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is chosen when the keyboard comes here."""
        self._delegate.ring_current = event.reason() in _KEYBOARD_REASONS
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(self._first_chosen()))
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row; it counts where the button is released on it too."""
        self._delegate.ring_current = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two as one more click."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the row under the mouse is for."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and pressed.isValid() and pressed.row() == index.row()):
            return
        row = self._rows.row(index.row())
        self.setCurrentIndex(index)
        glass = row.searchable and row.open and row.section is not None
        if glass and on_glass(self.visualRect(index), place.x()):
            self.search_asked.emit(row.section)
        elif on_chevron(self.visualRect(index), row, place.x()):
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

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint anew. QListView would lay all rows out anew too, though none changes its height."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Keep the filter boxes as wide as the rows when the scroll bar comes or goes."""
        super().updateGeometries()
        self.updateEditorGeometries()

    def current_row(self) -> Row | None:
        """Return the row the keyboard is at."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Put the keyboard's place at `row` and show it."""
        self.setCurrentIndex(self._rows.index(row))
        self.scrollTo(self._rows.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

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

    def _first_chosen(self) -> int:
        rows = range(self._rows.rowCount())
        return next((row for row in rows if self._rows.row(row).chosen), 0)


def _is_ours(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.NoModifier
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _ENTER:
        return modifiers in (plain, Qt.KeyboardModifier.ControlModifier)
    return modifiers == plain and (event.key() in _MOVES or event.key() in _SIDEWAYS)


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & Qt.KeyboardModifier.ControlModifier)
