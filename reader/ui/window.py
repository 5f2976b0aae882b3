"""The window: toolbar, then welcome page or panes, then status bar."""

import base64
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QMoveEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.panes import Panes
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from reader.ui.notice_bar import NoticeBar
    from reader.ui.welcome import WelcomePage

# How QWidget.saveGeometry begins: magic number, version, frame, and the place within it.
_KEPT, _KEPT_MAGIC = struct.Struct(">IHH4i4i"), 0x1D9D0CB


class Window(QWidget):
    """Lays the parts out; knows nothing of what they show."""

    dropped = Signal(str)  # a folder or file, absolute
    placed = Signal()  # `geometry_kept` has changed
    closing = Signal()
    first_shown = Signal()  # its first frame is drawn

    def __init__(self, toolbar: Toolbar, panes: Panes, status: StatusBar, theme: Theme) -> None:
        super().__init__()
        self._toolbar, self._panes, self._status = toolbar, panes, status
        self._theme = theme
        self._welcome: WelcomePage | None = None
        self._notice: NoticeBar | None = None
        self._restored, self._shown = "", False
        self.setWindowTitle("Broadsheet")
        self.resize(1440, 900)
        self.setMinimumSize(724, 400)  # the panes at their narrowest
        self.setAcceptDrops(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(panes)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self._stack, 1)
        column.addWidget(status)

    def show_welcome(self) -> "WelcomePage":
        """Show the welcome page and return it; it is made when first needed."""
        from reader.ui.welcome import WelcomePage  # noqa: PLC0415 - most starts go without

        if self._welcome is None:
            self._welcome = WelcomePage(self._theme, self)
            self._stack.addWidget(self._welcome)
        self._stack.setCurrentWidget(self._welcome)
        self._toolbar.show_library(False)
        self.setWindowTitle("Broadsheet")
        return self._welcome

    def show_panes(self, library: str) -> None:
        """Show the panes, for a library of this name."""
        self._stack.setCurrentWidget(self._panes)
        self._toolbar.show_library(True)
        self.setWindowTitle(self.tr("{0} - Broadsheet").format(library))

    @property
    def welcoming(self) -> bool:
        """Return whether the welcome page stands there."""
        return self._stack.currentWidget() is not self._panes

    def show_notice(self, words: str) -> None:
        """Show `words`, until the user closes them."""
        from reader.ui.notice_bar import NoticeBar  # noqa: PLC0415 - seldom needed

        if self._notice is None:
            self._notice = NoticeBar(self._theme, self)
            self._column.insertWidget(self._column.indexOf(self._status), self._notice)
        self._notice.add(words)

    def close_notice(self) -> None:
        """Hide the notices."""
        if self._notice is not None:
            self._notice.close_bar()

    def notice(self) -> str:
        """Return the notices that are shown; "" where there are none."""
        return self._notice.words() if self._notice is not None else ""

    def show_article_alone(self, alone: bool) -> None:
        """Show nothing but the article, or all again."""
        self._panes.show_article_alone(alone)
        self._toolbar.setVisible(not alone)
        self._status.setVisible(not alone)

    def set_theme(self, theme: Theme) -> None:
        """Colour what is the window's own."""
        self._theme = theme
        for part in (self._welcome, self._notice):
            if part is not None:
                part.set_theme(theme)

    def keep_geometry(self) -> str:
        """Return place and size as text; those of before where it is full screen now."""
        if self.isFullScreen():
            return self._restored
        return base64.b64encode(self.saveGeometry().data()).decode("ascii")

    def restore_kept(self, geometry: str) -> None:
        """Take the place and size that `keep_geometry` returned, where there is such a screen."""
        self._restored = geometry
        try:
            kept = base64.b64decode(geometry, validate=True)
        except ValueError:
            kept = b""
        if self.restoreGeometry(QByteArray(kept)):  # not where the screen was much wider
            self._undo_shift(kept)
        else:
            self._fit_screen()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to the size of before."""
        if not self.isFullScreen():
            self._restored = self.keep_geometry()
        self.setWindowState(self.windowState() ^ self.windowState().WindowFullScreen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window is there; its parts draw everything."""
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self, self.first_shown.emit)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Say that the place is another."""
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the size is another."""
        super().resizeEvent(event)
        self.placed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say that the window was maximized, or is no longer."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.placed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one folder or file of this machine."""
        if self._dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = self._dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(str(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that all is to be closed."""
        self.closing.emit()
        super().closeEvent(event)

    def _undo_shift(self, kept: bytes) -> None:
        """Go to the very place kept where the window has no frame.

        Qt makes room for a title bar at the screen's edge even where nothing draws one.
        """
        magic, _major, _minor, *sides = _KEPT.unpack_from(kept.ljust(_KEPT.size, b"\0"))
        frame, (left, top, right, bottom) = sides[:4], sides[4:]
        if magic != _KEPT_MAGIC or self.isMaximized() or frame != [left, top, right, bottom]:
            return
        place = QRect(QPoint(left, top), QPoint(right, bottom))
        if self.screen().availableGeometry().contains(place):
            self.setGeometry(place)

    def _fit_screen(self) -> None:
        """Leave room for a title bar and borders where the screen is small."""
        room = self.screen().availableSize() - QSize(2, 28)
        self.resize(self.size().boundedTo(room))

    def _dropped_path(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())
