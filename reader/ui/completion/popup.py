"""The popup under the search field: a few rows, chosen from by key or mouse.

It is a part of the window, not a window of its own: the keyboard and whatever input method is on
stay with the field.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.completion.suggestions import Suggestion
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.sidebar.words import one_line
from reader.ui.theme import Theme

ROW = 26
MOST_ROWS = 8  # in sight; the rest scrolls
_EDGE = 5  # pixels between the frame and its rows
_BESIDE = 10  # between a row's edge and its words
_NOTE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """Suggestions, and what stands at the right of each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[Suggestion, str]] = ()

    def show_rows(self, rows: Sequence[tuple[Suggestion, str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def suggestion(self, row: int) -> Suggestion:
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        suggestion, note = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(suggestion.words)
        if role == _NOTE:
            return note
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (one_line(suggestion.words), note)))
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a name, and its count or kind at the right, as the sidebar does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW, QFontMetrics(option.font).height() + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(QRectF(rect), 5, 5)
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        words = rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        note = str(index.data(_NOTE))
        beside = metrics.horizontalAdvance(note) + 2 * _BESIDE if note else 0
        painter.setPen(QColor(theme.faint))
        painter.drawText(words, _RIGHT, note)
        painter.setPen(QColor(theme.ink))
        room = words.adjusted(0, 0, -beside, 0)
        name = str(index.data())
        painter.drawText(
            room, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
        )
        painter.restore()


class _List(QListView):
    """Takes no focus; a row under the mouse is the one that a click takes."""

    taken = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.taken.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)


class CompletionPopup(QFrame):
    """Shows suggestions under a field; says which was taken with the mouse."""

    taken = Signal(object)  # Suggestion

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(self.tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = _Rows(self)
        self._delegate = _Delegate(theme, self)
        self._list = _List(self)
        self._list.setAccessibleName(self.tr("Suggestions"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBar(ThinScrollBar(self._list))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self._list)
        self.hide()

    def show_under(self, field: QWidget, rows: Sequence[tuple[Suggestion, str]]) -> None:
        """Show `rows`, each with what stands at its right; none of them is chosen yet."""
        self._rows.show_rows(rows)
        self._list.setCurrentIndex(QModelIndex())
        self._list.scrollToTop()
        self.lie_under(field)
        self.show()
        self.raise_()

    def lie_under(self, field: QWidget) -> None:
        """Take the place under `field`, as wide as that is."""
        rows = min(self._rows.rowCount(), MOST_ROWS)
        height = self._list.sizeHintForRow(0) * rows + 2 * _EDGE
        place = field.mapTo(self._window, field.rect().bottomLeft())
        self.setGeometry(QRect(place.x(), place.y() + 3, field.width(), height))

    def step(self, by: int) -> None:
        """Choose the row so many further on; past either end none is chosen."""
        row = self._list.currentIndex().row()
        last = self._rows.rowCount() - 1
        row = (row + by + 1) % (last + 2) - 1 if abs(by) == 1 else min(last, max(0, row + by))
        self._list.setCurrentIndex(self._rows.index(row))
        if row >= 0:
            self._list.scrollTo(self._rows.index(row))

    def chosen(self) -> Suggestion | None:
        """Return the suggestion that is chosen."""
        index = self._list.currentIndex()
        return self._rows.suggestion(index.row()) if index.isValid() else None

    def first(self) -> Suggestion:
        """Return the first suggestion."""
        return self._rows.suggestion(0)

    def spoken(self) -> str:
        """Return the chosen suggestion as a screen reader says it; "" for none."""
        index = self._list.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def offered(self) -> list[str]:
        """Return the words of all suggestions shown."""
        return [str(self._rows.index(row).data()) for row in range(self._rows.rowCount())]

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._delegate.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper and hairline."""
        theme = self._delegate.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()

    def _take(self, row: int) -> None:
        self.taken.emit(self._rows.suggestion(row))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
