"""How a row of the list, and a heading between rows, is painted."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.library.values import PostSummary, Snippet
from reader.ui.post_list.dates import Span, when
from reader.ui.post_list.fonts import ListFonts, script_of
from reader.ui.post_list.text_lines import TextLines, lay_out, mark, sequence_of
from reader.ui.post_list.words import byline
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

LAID_OUT = 400  # rows whose lines are remembered
TITLE_LINES, EXCERPT_LINES = 2, 2


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels, from look.md's drawing."""

    left: int  # of the text
    right: int
    dot_at: int  # its middle
    dot: int
    heading_left: int
    heading: int
    above: int  # a row's first line
    below: int
    title: int  # a line's height
    byline: int
    gap: int
    excerpt: int

    @classmethod
    def of(cls, fonts: ListFonts) -> "Measures":
        """Return the drawing's measures at the interface's size."""
        drawn = (26, 16, 14, 7, 16, 32, 9, 11, 20, 18, 2, 19)
        return cls(*(fonts.pixels(length) for length in drawn))


@dataclass(frozen=True, slots=True)
class RowLines:
    """The text of one row, laid out."""

    summary: PostSummary
    span: Span
    title: TextLines
    byline: TextLines
    byline_width: float
    excerpt: TextLines
    title_lines: int  # that its height leaves room for, whether bold or not


