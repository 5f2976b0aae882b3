"""Finding the next unread post of a list of any length."""

from array import array

from PySide6.QtCore import QObject, Signal

from reader.ui.catalog_client import CatalogClient, NextUnread
from reader.ui.post_list.model import PostModel


class UnreadSearch(QObject):
    """Walks over the rows that are loaded; asks the index where they end."""

    found = Signal(int)  # row
    none_left = Signal()

    def __init__(self, posts: PostModel, catalog: CatalogClient, parent: QObject) -> None:
        super().__init__(parent)
        self._posts = posts
        self._catalog = catalog
        self._ids: array[int] = array("q")
        self._left = 0  # rows not yet looked at
        self._asked: int | None = None  # the row from which the index was asked
        self._awaited: int | None = None  # an unread row, or so the index says; being loaded
        catalog.unread_found.connect(self._take)
        posts.dataChanged.connect(self._resume)
        posts.modelReset.connect(self.stop)

    def start(self, row: int) -> bool:
        """Emit `found` with the first unread row after `row`, and round again, `row` last.

        Return False if all are known to be read. Either way `none_left` follows if they are.
        """
        self.stop()
        self._ids = self._posts.ids
        self._left = len(self._ids)
        return self._walk(row + 1)

    def stop(self) -> None:
        """Give up."""
        self._left = 0
        self._asked = self._awaited = None

    def _walk(self, row: int) -> bool:
        while self._left > 0:
            row %= len(self._ids)
            summary = self._posts.known(row)
            if summary is None and not self._posts.gone(row):
                self._look_beyond(row)
                return True
            self._awaited = None
            if summary is not None and not summary.read:
                self.stop()
                self.found.emit(row)
                return True
            self._left -= 1
            row += 1
        self.none_left.emit()
        return False

    def _look_beyond(self, row: int) -> None:
        if row == self._awaited:
            self._posts.seek(row)
        else:
            self._asked = row
            self._catalog.ask_next_unread(self._ids, row)

    def _take(self, answer: NextUnread) -> None:
        if answer.asked is not self._ids or answer.start != self._asked:
            return
        self._asked = None
        row = None if answer.id is None else self._posts.row_of_id(answer.id)
        if row is None:
            self.stop()
            self.none_left.emit()
            return
        self._left -= (row - answer.start) % len(self._ids)
        self._awaited = row
        self._walk(row)

    def _resume(self) -> None:
        row = self._awaited
        if row is not None and (self._posts.known(row) or self._posts.gone(row)):
            self._walk(row)
