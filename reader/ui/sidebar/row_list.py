"""What the sidebar's lists share: how they look, and what a click and the keyboard are to them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.sidebar.row_delegate import RowDelegate

_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)
_COMING_BACK = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class RowList(QListView):
    """A list whose few keys are its own; letters, Space and Esc are the window's.

    A click does not take the keyboard away from the list of posts, as a button's does not.
    """

    def __init__(self, model: QAbstractItemModel, delegate: RowDelegate, parent: QWidget) -> None:
        super().__init__(parent)
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

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key is for this list."""
        raise NotImplementedError

    def take(self, event: QKeyEvent) -> None:
        """Do what one of our keys is for."""
        raise NotImplementedError

    def click(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Do what a row that was clicked is for; it is the current one by now."""
        raise NotImplementedError

    def first_row(self) -> int:
        """Return the row at which the keyboard begins."""
        return 0

    def go_to(self, row: int) -> None:
        """Put the keyboard's place at `row` and show it."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Claim our keys, which the window else takes for the list of posts."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and (_asks_menu(event) or self.takes(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take our keys; leave everything else to the window."""
        if _asks_menu(event):
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
            self.contextMenuEvent(asked)
            return
        if not self.takes(event):
            event.ignore()
            return
        self._delegate.ring = True
        self.take(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are the window's keys."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is chosen when the keyboard comes here."""
        if event.reason() not in _COMING_BACK:
            self._delegate.ring = event.reason() in _KEYBOARD_REASONS
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(self.first_row(), 0))
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row; it counts where the button is released on it too."""
        self._delegate.ring = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two as one more click."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        index = self.indexAt(event.position().toPoint())
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and pressed.isValid() and pressed.row() == index.row():
            self.setCurrentIndex(index)
            self.click(index, event)

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint anew. QListView would lay all rows out anew too, though none changes its height."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))
        self.viewport().update()


def _asks_menu(event: QKeyEvent) -> bool:
    """Return whether a key asks for the context menu. Qt knows one such key by itself, Menu."""
    return (event.key(), event.modifiers()) == (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
