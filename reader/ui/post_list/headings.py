"""Which rows begin a new day, asked row by row as they come into sight."""

from array import array
from datetime import date

from PySide6.QtCore import QLocale

from reader.library.post_ids import day_of
from reader.library.values import Listing, Sort
from reader.ui.post_list.dates import Span, group_of, heading, span_for, today


class Headings:
    """The headings of one listing. Costs nothing until a row is asked for."""

    def __init__(self, ids: "array[int]", sort: Sort) -> None:
        self._ids = ids
        self._today = today()
        self.span = span_for(ids) if sort is Sort.DATE else Span.NONE
        self._groups: dict[int, date] = {}  # by row; a handful a frame

    @classmethod
    def of(cls, listing: Listing) -> "Headings":
        """Return the headings of a listing."""
        return cls(listing.ids, listing.filter.sort)

    @property
    def any(self) -> bool:
        """Return whether there are headings at all."""
        return self.span is not Span.NONE

    def outdated(self) -> bool:
        """Return whether midnight has passed since these were made."""
        return self._today != today()

    def starts(self, row: int) -> bool:
        """Return whether a heading stands over this row."""
        if self.span is Span.NONE:
            return False
        return row == 0 or self._group(row) != self._group(row - 1)

    def text(self, row: int) -> str:
        """Return the words of the heading that this row stands under."""
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
