"""The saved searches, above all else in the sidebar: a heading and a row each.

They stand in a list of their own, so that they stay in sight while facets are scrolled; the
arrows lead from one list to the other. It asks; the window does.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QListView,
    QMenu,
    QWidget,
)

from reader.library.saved_searches import SavedSearch
from reader.library.values import Filter
from reader.ui.menus import flat_menu
from reader.ui.sidebar.row_drag import RowDrag
from reader.ui.sidebar.row_list import RowList
from reader.ui.sidebar.saved_delegate import SavedDelegate
from reader.ui.sidebar.saved_model import SavedModel
from reader.ui.theme import Theme

MOST_ROWS = 10  # in sight; the rest scrolls
_SPACE = 4  # pixels below them
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_OURS = (*_ENTER, *_MOVES, Qt.Key.Key_Left, Qt.Key.Key_Right)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SavedRows(RowList):
    """The section; hidden while nothing is saved."""

    chosen = Signal(object)  # SavedSearch
    renamed = Signal(str, str)  # key, name
    removed = Signal(str)  # key
    moved = Signal(str, int)  # key, by how many rows
    replaced = Signal(str)  # key: what is shown now is to be kept there
    left = Signal()  # a name was typed by somebody who comes from elsewhere

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._model = SavedModel(parent)
        super().__init__(self._model, SavedDelegate(theme, parent.font(), parent), parent)
        self._below: QAbstractItemView | None = None
        self._visited = False  # only for a name
        self.setAccessibleName(self.tr("Saved searches"))
        self.viewport().setAutoFillBackground(False)
        self._drag = RowDrag(self, lambda row: self._model.search(row) is not None)
        self._drag.dropped.connect(self._drop)
        self._model.renamed.connect(self.renamed)
        self._fit()

    def stand_above(self, rows: QAbstractItemView) -> None:
        """Let the arrows lead from `rows`, right below, to here and back."""
        self._below = rows
        rows.installEventFilter(self)
        rows.verticalScrollBar().valueChanged.connect(self._draw_again)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show `searches`; the keyboard stays at its search, or where that has been."""
        row = self.currentIndex().row()
        search = self._model.search(row)
        self._model.show_searches(searches)
        self._fit()
        now_at = self._row_of(search.key) if search is not None else None
        if row >= 0 and self._model.rowCount():
            place = min(row, self._model.rowCount() - 1) if now_at is None else now_at
            self.setCurrentIndex(self._model.index(place))
        elif self.hasFocus() and self._below is not None:
            self._below.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many posts each search finds; those not in `counts` are not known."""
        self._model.counts = counts
        self._model.touch()

    def show_filter(self, shown: Filter) -> None:
        """Show which search is the present one."""
        self._model.shown = shown
        self._model.touch()

    def current(self) -> SavedSearch | None:
        """Return the search that the keyboard is at; None while a name is typed."""
        typing = self.state() is QListView.State.EditingState
        return None if typing else self._model.search(self.currentIndex().row())

    def rename(self, key: str, visiting: bool = False) -> None:
        """Let the user type another name for the search `key`; `left` follows if `visiting`."""
        row = self._row_of(key)
        if row is None:
            return
        if not self._model.open:
            self._collapse(False)
        self.go_to(row)
        self._visited = visiting
        self.edit(self._model.index(row))

    def move_search(self, key: str, by: int) -> None:
        """Ask that the search `key` goes so many rows down, and follow it there."""
        row = self._row_of(key)
        if row is not None and 1 <= row + by <= len(self._model.searches):
            self.moved.emit(key, by)
            self.go_to(row + by)

    def names(self) -> list[str]:
        """Return what the rows say, the heading first."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]

    def spoken(self) -> list[str]:
        """Return what a screen reader says of the rows, the heading first."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self._model.index(row).data(role)) for row in range(self._model.rowCount())]

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._delegate.theme = theme
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Let the keyboard go back to where it came from, unless it was taken elsewhere."""
        stays = QApplication.focusWidget() in (editor, self, None)
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        visited, self._visited = self._visited, False
        if visited and stays:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a hairline where those of the list below go on behind them."""
        super().paintEvent(event)
        ground, theme = self.viewport(), self._delegate.theme
        painter = QPainter(ground)
        if self._below is not None and self._below.verticalScrollBar().value() > 0:
            painter.fillRect(0, ground.height() - 1, ground.width(), 1, QColor(theme.hairline))
        self._drag.paint(painter, QColor(theme.accent))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.set_font(self.font())
            self.doItemsLayout()
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keyboard over where ↑ leads out of the list below."""
        below, pressed = self._below, event.type() == QEvent.Type.KeyPress
        if watched is below and below is not None and pressed and isinstance(event, QKeyEvent):
            upwards = event.key() == Qt.Key.Key_Up and event.modifiers() in _PLAIN
            if upwards and below.currentIndex().row() <= 0 and self._model.rowCount():
                self._delegate.ring = True
                self.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
                self.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key moves about, chooses, or opens and closes."""
        return event.modifiers() in _PLAIN and event.key() in _OURS

    def take(self, event: QKeyEvent) -> None:
        """Move about, choose, open and close."""
        row, key = self.currentIndex().row(), event.key()
        search = self._model.search(row)
        if key == Qt.Key.Key_Down and row == self._model.rowCount() - 1:
            self._leave_downwards()
        elif key in _MOVES:
            QListView.keyPressEvent(self, event)
            self.scrollTo(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._collapse(key == Qt.Key.Key_Left)
        elif search is None:
            self._collapse(self._model.open)
        else:
            self.chosen.emit(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row: it may be clicked or dragged."""
        super().mousePressEvent(event)
        self._drag.cancel()
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag.press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a search."""
        held = event.buttons() == Qt.MouseButton.LeftButton
        if held and self._drag.move(event.position().toPoint()):
            self._pressed = QPersistentModelIndex()  # it is no click any more
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a search go, or take a click."""
        if not self._drag.release():
            super().mouseReleaseEvent(event)

    def click(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Choose the search, or open and close the section."""
        search = self._model.search(index.row())
        if search is None:
            self._collapse(self._model.open)
        else:
            self.chosen.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a search."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        search = self._model.search(index.row())
        if search is not None:
            place = event.pos() if by_mouse else self.visualRect(index).bottomLeft()
            self._menu(search).popup(self.viewport().mapToGlobal(place))

    def _menu(self, search: SavedSearch) -> QMenu:
        menu, key = flat_menu(self), search.key
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = (
            (self.tr("Rename"), "F2", lambda: self.rename(key)),
            (self.tr("Remove"), "Del", lambda: self.removed.emit(key)),
            (
                self.tr("Keep what is shown now under this name"),
                "",
                lambda: self.replaced.emit(key),
            ),
            (self.tr("Move up"), "Alt+Up", lambda: self.move_search(key, -1)),
            (self.tr("Move down"), "Alt+Down", lambda: self.move_search(key, 1)),
        )
        for words, keys, do in offers:
            action = menu.addAction(words)
            action.setShortcut(keys)  # shown; the list itself hears them
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
        return menu

    def _row_of(self, key: str) -> int | None:
        searches = enumerate(self._model.searches, 1)
        return next((row for row, search in searches if search.key == key), None)

    def _drop(self, row: int, by: int) -> None:
        search = self._model.search(row)
        if search is not None:
            self.move_search(search.key, by)

    def _collapse(self, collapsed: bool) -> None:
        if collapsed == (not self._model.open):
            return
        self._model.collapse(collapsed)
        self.setCurrentIndex(self._model.index(0))
        self._fit()

    def _leave_downwards(self) -> None:
        if self._below is not None:
            self._below.setCurrentIndex(self._below.model().index(0, 0))
            self._below.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """Be as high as the rows are, up to so many; nothing where there is none."""
        rows = self._model.rowCount()
        self.setVisible(rows > 0)
        heights = [self.sizeHintForRow(row) for row in range(min(rows, 1 + MOST_ROWS))]
        self.setFixedHeight(sum(heights) + (_SPACE if rows else 0))

    def _draw_again(self) -> None:
        self.viewport().update()
