"""A day in the window: `python -m tests.bench.day [FOLDER] [--articles N]`, on any display.

Opens the library, has it indexed, searches, filters, reads, resizes and changes the theme, by the
keys and signals that the user's hand would cause, and prints how long the window's thread stood
still meanwhile and how much memory 500 articles leave behind. FOLDER is a folder of posts;
without it the real sample that `BROADSHEET_CORPUS` names is used.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer

from reader import trace
from reader.library.values import Facet, Filter, Shelf
from tests.bench.driven_window import WORDS
from tests.bench.memory import held
from tests.bench.window import sample
from tests.helpers.own_window import OwnWindow

_FRAME = 16.0  # milliseconds
_TICK = 2.0  # milliseconds: how often the stall monitor looks
_WARM = 20  # articles
_EVERY = 100


class Day:
    """The hours of one day, each a few seconds."""

    def __init__(self, window: OwnWindow, articles: int) -> None:
        self._window, self._articles = window, articles
        self._front, self._assembly = window.front, window.assembly
        self.held: dict[int, list[int]] = {}  # by articles read: the window's bytes, the page's

    def live(self) -> None:
        """Live it."""
        hours = (self.index, self.search, self.filter, self.read, self.resize, self.dress)
        for hour in hours:
            with _hour(hour.__name__):
                hour()

    def index(self) -> None:
        """Wait until every text is indexed."""
        self._window.until(lambda: self._front.settled, patience=600)
        self._window.pause(1000)

    def search(self) -> None:
        """Type words, letter by letter."""
        field = self._front.toolbar.search
        for word in WORDS:
            field.setFocus()
            for end in range(1, len(word) + 1):
                field.setText(word[:end])
                field.textEdited.emit(word[:end])
                self._window.pause(120)
            self._window.pause(300)
        self._assembly.narrowing.set(Filter())
        self._window.pause(300)

    def filter(self) -> None:
        """Choose shelves and facets."""
        counts = self._front.counts
        assert counts is not None
        for shelf in (Shelf.UNREAD, Shelf.STARRED, Shelf.ALL):
            self._assembly.narrowing.choose_shelf(shelf)
            self._window.pause(400)
        for facet in Facet:
            for value in list(counts.facets.get(facet, ()))[:3]:
                self._assembly.narrowing.choose_facet(facet, value.value, False)
                self._window.pause(400)
        self._assembly.narrowing.set(Filter())
        self._window.pause(400)

    def read(self) -> None:
        """Read many articles, one after the other."""
        self._assembly.moving.first()
        self._window.pause(1000)
        for number in range(self._articles + 1):
            if number == _WARM or (number and number % _EVERY == 0):
                self._window.pause(1000)
                self.held[number] = [held(), held(self._window.pane.renderer_process())]
            self._window.painted.clear()
            self._window.press(Qt.Key.Key_J)
            self._window.until(self._window.stands)
            self._window.pause(60)

    def resize(self) -> None:
        """Draw the window's corner about."""
        for step in range(40):
            self._front.window.resize(1000 + 10 * step, 700 + 5 * step)
            self._window.pause(30)

    def dress(self) -> None:
        """Go through the themes, twice."""
        change = self._assembly.actions["theme"]
        for _ in range(8):
            change.trigger()
            self._window.pause(300)


@contextmanager
def _hour(name: str) -> Generator[None]:
    """Note in the trace how long an hour lasted."""
    started = trace.now()
    yield
    trace.span(f"hour-{name}", started)


def told(file: Path) -> None:
    """Print what the trace in `file` says of the window's thread."""
    events: list[dict[str, Any]] = json.loads(file.read_text().rstrip(",\n") + "]")
    found = [each for each in events if each["name"] == "ui-stall"]
    stalls = [(each["ts"], each["dur"] / 1000, each["args"]["cpu"]) for each in found]
    hours = [each for each in events if each["name"].startswith("hour-")]
    lasted = sum(hour["dur"] for hour in hours) / 1000
    print("the longest stalls of the window's thread, by the clock / at work itself, in ms:")
    clocked: list[float] = []
    worked: list[float] = []
    for hour in hours:
        begin, end = hour["ts"], hour["ts"] + hour["dur"]
        here = [(length, work) for at, length, work in stalls if begin <= at < end]
        clocked += [length for length, _ in here]
        worked += [work for _, work in here if work > _FRAME]
        name = hour["name"].removeprefix("hour-")
        print(f"{name:>8}: {len(here)} stalls; {_worst(clock for clock, _ in here)}", end="")
        print(f" / {_worst(work for _, work in here)}")
    for words, lengths in (("by the clock", clocked), ("at work", worked)):
        print(f"p99.9 of all moments, {words}: {late_moment(lengths, lasted):.0f} ms")


def _worst(lengths: Iterable[float]) -> str:
    return ", ".join(f"{length:.0f}" for length in sorted(lengths, reverse=True)[:5])


def late_moment(stalls: list[float], lasted: float) -> float:
    """Return the 99.9th percentile of how late a tick of 2 ms came, in so many milliseconds.

    A stall is one late tick; all others, which nobody notes, were in time.
    """
    ticks = (lasted - sum(stalls)) / _TICK + len(stalls)
    worst = sorted(stalls, reverse=True)
    allowed = int(ticks / 1000)
    return worst[allowed] if allowed < len(worst) else _FRAME


def main() -> int:
    """Live one day, and tell of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--profile", type=Path, help=argparse.SUPPRESS)  # in the window's process
    asked = parser.parse_args()
    if asked.profile is not None:
        trace.start("window")
        window = OwnWindow(asked.profile, asked.folder)
        day = Day(window, asked.articles)
        day.live()
        print(json.dumps(day.held))
        QTimer.singleShot(0, window.close)
        return window.application.exec()
    with tempfile.TemporaryDirectory() as scratch, sample(asked.folder) as folder:
        file = Path(scratch) / "trace.json"
        command = [sys.executable, "-m", "tests.bench.day", "--profile", f"{scratch}/profile"]
        command += ["--articles", str(asked.articles), str(folder)]
        environment = os.environ | {"BROADSHEET_TRACE": str(file)}
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
        told(file)
        print("MiB held by the window and by the page, after so many articles:")
        for read, (window_held, page_held) in json.loads(done.stdout.splitlines()[-1]).items():
            print(f"{read:>8}: {window_held / 2**20:.0f}, {page_held / 2**20:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
