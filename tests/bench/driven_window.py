"""Broadsheet's own window, driven by keys from within, for `tests.bench.window`.

Prints one JSON value: times, in milliseconds.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from reader.library.values import Listing
from reader.ui.article_view.messages import Kind, Message
from reader.ui.article_view.page import ArticlePage
from tests.bench.bare_page import SHOWN, page_of
from tests.helpers.own_window import OwnWindow

WORDS = ("中国", "乌克兰", "internet", "香港", "vpn", "的", "审查", "network", "政府", "美国")
_HOLDING = 5  # seconds
_READING = 500  # milliseconds, half of what an article is looked at
_REPEAT = 33  # milliseconds between two presses of a key that is held


@dataclass(frozen=True, slots=True)
class Turned:
    """One article, in milliseconds from the key; then the same from a bare swap's script."""

    ahead: bool  # it lay ready on the page when the key was pressed
    framed: float  # until the page's second animation frame
    painted: float  # until Qt painted it
    bare_framed: float
    bare_painted: float


class Driver(QObject):
    """One window; notes when things stood on the screen."""

    def __init__(self, window: OwnWindow) -> None:
        super().__init__()
        self._window = window
        self.front = window.front
        self.listed: dict[str, float] = {}  # when a search was listed, by query
        self.list_painted = 0.0  # when the list was last painted
        self._framed = self._bare_framed = self._bare_painted = 0.0
        self.front.catalog.listed.connect(self._on_listed)
        self.front.post_list.viewport().installEventFilter(self)
        page = window.pane.view.page()
        assert isinstance(page, ArticlePage)
        page.said.connect(self._on_said)
        window.pause(3000)

    def page(self) -> dict[str, Any]:
        """Return what the page shows: see `bare_page.SHOWN`."""
        if not self._window.path:
            self._press()
        self._window.until(self._window.stands)
        self._window.pause(_READING)
        return self._shown()

    def turn(self, steps: int) -> Iterator[Turned]:
        """Press j, then show the same in a bare view by a swap; at a reader's pace, in turn."""
        from tests.bench.bare_article import BareView  # noqa: PLC0415 - as late as ours

        bare = BareView()
        bare.framed.connect(self._on_bare_framed)
        bare.painted.connect(self._on_bare_painted)
        shown = self.page()
        bare.setHtml(page_of(shown))
        bare.resize(shown["width"], shown["height"])
        bare.show()
        self._window.until(lambda: self._bare_painted > 0)
        for _ in range(steps):
            self._window.pause(_READING)
            ahead = self._is_ahead()
            pressed = self._press()
            self._window.until(self._window.stands)
            framed, painted = self._framed, self._window.painted[self._window.path]
            self._window.pause(_READING)
            box = str(self._shown()["box"])
            self._bare_painted, swapped = 0.0, time.monotonic()
            bare.swap(box)
            self._window.until(lambda: self._bare_painted > 0)
            ours = ((at - pressed) * 1e3 for at in (framed, painted))
            theirs = ((at - swapped) * 1e3 for at in (self._bare_framed, self._bare_painted))
            yield Turned(ahead, *ours, *theirs)
        bare.close()

    def hold(self) -> dict[str, object]:
        """Hold j; return how many were pressed and painted, and when the last one stood."""
        rows_before = self.front.post_list.current_row()
        shown: list[str] = []
        self._window.view.painted.connect(shown.append)
        pressed, presses = time.monotonic(), 0
        end = pressed + _HOLDING
        while time.monotonic() < end:
            pressed = self._press()
            presses += 1
            self._window.pause(_REPEAT)
        path = self._window.path
        self._window.until(lambda: shown[-1:] == [path])
        late = (self._window.painted.get(path, pressed) - pressed) * 1e3
        self._window.pause(500)
        summary = self.front.post_list.summary_at(rows_before + presses)
        right = summary is not None and summary.path == path and shown[-1] == path
        return {"presses": presses, "painted": len(shown), "last": late, "right": right}

    def search(self) -> Iterator[tuple[float, float]]:
        """Type each word; yield for each key the time to its listing, and to the list painted."""
        field = self.front.toolbar.search
        for word in WORDS:
            field.setText("")
            field.textEdited.emit("")
            field.setFocus()
            self._window.pause(300)
            self.listed.clear()
            for character in word:
                typed = field.text() + character
                pressed = time.monotonic()
                field.insert(character)
                field.textEdited.emit(typed)
                self._window.until(lambda typed=typed: typed in self.listed)
                self._window.until(lambda typed=typed: self.list_painted > self.listed[typed])
                listed, painted = self.listed[typed], self.list_painted
                yield (listed - pressed) * 1e3, (painted - pressed) * 1e3
                self._window.pause(120)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._on_list_painted)
        return super().eventFilter(watched, event)

    def _press(self) -> float:
        """Press j; return when."""
        self._window.painted.clear()
        pressed = time.monotonic()
        self._window.press(Qt.Key.Key_J)
        return pressed

    def _on_list_painted(self) -> None:
        self.list_painted = time.monotonic()
        self._window.wake()

    def _on_listed(self, listing: Listing) -> None:
        self.listed[listing.filter.query] = time.monotonic()
        self._window.wake()

    def _on_said(self, message: Message) -> None:
        if message.kind is Kind.PAINTED:
            self._framed = time.monotonic()

    def _shown(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self._window.ask(SHOWN))

    def _on_bare_framed(self) -> None:
        self._bare_framed = time.monotonic()

    def _on_bare_painted(self) -> None:
        self._bare_painted = time.monotonic()
        self._window.wake()

    def _is_ahead(self) -> bool:
        """Return whether the next post of the list lies on the page already."""
        following = self.front.post_list.summary_at(self.front.post_list.current_row() + 1)
        titles = "[...document.querySelectorAll('.slot header h1')].map((one) => one.textContent)"
        lying = cast("list[str]", self._window.ask(titles))
        return following is not None and following.title.text in lying


def main() -> int:
    """Run one scenario."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario", choices=("page", "turn", "hold", "search"))
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    window = OwnWindow(asked.profile, asked.folder)
    driver = Driver(window)
    match asked.scenario:
        case "page":
            figures: object = driver.page()
        case "turn":
            figures = [asdict(turned) for turned in driver.turn(56)][1:]
        case "hold":
            figures = driver.hold()
        case _:
            figures = list(driver.search())
    print(json.dumps(figures))
    QTimer.singleShot(0, window.close)
    window.application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main())
