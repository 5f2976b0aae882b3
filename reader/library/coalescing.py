"""When to act on hints: once they pause, but never later than a longest wait. Pure.

A path is settled when its file was closed, or moved there: it is looked at soon. What was only
made, or is gone, may be written in a moment or be back in one, as editors save: it has longer.

Times are monotonic seconds, given by the caller.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

PAUSE = 0.05
GRACE = 0.3
LONGEST_WAIT = 1.0
_MOST_PATHS = 2000  # looking at more one by one takes longer than looking through everything


class _Hint(NamedTuple):
    ripe: float  # when its path is looked at though it is not settled
    settled: bool


@dataclass(slots=True)
class Hints:
    """The hints that have come in and are not yet seen to."""

    whole: bool = False  # look through everything
    _paths: dict[str, _Hint] = field(default_factory=dict[str, _Hint])
    _first: float = 0.0
    _last: float = 0.0  # that was settled

    def __bool__(self) -> bool:
        return self.whole or bool(self._paths)

    def add(self, paths: Iterable[str], now: float, settled: bool = True) -> None:
        """Take hints at `paths`, which are looked at together where they are settled."""
        if not self:
            self._first = self._last = now
        if settled or self.whole:
            self._last = now
        if self.whole:
            return
        for path in paths:
            known = self._paths.get(path)
            if known is None:
                self._paths[path] = _Hint(now + GRACE, settled)
            elif settled:
                self._paths[path] = _Hint(known.ripe, True)
        if len(self._paths) > _MOST_PATHS:
            self.doubt(now)

    def doubt(self, now: float) -> None:
        """Take it that anything may have changed."""
        if not self:
            self._first = now
        self._last = now
        self.whole = True
        self._paths.clear()

    def due(self) -> float:
        """Return when to act; only where there are any."""
        soon = min(self._last + PAUSE, self._first + LONGEST_WAIT)
        if self.whole or any(hint.settled for hint in self._paths.values()):
            return soon
        return min(hint.ripe for hint in self._paths.values())

    def take(self, now: float) -> Collection[str] | None:
        """Return the paths that are to be looked at now and forget them; None for everything."""
        if self.whole:
            self.whole = False
            return None
        return self.take_paths(now)

    def take_paths(self, now: float) -> Collection[str]:
        """Return the same; none while it is early, or everything is to be looked through."""
        if self.whole or self.due() > now:
            return ()
        taken = {path for path, hint in self._paths.items() if hint.settled or hint.ripe <= now}
        for path in taken:
            del self._paths[path]
        self._first = now
        return taken
