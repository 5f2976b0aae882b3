"""Walking through a list with keyboard and mouse, one row of which is the current one."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.library.values import PostSummary
from reader.ui.post_list.delegate import PostDelegate
from reader.ui.post_list.flowing_list import FlowingList
from reader.ui.post_list.model import PostModel

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class WalkingList(FlowingList):
    """Moves the current row, and takes no key but those that move it.

    Letters are the window's. Input methods are off, so that letters arrive as keys while a
    Chinese one is on.
    """

    opened = Signal(object)  # PostSummary: Enter, or a double click

    def __init__(self, model: PostModel, delegate: PostDelegate, parent: QWidget | None) -> None:
        super().__init__(model, delegate, parent)
        self.place = -1  # the current row; or where it stood, when its post has gone
        self._ring = False
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def count(self) -> int:
        """Return how many posts the list has."""
        return len(self.posts.ids)

    def current(self) -> PostSummary | None:
        """Return the current post, None if there is none or it is not loaded yet."""
        row = self.currentIndex().row()
        return self.posts.known(row) if row >= 0 else None

    def current_row(self) -> int:
        """Return the current post's row, -1 if there is none."""
        return self.currentIndex().row()

    def go_next(self) -> bool:
        """Make the next post current; return False at the end."""
        return self.go_to(self.place + 1 if self.current_row() >= 0 else max(self.place, 0))

    def go_previous(self) -> bool:
        """Make the previous post current; return False at the beginning."""
        return self.go_to(self.place - 1)

    def go_first(self) -> bool:
        """Make the first post current; return False if there is none."""
        return self.go_to(0)

    def go_last(self) -> bool:
        """Make the last post current; return False if there is none."""
        return self.go_to(self.count() - 1)

    def go_to(self, row: int) -> bool:
        """Make a row current and show it; return False if there is no such row."""
        if not 0 <= row < self.count():
            return False
        self.select(row)
        self.show_row(row)
        return True

    def select(self, row: int) -> None:
        """Make a row current where it is."""
        index = self.posts.index(row)
        if index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)

    def open_current(self) -> None:
        """Emit `opened` with the current post, if there is one and it is loaded."""
        summary = self.current()
        if summary is not None:
            self.opened.emit(summary)

    def page(self, direction: int) -> None:
        """Move the current post by what fits into the viewport."""
        step = max(1, len(self.rows_in_sight()) - 2)
        row = max(self.current_row(), 0) + direction * step
        self.go_to(min(max(row, 0), self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys. Every other key is the window's, letters above all."""
        keypad = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        walk = _WALKS.get(Qt.Key(event.key())) if not keypad else None
        if walk is None:
            event.ignore()
            return
        walk(self)
        event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are keys of the window."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to those who came by keyboard; make nothing current by itself."""
        self._ring = event.reason() in _KEYBOARD
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        QAbstractScrollArea.focusOutEvent(self, event)
        self.viewport().update()

    def ring_shown(self) -> bool:
        """Return whether the keyboard brought the focus here."""
        return self._ring and self.hasFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the post under the pointer current."""
        self._ring = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() in (Qt.MouseButton.LeftButton, _RIGHT):
            self.go_to(index.row())
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do nothing: dragging selects nothing here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press did it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the post under the pointer."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_current()


_RIGHT = Qt.MouseButton.RightButton
_WALKS: dict[Qt.Key, Callable[[WalkingList], object]] = {
    Qt.Key.Key_Down: WalkingList.go_next,
    Qt.Key.Key_Up: WalkingList.go_previous,
    Qt.Key.Key_Home: WalkingList.go_first,
    Qt.Key.Key_End: WalkingList.go_last,
    Qt.Key.Key_PageDown: lambda view: view.page(1),
    Qt.Key.Key_PageUp: lambda view: view.page(-1),
    Qt.Key.Key_Return: WalkingList.open_current,
    Qt.Key.Key_Enter: WalkingList.open_current,
}
