"""The list of posts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from reader.library.values import Listing, PostSummary, StateChange
from reader.ui.catalog_client import CatalogClient
from reader.ui.post_list.delegate import PostDelegate
from reader.ui.post_list.flowing_list import FlowingList
from reader.ui.post_list.model import Index, PostModel
from reader.ui.post_list.stayers import Stayers
from reader.ui.post_list.unread import UnreadSearch
from reader.ui.post_list.words import nothing_here
from reader.ui.theme import Theme

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PostList(FlowingList):
    """The posts of a listing, one of which is the current one: the one to read.

    The current post is known by its path, and stays current as listings come and go, as long as
    they hold it; when one holds it again that did not for a while, it is current again.
    """

    current_changed = Signal(object)  # PostSummary | None: the post to show
    opened = Signal(object)  # PostSummary: Enter, or a double click
    first_painted = Signal()  # a frame with the rows, or with the word that there are none

    def __init__(self, catalog: CatalogClient, theme: Theme, parent: QWidget | None = None) -> None:
        model = PostModel(catalog)
        super().__init__(model, PostDelegate(theme, QApplication.font()), parent)
        model.setParent(self)
        self._catalog = catalog
        self._theme = theme
        self._listing: Listing | None = None
        self._settled = False
        self._current: PostSummary | None = None  # as last told
        self._path: str | None = None  # of the post to be current again when a listing holds it
        self._target: str | None = None  # to go to once it is found
        self._row = -1  # where the current post stands, or stood
        self._stayers = Stayers(model)
        self._ring = False
        self._painted = False
        self._unread = UnreadSearch(model, catalog, self)
        self._unread.found.connect(self._go)
        catalog.located.connect(self._located)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Posts"))

    def show_listing(self, listing: Listing, settled: bool = True) -> None:
        """Show a listing, of the same filter in the same place, of another one from the top.

        `settled` is False while the index is so young that an empty listing means nothing.
        """
        same = self._listing is not None and self._listing.filter == listing.filter
        if not same:
            self._stayers.clear()
        self._listing, self._settled = listing, settled
        self.posts.show(listing, self._stayers.of(listing))
        self.renew()
        found = self._find_current()
        if same:
            self.keep_place()
        elif found is None:
            self.scroll_to_top()
        if found is not None:
            self._select(found)
            if not same:
                self.show_row(found)
        elif self._path is not None and self._current is not None:
            self._lose(same)
        if self._target is not None:
            self._catalog.locate(self._target)

    def clear(self) -> None:
        """Forget everything: another library comes."""
        self._listing = None
        self._path = self._target = None
        self._stayers.clear()
        self.posts.clear()
        self.renew()
        self._tell(None)

    def count(self) -> int:
        """Return how many posts the list has."""
        return len(self.posts.ids)

    def row_of(self, path: str) -> int | None:
        """Return the row of the post at `path`; None if not in the list, or not loaded yet."""
        return self.posts.row_of(path)

    def summary_at(self, row: int) -> PostSummary | None:
        """Return the summary of a row, None while it is not loaded."""
        return self.posts.summary(row) if 0 <= row < self.count() else None

    def current(self) -> PostSummary | None:
        """Return the current post, None if there is none or it is not loaded yet."""
        row = self.currentIndex().row()
        return self.posts.known(row) if row >= 0 else None

    def current_row(self) -> int:
        """Return the current post's row, -1 if there is none."""
        return self.currentIndex().row()

    def go_next(self) -> bool:
        """Make the next post current; return False at the end."""
        return self._go(self._row + 1 if self.current_row() >= 0 else max(self._row, 0))

    def go_previous(self) -> bool:
        """Make the previous post current; return False at the beginning."""
        return self._go(self._row - 1)

    def go_first(self) -> bool:
        """Make the first post current; return False if there is none."""
        return self._go(0)

    def go_last(self) -> bool:
        """Make the last post current; return False if there is none."""
        return self._go(self.count() - 1)

    def go_next_unread(self) -> bool:
        """Make the next unread post current, from the top again after the last.

        Return False if all are known to be read. True may be followed by nothing where the
        index has to be asked, and finds none.
        """
        self._target = None
        return self._unread.start(self.current_row())

    def go_to_path(self, path: str) -> None:
        """Make the post at `path` current as soon as the list holds it."""
        row = self.posts.row_of(path)
        if row is not None:
            self._go(row)
            return
        self._target = path
        self._catalog.locate(path)

    def neighbours(self) -> tuple[str, ...]:
        """Return the paths to render ahead: the next post's, the next but one's, the previous."""
        row = self.current_row()
        near = [at for at in (row + 1, row + 2, row - 1) if 0 <= at < self.count()]
        known = (self.posts.known(at) for at in near if row >= 0)
        return tuple(summary.path for summary in known if summary is not None)

    def apply_state(self, change: StateChange) -> None:
        """Show what the user did to posts at once."""
        self.posts.apply(change)
        self._stayers.note(change)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.row_painter.set_theme(theme)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which post is current now, once it is loaded."""
        super().currentChanged(current, previous)
        self._follow()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Tell of the current post where it has just been loaded."""
        super().dataChanged(first, last, roles)
        self._follow()
        if self._stayers.any_went() and self._listing is not None:
            self.show_listing(self._listing, self._settled)

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
            self._go(index.row())
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do nothing: dragging selects nothing here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press did it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the post under the pointer."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or that there are none."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.list))
        whole = self.paint_rows(painter, event)
        if not self.count():
            whole = self._listing is not None and self._settled
            if whole and self._listing is not None:
                words = nothing_here(self._listing.filter)
                self.row_painter.paint_nothing(painter, self.viewport().rect(), words)
        painter.end()
        if whole and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)  # once the frame is on the screen

    def _go(self, row: int) -> bool:
        """Make a row current and show it; return False if there is no such row."""
        if not 0 <= row < self.count():
            return False
        self._target = None
        self._select(row)
        self.show_row(row)
        return True

    def _select(self, row: int) -> None:
        index = self.posts.index(row)
        if index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)

    def _follow(self) -> None:
        """Take note of where the current post stands; tell when it is another."""
        row = self.current_row()
        if row < 0:
            return
        self._row = row
        summary = self.posts.summary(row)
        if summary is not None:
            self._tell(summary)

    def _tell(self, summary: PostSummary | None) -> None:
        before, self._current = self._current, summary
        if summary is not None:
            self._path = summary.path
        if (before and before.path) != (summary and summary.path):
            self.current_changed.emit(summary)

    def _find_current(self) -> int | None:
        """Return the row of the post that was current, if the model holds it."""
        if self._current is not None:
            row = self.posts.row_of_id(self._current.id)
            if row is not None:
                return row
        return None if self._path is None else self.posts.row_of(self._path)

    def _lose(self, same: bool) -> None:
        """The current post is in the list no more, under its id: it moved, or went."""
        if same and self._target is None and self._path is not None:
            self._target = self._path
        if not same:
            self._row = -1
            self._tell(None)

    def _located(self, answer: tuple[str, int | None]) -> None:
        path, post = answer
        if path != self._target:
            return
        row = None if post is None else self.posts.row_of_id(post)
        if row is not None:
            self._go(row)
        elif path == self._path and self.current_row() < 0:
            self._target = None
            self._tell(None)

    def open_current(self) -> None:
        """Emit `opened` with the current post, if there is one and it is loaded."""
        summary = self.current()
        if summary is not None:
            self.opened.emit(summary)

    def page(self, direction: int) -> None:
        """Move the current post by what fits into the viewport."""
        step = max(1, len(self.rows_in_sight()) - 2)
        row = max(self.current_row(), 0) + direction * step
        self._go(min(max(row, 0), self.count() - 1))


_RIGHT = Qt.MouseButton.RightButton
_WALKS: dict[Qt.Key, Callable[[PostList], object]] = {
    Qt.Key.Key_Down: PostList.go_next,
    Qt.Key.Key_Up: PostList.go_previous,
    Qt.Key.Key_Home: PostList.go_first,
    Qt.Key.Key_End: PostList.go_last,
    Qt.Key.Key_PageDown: lambda view: view.page(1),
    Qt.Key.Key_PageUp: lambda view: view.page(-1),
    Qt.Key.Key_Return: PostList.open_current,
    Qt.Key.Key_Enter: PostList.open_current,
}
