"""Broadsheet's own window, driven by keys from within, for `tests.bench.window`.

Prints one JSON value: times, in milliseconds.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from reader.library.values import Listing
from reader.ui.article_view.messages import Kind, Message
from reader.ui.article_view.page import ArticlePage
from reader.ui.article_view.presenting import Presenting
from reader.ui.article_view.sheet import script_value
from tests.helpers.own_window import OwnWindow

WORDS = ("中国", "乌克兰", "internet", "香港", "vpn", "的", "审查", "network", "政府", "美国")
_HOLDING = 5  # seconds
_REPEAT = 33  # milliseconds between two presses of a key that is held
# What any page that shows articles would do, reported at the same two frames as our own.
_BARE_SWAP = """(html => {
    const box = document.querySelector(".slot.shown .body");
    box.innerHTML = html;
    requestAnimationFrame(() => {
        console.log("bare: begun");
        requestAnimationFrame(() => console.log("bare: made"));
    });
})"""


@dataclass(frozen=True, slots=True)
class Shown:
    """One article, from the key, or from the script, to its frame."""

    framed: float  # until the page's second animation frame
    painted: float  # until Qt painted it
    html: str


class Driver(QObject):
    """One window; notes when things stood on the screen."""

    def __init__(self, window: OwnWindow) -> None:
        super().__init__()
        self._window = window
        self.front = window.front
        self.listed: dict[str, float] = {}  # when a search was listed, by query
        self.list_painted = 0.0  # when the list was last painted
        self._framed = self._bare_framed = self._bare_painted = 0.0
        self._bare = Presenting(self)
        self._bare.presented.connect(self._on_bare_painted)
        self.front.catalog.listed.connect(self._on_listed)
        self.front.post_list.viewport().installEventFilter(self)
        page = window.pane.view.page()
        assert isinstance(page, ArticlePage)
        page.said.connect(self._on_said)
        page.complained.connect(self._on_bare)
        window.pane.view.drawn.connect(self._bare.view_painted)
        window.pause(3000)

    def walk(self, steps: int) -> Iterator[Shown]:
        """Press j, and again once the article has stood for a moment; yield each."""
        for _ in range(steps):
            pressed = self._press()
            self._window.until(self._window.stands)
            painted = self._window.painted[self._window.path]
            article = self._window.assembly.reading.article
            assert article is not None
            yield Shown(
                (self._framed - pressed) * 1e3, (painted - pressed) * 1e3, str(article["html"])
            )
            self._window.pause(350)

    def swap(self, articles: Sequence[str]) -> Iterator[Shown]:
        """Put each of these into the page, as any page that shows articles would; yield each."""
        for html in articles:
            self._bare_painted = 0.0
            source = f"{_BARE_SWAP}({script_value(html)})"
            swapped = time.monotonic()
            self._window.pane.run(source)
            self._window.until(lambda: self._bare_painted > 0)
            framed, painted = self._bare_framed - swapped, self._bare_painted - swapped
            yield Shown(framed * 1e3, painted * 1e3, "")
            self._window.pause(350)

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

    def _on_bare(self, words: str) -> None:
        if words == "bare: begun":
            self._bare.frame_begun()
        elif words == "bare: made":
            self._bare_framed = time.monotonic()
            self._bare.frame_made(Message(Kind.PAINTED, 0))

    def _on_bare_painted(self, _: object) -> None:
        self._bare_painted = time.monotonic()
        self._window.wake()


def main() -> int:
    """Run one scenario."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario", choices=("walk", "swap", "hold", "search"))
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    window = OwnWindow(asked.profile, asked.folder)
    driver = Driver(window)
    match asked.scenario:
        case "walk":
            figures: object = [asdict(shown) for shown in driver.walk(56)][1:]
        case "swap":
            figures = [asdict(shown) for shown in driver.swap(json.load(sys.stdin))]
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
