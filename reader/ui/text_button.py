"""A button that is a word on a tone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.ui.glyph_button import KEYBOARD, paint_focus_ring
from reader.ui.theme import Theme


class TextButton(QPushButton):
    """`main` stands out in the accent; `quiet` has a tone only under the pointer."""

    def __init__(
        self,
        words: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        main: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__(words, parent)
        self._theme, self._main, self._quiet = theme, main, quiet
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew as the pointer comes and goes

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words and the tone round them."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 28
        return QSize(width if self._quiet else max(width, 260), 28 if self._quiet else 36)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the keyboard brought us here."""
        self._by_keyboard = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tone, words and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self._theme, QRectF(self.rect())
        pointed = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._main:
            ground, ink = QColor(theme.accent), QColor(theme.paper)
            ground = ground.darker(110) if pointed else ground
        else:
            ground, ink = QColor(theme.selection if pointed else theme.side), QColor(theme.ink)
        if not self._quiet or pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 6, 6)
        if not self.isEnabled():
            ink = QColor(theme.faint)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus() and self._by_keyboard:
            paint_focus_ring(painter, rect, theme)
        painter.end()


class SmallButton(TextButton):
    """One as wide as its words, for the foot of a dialog."""

    def sizeHint(self) -> QSize:
        """Return room for the words and the tone round them."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 28, 28)
