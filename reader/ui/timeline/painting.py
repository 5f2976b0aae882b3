"""How the timeline is painted."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.theme import Theme
from reader.ui.timeline.bars import Span
from reader.ui.timeline.scale import BARS, PADDING, Scale

_TRACK = BARS + 6  # pixels from the top: where the line of the whole time is
_THUMB_AT_LEAST = 8


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be seen of the bars."""

    scale: Scale
    chosen: Collection[int]
    hovered: int | None
    theme: Theme
    part: Span | None = None  # that the bars are of, where this is not the whole
    whole: Span | None = None
    focused: bool = False  # by somebody who uses the keyboard
    cursor: int | None = None  # where the keyboard is


def paint(painter: QPainter, look: Look, around: QRectF) -> None:
    """Paint the timeline that is `around`."""
    painter.fillRect(around, QColor(look.theme.list))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bars(painter, look)
    if look.part is not None and look.whole is not None:
        _paint_part(painter, look, look.part, look.whole)
    if look.focused and look.cursor is not None:
        _paint_cursor(painter, look, look.cursor)
    elif look.focused:
        _paint_ring(painter, look, around)


def _paint_bars(painter: QPainter, look: Look) -> None:
    """Paint the bars, those chosen in the accent."""
    painter.setPen(Qt.PenStyle.NoPen)
    for bar, rect in enumerate(look.scale.rects()):
        painter.setBrush(_tone(look, bar))
        painter.drawRoundedRect(rect, 1, 1)


def _paint_part(painter: QPainter, look: Look, part: Span, whole: Span) -> None:
    """Paint below the bars which part of the whole time they are."""
    room = look.scale.room
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.hairline))
    painter.drawRoundedRect(QRectF(PADDING, _TRACK, room, 2), 1, 1)
    width = min(room, max(_THUMB_AT_LEAST, room * part.days / whole.days))
    left = room * (part.since - whole.since).days / whole.days
    painter.setBrush(QColor(look.theme.faint))
    painter.drawRoundedRect(QRectF(PADDING + min(left, room - width), _TRACK, width, 2), 1, 1)


def _paint_cursor(painter: QPainter, look: Look, bar: int) -> None:
    """Paint where the keyboard is."""
    painter.setPen(QPen(QColor(look.theme.accent), 2))
    x, half = look.scale.middle(bar), max(2.0, look.scale.pitch / 2 - 1)
    painter.drawLine(QPointF(x - half, BARS + 3), QPointF(x + half, BARS + 3))


def _paint_ring(painter: QPainter, look: Look, around: QRectF) -> None:
    """Paint the ring of the keyboard's focus."""
    painter.setPen(QPen(QColor(look.theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around.adjusted(7, 1, -7, -2), 6, 6)


def _tone(look: Look, bar: int) -> QColor:
    tone = QColor(look.theme.faint)
    tone.setAlphaF(0.55 if bar == look.hovered else 0.28)
    if bar in look.chosen:
        tone = QColor(look.theme.accent)
        tone.setAlphaF(1.0 if bar == look.hovered else 0.8)
    return tone
