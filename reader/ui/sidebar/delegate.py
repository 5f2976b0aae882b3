"""How a row of the sidebar is painted."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.ui.sidebar.model import Index, SidebarRole
from reader.ui.sidebar.sections import Row, RowKind
from reader.ui.sidebar.words import grouped
from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip

ROW = 26
HEADING = 32  # of which the words fill the lower HEADING_WORDS
HEADING_WORDS = 22
MARGIN = 8  # before the tone of a chosen row; after it stands the scroll bar
PADDING = 8  # beside the words within it
GAP = 8  # between a name and its count
INDENT = 14  # of what is nested in another


class SidebarDelegate(QStyledItemDelegate):
    """Paints rows in the theme's colours, and nothing with the platform's."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.ring_current = False  # only for somebody who uses the keyboard
        self._theme = theme
        self.set_font(font)

    def set_theme(self, theme: Theme) -> None:
        """Paint in `theme` from now on."""
        self._theme = theme

    def set_font(self, font: QFont) -> None:
        """Derive the fonts of names, chosen names, counts and headings from `font`."""
        size = QFontInfo(font).pixelSize()
        self._name = QFont(font)
        self._chosen = QFont(font)
        self._chosen.setWeight(QFont.Weight.DemiBold)
        self._count = QFont(font)
        self._count.setPixelSize(max(9, size - 1))
        self._heading = QFont(font)
        self._heading.setPixelSize(max(9, size - 2))
        self._heading.setWeight(QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        self._row_height = max(ROW, QFontMetrics(font).height() + 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the view's."""
        row: Row = index.data(SidebarRole.ROW)
        taller = self._row_height - ROW
        return QSize(0, (HEADING if row.kind is RowKind.HEADING else ROW) + taller)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(SidebarRole.ROW)
        text: str = index.data()
        if row.kind is RowKind.FILTER:  # its box is a widget of its own
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.kind is RowKind.HEADING:
            self._paint_heading(painter, rect, row, text, hovered)
        else:
            self._paint_tone(painter, rect, row, hovered)
            self._paint_words(painter, rect, row, text)
            if row.nests:
                # A column of them, as years have, must not be louder than the names beside it.
                painter.setPen(self._thin_pen(1.0 if hovered or row.open else 0.6))
                centre = QPointF(_words(rect, row.depth).left() - 7, rect.center().y() + 1)
                self._paint_chevron(painter, centre, row.open)
        if self.ring_current and option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, rect)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show a name that was cut short."""
        row: Row | None = index.data(SidebarRole.ROW)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        rect = option.rect
        text: str = index.data()
        width = QFontMetrics(self._chosen if row.chosen else self._name).horizontalAdvance(text)
        cut = row.kind is RowKind.VALUE and width > self._name_rect(rect, row).width()
        # A tag may look like HTML: it is shown, not interpreted.
        QToolTip.showText(event.globalPos(), tool_tip(text) if cut else "", view)
        return True

    def _paint_heading(
        self, painter: QPainter, rect: QRect, row: Row, text: str, hovered: bool
    ) -> None:
        words = heading_words(rect)
        painter.setFont(self._heading)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(words, _LEFT, text)
        painter.setPen(self._thin_pen())
        if hovered or not row.open:
            width = QFontMetrics(self._heading).horizontalAdvance(text)
            start = words.left() + width + 10
            self._paint_chevron(painter, QPointF(start, words.center().y() + 1), row.open)
        if row.searchable and row.open:
            self._paint_glass(painter, QPointF(words.right() - 4, words.center().y()))

    def _thin_pen(self, opacity: float = 1.0) -> QPen:
        colour = QColor(self._theme.faint)
        colour.setAlphaF(opacity)
        return QPen(colour, 1.3, c=Qt.PenCapStyle.RoundCap)

    def _paint_chevron(self, painter: QPainter, centre: QPointF, is_open: bool) -> None:
        down = [QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)]
        points = down if is_open else [QPointF(point.y(), point.x()) for point in down]
        painter.drawPolyline([centre + point for point in points])

    def _paint_glass(self, painter: QPainter, centre: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre + QPointF(0.8, -0.8), 2.8, 2.8)
        painter.drawLine(centre + QPointF(-1.3, 1.3), centre + QPointF(-3.6, 3.6))

    def _paint_tone(self, painter: QPainter, rect: QRect, row: Row, hovered: bool) -> None:
        if not (row.chosen or hovered) or row.kind is RowKind.NO_MATCH:
            return
        tone = QColor(self._theme.selection)
        if not row.chosen:
            tone.setAlphaF(0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN, 0.5, 0, -0.5), 6, 6)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, text: str) -> None:
        theme = self._theme
        counted = row.kind in (RowKind.SHELF, RowKind.VALUE)
        painter.setFont(self._chosen if row.chosen else self._name if counted else self._count)
        colour = theme.accent if row.chosen else theme.ink if counted else theme.faint
        painter.setPen(QColor(colour))
        room = self._name_rect(rect, row)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, elided)
        if counted:
            font = QFont(self._count)
            font.setWeight(QFont.Weight.DemiBold if row.chosen else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(theme.soft if row.chosen else theme.faint))
            painter.drawText(_words(rect), _RIGHT, grouped(row.count))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN + 1, 1, -1, -1), 6, 6)

    def _name_rect(self, rect: QRect, row: Row) -> QRect:
        words = _words(rect, row.depth)
        if row.kind not in (RowKind.SHELF, RowKind.VALUE):
            return words
        count = QFontMetrics(self._count).horizontalAdvance(grouped(row.count))
        return words.adjusted(0, 0, -count - GAP, 0)


def heading_words(rect: QRect) -> QRect:
    """Return where in the row `rect` a heading's words stand."""
    return _words(
        QRect(rect.left(), rect.bottom() + 1 - HEADING_WORDS, rect.width(), HEADING_WORDS)
    )


def on_glass(rect: QRect, x: int) -> bool:
    """Return whether `x` is on the search glyph of the heading in `rect`."""
    return x >= heading_words(rect).right() - 20


def on_chevron(rect: QRect, row: Row, x: int) -> bool:
    """Return whether `x` is before the words of the value in `rect`, where its chevron stands."""
    return row.nests and x < _words(rect, row.depth).left()


def _words(rect: QRect, depth: int = 0) -> QRect:
    return rect.adjusted(MARGIN + PADDING + INDENT * depth, 0, -PADDING, 0)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
