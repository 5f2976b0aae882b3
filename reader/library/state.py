"""What the user has read and starred, and how far: written at once, never lost.

One `ReadingState` belongs to one thread. Every change is on the disk when its method returns,
and what it returns can be undone. A state is kept for every path ever read, also while there
is no file at it: the file may come back.
"""

import json
import math
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import apsw

from reader.errors import StoreError
from reader.library import saved_searches
from reader.library.paths import to_text
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state_backup import Damage, back_up_daily
from reader.library.state_following import follow
from reader.library.state_identities import UNKNOWN, Identities, Identity
from reader.library.state_opening import open_state
from reader.library.values import PostState, StateChange

if TYPE_CHECKING:
    from reader.library.catalog import Catalog

_Result = TypeVar("_Result")

_ALL = "SELECT path, read, starred, position FROM states WHERE library_id = :library"
_SOME = """
    SELECT states.path, read, starred, position FROM json_each(:paths)
    CROSS JOIN states ON library_id = :library AND states.path = value
"""
_WRITE = """
    INSERT INTO states(
        library_id, path, read, starred, position, read_at, starred_at, position_at,
        content_hash, url_key, revision
    ) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(library_id, path) DO UPDATE SET
        read = excluded.read, starred = excluded.starred, position = excluded.position,
        read_at = coalesce(excluded.read_at, read_at),
        starred_at = coalesce(excluded.starred_at, starred_at),
        position_at = coalesce(excluded.position_at, position_at),
        content_hash = coalesce(excluded.content_hash, content_hash),
        url_key = coalesce(excluded.url_key, url_key),
        moved_to = NULL, revision = excluded.revision
"""


class _Made(dict[tuple[int, int, float], PostState]):
    """States made before: of ten thousand posts nearly all have one of a few."""

    def __missing__(self, row: tuple[int, int, float]) -> PostState:
        read, starred, position = row
        self[row] = made = PostState(bool(read), bool(starred), position)
        return made


