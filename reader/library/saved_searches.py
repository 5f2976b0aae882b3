"""Searches that a user saved under a name: they belong to a library, as reading state does.

A value of a facet that is pinned is one without a name: it is kept, moved, taken back and copied
along in the same way.

Two windows may save at the same time. So what is written is what one of them changed, never the
whole list as it happens to know it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.state_revisions import next_revision
from reader.library.values import Facet, Filter

if TYPE_CHECKING:
    import apsw

_ALL = "SELECT key, name, filter FROM saved_searches WHERE library_id = ? ORDER BY place, key"
_WRITE = """
    INSERT INTO saved_searches(library_id, key, name, filter, place) VALUES(?, ?, ?, ?, ?)
    ON CONFLICT(library_id, key) DO UPDATE SET
        name = excluded.name, filter = excluded.filter, place = excluded.place
"""
_REMOVE = "DELETE FROM saved_searches WHERE library_id = ? AND key = ?"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A filter under a name."""

    key: str  # which one it is, whatever it is called
    name: str
    filter: Filter

    @property
    def pin(self) -> tuple[Facet, str] | None:
        """Return the value that is pinned; None where this is a search with a name."""
        match self.filter.facets:
            case ((facet, (value,)),) if not self.name:
                return facet, value
            case _:
                return None


def pinned(facet: Facet, value: str) -> SavedSearch:
    """Return the pin of a value; those of all its spellings, in any window, are the same one."""
    return SavedSearch(f"{facet}:{facet.key(value)}", "", Filter().only(facet, value))


def moved(searches: Sequence[SavedSearch], key: str, by: int) -> tuple[SavedSearch, ...]:
    """Return `searches` with one so many places further down among those of its own kind.

    Those with a name come first then, and pins behind them. Nothing moves beyond an end.
    """
    named = [search for search in searches if search.pin is None]
    pins = [search for search in searches if search.pin is not None]
    for kind in (named, pins):
        at = next((at for at, search in enumerate(kind) if search.key == key), None)
        if at is not None and 0 <= at + by < len(kind):
            kind.insert(at + by, kind.pop(at))
    return (*named, *pins)


@dataclass(frozen=True, slots=True)
class SearchesChange:
    """One step of the user's over the saved searches, in their order."""

    before: tuple[SavedSearch, ...]
    after: tuple[SavedSearch, ...]
    words: str = ""  # for the undo line

    def undone(self, words: str) -> "SearchesChange":
        """Return the step that takes this one back."""
        return SearchesChange(self.after, self.before, words)

    def applied_to(self, present: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
        """Return `present` with what this step changed; what it does not know of stays, behind."""
        gone = {search.key for search in self.before} - {search.key for search in self.after}
        kept = {search.key: search for search in present if search.key not in gone}
        kept |= {search.key: search for search in self.after if search not in self.before}
        order = {search.key: at for at, search in enumerate(self.after)}
        return tuple(sorted(kept.values(), key=lambda search: order.get(search.key, len(order))))


def read(connection: "apsw.Connection", library: int) -> tuple[SavedSearch, ...]:
    """Return the saved searches of a library in their order; those not understood are left out.

    Raises:
        apsw.Error: They cannot be read.
    """
    rows = connection.execute(_ALL, (library,)).fetchall()
    searches = [(key, name, _filter(kept)) for key, name, kept in rows]
    return tuple(SavedSearch(key, name, kept) for key, name, kept in searches if kept is not None)


def write(connection: "apsw.Connection", library: int, change: SearchesChange) -> None:
    """Do what `change` does to the saved searches of a library. Inside a transaction.

    Raises:
        apsw.Error: They cannot be written.
    """
    next_revision(connection)  # a copy of the state that has it is newer than one without
    present = read(connection, library)
    wanted = change.applied_to(present)
    gone = {search.key for search in present} - {search.key for search in wanted}
    connection.executemany(_REMOVE, [(library, key) for key in sorted(gone)])
    connection.executemany(
        _WRITE,
        [
            (library, search.key, search.name, json.dumps(search.filter.as_json()), place)
            for place, search in enumerate(wanted)
        ],
    )


def _filter(kept: str) -> Filter | None:
    try:
        return Filter.from_json(json.loads(kept))
    except (ValueError, RecursionError):
        return None
