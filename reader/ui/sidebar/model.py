"""The sidebar's rows as a Qt model that changes only what changed.

Rows keep their identity through a refresh, so the view keeps its scroll place, its current row
and an open filter box.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QCollatorSortKey,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.library.values import Counts, Facet, Filter, Shelf
from reader.ui.sidebar.arrangement import Arrangement
from reader.ui.sidebar.sections import SECTIONS, Alphabet, Held, Row, RowKind, rows_of
from reader.ui.sidebar.words import (
    facet_words,
    section_name,
    shelf_name,
    users_locale,
    value_name,
)

Index = QModelIndex | QPersistentModelIndex


class SidebarRole(IntEnum):
    """What the model knows beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole


class SidebarModel(QAbstractListModel):
    """The rows of all sections, one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self._shown = Filter()
        self._arrangement = Arrangement()
        self._sections: dict[Facet | None, list[Row]] = {section: [] for section in SECTIONS}
        self._rows: list[Row] = []
        self._alphabet = _alphabet()
        self._held: Held | None = None

    @property
    def arrangement(self) -> Arrangement:
        """Return how the rows are arranged."""
        return self._arrangement

    def show_counts(self, counts: Counts) -> None:
        """Show `counts`, with what their filter chose."""
        self._counts, self._shown = counts, counts.filter
        self._held = None
        self._refresh()

    def update_counts(self, counts: Counts) -> None:
        """Show other counts of the same filter; values that are shown keep their places."""
        self._counts, self._shown = counts, counts.filter
        self._held = {
            section: {row.value: at for at, row in enumerate(rows) if row.kind is RowKind.VALUE}
            for section, rows in self._sections.items()
            if section is not Facet.YEAR
        }
        self._refresh()

    def settle(self) -> None:
        """Put values that kept their places where they belong."""
        if self._held is not None:
            self._held = None
            self._refresh()

    @property
    def counted(self) -> Filter | None:
        """Return what the counts are of; None before the first."""
        return self._counts.filter if self._counts is not None else None

    def show_filter(self, shown: Filter) -> None:
        """Show what `shown` chose, before its counts are there."""
        self._shown = shown
        self._refresh()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the same counts arranged otherwise."""
        self._arrangement = arrangement
        self._refresh()

    @property
    def shown(self) -> Filter:
        """Return the filter that the rows show."""
        return self._shown

    def row(self, row: int) -> Row:
        """Return what stands in `row`."""
        return self._rows[row]

    def row_of(self, kind: RowKind, section: Facet | None, value: str = "") -> int | None:
        """Return where a row stands, or None where it is not shown."""
        key = (kind, section, value)
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row; the keyboard passes over rows without a use."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemNeverHasChildren
        if self._rows[index.row()].kind not in (RowKind.FILTER, RowKind.NO_MATCH):
            flags |= Qt.ItemFlag.ItemIsEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, its text, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SidebarRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _text_of(self, row: Row) -> str:
        match row.kind:
            case RowKind.HEADING:
                return section_name(row.section)
            case RowKind.SHELF:
                return shelf_name(Shelf(row.value))
            case RowKind.MORE:
                return self.tr("Show %n more", "", row.count)
            case RowKind.FEWER:
                return self.tr("Show fewer")
            case RowKind.NO_MATCH:
                return self.tr("No match")
            case _:
                return value_name(row.section, row.value, row.parent)

    def _spoken(self, row: Row) -> str:
        """Return what a screen reader says: whole names, for it sees no indentation."""
        if row.kind is RowKind.VALUE:
            parts = [value_name(row.section, row.value)]
        elif row.kind is RowKind.PIN and row.section is not None:
            parts = [facet_words(row.section, row.value), self.tr("pinned")]
        else:
            parts = [self._text_of(row)]
        if row.excluded:
            parts.append(self.tr("excluded"))
        elif row.kind in (RowKind.SHELF, RowKind.VALUE, RowKind.PIN):
            parts.append(self.tr("%n post(s)", "", row.count))
        if row.kind is RowKind.HEADING or row.nests:
            parts.append(self.tr("expanded") if row.open else self.tr("collapsed"))
        if row.chosen:
            parts.append(self.tr("chosen"))
        return ", ".join(parts)

    def _refresh(self) -> None:
        if self._counts is None:
            return
        wanted = rows_of(self._counts, self._shown, self._arrangement, self._alphabet, self._held)
        first = 0
        for section in SECTIONS:
            self._change(first, self._sections[section], wanted[section])
            self._sections[section] = wanted[section]
            first += len(wanted[section])

    def _change(self, first: int, old: list[Row], new: list[Row]) -> None:
        """Turn the rows `old`, which start at `first`, into `new`, keeping what both share."""
        head, tail = _shared(old, new)
        if head + tail < len(old):
            self.beginRemoveRows(QModelIndex(), first + head, first + len(old) - tail - 1)
            del self._rows[first + head : first + len(old) - tail]
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(QModelIndex(), first + head, first + len(new) - tail - 1)
            self._rows[first + head : first + head] = new[head : len(new) - tail]
            self.endInsertRows()
        if old != new and new:
            self._rows[first : first + len(new)] = new
            self.dataChanged.emit(self.index(first), self.index(first + len(new) - 1))


def _shared(old: list[Row], new: list[Row]) -> tuple[int, int]:
    """Return how many rows both begin with, and how many of the rest both end with."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head].key == new[head].key:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail].key == new[-1 - tail].key:
        tail += 1
    return head, tail


class _Places:
    """Where names stand in a language's order; each name is only ever looked at once."""

    def __init__(self, collator: QCollator) -> None:
        self._collator = collator
        self._keys: dict[str, QCollatorSortKey] = {}
        self._places: dict[str, int] = {}

    def of(self, names: Iterable[str]) -> Mapping[str, int]:
        """Return the places of `names`, and of all others asked for before."""
        new = [name for name in names if name not in self._keys]
        if new:
            self._keys |= {name: self._collator.sortKey(name) for name in new}
            new.sort(key=self._keys.__getitem__)
            # Two runs in order, which Python's sort merges in one go.
            ordered = sorted([*self._places, *new], key=self._keys.__getitem__)
            self._places = {name: place for place, name in enumerate(ordered)}
        return self._places


def _alphabet() -> Alphabet:
    collator = QCollator(users_locale())
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    return Alphabet(in_order=_Places(collator).of, fold=_fold)


@lru_cache(100_000)
def _fold(text: str) -> str:
    from reader.library.folding import fold  # noqa: PLC0415 - when somebody first types

    return fold(text)