class ReadingState:
    """The reading state of one library, in the file that holds every library's."""

    def __init__(self, path: Path, folder: Path, index: Path | None = None) -> None:
        """Open the state; with `index`, what is changed can follow its file from the start.

        Raises:
            StoreError: It can be neither opened nor created.
        """
        self._path = path
        self._folder = to_text(str(folder))
        self._identities = Identities(index)
        opened = open_state(path)
        self._connection = opened.connection
        self.notice = opened.notice  # what the user should know: restored, or not kept
        self.read_only = opened.read_only

    def state_of(self, path: str) -> PostState:
        """Return the state of the post at `path`.

        Raises:
            StoreError: It cannot be read.
        """
        return self.states_of([path])[path]

    def states_of(self, paths: Iterable[str]) -> dict[str, PostState]:
        """Return the state of each of these posts.

        Raises:
            StoreError: It cannot be read.
        """
        wanted = dict.fromkeys(paths, PostState())
        return self._safely(lambda: wanted | self._stored(wanted))

    def states(self) -> dict[str, PostState]:
        """Return the state of every post of the library that has one, by path.

        Raises:
            StoreError: It cannot be read.
        """
        return self._safely(lambda: self._read(_ALL, {"library": self._library()}))

    def change(self, after: Mapping[str, PostState], words: str = "") -> StateChange:
        """Give posts these states, all or none; return the change, without what changes nothing.

        Raises:
            StoreError: It cannot be written; nothing has changed.
        """
        return self._safely(lambda: self._change(after, words))

    def undo(self, change: StateChange) -> StateChange:
        """Take back what a change changed, and nothing that happened since; return that change.

        Raises:
            StoreError: It cannot be written; nothing has changed.
        """
        present = self.states_of(change.before)
        back = {
            path: _taken_back(present[path], before, change.after[path])
            for path, before in change.before.items()
        }
        return self.change(back, change.words)

    def set_position(self, path: str, fraction: float) -> None:
        """Remember how far a post was read: 0 its top, 1 its end.

        Raises:
            StoreError: It cannot be written.
        """
        if math.isfinite(fraction):
            position = min(1.0, max(0.0, fraction))
            self.change({path: replace(self.state_of(path), position=position)})

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the library's saved searches, in their order.

        Raises:
            StoreError: They cannot be read.
        """
        return self._safely(self._searches)

    def change_searches(self, change: SearchesChange) -> None:
        """Do what `change` does to the saved searches.

        Raises:
            StoreError: They cannot be written; nothing has changed.
        """
        self._safely(lambda: self._write_searches(change))

    def follow(self, catalog: "Catalog") -> dict[str, str]:
        """Let states follow files that were renamed or moved; return the new paths by the old.

        Call it when the index has settled. It costs nothing where nothing is gone.

        Raises:
            StoreError: It cannot be read or written; nothing has changed.
        """
        self._identities.index = catalog.index
        return self._safely(lambda: self._follow(catalog.index))

    def back_up_if_due(self) -> Path | None:
        """Copy the state unless today's copy is there; return the new copy. For an idle moment.

        Raises:
            StoreError: The copy cannot be written.
        """
        try:
            return None if self.read_only else back_up_daily(self._path, date.today())
        except (apsw.Error, OSError) as error:
            raise StoreError(f"No backup of {self._path} could be made: {error}") from error

    def close(self) -> None:
        """Close the state. Nothing can be asked afterwards."""
        self._identities.close()
        self._connection.close(force=True)

    def _stored(self, paths: Iterable[str]) -> dict[str, PostState]:
        return self._read(_SOME, {"paths": json.dumps(list(paths)), "library": self._library()})

    def _read(self, sql: str, values: Mapping[str, str | int | None]) -> dict[str, PostState]:
        made = _Made()
        try:
            rows = self._connection.execute(sql, values)
            return {path: made[read, starred, position] for path, read, starred, position in rows}
        except apsw.SQLError:
            if self.read_only:  # a newer version may keep it otherwise
                return {}
            raise

    def _searches(self) -> tuple[SavedSearch, ...]:
        library = self._library()
        try:
            return saved_searches.read(self._connection, library) if library is not None else ()
        except apsw.SQLError:
            if self.read_only:  # a newer version may keep them otherwise
                return ()
            raise

    def _write_searches(self, change: SearchesChange) -> None:
        with self._writing():
            library = self._library() or self._add_library()
            saved_searches.write(self._connection, library, change)

    def _change(self, after: Mapping[str, PostState], words: str) -> StateChange:
        before = dict.fromkeys(after, PostState()) | self._stored(after)
        changed = {path: state for path, state in after.items() if state != before[path]}
        change = StateChange({path: before[path] for path in changed}, changed, words)
        if changed:
            identities = self._identities.of(changed)
            with self._writing():
                self._write(change, identities)
        return change

    def _write(self, change: StateChange, identities: Mapping[str, Identity]) -> None:
        now = time.time_ns() // 1_000_000
        revision = (self._connection.execute("SELECT max(revision) FROM states").get or 0) + 1
        library = self._library() or self._add_library()
        self._connection.executemany(
            _WRITE,
            (
                (
                    library,
                    path,
                    state.read,
                    state.starred,
                    state.position,
                    now if state.read != before.read else None,
                    now if state.starred != before.starred else None,
                    now if state.position != before.position else None,
                    *identities.get(path, UNKNOWN),
                    revision,
                )
                for (path, state), before in zip(
                    change.after.items(), change.before.values(), strict=True
                )
            ),
        )

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Commit what is written within, or nothing of it."""
        if self.read_only:
            raise StoreError(self.notice or f"{self._path} cannot be written.")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _follow(self, index: Path) -> dict[str, str]:
        library = self._library()
        if library is None or self.read_only:
            return {}
        location = f"{index.absolute().as_uri()}?mode=ro"
        self._connection.execute("ATTACH ? AS library", (location,))
        try:
            return follow(self._connection, library)
        finally:
            self._connection.execute("DETACH library")

    def _library(self) -> int | None:
        """Return the number of our library, None until something in it was changed."""
        try:
            return self._connection.execute(
                "SELECT id FROM libraries WHERE folder = ?", (self._folder,)
            ).get
        except apsw.SQLError:  # a newer version may keep its libraries otherwise
            return None

    def _add_library(self) -> int:
        self._connection.execute("INSERT INTO libraries(folder) VALUES(?)", (self._folder,))
        return self._connection.last_insert_rowid()

    def _safely(self, work: Callable[[], _Result]) -> _Result:
        """Return what `work` does. A state that proves damaged is restored, and it tries again."""
        try:
            try:
                return work()
            except Damage:
                self._reopen()
                return work()
        except apsw.FullError as error:
            raise StoreError(
                f"No space is left on the disk for {self._path}: the last change is not kept."
            ) from error
        except (apsw.Error, OSError) as error:
            raise StoreError(f"{self._path} cannot be used: {error}") from error

    def _reopen(self) -> None:
        self._connection.close(force=True)
        opened = open_state(self._path)
        self._connection = opened.connection
        self.notice, self.read_only = opened.notice or self.notice, opened.read_only


def _taken_back(present: PostState, before: PostState, after: PostState) -> PostState:
    return PostState(
        before.read if before.read != after.read else present.read,
        before.starred if before.starred != after.starred else present.starred,
        before.position if before.position != after.position else present.position,
    )
