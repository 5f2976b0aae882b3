"""Broadsheet's window in a process of its own, driven from within by whoever measures it."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from reader.app import Broadsheet, make_application
from reader.ui.article_view.pane import WebPane
from reader.ui.article_view.view import ArticleView
from reader.ui.assembly import Assembly
from tests.helpers.page_answers import answer

_TICK = 10  # milliseconds


class OwnWindow(QObject):
    """One run of the window; notes when articles stood on the screen."""

    def __init__(self, profile: Path, folder: Path) -> None:
        self.application = make_application()
        super().__init__()
        self.painted: dict[str, float] = {}  # when each article last stood there, by path
        self._heard = QEventLoop()
        self.broadsheet = Broadsheet(self.application, folder, profile, self.application.quit)
        self.front = self.broadsheet.front
        self.broadsheet.show()
        self.until(lambda: self.front.article.view is not None)
        assert self.broadsheet.assembly is not None
        self.assembly: Assembly = self.broadsheet.assembly
        self.view.painted.connect(self._on_painted)
        self.front.window.activateWindow()
        self.until(self.front.window.isActiveWindow)
        self.until(lambda: self.view.findChild(WebPane) is not None and self.pane.is_ready)

    @property
    def view(self) -> ArticleView:
        """Return the article's view."""
        view = self.front.article.view
        assert view is not None
        return view

    @property
    def pane(self) -> WebPane:
        """Return what holds the page."""
        pane = self.view.findChild(WebPane)
        assert isinstance(pane, WebPane)
        return pane

    @property
    def path(self) -> str:
        """Return the post that is wanted on the page."""
        return self.assembly.reading.path

    def press(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.front.post_list, key)

    def stands(self) -> bool:
        """Return whether the wanted article has been painted since `painted` was cleared."""
        return self.path in self.painted

    def until(self, condition: Callable[[], bool], patience: float = 30) -> None:
        """Run the event loop until `condition` holds; raises TimeoutError after `patience` s."""
        end = time.monotonic() + patience
        tick = QTimer(interval=_TICK)
        tick.timeout.connect(self._heard.quit)
        tick.start()
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self._heard.exec()

    def pause(self, milliseconds: int) -> None:
        """Run the event loop for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def wake(self) -> None:
        """Have `until` look at its condition now."""
        self._heard.quit()

    def ask(self, expression: str) -> object:
        """Return the value of a JavaScript expression in our world; None where the page died."""
        told = answer(
            self.pane.run,
            lambda there: self.until(lambda: there() or not self.pane.is_ready),
            expression,
        )
        return json.loads(told) if told else None

    def text(self) -> str:
        """Return what is to be read on the page; "" where it is empty or died."""
        return str(self.ask("document.querySelector('.slot.shown')?.innerText ?? ''") or "")

    def close(self) -> None:
        """Close the window as its user does."""
        self.front.window.close()

    def _on_painted(self, path: str) -> None:
        self.painted[path] = time.monotonic()
        self._heard.quit()