class PostDelegate:
    """Paints rows in the theme's colours, and says how high they are.

    A row's height follows its title alone, measured in bold: it changes neither when its text
    arrives nor when it is read.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._lines: OrderedDict[int, RowLines] = OrderedDict()
        self._marks: dict[bool, QTextCharFormat] = {}  # of a hit, by whether the row is chosen
        self._width = 0
        self.set_theme(theme)
        self.set_font(font)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._marks.clear()

    def set_font(self, font: QFont) -> None:
        """Derive all fonts and measures from the interface's font."""
        self.fonts = ListFonts(font)
        self.measures = Measures.of(self.fonts)
        self._lines.clear()

    def set_width(self, width: int) -> bool:
        """Lay out for rows so wide; return whether that is another width than before."""
        width = max(width - self.measures.left - self.measures.right, 40)
        changed = width != self._width
        if changed:
            self._width = width
            self._lines.clear()
        return changed

    def height(self, summary: PostSummary | None, span: Span) -> int:
        """Return the height of a row; that of one line of title while it is not there."""
        lines = 1 if summary is None else self._laid_out(summary, span).title_lines
        return self._byline_top(lines) + self._under_byline()

    def whole_title(self, summary: PostSummary, span: Span) -> str:
        """Return a row's title where the row shows but a part of it, "" elsewhere."""
        return summary.title.text if self._laid_out(summary, span).title.cut else ""

    def paint(
        self, painter: QPainter, row: QRect, summary: PostSummary | None, span: Span, chosen: bool
    ) -> None:
        """Paint a row, the chosen one on its tone."""
        if chosen:
            painter.fillRect(row, QColor(self._theme.selection))
        if summary is None:
            return
        lines, measures, theme = self._laid_out(summary, span), self.measures, self._theme
        left, top = row.left() + measures.left, row.top() + measures.above
        hit = self._mark(chosen) if lines.title.hits or lines.excerpt.hits else None
        if not summary.read:
            self._paint_dot(painter, row)
        painter.setPen(QColor(theme.ink))
        lines.title.paint(painter, QPointF(left, top), hit)
        top = row.top() + measures.above + lines.title.count * measures.title
        painter.setPen(QColor(theme.soft))
        lines.byline.paint(painter, QPointF(left, top))
        if summary.starred:
            self._paint_star(painter, lines, QRect(left, top, self._width, measures.byline))
            painter.setPen(QColor(theme.soft))
        top += measures.byline + measures.gap
        lines.excerpt.paint(painter, QPointF(left, top), hit)

    def paint_heading(self, painter: QPainter, band: QRect, text: str, floating: bool) -> None:
        """Paint the words over a day; `floating` over rows that pass beneath, with a hairline."""
        painter.fillRect(band, QColor(self._theme.list))
        if floating:
            painter.fillRect(
                QRect(band.left(), band.bottom(), band.width(), 1), QColor(self._theme.hairline)
            )
        painter.setPen(QColor(self._theme.soft))
        painter.setFont(self.fonts.heading)
        beside = self.measures.heading_left
        words = QRectF(band.adjusted(beside, self.fonts.pixels(4), -beside, 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)

    def paint_ring(self, painter: QPainter, row: QRect) -> None:
        """Paint the ring of the keyboard's focus."""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(3, 2, -3, -2), 6, 6)

    def paint_nothing(self, painter: QPainter, area: QRect, text: str) -> None:
        """Paint what an empty list says."""
        painter.setPen(QColor(self._theme.soft))
        painter.setFont(self.fonts.font("byline", ""))
        beside = self.measures.left
        words = area.adjusted(beside, area.height() // 4, -beside, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(words), int(flags | Qt.TextFlag.TextWordWrap), text)

    def _mark(self, chosen: bool) -> "QTextCharFormat":
        """Return the format of a hit; most lists have none, and it takes long to make the first."""
        if chosen not in self._marks:
            ground = self._theme.list if chosen else self._theme.selection
            self._marks[chosen] = mark(QColor(self._theme.accent), QColor(ground))
        return self._marks[chosen]

    def _paint_dot(self, painter: QPainter, row: QRect) -> None:
        measures = self.measures
        middle = QPointF(
            row.left() + measures.dot_at + 0.5,
            row.top() + measures.above + measures.title / 2 + 0.5,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(middle, measures.dot / 2, measures.dot / 2)

    def _paint_star(self, painter: QPainter, lines: RowLines, line: QRect) -> None:
        painter.setPen(QColor(self._theme.accent))
        painter.setFont(self.fonts.font("title", ""))
        beside = round(lines.byline_width) + self.fonts.pixels(5)
        right = lines.byline.to_left
        star = line.adjusted(0, 0, -beside, 0) if right else line.adjusted(beside, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(star), int(side | Qt.AlignmentFlag.AlignVCenter), "★")

    def _byline_top(self, title_lines: int) -> int:
        return self.measures.above + title_lines * self.measures.title

    def _under_byline(self) -> int:
        m = self.measures
        return m.byline + m.gap + EXCERPT_LINES * m.excerpt + m.below

    def _laid_out(self, summary: PostSummary, span: Span) -> RowLines:
        lines = self._lines.get(summary.id)
        if lines is not None and lines.summary == summary and lines.span is span:
            self._lines.move_to_end(summary.id)
            return lines
        lines = self._lines[summary.id] = self._lay_out(summary, span)
        self._lines.move_to_end(summary.id)
        while len(self._lines) > LAID_OUT:
            self._lines.popitem(last=False)
        return lines

    def _lay_out(self, summary: PostSummary, span: Span) -> RowLines:
        script, measures, width = script_of(summary.lang), self.measures, self._width
        bold = lay_out(
            summary.title, self.fonts.font("unread", script), width, TITLE_LINES, measures.title
        )
        title = bold
        if summary.read:
            plain = self.fonts.font("title", script)
            title = lay_out(summary.title, plain, width, TITLE_LINES, measures.title)
        excerpt_font = self.fonts.font("excerpt", script)
        excerpt = lay_out(summary.excerpt, excerpt_font, width, EXCERPT_LINES, measures.excerpt)
        by = self._byline(summary, span, script)
        wide = by.layout.lineAt(0).naturalTextWidth() if by.count else 0.0
        return RowLines(summary, span, title, by, wide, excerpt, max(bold.count, 1))

    def _byline(self, summary: PostSummary, span: Span, script: str) -> TextLines:
        """Return the line of source and time; the source is cut short before the time is."""
        font = self.fonts.font("byline", script)
        metrics = QFontMetricsF(font)
        time = when(summary.date, span, QLocale())
        star = self.fonts.pixels(20) if summary.starred else 0
        room = self._width - star - metrics.horizontalAdvance(f" · {time}" if time else "") - 1
        source = metrics.elidedText(byline(summary)[:200], Qt.TextElideMode.ElideRight, room)
        line = Snippet(sequence_of((source, time)))
        return lay_out(line, font, self._width, 1, self.measures.byline)
