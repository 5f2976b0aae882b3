"""Whom to blame when the process that draws the page dies."""

import time
from collections.abc import Callable

AFTERMATH = 1.0  # seconds after its layout in which a death is held against an article
STRIKES = 2
PAUSES = (0, 100, 400, 1500)  # ms before each new start, while none succeeds
FORGIVEN = 10.0  # seconds without a death after which all is well again


class Crashes:
    """Counts deaths, and the articles that were being laid out at the time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._recent: dict[str, float] = {}  # when each article was laid out last
        self._strikes: dict[str, int] = {}
        self._deaths: list[float] = []
        self._at_work = 0.0  # when an article was last laid out; 0.0: none since the last death

    def laid_out(self, path: str) -> None:
        """Note that the article of `path` is being laid out now."""
        self._at_work = now = self._clock()
        self._recent = {
            other: when for other, when in self._recent.items() if now - when < AFTERMATH
        }
        self._recent[path] = now

    def died(self) -> None:
        """Note a death. One of a page that had long done its work says nothing about the next."""
        now = self._clock()
        if self._at_work and now - self._at_work >= AFTERMATH:
            self._deaths.clear()
        self._at_work = 0.0
        for path, when in self._recent.items():
            if now - when < AFTERMATH:
                self._strikes[path] = self._strikes.get(path, 0) + 1
        self._recent.clear()
        self._deaths = [when for when in self._deaths if now - when < FORGIVEN] + [now]

    def suspects(self, path: str) -> bool:
        """Return whether the article of `path` was there when the page died."""
        return path in self._strikes

    def gave_up(self, path: str) -> bool:
        """Return whether the article of `path` is better shown as plain text."""
        return self._strikes.get(path, 0) >= STRIKES

    @property
    def pause(self) -> int:
        """Return how many ms to wait before starting again."""
        return PAUSES[min(len(self._deaths), len(PAUSES)) - 1] if self._deaths else 0
