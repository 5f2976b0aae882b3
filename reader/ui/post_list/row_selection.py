"""Which rows are selected: the current one, until the user asks for more or for others."""

from array import array
from itertools import compress

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from reader.ui.post_list.model import PostModel

_SELECT = QItemSelectionModel.SelectionFlag.Select
_ANEW = QItemSelectionModel.SelectionFlag.ClearAndSelect
_TOGGLE = QItemSelectionModel.SelectionFlag.Toggle
_CURRENT_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate


class RowSelection:
    """The selection of a list, in ranges of rows, so that 200,000 cost what one does.

    The current row, whose article is on the page, moves only with a plain step: who selects
    reads nothing. Where the selection grows is the `cursor`; it is known by its post, and so is
    the row at which it began.
    """

    def __init__(self, posts: PostModel, model: QItemSelectionModel) -> None:
        self._posts, self._model = posts, model
        self._anchor: int | None = None  # ids
        self._cursor: int | None = None

    @property
    def current(self) -> int:
        """Return the current row, -1 if there is none."""
        return self._model.currentIndex().row()

    @property
    def cursor(self) -> int:
        """Return the row from which keys go on: the current one unless others are selected."""
        row = None if self._cursor is None else self._posts.row_of_id(self._cursor)
        return self.current if row is None else row

    @property
    def goes_on(self) -> tuple[int | None, int | None]:
        """Return the posts at which the selection began, and from which keys go on."""
        return self._anchor, self._cursor

    @goes_on.setter
    def goes_on(self, posts: tuple[int | None, int | None]) -> None:
        self._anchor, self._cursor = posts

    @property
    def count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self._ranges())

    @property
    def apart(self) -> bool:
        """Return whether other rows than the current one alone are selected."""
        current = self.current
        return any((first, last) != (current, current) for first, last in self._ranges())

    def holds(self, row: int) -> bool:
        """Return whether a row is selected."""
        return self._model.isSelected(self._posts.index(row))

    def ids(self) -> "array[int]":
        """Return the ids of the posts selected, in the list's order."""
        ids = array("q")
        for first, last in self._ranges():
            ids += self._posts.ids[first : last + 1]
        return ids

    def make_current(self, row: int, keep: bool = False) -> None:
        """Make a row current, and the only one selected unless what is selected is to `keep`."""
        index = self._posts.index(row)
        if keep and self.apart:
            self._model.setCurrentIndex(index, _CURRENT_ONLY)
            return
        self._anchor = self._cursor = None
        if index != self._model.currentIndex() or self.apart:
            self._model.setCurrentIndex(index, _ANEW)

    def only(self, row: int) -> None:
        """Select one row; what is current stays so."""
        self._model.select(self._range(row, row), _ANEW)
        self._anchor = self._cursor = self._posts.ids[row]

    def toggle(self, row: int) -> None:
        """Select a row as well, or no longer; the current one alone where none would be left."""
        self._model.select(self._range(row, row), _TOGGLE)
        self._anchor = self._cursor = self._posts.ids[row]
        if not self._ranges():
            self.collapse()

    def extend(self, row: int) -> None:
        """Select all from where the selection began to a row, and nothing else."""
        begun = None if self._anchor is None else self._posts.row_of_id(self._anchor)
        start = self.current if begun is None else begun
        if start < 0:
            start = row
        self._model.select(self._range(min(start, row), max(start, row)), _ANEW)
        self._anchor, self._cursor = self._posts.ids[start], self._posts.ids[row]

    def move_cursor(self, row: int) -> None:
        """Go to a row, and select nothing by it."""
        self._cursor = self._posts.ids[row]

    def select_all(self) -> None:
        """Select every row."""
        if self._posts.ids:
            self._model.select(self._range(0, len(self._posts.ids) - 1), _ANEW)

    def collapse(self) -> bool:
        """Select the current row alone; return whether that is a change."""
        changed = self.apart or self._cursor is not None
        self._anchor = self._cursor = None
        if self.apart or not self._ranges():
            if self.current >= 0:
                self._model.select(self._range(self.current, self.current), _ANEW)
            else:
                self._model.clearSelection()
        return changed

    def remembered(self) -> frozenset[int]:
        """Return the ids selected where they are not the current one alone."""
        return frozenset(self.ids()) if self.apart else frozenset()

    def restore(self, ids: frozenset[int]) -> None:
        """Select those posts again that a newer listing still holds."""
        if not ids:
            return
        if len(self._posts.ids) > 1 and ids.issuperset(self._posts.ids):
            self.select_all()
            return
        selection = QItemSelection()
        first = last = -2
        for row in compress(range(len(self._posts.ids)), map(ids.__contains__, self._posts.ids)):
            if row != last + 1:
                if last >= 0:
                    selection.merge(self._range(first, last), _SELECT)
                first = row
            last = row
        if last >= 0:
            selection.merge(self._range(first, last), _SELECT)
            self._model.select(selection, _ANEW)

    def _range(self, first: int, last: int) -> QItemSelection:
        return QItemSelection(self._posts.index(first), self._posts.index(last))

    def _ranges(self) -> list[tuple[int, int]]:
        """Return the first and last row of each range selected, from above."""
        selection = self._model.selection()
        ranges = (selection.at(at) for at in range(selection.count()))
        return sorted((each.top(), each.bottom()) for each in ranges if each.isValid())
