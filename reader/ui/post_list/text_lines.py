"""A few lines of text, laid out once and painted often.

Works in any script: the paragraph's own direction, lines broken where its script allows, what
does not fit left out behind an ellipsis. Hits of a search stay in sight: where the lines would
end before the first, the text begins nearer to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from reader.library.values import Snippet

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

_ELLIPSIS = "…"
_JOINER = "\u200d"  # which Qt puts before it, so that an Arabic letter keeps its shape


@dataclass(frozen=True, slots=True)
class TextLines:
    """Text on its lines, each `height` pixels."""

    layout: QTextLayout
    count: int
    height: int
    hits: tuple[tuple[int, int], ...]  # (start, length) in the layout's UTF-16 units
    cut: bool = False  # not all of the text is there

    @property
    def to_left(self) -> bool:
        """Return whether the text begins at the right."""
        return self.layout.textOption().alignment() == Qt.AlignmentFlag.AlignRight

    def paint(self, painter: QPainter, at: QPointF, hit: "QTextCharFormat | None" = None) -> None:
        """Paint with the first line's box at `at`, in the painter's pen, its hits in `hit`."""
        marked: list[QTextLayout.FormatRange] = []
        for start, length in self.hits if hit is not None else ():
            mark = QTextLayout.FormatRange()
            mark.start, mark.length, mark.format = start, length, hit  # pyright: ignore
            marked.append(mark)
        self.layout.draw(painter, at, marked)


def lay_out(text: Snippet, font: QFont, width: int, limit: int, height: int) -> TextLines:
    """Return `text` in at most `limit` lines, `width` pixels wide, each `height` high."""
    whole = text
    layout, shown = _fitted(text.text, font, width, limit, height)
    start, end = text.hits[0] if text.hits else (0, 0)
    before = max(1, shown // 3)
    if end > shown < len(text.text) and start > before:
        text = _from_nearby(text, before)
        layout, shown = _fitted(text.text, font, width, limit, height)
    hits = tuple(
        (_units(text.text[:start]), _units(text.text[start : min(end, shown)]))
        for start, end in text.hits
        if start < shown
    )
    cut = shown < len(text.text) or text is not whole
    return TextLines(layout, layout.lineCount(), height, hits, cut)


@cache
def no_lines() -> TextLines:
    """Return the lines of what is not shown at all."""
    return TextLines(QTextLayout(), 0, 0, ())


def mark(foreground: QColor, background: QColor) -> "QTextCharFormat":
    """Return the format of a hit."""
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - most lists have none

    made = QTextCharFormat()
    made.setForeground(foreground)
    made.setBackground(background)
    return made


def _fitted(text: str, font: QFont, width: int, limit: int, height: int) -> tuple[QTextLayout, int]:
    """Return the layout, and how many characters of `text` it shows."""
    text = text[: max(64, limit * width // 2)]  # more never fits, and to break it takes long
    layout = _broken(text, font, width, limit, height)
    if not layout.lineCount():
        return layout, 0
    last = layout.lineAt(layout.lineCount() - 1)
    if last.textStart() + last.textLength() >= _units(text):
        return layout, len(text)
    kept = _characters(text, last.textStart())
    elided = QFontMetricsF(font).elidedText(text[kept:], Qt.TextElideMode.ElideRight, width - 1)
    layout = _broken(text[:kept] + elided, font, width, limit, height)
    return layout, kept + len(elided.removesuffix(_ELLIPSIS).removesuffix(_JOINER))


def _broken(text: str, font: QFont, width: int, limit: int, height: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _right_to_left(text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    metrics = QFontMetricsF(font)
    baseline = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    layout.beginLayout()
    for number in range(limit):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # On our own baseline: a fallback font's taller line must not push the next one down.
        line.setPosition(QPointF(0, round(number * height + baseline) - line.ascent()))
    layout.endLayout()
    return layout


def _from_nearby(text: Snippet, before: int) -> Snippet:
    """Return `text` from so many characters before its first hit on."""
    start = max(0, text.hits[0][0] - before)
    space = text.text.find(" ", start, text.hits[0][0])
    start = space + 1 if space >= 0 else start
    moved = tuple((a - start + 1, b - start + 1) for a, b in text.hits)
    return Snippet(_ELLIPSIS + text.text[start:], moved)


def _right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction runs to the left (UAX 9, P2)."""
    directions = (bidirectional(character) for character in text)
    return next((one in ("R", "AL") for one in directions if one in ("L", "R", "AL")), False)


def _units(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, Qt's."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """Return how many characters the first `units` UTF-16 code units of `text` are."""
    if text.isascii():
        return units
    start = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(start.decode("utf-16-le", "surrogatepass"))


def sequence_of(parts: Sequence[str]) -> str:
    """Return parts as one line, each keeping its own direction (Unicode isolates)."""
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)
