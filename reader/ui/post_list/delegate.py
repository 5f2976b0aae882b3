"""How a row of the list, and a heading between rows, is painted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reader.library.values import PostSummary
from reader.ui.filling import fill
from reader.ui.post_list.dates import Span
from reader.ui.post_list.density import Density
from reader.ui.post_list.fonts import ListFonts
from reader.ui.post_list.row_layout import Measures, RowLayout, RowLines
from reader.ui.post_list.text_lines import mark
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QTextCharFormat


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row shows beside its text."""

    chosen: bool = False  # a tone
    ring: bool = False  # the keyboard is here
    bar: bool = False  # of several rows chosen, or away from them, this one is on the page
    picture: "QPixmap | None" = None


PLAIN = RowLook()


class PostDelegate:
    """Paints rows in the theme's colours, and says how high they are: see RowLayout."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._marks: dict[bool, QTextCharFormat] = {}  # of a hit, by whether the row is chosen
        self._layout = RowLayout(font)
        self.set_theme(theme)

    @property
    def measures(self) -> Measures:
        """Return the present lengths, in pixels."""
        return self._layout.measures

    @property
    def fonts(self) -> ListFonts:
        """Return the present fonts."""
        return self._layout.fonts

    @property
    def pictures(self) -> bool:
        """Return whether rows leave room for a picture."""
        return self._layout.pictures

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._marks.clear()

    def set_font(self, font: QFont) -> None:
        """Derive all fonts and measures from the interface's font."""
        self._layout.set_font(font)

    def set_density(self, density: Density) -> None:
        """Show so much of each post."""
        self._layout.set_density(density)

    def set_pictures(self, shown: bool) -> None:
        """Leave room for pictures, or none."""
        self._layout.set_pictures(shown)

    def set_width(self, width: int) -> None:
        """Lay out for rows so wide."""
        self._layout.set_width(width)

    def height(self, summary: PostSummary | None, span: Span) -> int:
        """Return the height of a row; that of one line of title while it is not there."""
        return self._layout.height(summary, span)

    def whole_title(self, summary: PostSummary, span: Span) -> str:
        """Return a row's title where the row shows but a part of it, "" elsewhere."""
        return summary.title.text if self._layout.lines(summary, span).title.cut else ""

    def paint(
        self,
        painter: QPainter,
        row: QRect,
        summary: PostSummary | None,
        span: Span,
        look: RowLook = PLAIN,
    ) -> None:
        """Paint a row, a chosen one on its tone."""
        if look.chosen:
            fill(painter, row, self._theme.selection)
        if look.bar:
            bar = QRect(row.left(), row.top(), self.fonts.pixels(3), row.height())
            fill(painter, bar, self._theme.accent)
        if summary is not None:
            self._paint_text(painter, row, summary, span, look.chosen)
        if look.picture is not None:
            self._paint_picture(painter, row, look.picture)
        if look.ring:
            self._paint_ring(painter, row)

    def paint_heading(self, painter: QPainter, band: QRect, text: str, floating: bool) -> None:
        """Paint the words over a day; `floating` over rows that pass beneath, with a hairline."""
        fill(painter, band, self._theme.list)
        if floating:
            line = QRect(band.left(), band.bottom(), band.width(), 1)
            fill(painter, line, self._theme.hairline)
        painter.setPen(QColor(self._theme.soft))
        painter.setFont(self.fonts.heading)
        beside = self.measures.heading_left
        words = QRectF(band.adjusted(beside, self.fonts.pixels(4), -beside, 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)

    def paint_nothing(self, painter: QPainter, area: QRect, text: str) -> None:
        """Paint what an empty list says."""
        painter.setPen(QColor(self._theme.soft))
        painter.setFont(self.fonts.font("byline", ""))
        beside = self.measures.left
        words = area.adjusted(beside, area.height() // 4, -beside, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(words), int(flags | Qt.TextFlag.TextWordWrap), text)

    def _paint_text(
        self, painter: QPainter, row: QRect, summary: PostSummary, span: Span, chosen: bool
    ) -> None:
        lines, m, theme = self._layout.lines(summary, span), self.measures, self._theme
        left, top = row.left() + m.left, row.top() + m.above
        hit = self._mark(chosen) if lines.title.hits or lines.excerpt.hits else None
        if not summary.read:
            self._paint_dot(painter, row)
        painter.setPen(QColor(theme.ink))
        lines.title.paint(painter, QPointF(left, top), hit)
        if not self._layout.byline_shown:
            if summary.starred:
                title = QRect(left, top, row.right() - m.right - left, m.title)
                painter.setPen(QColor(theme.accent))
                self._draw_star(painter, title, Qt.AlignmentFlag.AlignRight)
            return
        top += lines.title.count * m.title
        painter.setPen(QColor(theme.soft))
        lines.byline.paint(painter, QPointF(left, top))
        if summary.starred:
            self._paint_star(painter, lines, QRect(left, top, self._layout.width, m.byline))
            painter.setPen(QColor(theme.soft))
        lines.excerpt.paint(painter, QPointF(left, top + m.byline + m.gap), hit)

    def _paint_picture(self, painter: QPainter, row: QRect, picture: "QPixmap") -> None:
        """Paint a thumbnail into the room kept for it, in its middle."""
        m = self.measures
        width, height = m.picture
        room = QRect(row.right() + 1 - m.right - width, row.top() + m.above, width, height)
        room.moveTop(room.top() + self.fonts.pixels(2))
        size = picture.deviceIndependentSize()
        at = QPointF(
            room.right() + 1 - size.width(), room.top() + max(0.0, (height - size.height()) / 2)
        )
        painter.drawPixmap(at, picture)

    def _paint_ring(self, painter: QPainter, row: QRect) -> None:
        """Paint the ring of the keyboard's focus."""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(3, 2, -3, -2), 6, 6)

    def _mark(self, chosen: bool) -> "QTextCharFormat":
        """Return the format of a hit; most lists have none, and it takes long to make the first."""
        if chosen not in self._marks:
            ground = self._theme.list if chosen else self._theme.selection
            self._marks[chosen] = mark(QColor(self._theme.accent), QColor(ground))
        return self._marks[chosen]

    def _paint_dot(self, painter: QPainter, row: QRect) -> None:
        m = self.measures
        middle = QPointF(
            row.left() + m.dot_at + 0.5,
            row.top() + m.above + m.title / 2 + 0.5,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(middle, m.dot / 2, m.dot / 2)

    def _paint_star(self, painter: QPainter, lines: RowLines, line: QRect) -> None:
        painter.setPen(QColor(self._theme.accent))
        beside = round(lines.byline_width) + self.fonts.pixels(5)
        right = lines.byline.to_left
        star = line.adjusted(0, 0, -beside, 0) if right else line.adjusted(beside, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._draw_star(painter, star, side)

    def _draw_star(self, painter: QPainter, room: QRect, side: Qt.AlignmentFlag) -> None:
        painter.setFont(self.fonts.font("title", ""))
        painter.drawText(QRectF(room), int(side | Qt.AlignmentFlag.AlignVCenter), "★")
