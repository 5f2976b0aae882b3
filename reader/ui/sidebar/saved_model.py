"""The saved searches as a Qt model: a heading, and a row each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.library.saved_searches import SavedSearch
from reader.library.values import Filter
from reader.ui.sidebar.words import one_line

LONGEST_NAME = 120  # characters
COUNT, CHOSEN, IS_HEADING = (Qt.ItemDataRole.UserRole + at for at in range(3))
Index = QModelIndex | QPersistentModelIndex


class SavedModel(QAbstractListModel):
    """The heading and the searches."""

    renamed = Signal(str, str)  # key, name

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.searches: Sequence[SavedSearch] = ()
        self.counts: Mapping[Filter, int] = {}
        self.shown = Filter()
        self.open = True

    def search(self, row: int) -> SavedSearch | None:
        """Return what stands in `row`, None for the heading."""
        return self.searches[row - 1] if 0 < row <= len(self.searches) else None

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show `searches`; the view keeps its place where they are the same ones."""
        if [search.key for search in searches] != [search.key for search in self.searches]:
            self.beginResetModel()
            self.searches = searches
            self.endResetModel()
        else:
            self.searches = searches
            self.touch()

    def touch(self) -> None:
        """Say that what the rows show may be another."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def collapse(self, collapsed: bool) -> None:
        """Show the heading alone, or all."""
        self.beginResetModel()
        self.open = not collapsed
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are: none where nothing is saved."""
        if parent.isValid() or not self.searches:
            return 0
        return 1 + len(self.searches) if self.open else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: a search can be renamed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.row() > 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name, what a screen reader says of a row, or what stands beside the name."""
        search = self.search(index.row())
        if role == IS_HEADING:
            return index.isValid() and search is None
        if search is None:
            return self._of_heading(role) if index.isValid() else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(search.name)
            case Qt.ItemDataRole.EditRole:
                return search.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(search)
            case _:
                beside = {COUNT: self.counts.get(search.filter), CHOSEN: self._is_shown(search)}
                return beside.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; return False where there is nothing to ask for."""
        search = self.search(index.row())
        name = " ".join(str(value).split())[:LONGEST_NAME]
        if search is None or not name or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(search.key, name)
        return True

    def _of_heading(self, role: int) -> object:
        name = self.tr("Saved searches")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("expanded") if self.open else self.tr("collapsed")
            return f"{name}, {state}"
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, search: SavedSearch) -> str:
        count = self.counts.get(search.filter)
        parts = [one_line(search.name)]
        if count is not None:
            parts.append(self.tr("%n post(s)", "", count))
        if self._is_shown(search):
            parts.append(self.tr("chosen"))
        return ", ".join(parts)

    def _is_shown(self, search: SavedSearch) -> bool:
        return search.filter == self.shown
