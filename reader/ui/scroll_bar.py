"""A scroll bar without arrows or groove: only where one is, as a tone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QScrollBar, QWidget

WIDTH = 8
_LEAST = 32  # pixels that remain to be taken hold of


class ThinScrollBar(QScrollBar):
    """Vertical; coloured by the palette's `Mid`, which is the theme's hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._held_at: float | None = None  # pixels below the handle's top
        self.setFixedWidth(WIDTH)

    def sizeHint(self) -> QSize:
        """Return the width of the tone."""
        return QSize(WIDTH, 2 * _LEAST)

    def handle(self) -> QRectF:
        """Return where the handle is; empty where everything is in sight."""
        reach = self.maximum() - self.minimum()
        if reach <= 0:
            return QRectF()
        height = self.height()
        length = max(_LEAST, height * self.pageStep() / (reach + self.pageStep()))
        top = (height - length) * (self.value() - self.minimum()) / reach
        return QRectF(1, top, WIDTH - 2, length)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(self.handle(), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle; beside it, of the handle brought there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        handle, y = self.handle(), event.position().y()
        inside = handle.top() <= y <= handle.bottom()
        self._held_at = y - handle.top() if inside else handle.height() / 2
        self.setSliderDown(True)
        self._drag_to(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        self._drag_to(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held_at = None
        self.setSliderDown(False)

    def _drag_to(self, y: float) -> None:
        way = self.height() - self.handle().height()
        if self._held_at is not None and way > 0:
            share = (y - self._held_at) / way
            reach = self.maximum() - self.minimum()
            self.setValue(self.minimum() + round(share * reach))
