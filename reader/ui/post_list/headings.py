"""Which rows stand under which heading, asked row by row as they come into sight."""

from bisect import bisect_right
from datetime import date

from PySide6.QtCore import QLocale

from reader.library.post_ids import day_of
from reader.ui.post_list.dates import Span, group_of, heading, span_for, today
from reader.ui.post_list.list_rows import BY_DATE
from reader.ui.post_list.model import PostModel


class Headings:
    """The headings of a model's listing. Dates cost nothing until a row is asked for."""

    def __init__(self, posts: PostModel) -> None:
        self._ids = posts.ids
        self._today = today()
        by_date = posts.filter.sort in BY_DATE
        self.span = span_for(posts.ids) if by_date else Span.NONE
        self._groups: dict[int, date] = {}  # by row; a handful a frame
        firsts = [(posts.row_of_id(first), words) for first, words in posts.headings]
        named = sorted((row, words) for row, words in firsts if row is not None)
        self._words = [words for _, words in named]
        self._rows = [row for row, _ in named]  # at which a heading other than a date begins
        if self._rows:
            self._rows[0] = 0

    @property
    def any(self) -> bool:
        """Return whether there are headings at all."""
        return bool(self._rows) or self.span is not Span.NONE

    def outdated(self) -> bool:
        """Return whether midnight has passed since these were made."""
        return self._today != today()

    def starts(self, row: int) -> bool:
        """Return whether a heading stands over this row."""
        if self._rows:
            return self._rows[bisect_right(self._rows, row) - 1] == row
        if self.span is Span.NONE:
            return False
        return row == 0 or self._group(row) != self._group(row - 1)

    def text(self, row: int) -> str:
        """Return the words of the heading that this row stands under."""
        if self._rows:
            return self._words[bisect_right(self._rows, row) - 1]
        return heading(day_of(self._ids[row]), self.span, self._today, QLocale())

    def span_of(self, row: int) -> Span:
        """Return how much time the heading over this row says: a day for today and yesterday."""
        if self.span in (Span.NONE, Span.DAY):
            return self.span
        day = self._group(row)
        return Span.DAY if (self._today - day).days in (0, 1) else self.span

    def _group(self, row: int) -> date:
        group = self._groups.get(row)
        if group is None:
            if len(self._groups) > 4096:
                self._groups.clear()
            group = group_of(day_of(self._ids[row]), self.span, self._today)
            self._groups[row] = group
        return group
