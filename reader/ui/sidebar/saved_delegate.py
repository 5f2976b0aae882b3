"""How a saved search is painted: as the sidebar's other rows are."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.ui.sidebar.delegate import GAP, HEADING, MARGIN, PADDING, ROW, heading_words
from reader.ui.sidebar.saved_model import CHOSEN, COUNT, IS_HEADING, LONGEST_NAME, Index
from reader.ui.sidebar.words import grouped
from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip


class SavedDelegate(QStyledItemDelegate):
    """Paints rows as the sidebar's others are."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.ring = False  # for somebody who uses the keyboard
        self.theme = theme
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Derive the fonts of names, counts and the heading from `font`."""
        size = QFontInfo(font).pixelSize()
        self._name, self._chosen, self._count = QFont(font), QFont(font), QFont(font)
        self._heading = QFont(font)
        self._chosen.setWeight(QFont.Weight.DemiBold)
        self._count.setPixelSize(max(9, size - 1))
        self._heading.setPixelSize(max(9, size - 2))
        self._heading.setWeight(QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        self._taller = max(ROW, QFontMetrics(font).height() + 6) - ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the view's."""
        return QSize(0, (HEADING if index.data(IS_HEADING) else ROW) + self._taller)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect, theme = option.rect, self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(IS_HEADING):
            painter.setFont(self._heading)
            painter.setPen(QColor(theme.soft))
            painter.drawText(heading_words(rect), _LEFT, str(index.data()))
        else:
            self._paint_search(painter, option, index)
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN + 1, 1, -1, -1), 6, 6)
        painter.restore()

    def _paint_search(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, theme, chosen = option.rect, self.theme, bool(index.data(CHOSEN))
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            tone = QColor(theme.selection)
            tone.setAlphaF(1.0 if chosen else 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN, 0.5, 0, -0.5), 6, 6)
        count = index.data(COUNT)
        number = "" if count is None else grouped(count)
        words = _words(rect)
        painter.setFont(self._count)
        painter.setPen(QColor(theme.soft if chosen else theme.faint))
        painter.drawText(words, _RIGHT, number)
        room = self._room(rect, number)
        painter.setFont(self._chosen if chosen else self._name)
        painter.setPen(QColor(theme.accent if chosen else theme.ink))
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, name)

    def _room(self, rect: QRect, number: str) -> QRect:
        beside = QFontMetrics(self._count).horizontalAdvance(number) + GAP if number else 0
        return _words(rect).adjusted(0, 0, -beside, 0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field in which a search gets another name."""
        theme, editor = self.theme, QLineEdit(parent)
        editor.setMaxLength(LONGEST_NAME)
        editor.setAccessibleName(self.tr("Name of the saved search"))
        editor.setStyleSheet(
            f"QLineEdit {{ background: {theme.paper}; color: {theme.ink};"
            f" border: 1px solid {theme.accent}; border-radius: 6px; padding: 0 7px;"
            f" selection-background-color: {theme.selection};"
            f" selection-color: {theme.ink}; }}"
        )
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field over the row's tone."""
        editor.setGeometry(option.rect.adjusted(MARGIN, 0, 0, 0))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show a name that was cut short, as it is: it may look like HTML."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        count = index.data(COUNT)
        room = self._room(option.rect, "" if count is None else grouped(count))
        name = str(index.data() or "")
        cut = QFontMetrics(self._name).horizontalAdvance(name) > room.width()
        QToolTip.showText(event.globalPos(), tool_tip(name) if cut else "", view)
        return True


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _words(rect: QRect) -> QRect:
    return rect.adjusted(MARGIN + PADDING, 0, -PADDING, 0)
