"""Which article lies in which box of the page.

The page holds a few boxes of the window's size. One is shown; the others hold articles laid out
ahead, so that the next key press only turns to another box. The page does as it is told; what
lies where is known here.
"""

from collections.abc import Hashable

COUNT = 4  # the one shown, the one before it, the next two


class Slots:
    """The boxes, and how recently each was used."""

    def __init__(self, count: int = COUNT) -> None:
        self._keys: list[Hashable | None] = [None] * count
        self._recent = list(range(count))  # the least recently used first
        self._shown: int | None = None

    @property
    def count(self) -> int:
        """Return how many boxes there are."""
        return len(self._keys)

    @property
    def keys(self) -> tuple[Hashable | None, ...]:
        """Return what lies in each box."""
        return tuple(self._keys)

    def find(self, key: Hashable) -> int | None:
        """Return the box that holds `key`, or None."""
        return self._keys.index(key) if key in self._keys else None

    def take(self, key: Hashable) -> int:
        """Return the box to put `key` into: never the shown one, else the longest unused."""
        slot = next(slot for slot in self._recent if slot != self._shown)
        self._keys[slot] = key
        self._touch(slot)
        return slot

    def show(self, slot: int) -> None:
        """Note that `slot` is the shown one now."""
        self._shown = slot
        self._touch(slot)

    def hide(self) -> None:
        """Note that none is shown."""
        self._shown = None

    def forget(self) -> None:
        """Note that the page is a new one, with empty boxes."""
        self._keys = [None] * self.count
        self._shown = None

    def _touch(self, slot: int) -> None:
        self._recent.remove(slot)
        self._recent.append(slot)
