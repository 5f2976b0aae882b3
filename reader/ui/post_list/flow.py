"""Where rows of different heights stand, without knowing the height of every row.

A list of 200,000 posts cannot be measured row by row. So the scroll bar counts rows, each as
UNITS steps, and only the rows in sight are ever measured: a value names a row and how far into
it the viewport begins. A taller row merely passes a little faster under the same wheel.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

UNITS = 512  # a row's share of the scroll bar; no row is higher, so every pixel can be named


@dataclass(frozen=True, slots=True)
class Placed:
    """A row in sight, in pixels from the viewport's top."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """Return the first pixel below the row."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Flow:
    """`count` rows one under the other, `height(row)` pixels high each, at most UNITS."""

    count: int
    height: Callable[[int], int]

    def start(self, value: int) -> tuple[int, int]:
        """Return the row at the viewport's top and how many of its pixels are above it."""
        row = min(max(value, 0) // UNITS, max(self.count - 1, 0))
        if not self.count:
            return 0, 0
        return row, min(value - row * UNITS, UNITS) * self.height(row) // UNITS

    def rows(self, value: int, viewport: int) -> Iterator[Placed]:
        """Yield the rows that are in sight in a viewport so many pixels high."""
        row, hidden = self.start(value)
        top = -hidden
        while row < self.count and top < viewport:
            placed = Placed(row, top, self.height(row))
            yield placed
            row, top = row + 1, placed.bottom

    def maximum(self, viewport: int) -> int:
        """Return the value at which the last row ends at the viewport's bottom."""
        return max(0, self._above(self.count, viewport))

    def placing(self, row: int, top: int, viewport: int) -> int:
        """Return the value that puts the first pixel of `row` at `top`, as nearly as possible."""
        return min(max(0, self._above(row, top)), self.maximum(viewport))

    def top_of(self, row: int, value: int, reach: int = 64) -> int:
        """Return the first pixel of `row`; a guess where it is over `reach` rows away."""
        first, hidden = self.start(value)
        if abs(row - first) > reach:
            return (row - first) * self.height(first) if self.count else 0
        if row >= first:
            return sum(map(self.height, range(first, row))) - hidden
        return -hidden - sum(map(self.height, range(row, first)))

    def _above(self, row: int, pixels: int) -> int:
        """Return the value that leaves `pixels` between the viewport's top and `row`'s."""
        while pixels > 0 and row > 0:
            row -= 1
            pixels -= self.height(row)
        hidden = -pixels  # of `row`, or of those after it
        while row < self.count - 1 and hidden >= self.height(row):
            hidden -= self.height(row)
            row += 1
        if not 0 <= row < self.count or hidden <= 0:
            return row * UNITS
        height = self.height(row)
        return row * UNITS + -(-min(hidden, height) * UNITS // height)
