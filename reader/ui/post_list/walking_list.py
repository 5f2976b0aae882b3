"""Walking through a list with keyboard and mouse, one row of which is the current one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from reader.library.values import PostSummary
from reader.ui.announcing import announce
from reader.ui.post_list.delegate import PostDelegate, RowLook
from reader.ui.post_list.flowing_list import FlowingList
from reader.ui.post_list.model import Index, PostModel
from reader.ui.post_list.row_selection import RowSelection
from reader.ui.post_list.words import spoken

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class WalkingList(FlowingList):
    """Moves the current row, and takes no key but those that move it or select.

    Letters are the window's. Input methods are off, so that letters arrive as keys while a
    Chinese one is on. To select is not to read: with Shift or Ctrl the current row stays.
    """

    opened = Signal(object)  # PostSummary: Enter, or a double click
    selected = Signal()  # `selection` is another
    menu_asked = Signal(QPoint)  # on the screen, for the posts selected

    def __init__(self, model: PostModel, delegate: PostDelegate, parent: QWidget | None) -> None:
        super().__init__(model, delegate, parent)
        self.place = -1  # the current row; or where it stood, when its post has gone
        self.selection = RowSelection(model, self.selectionModel())
        self._ring = self._sought = False
        self._unsaid = False  # the row under the cursor, for it is not loaded
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
        return self.go_to(self._here + 1 if self.current_row() >= 0 else max(self.place, 0))

    def go_previous(self) -> bool:
        """Make the previous post current; return False at the beginning."""
        return self.go_to(self._here - 1)

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
        """Make a row current, and the only one selected, where it is."""
        self.selection.make_current(row)

    def extend(self, step: int) -> None:
        """Select as far as so many rows from the cursor."""
        if self.count():
            self._ring = True
            self._extend_to(min(max(self._here + step, 0), self.count() - 1))

    def select_all(self) -> None:
        """Select every post of the list."""
        self.selection.select_all()

    def collapse(self) -> bool:
        """Select the current post alone; return whether others were selected."""
        changed = self.selection.collapse()
        self.viewport().update()
        return changed

    def point_at(self, row: int) -> None:
        """Show a row and go on from it with the next key, without making it current."""
        self.selection.move_cursor(row)
        self.show_row(row)
        self.viewport().update()
        self._point_out()

    def step_cursor(self, step: int) -> None:
        """Go so many rows on, without making any current."""
        if 0 <= self._here + step < self.count():
            self.point_at(self._here + step)

    def toggle_here(self) -> None:
        """Select the row under the cursor as well, or no longer."""
        if self._here >= 0:
            self.selection.toggle(self._here)

    def open_current(self) -> None:
        """Emit `opened` with the current post; first that under the cursor becomes current."""
        if self._here >= 0 and self._here != self.current_row():
            self.go_to(self._here)
        summary = self.current()
        if summary is not None:
            self.opened.emit(summary)

    @property
    def rows_of_a_page(self) -> int:
        """Return by how many rows a page is gone on."""
        return max(1, len(self.rows_in_sight()) - 2)

    def page(self, direction: int) -> None:
        """Move the current post by what fits into the viewport."""
        row = max(self._here, 0) + direction * self.rows_of_a_page
        self.go_to(min(max(row, 0), self.count() - 1))

    def look_of(self, row: int, summary: PostSummary | None) -> RowLook:
        """Return what a row shows beside its text."""
        return RowLook(
            chosen=self.selection.holds(row),
            ring=row == self._here and self.ring_shown(),
            bar=row == self.current_row() and self.selection.apart,
        )

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew what has been loaded."""
        super().dataChanged(first, last, roles)
        self._say()

    def selectionChanged(self, chosen: QItemSelection, given_up: QItemSelection) -> None:
        """Paint anew. Qt's own lists every row selected, for screen readers: not many at once."""
        if chosen.count() == 1 and chosen.at(0).height() == 1:
            super().selectionChanged(chosen, given_up)
        else:
            QAbstractItemView.selectionChanged(self, chosen, given_up)
        self.selected.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, and select. Every other key is the window's, letters first."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        walk = _WALKS.get((modifiers, Qt.Key(event.key())))
        if walk is None:
            event.ignore()
            return
        self._ring = self._ring or bool(modifiers)
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
        return self._sought or (self._ring and self.hasFocus())

    def show_cursor(self, sought: bool) -> None:
        """Let the row under the cursor wear the ring while it is sought from elsewhere."""
        self._sought = sought
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the post under the pointer current; with Shift or Ctrl select it as well."""
        self._ring = False
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            if event.modifiers() & _SHIFT:
                self._extend_to(row)
            elif event.modifiers() & _CONTROL:
                self.selection.toggle(row)
            else:
                self.go_to(row)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do nothing: dragging selects nothing here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press did it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the post under the pointer."""
        if event.modifiers() & (_SHIFT | _CONTROL):
            self.mousePressEvent(event)
        elif self.indexAt(event.position().toPoint()).isValid():
            self.open_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the posts selected; for the one under the pointer if it is not."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.indexAt(event.pos()).row()
        else:
            row = self._here
            rect = self.visualRect(self.posts.index(row))
            middle = QPoint(self.row_painter.measures.left, rect.center().y())
            at = self.viewport().mapToGlobal(middle)
        if row >= 0:
            if not self.selection.holds(row):
                self.selection.only(row)
            self.menu_asked.emit(at)

    @property
    def _here(self) -> int:
        """Return the row from which a key goes on."""
        cursor = self.selection.cursor
        return self.place if cursor < 0 else cursor

    def _extend_to(self, row: int) -> None:
        self.selection.extend(row)
        self.show_row(row)
        self._point_out()

    def _point_out(self) -> None:
        """Let a screen reader say which row the cursor is at: it is not the current one."""
        self._unsaid = True
        self._say()

    def _say(self) -> None:
        here = self._here
        summary = self.posts.known(here) if self._unsaid and 0 <= here < self.count() else None
        if summary is not None:
            self._unsaid = False
            announce(self, spoken(summary))


