"""The palette's rows: a name with the letters that were typed, and what it is at the right."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.library.go_to import Spans
from reader.ui.goto.entries import Entry, Kind
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.theme import Theme

ROW = 32
MOST_ROWS = 12  # in sight; the rest scrolls
_BESIDE = 12  # between a row's edge and its words
_KEY = 72  # a key's column, so that what stands left of it stands in line
_BETWEEN = 18  # between the words, what they are, and their key
_BEFORE = 12  # characters kept before letters far back in a long name
_ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.words, entry.note, entry.key)))
        return entry if role == _ENTRY else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(0, max(ROW, QFontMetrics(option.font).height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the tone of the row that is chosen, name, note and key."""
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        theme, chosen = self.theme, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(QRectF(option.rect), 5, 5)
        room = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        small = note_font(option.font)
        note = self._note(entry, chosen)
        if entry.kind is Kind.COMMAND:
            keyed = _draw_right(painter, room, small, entry.key, theme.soft)
            room.setRight(min(keyed.right(), room.right() - _KEY))
        room = _draw_right(painter, room, small, note, theme.faint)
        layout = self.name_of(entry, option.font, room.width())
        line = layout.lineAt(0)
        place = QPointF(room.left(), room.top() + (room.height() - line.height()) / 2)
        painter.setPen(QColor(theme.soft if entry.kind is Kind.EVERY_WORD else theme.ink))
        layout.draw(painter, place)
        painter.restore()

    def _note(self, entry: Entry, chosen: bool) -> str:
        if chosen and entry.kind is Kind.VALUE:
            words = QCoreApplication.translate("GoTo", "Ctrl+Enter adds it to the filter")
            return f"{words} · {entry.note}"
        return entry.note

    def name_of(self, entry: Entry, font: QFont, room: int) -> QTextLayout:
        """Return the name laid out on one line, as much of it as there is room for."""
        marked = QTextCharFormat()
        marked.setForeground(QColor(self.theme.accent))
        marked.setFontWeight(QFont.Weight.DemiBold)
        words, spans, metrics = entry.words, entry.spans, QFontMetrics(font)
        layout = _laid_out(words, font, room, _ranges(words, spans, marked))
        wide = layout.lineAt(0).naturalTextWidth()
        if wide <= room:
            return layout
        bolder = max(0, round(wide) - metrics.horizontalAdvance(words))
        words, spans = _brought_in_sight(words, spans, metrics, room - bolder)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - bolder)
        kept = len(words) if cut == words else len(cut) - 1
        spans = tuple((start, min(end, kept)) for start, end in spans if start < kept)
        return _laid_out(cut, font, room, _ranges(cut, spans, marked))


class RowList(QListView):
    """Takes no focus; the row under the mouse is the one that a click takes."""

    taken = Signal(object, bool)  # Entry, and whether with Ctrl

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._delegate = RowDelegate(theme, self)
        self._pointed: object = None  # where the mouse last was: rows that come below it are not
        self.setAccessibleName(self.tr("What fits"))
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows, the first one chosen."""
        self._rows.show(entries)
        self.setCurrentIndex(self._rows.index(0))
        self.scrollToTop()

    def entries(self) -> Sequence[Entry]:
        """Return the rows shown."""
        return self._rows.entries

    def chosen(self) -> Entry | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return self._rows.entries[index.row()] if index.isValid() else None

    def choose(self, entry: Entry) -> bool:
        """Choose the row that leads where `entry` does; return whether there is one."""
        wanted = (entry.kind, entry.target)
        there = (at for at, each in enumerate(self.entries()) if (each.kind, each.target) == wanted)
        row = next(there, -1)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))
        return row >= 0

    def spoken(self) -> str:
        """Return the chosen row as a screen reader says it; "" for none."""
        index = self.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def step(self, by: int) -> None:
        """Choose the row so many further on; single steps go round."""
        count = self._rows.rowCount()
        if not count:
            return
        row = self.currentIndex().row() + by
        row = row % count if abs(by) == 1 else min(count - 1, max(0, row))
        self.setCurrentIndex(self._rows.index(row))
        self.scrollTo(self._rows.index(row))

    def height_of(self, room: int) -> int:
        """Return how high the rows are, whole ones, within `room` pixels."""
        row = max(1, self.sizeHintForRow(0))
        return row * min(self._rows.rowCount(), MOST_ROWS, room // row)

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._delegate.theme = theme
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.taken.emit(self._rows.entries[index.row()], control)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the mouse, where it is the mouse that moves."""
        place = event.globalPosition().toPoint()
        moved, self._pointed = self._pointed not in (None, place), place
        index = self.indexAt(event.position().toPoint())
        if moved and index.isValid():
            self.setCurrentIndex(index)


def note_font(font: QFont) -> QFont:
    """Return `font` a pixel smaller, however high the letters of its scripts are."""
    small = QFont(font)
    small.setPixelSize(max(10, QFontInfo(font).pixelSize() - 1))
    return small


def _draw_right(painter: QPainter, room: QRect, font: QFont, words: str, colour: str) -> QRect:
    """Draw `words` at the right of `room`, and return what is left of it."""
    if not words:
        return room
    metrics = QFontMetrics(font)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() // 2)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return room.adjusted(0, 0, -metrics.horizontalAdvance(words) - _BETWEEN, 0)


def _laid_out(
    words: str, font: QFont, room: int, ranges: list[QTextLayout.FormatRange]
) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.beginLayout()
    layout.createLine().setLineWidth(room)
    layout.endLayout()
    return layout


def _brought_in_sight(
    words: str, spans: Spans, metrics: QFontMetrics, room: int
) -> tuple[str, Spans]:
    """Return a name too long for `room`, from where on its first letters typed are in sight."""
    if not spans or metrics.horizontalAdvance(words[: spans[0][1]]) <= room * 0.9:
        return words, spans
    first = max(0, spans[0][0] - _BEFORE)
    moved = tuple((start - first + 1, end - first + 1) for start, end in spans)
    return "…" + words[first:], moved


def _ranges(words: str, spans: Spans, marked: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """Return where `words` are marked: Qt counts in UTF-16."""
    ranges: list[QTextLayout.FormatRange] = []
    for start, end in spans:
        each = QTextLayout.FormatRange()
        each.start = _utf16(words[:start])
        each.length = _utf16(words[start:end])
        each.format = marked
        ranges.append(each)
    return ranges


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
