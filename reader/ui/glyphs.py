"""The toolbar's few signs, drawn as lines: crisp at every scale, and in the theme's colours."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

Draw = Callable[[QPainter, QColor, bool], None]  # in a square of 16 × 16, origin in its centre


def paint(painter: QPainter, name: str, centre: QPointF, colour: QColor, filled: bool) -> None:
    """Draw the sign `name` round `centre`; `filled` where it has an on and an off."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    pen = QPen(colour, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    _SIGNS[name](painter, colour, filled)
    painter.restore()


def _sidebar(painter: QPainter, _: QColor, __: bool) -> None:
    for y in (-4.0, 0.0, 4.0):
        painter.drawLine(QPointF(-5.5, y), QPointF(5.5, y))


def _chevron(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in corners]))


def _back(painter: QPainter, _: QColor, __: bool) -> None:
    _chevron(painter, (2, -4.5), (-2.5, 0), (2, 4.5))


def _forward(painter: QPainter, _: QColor, __: bool) -> None:
    _chevron(painter, (-2, -4.5), (2.5, 0), (-2, 4.5))


def _up(painter: QPainter, _: QColor, __: bool) -> None:
    _chevron(painter, (-4.5, 2), (0, -2.5), (4.5, 2))


def _down(painter: QPainter, _: QColor, __: bool) -> None:
    _chevron(painter, (-4.5, -2), (0, 2.5), (4.5, -2))


def _close(painter: QPainter, _: QColor, __: bool) -> None:
    painter.drawLine(QPointF(-3.5, -3.5), QPointF(3.5, 3.5))
    painter.drawLine(QPointF(-3.5, 3.5), QPointF(3.5, -3.5))


_STAR = (
    *((0.0, -7.5), (2.0, -2.3), (7.3, -2.2), (3.1, 1.2), (4.6, 6.4)),
    *((0.0, 3.4), (-4.6, 6.4), (-3.1, 1.2), (-7.3, -2.2), (-2.0, -2.3)),
)


def _star(painter: QPainter, _: QColor, __: bool) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _STAR]))


def _bookmark(painter: QPainter, _: QColor, __: bool) -> None:
    corners = ((-3.5, -5.5), (3.5, -5.5), (3.5, 5.5), (0.0, 2.4), (-3.5, 5.5))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _theme(painter: QPainter, colour: QColor, _: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)
    half = QPainterPath(QPointF(0, -6.5))
    half.arcTo(QRectF(-6.5, -6.5, 13, 13), 90, 180)
    painter.fillPath(half, colour)


def _text(painter: QPainter, _: QColor, __: bool) -> None:
    font = QFont(painter.font())
    font.setPixelSize(14)
    painter.setFont(font)
    painter.drawText(QRectF(-14, -12, 28, 24), Qt.AlignmentFlag.AlignCenter, "Aa")


def _raw(painter: QPainter, _: QColor, filled: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(-6.5, -6.5, 9, 9))
    if filled:
        painter.setBrush(painter.pen().color())
    painter.drawRect(QRectF(-2.5, -2.5, 9, 9))


def _more(painter: QPainter, colour: QColor, _: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (-5.0, 0.0, 5.0):
        painter.drawEllipse(QPointF(x, 0), 1.1, 1.1)


_SIGNS: dict[str, Draw] = {
    "sidebar": _sidebar,
    "back": _back,
    "forward": _forward,
    "up": _up,
    "down": _down,
    "close": _close,
    "star": _star,
    "bookmark": _bookmark,
    "theme": _theme,
    "text": _text,
    "raw": _raw,
    "more": _more,
}
