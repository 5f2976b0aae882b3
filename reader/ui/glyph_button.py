"""A button that is one sign, quiet until it is pointed at."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui import glyphs
from reader.ui.theme import Theme

KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def paint_focus_ring(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the ring that shows keyboard users where they are, inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
    painter.restore()


class GlyphButton(QAbstractButton):
    """Draws the sign `glyph`; in the accent, and filled, while it is checked."""

    def __init__(self, glyph: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph, self._theme = glyph, theme
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew as the pointer comes and goes
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return room for the sign and the tone round it."""
        return QSize(30, 30)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the keyboard brought us here."""
        self._by_keyboard = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tone, sign and ring."""
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(rect, 6, 6)
        colour = QColor(theme.accent if self.isChecked() else theme.soft)
        if not self.isEnabled():
            colour.setAlpha(90)
        glyphs.paint(painter, self._glyph, QPointF(rect.center()), colour, self.isChecked())
        if self.hasFocus() and self._by_keyboard:
            paint_focus_ring(painter, rect, theme)
        painter.end()
