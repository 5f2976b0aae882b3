"""Which posts are listed: the one filter that sidebar, chips, timeline and search change."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from reader.library.values import Facet, Filter, Shelf, Sort

_PAUSE = 60  # milliseconds, the least between two searches while typing


class Narrowing(QObject):
    """Holds the present filter and says when it is another."""

    changed = Signal(object)  # Filter

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._typed = ""
        self._since_search = QElapsedTimer()
        self._search = QTimer(self, singleShot=True)
        self._search.timeout.connect(self._search_now)

    @property
    def filter(self) -> Filter:
        """Return the present filter."""
        return self._filter

    def set(self, chosen: Filter) -> None:
        """Make `chosen` the filter."""
        self._search.stop()
        self._typed = chosen.query
        if chosen != self._filter:
            self._filter = chosen
            self.changed.emit(chosen)

    def start_with(self, chosen: Filter) -> None:
        """Make `chosen` the filter of another library; always says so."""
        self._filter = replace(chosen, query=f"{chosen.query}\n")  # equal to nothing
        self.set(chosen)

    def choose_shelf(self, shelf: Shelf) -> None:
        """Look at `shelf` alone: the way back from every filter."""
        self.set(Filter(shelf=shelf, query=self._filter.query, sort=self._filter.sort))

    def choose_facet(self, facet: Facet, value: str, add: bool) -> None:
        """Take `value` alone, or `add` it; the one that is chosen already is taken out again."""
        present = self._filter
        if add:
            self.set(present.toggled(facet, value))
        elif present.facets == ((facet, (value,)),) and not present.excluded:
            self.set(replace(present, facets=()))
        else:
            self.set(present.only(facet, value))

    def add_facets(self, facet: Facet, values: Iterable[str]) -> None:
        """Add those of `values` that are not chosen yet."""
        self.set(self._filter.adding(facet, values))

    def exclude_facet(self, facet: Facet, value: str) -> None:
        """Leave out the posts of `value`; the one that is left out already comes back."""
        self.set(self._filter.excluding(facet, value))

    def choose_dates(self, since: date | None, until: date | None) -> None:
        """Take posts of these days only, both included."""
        self.set(replace(self._filter, since=since, until=until))

    def choose_sort(self, sort: Sort) -> None:
        """List in this order."""
        self.set(replace(self._filter, sort=sort))

    def type_query(self, text: str) -> None:
        """Search for `text`: at once, or where one has just been made, a moment later."""
        self._typed = text
        elapsed = self._since_search.elapsed() if self._since_search.isValid() else _PAUSE
        if elapsed >= _PAUSE:
            self._search_now()
        elif not self._search.isActive():
            self._search.start(_PAUSE - elapsed)

    def settle(self) -> None:
        """Search for what was typed last, if that is still to come."""
        if self._search.isActive():
            self._search.stop()
            self._search_now()

    def _search_now(self) -> None:
        self._since_search.start()
        self.set(replace(self._filter, query=self._typed.strip()))
