"""Finding a title of the list by typing how a word of it begins.

Letters are commands, so it begins with a key. While it goes on, only a ring moves: the article
stays on the page, and nothing becomes read, until Enter.
"""

from array import array
from bisect import bisect_left

from PySide6.QtCore import QObject, Qt

from reader.library.values import Listing
from reader.ui.catalog_answers import Titled
from reader.ui.catalog_client import CatalogClient
from reader.ui.panes import ListColumn
from reader.ui.post_list.title_bar import TitleBar
from reader.ui.post_list.view import PostList
from reader.ui.theme_switch import ThemeSwitch


class TitleFinding(QObject):
    """Between the bar, the index and the list."""

    def __init__(
        self, column: ListColumn, post_list: PostList, catalog: CatalogClient, themes: ThemeSwitch
    ) -> None:
        super().__init__(post_list)
        self._column, self._list, self._catalog, self._themes = column, post_list, catalog, themes
        self._bar: TitleBar | None = None
        self._rows: array[int] = array("q")
        self._start, self._value = 0, 0  # where it began: row, and the scroll bar's value
        catalog.titled.connect(self._on_titled)
        catalog.listed.connect(self._on_listed)

    @property
    def bar(self) -> TitleBar | None:
        """Return the bar; None before it was first needed."""
        return self._bar

    def open(self) -> None:
        """Let the user type."""
        if not self._list.count():
            return
        if self._bar is None:
            self._bar = bar = TitleBar(self._themes.theme)
            self._column.lay_under(bar)
            self._themes.changed.connect(bar.set_theme)
            bar.field.textChanged.connect(self._seek)
            bar.field.key_pressed.connect(self._on_key)
            bar.field.deserted.connect(self._close)
        self._start = max(self._list.selection.cursor, 0)
        self._value = self._list.verticalScrollBar().value()
        self._rows = array("q")
        self._list.show_cursor(True)
        self._bar.open_bar()

    def _seek(self, text: str) -> None:
        if text.strip():
            self._catalog.find_titles(self._list.posts.ids, text)
        else:
            self._go_back()
            if self._bar is not None:
                self._bar.clear_count()

    def _on_titled(self, answer: Titled) -> None:
        bar = self._bar
        if bar is None or not bar.isVisible() or answer.text != bar.field.text():
            return
        if answer.asked is not self._list.posts.ids:  # another listing has come meanwhile
            self._seek(answer.text)
            return
        self._rows = answer.rows
        if self._rows:
            self._point(bisect_left(self._rows, self._start) % len(self._rows))
        else:
            self._show_count(0)

    def _on_listed(self, _: Listing) -> None:
        """Look again where nothing was found: words come into the index after the list does."""
        bar = self._bar
        if bar is not None and bar.isVisible() and bar.field.text().strip() and not self._rows:
            self._seek(bar.field.text())

    def _on_key(self, key: Qt.Key) -> None:
        match key:
            case Qt.Key.Key_Escape:
                self._go_back()
                self._leave()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if key is Qt.Key.Key_Down else -1)
            case _:
                row = self._list.selection.cursor
                self._leave()
                self._list.go_to(row)

    def _step(self, step: int) -> None:
        if self._rows:
            at = bisect_left(self._rows, self._list.selection.cursor)
            self._point((at + step) % len(self._rows))

    def _point(self, at: int) -> None:
        row = self._rows[at]
        if row < self._list.count():
            self._list.point_at(row)
            self._show_count(at + 1)

    def _show_count(self, at: int) -> None:
        if self._bar is not None:
            self._bar.show_count(at, len(self._rows))

    def _go_back(self) -> None:
        """Show what was in sight before."""
        self._rows = array("q")
        if self._list.selection.apart:
            self._list.selection.move_cursor(min(self._start, self._list.count() - 1))
        else:
            self._list.collapse()
        self._list.verticalScrollBar().setValue(self._value)

    def _leave(self) -> None:
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._close()

    def _close(self) -> None:
        self._list.show_cursor(False)
        if self._bar is not None:
            self._bar.hide()
