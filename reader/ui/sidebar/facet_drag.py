"""A facet's value on its way into the search field, or into any text."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from reader.library.facet_names import term_key
from reader.library.values import Facet
from reader.ui.search_field import QUERY_FORMAT
from reader.ui.sidebar.words import one_line
from reader.ui.theme import Theme

_WIDEST = 260  # pixels
_HEIGHT = 24
_PADDING = 10


def query_of(facet: Facet, value: str) -> str:
    """Return the query that means `value`; "" where none can say it.

    A quotation mark, for one, cannot be said between quotation marks.
    """
    from reader.library.query import FacetMatch, Literal, name_in, parse  # noqa: PLC0415 - seldom

    if facet is Facet.YEAR:
        return _time(value)
    wanted = ((Literal(FacetMatch(facet, name_in(one_line(value)))),),)
    for written in (f'"{one_line(value)}"', one_line(value)):
        said = f"{facet}:{written}"
        if parse(f"{said} ").clauses == wanted:
            return said
    return ""


def drag_value(facet: Facet, value: str, theme: Theme, source: QWidget) -> None:
    """Let the mouse, whose button is held, take `value` along as a query, until it lets go."""
    said = query_of(facet, value)
    if said:
        drag = QDrag(source)
        drag.setMimeData(mime_of(said))
        drag.setPixmap(_picture(said, theme, source))
        drag.setHotSpot(QPoint(-8, _HEIGHT // 2))
        drag.exec(Qt.DropAction.CopyAction)


def mime_of(query: str) -> QMimeData:
    """Return `query` as what our search field takes whole, and others as text."""
    mime = QMimeData()
    mime.setText(query)
    mime.setData(QUERY_FORMAT, query.encode())
    return mime


def _time(value: str) -> str:
    """Return the query for a year, or a month as "2022-02"; "" where it is neither."""
    parts = term_key(value).split("-")
    if len(parts) > 2 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return f"after:{numbers[0]:04} before:{numbers[0] + 1:04}"
    year, month = numbers
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    return f"after:{year:04}-{month:02} before:{after[0]:04}-{after[1]:02}"


def _picture(said: str, theme: Theme, source: QWidget) -> QPixmap:
    metrics, ratio = QFontMetrics(source.font()), source.devicePixelRatio()
    words = metrics.elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST)
    size = QSize(metrics.horizontalAdvance(words) + 2 * _PADDING, _HEIGHT)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.hairline))
    painter.setBrush(QColor(theme.paper))
    ground = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(ground, 6, 6)
    painter.setFont(source.font())
    painter.setPen(QColor(theme.accent))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
