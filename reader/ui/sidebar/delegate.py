"""How a row of shelves and facets is painted."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from reader.ui.sidebar.model import Index, SidebarRole
from reader.ui.sidebar.row_delegate import (
    RowDelegate,
    heading_words,
    paint_name,
    tell_name,
    words_within,
)
from reader.ui.sidebar.sections import Row, RowKind
from reader.ui.sidebar.words import facet_words, grouped

INDENT = 14  # of what is nested in another
_COUNTED = (RowKind.SHELF, RowKind.PIN, RowKind.VALUE)


class SidebarDelegate(RowDelegate):
    """Paints rows in the theme's colours, and nothing with the platform's."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the view's."""
        row: Row = index.data(SidebarRole.ROW)
        return QSize(0, self.height(row.kind is RowKind.HEADING))

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
            if row.kind is not RowKind.NO_MATCH:
                self.paint_tone(painter, option, row.chosen)
            if row.kind is RowKind.PIN:
                self._paint_pin(painter, rect)
            self._paint_words(painter, rect, row, text)
            if row.nests:
                # A column of them, as years have, must not be louder than the names beside it.
                painter.setPen(self._thin_pen(1.0 if hovered or row.open else 0.6))
                centre = QPointF(_words(rect, row).left() - 7, rect.center().y() + 1)
                self._paint_chevron(painter, centre, row.open)
        self.paint_ring(painter, option)
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
        text: str = index.data()
        if row.kind is RowKind.PIN and row.section is not None:
            tell_name(event, view, facet_words(row.section, row.value))
            return True
        cut = row.kind is RowKind.VALUE and self.is_cut(
            _words(option.rect, row), text, grouped(row.count), row.chosen
        )
        tell_name(event, view, text if cut else "")
        return True

    def _paint_heading(
        self, painter: QPainter, rect: QRect, row: Row, text: str, hovered: bool
    ) -> None:
        words = heading_words(rect)
        self.paint_heading(painter, rect, text)
        painter.setPen(self._thin_pen())
        if hovered or not row.open:
            width = QFontMetrics(self.fonts.heading).horizontalAdvance(text)
            start = words.left() + width + 10
            self._paint_chevron(painter, QPointF(start, words.center().y() + 1), row.open)
        if row.searchable and row.open:
            self._paint_glass(painter, QPointF(words.right() - 4, words.center().y()))

    def _thin_pen(self, opacity: float = 1.0) -> QPen:
        colour = QColor(self.theme.faint)
        colour.setAlphaF(opacity)
        return QPen(colour, 1.3, c=Qt.PenCapStyle.RoundCap)

    def _paint_chevron(self, painter: QPainter, centre: QPointF, is_open: bool) -> None:
        down = [QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)]
        points = down if is_open else [QPointF(point.y(), point.x()) for point in down]
        painter.drawPolyline([centre + point for point in points])

    def _paint_pin(self, painter: QPainter, rect: QRect) -> None:
        """Paint the head and the needle of a pin before the words."""
        centre = QPointF(words_within(rect).left() - 7, rect.center().y() + 1)
        painter.setPen(self._thin_pen())
        painter.drawLine(centre + QPointF(-2.2, 0.6), centre + QPointF(2.2, 0.6))
        painter.drawLine(centre + QPointF(0, 0.6), centre + QPointF(0, 4))
        painter.drawRect(QRectF(centre.x() - 1.3, centre.y() - 3.4, 2.6, 4))

    def _paint_glass(self, painter: QPainter, centre: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre + QPointF(0.8, -0.8), 2.8, 2.8)
        painter.drawLine(centre + QPointF(-1.3, 1.3), centre + QPointF(-3.6, 3.6))

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, text: str) -> None:
        words = _words(rect, row)
        if row.excluded:
            self.paint_excluded(painter, words, text, self.tr("not"))
        elif row.kind in _COUNTED:
            self.paint_value(painter, words, text, grouped(row.count), row.chosen)
        else:
            painter.setFont(self.fonts.count)
            painter.setPen(QColor(self.theme.faint))
            paint_name(painter, words, text)


def on_glass(rect: QRect, x: int) -> bool:
    """Return whether `x` is on the search glyph of the heading in `rect`."""
    return x >= heading_words(rect).right() - 20


def on_chevron(rect: QRect, row: Row, x: int) -> bool:
    """Return whether `x` is before the words of the value in `rect`, where its chevron stands."""
    return row.nests and x < _words(rect, row).left()


def _words(rect: QRect, row: Row) -> QRect:
    return words_within(rect, INDENT * row.depth)
