"""The lines of a row's text, and how high that makes the row."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from reader.library.values import PostSummary, Snippet
from reader.ui.post_list.dates import Span, when
from reader.ui.post_list.density import SHAPES, Density, RowShape
from reader.ui.post_list.fonts import ListFonts, script_of
from reader.ui.post_list.text_lines import TextLines, lay_out, no_lines, sequence_of
from reader.ui.post_list.words import byline

LAID_OUT = 400  # rows whose lines are remembered
_STAR, _BESIDE_PICTURE = 20, 12  # pixels, as drawn


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
    picture: tuple[int, int]  # width and height

    @classmethod
    def of(cls, fonts: ListFonts, shape: RowShape) -> "Measures":
        """Return the drawing's measures at the interface's size."""
        drawn = (26, 16, 14, 7, 16, 32, shape.above, shape.below, 20, 18, 2, 19)
        width, height = shape.picture
        picture = (fonts.pixels(width), fonts.pixels(height))
        return cls(*(fonts.pixels(length) for length in drawn), picture=picture)


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


class RowLayout:
    """Lays out rows of one width, in one font, of one density.

    A row is as high as its lines. Its title is measured in bold, so that nothing moves when the
    post is read; a row whose summary is not there yet is taken for one with a short title. With
    pictures, every row leaves room for one, so that nothing moves when it comes.
    """

    def __init__(self, font: QFont) -> None:
        self._lines: OrderedDict[int, RowLines] = OrderedDict()
        self._row_width = 0
        self._shape = SHAPES[Density.COMFORTABLE]
        self._pictures = False
        self.set_font(font)

    @property
    def width(self) -> int:
        """Return how wide the text is."""
        taken = self.measures.left + self.measures.right
        if self.pictures:
            taken += self.measures.picture[0] + self.fonts.pixels(_BESIDE_PICTURE)
        return max(self._row_width - taken, 40)

    @property
    def pictures(self) -> bool:
        """Return whether rows leave room for a picture."""
        return self._pictures and self._shape.picture != (0, 0)

    @property
    def byline_shown(self) -> bool:
        """Return whether rows say where a post is from, and when."""
        return self._shape.byline

    def set_font(self, font: QFont) -> None:
        """Derive all fonts and measures from the interface's font."""
        self.fonts = ListFonts(font)
        self._begin_anew()

    def set_density(self, density: Density) -> None:
        """Show so much of each post."""
        self._shape = SHAPES[density]
        self._begin_anew()

    def set_pictures(self, shown: bool) -> None:
        """Leave room for pictures, or none."""
        self._pictures = shown
        self._lines.clear()

    def set_width(self, width: int) -> None:
        """Lay out for rows so wide."""
        if width != self._row_width:
            self._row_width = width
            self._lines.clear()

    def height(self, summary: PostSummary | None, span: Span) -> int:
        """Return the height of a row."""
        if summary is None:
            return self._height(1, self._shape.excerpt_lines)
        lines = self.lines(summary, span)
        return self._height(lines.title_lines, lines.excerpt.count)

    def lines(self, summary: PostSummary, span: Span) -> RowLines:
        """Return the lines of a row."""
        lines = self._lines.get(summary.id)
        if lines is None or lines.summary != summary or lines.span is not span:
            lines = self._lines[summary.id] = self._lay_out(summary, span)
            while len(self._lines) > LAID_OUT:
                self._lines.popitem(last=False)
        self._lines.move_to_end(summary.id)
        return lines

    def _begin_anew(self) -> None:
        self.measures = Measures.of(self.fonts, self._shape)
        self._lines.clear()

    def _height(self, title_lines: int, excerpt_lines: int) -> int:
        m = self.measures
        byline = m.byline if self._shape.byline else 0
        excerpt = m.gap + excerpt_lines * m.excerpt if excerpt_lines else 0
        text = title_lines * m.title + byline + excerpt
        return m.above + (max(text, m.picture[1]) if self.pictures else text) + m.below

    def _lay_out(self, summary: PostSummary, span: Span) -> RowLines:
        script, m, shape = script_of(summary.lang), self.measures, self._shape
        starred = summary.starred and not shape.byline  # beside the title then
        room = self.width - (self.fonts.pixels(_STAR) if starred else 0)
        bold_font = self.fonts.font("unread", script)
        title = bold = lay_out(summary.title, bold_font, room, shape.title_lines, m.title)
        if summary.read:
            plain = self.fonts.font("title", script)
            title = lay_out(summary.title, plain, room, shape.title_lines, m.title)
        excerpt = no_lines()
        if shape.excerpt_lines and summary.excerpt.text:
            font = self.fonts.font("excerpt", script)
            excerpt = lay_out(summary.excerpt, font, self.width, shape.excerpt_lines, m.excerpt)
        by = self._byline(summary, span, script) if shape.byline else no_lines()
        wide = by.layout.lineAt(0).naturalTextWidth() if by.count else 0.0
        return RowLines(summary, span, title, by, wide, excerpt, max(bold.count, 1))

    def _byline(self, summary: PostSummary, span: Span, script: str) -> TextLines:
        """Return the line of source and time; the source is cut short before the time is."""
        font = self.fonts.font("byline", script)
        metrics = QFontMetricsF(font)
        time = when(summary.date, span, QLocale())
        star = self.fonts.pixels(_STAR) if summary.starred else 0
        room = self.width - star - metrics.horizontalAdvance(f" · {time}" if time else "") - 1
        source = metrics.elidedText(byline(summary)[:200], Qt.TextElideMode.ElideRight, room)
        line = Snippet(sequence_of((source, time)))
        return lay_out(line, font, self.width, 1, self.measures.byline)
