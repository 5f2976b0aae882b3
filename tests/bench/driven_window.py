"""Broadsheet's own window, driven by keys from within, for `tests.bench.window`.

Prints one JSON list: the times, in milliseconds.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from reader import trace
from reader.app import Broadsheet, make_application
from reader.library.values import Listing
from reader.ui.assembly import Assembly

WORDS = ("中国", "乌克兰", "internet", "香港", "vpn", "的", "审查", "network", "政府", "美国")


class Driver(QObject):
    """One window; notes when things stood on the screen."""

    def __init__(self, broadsheet: Broadsheet) -> None:
        super().__init__()
        self.front = broadsheet.front
        self.painted: dict[str, int] = {}  # when an article stood on the page, by path
        self.listed: dict[str, int] = {}  # when a search was listed, by query
        self.list_painted = 0  # when the list was last painted
        self._heard = QEventLoop()
        self.front.catalog.listed.connect(self._on_listed)
        self.front.post_list.viewport().installEventFilter(self)
        self.until(lambda: broadsheet.assembly is not None)
        assert broadsheet.assembly is not None
        self.assembly: Assembly = broadsheet.assembly
        self.until(lambda: self.front.article.view is not None)
        assert self.front.article.view is not None
        self.front.article.view.painted.connect(self._on_painted)
        self.front.window.activateWindow()
        self.until(self.front.window.isActiveWindow)
        self.pause(3000)

    def walk(self, steps: int) -> Iterator[float]:
        """Press j, and again once the article stands; yield each time from key to frame."""
        for _ in range(steps):
            self.painted.clear()
            pressed = trace.now()
            QTest.keyClick(self.front.window, Qt.Key.Key_J)
            self.until(lambda: self.assembly.reading.path in self.painted)
            yield (self.painted[self.assembly.reading.path] - pressed) / 1e6
            self.pause(350)

    def search(self) -> Iterator[tuple[float, float]]:
        """Type each word; yield for each key the time to its listing, and to the list painted."""
        field = self.front.toolbar.search
        for word in WORDS:
            field.setText("")
            field.textEdited.emit("")
            field.setFocus()
            self.pause(300)
            self.listed.clear()
            for character in word:
                typed = field.text() + character
                pressed = trace.now()
                field.insert(character)
                field.textEdited.emit(typed)
                self.until(lambda typed=typed: typed in self.listed)
                self.until(lambda typed=typed: self.list_painted > self.listed[typed])
                listed, painted = self.listed[typed], self.list_painted
                yield (listed - pressed) / 1e6, (painted - pressed) / 1e6
                self.pause(120)

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until `condition` holds, at most 10 s."""
        late = QTimer(singleShot=True, interval=10_000)
        late.timeout.connect(self._heard.quit)
        tick = QTimer(interval=25)
        tick.timeout.connect(self._heard.quit)
        tick.start()
        late.start()
        while not condition():
            if not late.isActive():
                raise TimeoutError
            self._heard.exec()

    def pause(self, milliseconds: int) -> None:
        """Run the event loop for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._on_list_painted)
        return super().eventFilter(watched, event)

    def _on_list_painted(self) -> None:
        self.list_painted = trace.now()
        self._heard.quit()

    def _on_painted(self, path: str) -> None:
        self.painted[path] = trace.now()
        self._heard.quit()

    def _on_listed(self, listing: Listing) -> None:
        self.listed[listing.filter.query] = trace.now()
        self._heard.quit()


def main() -> int:
    """Run one scenario."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario", choices=("walk", "search"))
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    application = make_application()
    broadsheet = Broadsheet(application, asked.folder, asked.profile, application.quit)
    broadsheet.show()
    driver = Driver(broadsheet)
    figures = list(driver.walk(56))[1:] if asked.scenario == "walk" else list(driver.search())
    print(json.dumps(figures))
    broadsheet.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
