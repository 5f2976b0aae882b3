"""Plain grounds and hairlines."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect | QRectF, colour: str) -> None:
    """Fill `place` with `colour`; leaves the painter without pen and brush.

    `fillRect` would do, but to choose among its overloads PySide makes the class of gradients,
    with enums of 200 members: 3 ms of every start.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
