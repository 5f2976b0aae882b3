"""How smoothly a long list moves: python -m tests.bench.list_scroll INDEX

Prints what one frame costs the window's thread, as processor time in milliseconds: everything
from one tick of the screen to the next, with answers of the index taken and rows painted. The
list is scrolled by the wheel, dragged from end to end, and walked through with j held; in each
density and, by titles, each way of ordering.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.library.values import Filter, Sort
from reader.ui.catalog_client import CatalogClient
from reader.ui.panes import ListColumn
from reader.ui.post_list.density import Density
from reader.ui.post_list.view import PostList
from reader.ui.theme import LIGHT

_FRAMES = 400
_TICK = 16  # milliseconds
_PATIENCE = 60_000


class Scroller:
    """A list of its own window, moved frame by frame."""

    def __init__(self, index: Path) -> None:
        self.client = CatalogClient()
        self.client.open(index, index.with_name("no-state.db"), Path("/library"))
        self.view = PostList(self.client, LIGHT)
        self.client.listed.connect(self.view.show_listing)
        self._window = ListColumn(self.view, LIGHT)
        self._window.resize(372, 780)
        self._window.show()

    def show_all(self, sort: Sort) -> None:
        """Show all posts in this order."""
        loop = QEventLoop()
        self.client.counted.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, loop, loop.quit)
        self.client.list(Filter(sort=sort))
        loop.exec()
        self.client.counted.disconnect(loop.quit)

    def wheel(self, frame: int) -> None:
        """Turn the wheel by a notch, backwards in every fourth hundred frames."""
        turn = QPoint(0, 120 if frame // 100 % 4 == 3 else -120)
        at = QPointF(100, 300)
        event = QWheelEvent(
            at,
            self.view.viewport().mapToGlobal(at),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def drag(self, frame: int) -> None:
        """Drag the scroll bar from end to end."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum() * frame // _FRAMES)

    def walk(self, frame: int) -> None:
        """Go to the next post."""
        self.view.go_next()

    def costs(self, step: Callable[[int], None]) -> list[float]:
        """Return what each frame cost, in milliseconds."""
        costs: list[float] = []
        loop = QEventLoop()
        tick = QTimer(interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        tick.timeout.connect(loop.quit)
        tick.start()
        for frame in range(_FRAMES):
            begun = time.thread_time_ns()
            step(frame)
            loop.exec()  # the rest of the frame: answers, and paint
            costs.append((time.thread_time_ns() - begun) / 1e6)
        return costs


def main() -> None:
    """Print one line for each way of moving."""
    application = QApplication([])
    scroller = Scroller(Path(sys.argv[1]))
    ways: dict[str, Callable[[int], None]] = {
        "wheel": scroller.wheel,
        "dragged from end to end": scroller.drag,
        "j held": scroller.walk,
    }
    print("| list | moved by | frame p50 | p99 | worst | frames over 16 ms |")
    print("|---|---|---|---|---|---|")
    for sort, density in (*((Sort.DATE, each) for each in Density), (Sort.TITLE, Density.TITLES)):
        scroller.show_all(sort)
        scroller.view.set_density(density)
        application.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for name, step in ways.items():
            scroller.view.go_to(scroller.view.count() // 3)
            costs = scroller.costs(step)
            p50, p99 = statistics.median(costs), statistics.quantiles(costs, n=100)[98]
            late = sum(cost > _TICK for cost in costs)
            print(
                f"| {scroller.view.count():,} by {sort.value}, {density.value} | {name} "
                f"| {p50:.1f} ms | {p99:.1f} ms | {max(costs):.1f} ms | {late} of {_FRAMES} |",
                flush=True,
            )
    scroller.client.close()


if __name__ == "__main__":
    main()
