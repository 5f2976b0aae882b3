"""Broadsheet's real window on a screen, to be brought into a state and photographed."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest

from reader.app import Broadsheet, make_application
from reader.ui.assembly import Assembly

_TICK = 10  # milliseconds
_PATIENCE = 150  # seconds
_STILL = 700  # milliseconds in which nothing may move


class Stage(QObject):
    """One window at the screen's corner, as large as its picture is to be."""

    def __init__(self, profile: Path, folder: Path | None, size: tuple[int, int]) -> None:
        self.application = make_application()
        super().__init__()
        self.application.setCursorFlashTime(0)
        QCursor.setPos(self.application.primaryScreen().geometry().bottomRight())
        self.folder = folder
        self._painted, self._listens = "", False  # the post that was painted last
        self.broadsheet = Broadsheet(self.application, folder, profile, self.application.quit)
        self.front = self.broadsheet.front
        self.broadsheet.show()
        self.front.window.setGeometry(QRect(QPoint(0, 0), QPoint(size[0] - 1, size[1] - 1)))
        self.until(lambda: self.broadsheet.assembly is not None)
        self.until(self._activate)

    @property
    def assembly(self) -> Assembly:
        """Return what is behind the panes."""
        assert self.broadsheet.assembly is not None
        return self.broadsheet.assembly

    @property
    def reading(self) -> bool:
        """Return whether the post that is wanted stands on the page."""
        if self.front.article.view is not None and not self._listens:
            self._listens = True
            self.front.article.view.painted.connect(self._on_painted)
        return self._painted != "" and self._painted == self.assembly.reading.path

    def await_article(self) -> None:
        """Wait until the post that is wanted stands on the page."""
        self.until(lambda: self.reading)

    def show_post(self, ending: str) -> None:
        """Show the post whose path ends so; where there is none, the present one stays."""
        paths = (path for path in self.paths() if path.endswith(ending))
        path = next(paths, None)
        if path is not None:
            self.assembly.moving.show_post(path)
            self.await_article()

    def paths(self) -> list[str]:
        """Return the paths of the posts listed first."""
        rows = range(min(self.front.post_list.count(), 400))
        summaries = [self.front.post_list.summary_at(row) for row in rows]
        return [summary.path for summary in summaries if summary is not None]

    def do(self, command: str) -> None:
        """Do what a key of `reader.ui.keys` does."""
        self.assembly.actions[command].trigger()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            target = self.application.focusWidget() or self.front.window
            QTest.keyClick(target, key, modifiers)

    def type(self, text: str) -> None:
        """Type `text` where the keyboard is, whatever input method it came from."""
        for letter in text:
            target = self.application.focusWidget() or self.front.window
            key, none = Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, letter, none)

    def until(self, condition: Callable[[], object]) -> None:
        """Run the event loop until `condition` holds. Raises TimeoutError where it never does."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.pause(_TICK)

    def pause(self, milliseconds: int) -> None:
        """Run the event loop for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def picture(self) -> QImage:
        """Return what stands where the window is, dialogs over it included."""
        place = self.front.window.geometry()
        screen = self.application.primaryScreen()
        grabbed = screen.grabWindow(0, place.x(), place.y(), place.width(), place.height())
        return grabbed.toImage()

    def still_picture(self) -> QImage:
        """Return the picture once nothing moves any more, or the last after ten seconds."""
        before, end = self.picture(), time.monotonic() + 10
        while True:
            self.pause(_STILL)
            now = self.picture()
            if now == before or time.monotonic() > end:
                return now
            before = now

    def _activate(self) -> bool:
        """Ask for the keyboard, until the screen has the window mapped and gives it."""
        active = self.front.window.isActiveWindow()
        if not active:
            self.front.window.activateWindow()
        return active

    def _on_painted(self, path: str) -> None:
        self._painted = path
