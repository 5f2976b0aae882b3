"""How every row of the sidebar is painted: its fonts, its tone, a name with its count."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.ui.theme import Theme
from reader.ui.tool_tip import tool_tip

ROW = 26
HEADING = 32  # of which the words fill the lower HEADING_WORDS
HEADING_WORDS = 22
MARGIN = 8  # before the tone of a chosen row; after it stands the scroll bar
PADDING = 8  # beside the words within it
GAP = 8  # between a name and its count
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of names, chosen names, counts, counts of chosen ones and headings."""

    name: QFont
    chosen: QFont
    count: QFont
    chosen_count: QFont
    heading: QFont
    taller: int  # pixels by which a row is higher than `ROW`


class RowDelegate(QStyledItemDelegate):
    """What the delegates of the sidebar's lists share."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ring = False  # around the current row: only for somebody who uses the keyboard
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Derive all fonts from `font`."""
        self.fonts = _fonts(font)

    def height(self, heading: bool) -> int:
        """Return how high a row is."""
        return (HEADING if heading else ROW) + self.fonts.taller

    def paint_tone(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        """Paint the ground of a row that is chosen, or under the mouse."""
        if not (chosen or option.state & QStyle.StateFlag.State_MouseOver):
            return
        tone = QColor(self.theme.selection)
        tone.setAlphaF(1.0 if chosen else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(MARGIN, 0.5, 0, -0.5), 6, 6)

    def paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Paint a section's name."""
        painter.setFont(self.fonts.heading)
        painter.setPen(QColor(self.theme.soft))
        painter.drawText(heading_words(rect), LEFT, text)

    def paint_value(
        self, painter: QPainter, words: QRect, name: str, number: str, chosen: bool
    ) -> None:
        """Paint a name into `words`, cut short where need be, and a number at their right."""
        theme, fonts = self.theme, self.fonts
        painter.setFont(fonts.chosen if chosen else fonts.name)
        painter.setPen(QColor(theme.accent if chosen else theme.ink))
        paint_name(painter, self._room(words, number), name)
        painter.setFont(fonts.chosen_count if chosen else fonts.count)
        painter.setPen(QColor(theme.soft if chosen else theme.faint))
        painter.drawText(words, _RIGHT, number)

    def paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint the ring of the keyboard's focus, if the row has it."""
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(MARGIN + 1, 1, -1, -1), 6, 6)

    def paint_excluded(self, painter: QPainter, words: QRect, name: str, note: str) -> None:
        """Paint a name that is struck out, and at its right what that means."""
        struck = QFont(self.fonts.name)
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.setPen(QColor(self.theme.soft))
        paint_name(painter, self._room(words, note), name)
        painter.setFont(self.fonts.count)
        painter.setPen(QColor(self.theme.accent))
        painter.drawText(words, _RIGHT, note)

    def is_cut(self, words: QRect, name: str, number: str, chosen: bool) -> bool:
        """Return whether `paint_value` cuts a name short."""
        metrics = QFontMetrics(self.fonts.chosen if chosen else self.fonts.name)
        return metrics.horizontalAdvance(name) > self._room(words, number).width()

    def _room(self, words: QRect, number: str) -> QRect:
        """Return what a number leaves of `words` to the name."""
        if not number:
            return words
        beside = QFontMetrics(self.fonts.count).horizontalAdvance(number) + GAP
        return words.adjusted(0, 0, -beside, 0)


def paint_name(painter: QPainter, room: QRect, name: str) -> None:
    """Paint `name` with the pen and font that are set, cut short where it does not fit."""
    elided = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, LEFT, elided)


def tell_name(event: QHelpEvent, view: QAbstractItemView, name: str) -> None:
    """Show `name` beside the mouse, as it is: it may look like HTML. "" takes it away."""
    QToolTip.showText(event.globalPos(), tool_tip(name) if name else "", view)


def words_within(rect: QRect, indent: int = 0) -> QRect:
    """Return where in the row `rect` the words stand."""
    return rect.adjusted(MARGIN + PADDING + indent, 0, -PADDING, 0)


def heading_words(rect: QRect) -> QRect:
    """Return where in the row `rect` a heading's words stand."""
    top = rect.bottom() + 1 - HEADING_WORDS
    return words_within(QRect(rect.left(), top, rect.width(), HEADING_WORDS))


def _fonts(font: QFont) -> Fonts:
    size, bold = QFontInfo(font).pixelSize(), QFont.Weight.DemiBold
    chosen, count, heading = QFont(font), QFont(font), QFont(font)
    chosen.setWeight(bold)
    count.setPixelSize(max(9, size - 1))
    chosen_count = QFont(count)
    chosen_count.setWeight(bold)
    heading.setPixelSize(max(9, size - 2))
    heading.setWeight(bold)
    heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
    taller = max(ROW, QFontMetrics(font).height() + 6) - ROW
    return Fonts(QFont(font), chosen, count, chosen_count, heading, taller)
