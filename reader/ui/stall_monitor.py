"""Notes in the trace each time the window's thread stood still for over a frame (`ui-stall`).

A precise timer ticks every 2 ms; where a tick comes late, everything between was one block.
So a length is right to 2 ms, whatever the platform's event loop, nested loops included. (The
dispatcher's `aboutToBlock` and `awake` would be exact, but with GLib's loop they enclose the
work together with the waiting.) `cpu` says how much of it the thread itself was at work: where that
is little, others had the processor, or the interpreter. Nothing of this exists while nobody traces.
"""

import time

from PySide6.QtCore import QObject, Qt, QTimer

from reader import trace

_TICK = 2  # milliseconds
_FRAME = 16


class StallMonitor(QObject):
    """Lives in the window's thread; made only where `trace.enabled()`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last, self._worked = trace.now(), time.thread_time()
        timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        now, worked = trace.now(), time.thread_time()
        due = self._last + _TICK * 1_000_000
        if now - due > _FRAME * 1_000_000:
            cpu = (worked - self._worked) * 1e3
            trace.span("ui-stall", due, ms=round((now - due) / 1e6, 1), cpu=round(cpu, 1))
        self._last, self._worked = now, worked
