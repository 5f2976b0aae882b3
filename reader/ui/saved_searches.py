"""Searches kept under a name: saved, chosen, renamed, moved and removed."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library.saved_searches import SavedSearch, moved
from reader.library.values import Filter, Shelf
from reader.ui.actions import Handlers
from reader.ui.bookmark import BookmarkButton
from reader.ui.catalog_client import CatalogClient, Tally
from reader.ui.chips import period_words
from reader.ui.narrowing import Narrowing
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.sidebar.words import excluded_words, one_line, shelf_name
from reader.ui.state_client import StateClient

_IDLE = 700  # milliseconds without a new count, then the saved searches are counted
_LONGEST = 60  # characters of a name that is proposed


class SavedSearches(QObject):
    """Between the sidebar's section, the present filter and the state that keeps them."""

    said = Signal(str)
    sidebar_wanted = Signal()  # a name is to be typed there

    def __init__(
        self,
        rows: SavedRows,
        button: BookmarkButton,
        *,
        state: StateClient,
        narrowing: Narrowing,
        catalog: CatalogClient,
    ) -> None:
        super().__init__(rows)
        self.rows, self._button, self._state = rows, button, state
        self._narrowing, self._catalog = narrowing, catalog
        self._counts: dict[Filter, int] = {}
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._count)
        rows.chosen.connect(self._choose)
        rows.renamed.connect(self._rename)
        rows.removed.connect(self._remove)
        rows.moved.connect(self._move)
        rows.replaced.connect(self._replace)
        button.clicked.connect(self.save)
        state.searches_changed.connect(self._on_changed)
        narrowing.changed.connect(self._show_present)
        catalog.counted.connect(self._on_counted)
        catalog.tallied.connect(self._on_tallied)
        self._show_present()

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "save-search": self.save,
            "rename-search": self._at_current(self.rows.rename),
            "remove-search": self._at_current(self._remove),
            "raise-search": self._at_current(partial(self.rows.move_search, by=-1)),
            "lower-search": self._at_current(partial(self.rows.move_search, by=1)),
        }

    def save(self) -> None:
        """Keep the present filter under a name; where it is kept already, ask for another name."""
        self._narrowing.settle()
        present = self._narrowing.filter
        if not worth_keeping(present):
            self.said.emit(self.tr("Search or filter first; then it can be saved"))
            return
        self._state.when_known(lambda: self._keep(present))

    def forget_counts(self) -> None:
        """Know nothing any more: another library."""
        self._counts = {}
        self.rows.show_counts(self._counts)

    @property
    def _searches(self) -> list[SavedSearch]:
        """Return the searches that have a name: the others are pins."""
        return [one for one in self._state.searches if one.pin is None]

    def _keep(self, present: Filter) -> None:
        self.sidebar_wanted.emit()
        kept = self._kept(present)
        if kept is None:
            kept = SavedSearch(secrets.token_hex(8), proposed_name(present), present)
            self._set((*self._state.searches, kept), self.tr("Search saved"))
        self.rows.rename(kept.key, visiting=True)

    def _kept(self, present: Filter) -> SavedSearch | None:
        return next((one for one in self._searches if one.filter == present), None)

    def _set(self, searches: tuple[SavedSearch, ...], words: str) -> None:
        self._state.set_searches(searches, words)

    def _changed(self, key: str, **changes: object) -> tuple[SavedSearch, ...]:
        return tuple(
            replace(one, **changes) if one.key == key else one for one in self._state.searches
        )

    def _at_current(self, do: Callable[[str], object]) -> Callable[[], None]:
        """Return what does `do` to the search that the keyboard is at."""

        def run() -> None:
            search = self.rows.current()
            if search is not None:
                do(search.key)

        return run

    def _choose(self, search: SavedSearch) -> None:
        self._narrowing.set(search.filter)

    def _rename(self, key: str, name: str) -> None:
        self._set(self._changed(key, name=name), self.tr("Search renamed"))

    def _replace(self, key: str) -> None:
        searches = self._changed(key, filter=self._narrowing.filter)
        self._set(searches, self.tr("Search saved"))

    def _remove(self, key: str) -> None:
        kept = tuple(one for one in self._state.searches if one.key != key)
        self._set(kept, self.tr("Search removed; Ctrl+Z brings it back"))

    def _move(self, key: str, by: int) -> None:
        self._set(moved(self._state.searches, key, by), self.tr("Search moved"))

    def _on_changed(self, words: str) -> None:
        self.rows.show_searches(self._searches)
        self._show_present()
        self._idle.start()
        if words:
            self.said.emit(words)

    def _show_present(self) -> None:
        present = self._narrowing.filter
        self.rows.show_filter(present)
        self._button.show_kept(worth_keeping(present), self._kept(present) is not None)

    def _on_counted(self) -> None:
        self._idle.start()

    def _count(self) -> None:
        wanted = [one.filter for one in self._searches]
        self._counts = {each: count for each, count in self._counts.items() if each in wanted}
        if self.rows.isVisible():
            self._catalog.tally(wanted)

    def _on_tallied(self, tally: Tally) -> None:
        self._counts[tally.filter] = tally.count
        self.rows.show_counts(self._counts)


def worth_keeping(present: Filter) -> bool:
    """Return whether a filter leaves anything out."""
    return replace(present, sort=Filter().sort) != Filter()


def proposed_name(present: Filter) -> str:
    """Return the words of a filter, as short as they can be."""
    values = [value for _, chosen in present.facets for value in chosen]
    excluded = [value for _, values in present.excluded for value in values]
    parts = [present.query, *values, *map(excluded_words, excluded)]
    if present.since or present.until:
        parts.append(period_words(present.since, present.until))
    if present.shelf is not Shelf.ALL:
        parts.append(shelf_name(present.shelf))
    name = " · ".join(filter(None, map(one_line, parts)))
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
