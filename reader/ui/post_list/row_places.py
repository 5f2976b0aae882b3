"""Where the rows of a listing stand, and under which headings."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from reader.ui.post_list.delegate import PostDelegate
from reader.ui.post_list.flow import UNITS, Flow, Placed
from reader.ui.post_list.headings import Headings
from reader.ui.post_list.model import PostModel

MEASURED = 2_000  # heights remembered


class RowPlaces:
    """Measures the rows of a model as they come into sight. Values are the scroll bar's."""

    def __init__(self, posts: PostModel, painter: PostDelegate) -> None:
        self._posts, self._painter = posts, painter
        self._heights: dict[int, int] = {}  # by row; of the few asked for since any changed
        self._asked: tuple[int, int] | None = None  # for which the rows in sight are known:
        self._sight: tuple[Placed, ...] = ()
        self.renew()

    def renew(self) -> None:
        """Take up the model's new listing."""
        self.measure_anew()
        self.headings = Headings(self._posts)
        self.flow = Flow(len(self._posts.ids), self.height)

    def measure_anew(self) -> None:
        """Forget what was measured: a row, or the width of all, is another."""
        self._heights.clear()
        self._asked = None

    def any_measured(self, rows: range) -> bool:
        """Return whether something stands where it does because of one of these rows."""
        return any(row in self._heights for row in rows)

    def height(self, row: int) -> int:
        """Return the height of a row with the heading over it."""
        height = self._heights.get(row)
        if height is None:
            if len(self._heights) > MEASURED:
                self._heights.clear()
            height = self._painter.height(self._posts.known(row), self.headings.span_of(row))
            height = self._heights[row] = min(UNITS, height + self.over(row))
        return height

    @property
    def usual(self) -> int:
        """Return the height of a row of which nothing is known, without a heading."""
        return self._painter.height(None, self.headings.span)

    @property
    def band(self) -> int:
        """Return the height of a heading, 0 where there are none."""
        return self._painter.measures.heading if self.headings.any else 0

    def over(self, row: int) -> int:
        """Return the height of the heading over a row, 0 where there is none."""
        return self.band if self.headings.starts(row) else 0

    def in_sight(self, value: int, viewport: int) -> Sequence[Placed]:
        """Return the rows of which a pixel shows in a viewport so high."""
        if self._asked != (value, viewport):
            self._asked, self._sight = (value, viewport), tuple(self.flow.rows(value, viewport))
        return self._sight

    def rect(self, placed: Placed, width: int) -> QRect:
        """Return a row's own rectangle, below its heading."""
        over = self.over(placed.row)
        return QRect(0, placed.top + over, width, placed.height - over)