_PLAIN = Qt.KeyboardModifier.NoModifier
_Walk = Callable[[WalkingList], object]
_WALKS: dict[tuple[Qt.KeyboardModifier, Qt.Key], _Walk] = {
    (_PLAIN, Qt.Key.Key_Down): WalkingList.go_next,
    (_PLAIN, Qt.Key.Key_Up): WalkingList.go_previous,
    (_PLAIN, Qt.Key.Key_Home): WalkingList.go_first,
    (_PLAIN, Qt.Key.Key_End): WalkingList.go_last,
    (_PLAIN, Qt.Key.Key_PageDown): lambda view: view.page(1),
    (_PLAIN, Qt.Key.Key_PageUp): lambda view: view.page(-1),
    (_PLAIN, Qt.Key.Key_Return): WalkingList.open_current,
    (_PLAIN, Qt.Key.Key_Enter): WalkingList.open_current,
    (_SHIFT, Qt.Key.Key_Down): lambda view: view.extend(1),
    (_SHIFT, Qt.Key.Key_Up): lambda view: view.extend(-1),
    (_SHIFT, Qt.Key.Key_Home): lambda view: view.extend(-view.count()),
    (_SHIFT, Qt.Key.Key_End): lambda view: view.extend(view.count()),
    (_SHIFT, Qt.Key.Key_PageDown): lambda view: view.extend(view.rows_of_a_page),
    (_SHIFT, Qt.Key.Key_PageUp): lambda view: view.extend(-view.rows_of_a_page),
    (_CONTROL, Qt.Key.Key_Down): lambda view: view.step_cursor(1),
    (_CONTROL, Qt.Key.Key_Up): lambda view: view.step_cursor(-1),
    (_CONTROL, Qt.Key.Key_Space): WalkingList.toggle_here,
    (_CONTROL, Qt.Key.Key_A): WalkingList.select_all,
}
