"""A field to type into: the toolbar's search, and the article's find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent, QInputMethodEvent


QUERY_FORMAT = "application/x-broadsheet-query"  # of what is dropped as a term of its own


class SearchField(QLineEdit):
    """A line edit drawn as paper on the toolbar's tone."""

    left = Signal()  # Return or ↓: on to what was found

    def __init__(self, name: str, hint: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self.setTextMargins(8, 0, 8, 0)
        self.setFixedHeight(28)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.textChanged.connect(self._keep_level)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(theme.soft))
        self.setPalette(palette)
        self.update()

    def event(self, arg__1: QEvent) -> bool:
        """Leave Ctrl+K, which would delete to the line's end, to the window."""
        if isinstance(arg__1, QKeyEvent) and arg__1.type() is QEvent.Type.ShortcutOverride:
            control = arg__1.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and arg__1.key() == Qt.Key.Key_K:
                arg__1.ignore()
                return False
        return super().event(arg__1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Return and ↓ lead on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Take text where it is dropped; a term of a query behind all others."""
        said = bytes(event.mimeData().data(QUERY_FORMAT).data()).decode(errors="replace")
        if not said:
            super().dropEvent(event)
            return
        before = self.text().rstrip()
        self.selectAll()
        self.insert(f"{before} {said} ".lstrip())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        event.acceptProposedAction()

    def inputMethodEvent(self, event: "QInputMethodEvent") -> None:
        """Compose; what is composed stands on the same line."""
        super().inputMethodEvent(event)
        self._keep_level(self.text() + event.preeditString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever came by key."""
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field's ground under the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = self.hasFocus() and self._ring
        width = 2 if ringed else 1
        painter.setPen(QPen(QColor(self._theme.accent if ringed else self._theme.hairline), width))
        painter.setBrush(QColor(self._theme.paper))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()
        super().paintEvent(event)

    def _keep_level(self, text: str) -> None:
        """Keep the letters' line where it is when another font, of higher lines, joins in.

        WORKAROUND: QLineEdit centres the higher line, and then keeps its baseline as well.
        """
        margins = self.textMargins()
        margins.setTop(0 if text.isascii() else _height_beyond(text, self.font()) // 2 * 2)
        if margins != self.textMargins():
            self.setTextMargins(margins)


def _height_beyond(text: str, font: QFont) -> int:
    """Return by how many pixels a line of `text` is higher than the font's own."""
    from PySide6.QtGui import QTextLayout  # noqa: PLC0415 - seldom before the first frame

    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return max(0, round(line.height()) - QFontMetrics(font).height())
