"""When to act on hints: once they pause, but never later than a longest wait. Pure.

Times are monotonic seconds, given by the caller.
"""

from dataclasses import dataclass, field

PAUSE = 0.1
LONGEST_WAIT = 1.0
_MOST_PATHS = 2000  # looking at more one by one takes longer than looking through everything


@dataclass(slots=True)
class Hints:
    """The hints that have come in and are not yet seen to."""

    paths: set[str] = field(default_factory=set[str])
    whole: bool = False  # look through everything
    first: float = 0.0
    last: float = 0.0

    def __bool__(self) -> bool:
        return self.whole or bool(self.paths)

    def add(self, path: str | None, now: float) -> None:
        """Take a hint; None says that anything may have changed."""
        if not self:
            self.first = now
        self.last = now
        if path is None or len(self.paths) >= _MOST_PATHS:
            self.whole = True
        else:
            self.paths.add(path)

    def due(self) -> float:
        """Return when to act; only where there are any."""
        return min(self.last + PAUSE, self.first + LONGEST_WAIT)
