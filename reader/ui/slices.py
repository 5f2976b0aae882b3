"""Long work in the window's thread, done a little at a time so that nothing waits for it."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Slices(QObject):
    """Does pieces one by one, and events between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def run(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Do these; what was begun before is ended first, at once."""
        self.finish()
        self._pieces.extend(pieces)
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left now."""
        while self._pieces:
            self._next()

    def _next(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if not self._pieces:
            self._timer.stop()
