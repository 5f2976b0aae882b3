"""What the user has read and starred, and how far: written at once, never lost.

One `ReadingState` belongs to one thread; other windows may write the same file meanwhile. Every
change is on the disk when its method returns, and what it returns can be undone. A state is kept
also while there is no file at its path: the file may come back, or turn up elsewhere.
"""

import math
import time
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import apsw

from reader.library import saved_searches, state_rows
from reader.library.paths import to_text
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state_aliases import Aliases
from reader.library.state_backup import Damage, back_up_daily
from reader.library.state_following import follow
from reader.library.state_identities import Identities
from reader.library.state_notices import StateError, StateNews, StateNotice
from reader.library.state_opening import Opened, open_state, rescue
from reader.library.values import PostState, StateChange, merged

_Result = TypeVar("_Result")
_Merge = Callable[[dict[str, PostState]], Mapping[str, PostState]]


class ReadingState:
    """The reading state of one library, in the file that holds every library's."""

    def __init__(self, path: Path, folder: Path, index: Path | None = None) -> None:
        """Open the state; with `index`, what is changed can follow its file from the start.

        Raises:
            StateError: It can be neither opened nor created.
        """
        self._path = path
        self._folder = to_text(str(folder))
        self._identities = Identities(index)
        self._aliases = Aliases()
        self._take(open_state(path))
        self._followed: tuple[int, int] | None = None  # the file of the index that was followed
        self._due: set[str] | None = None  # paths to be followed; None: all there are

    def _take(self, opened: Opened) -> None:
        self._connection, self._file = opened.connection, opened.file
        self.notice = opened.notice  # what the user should know: restored, or not kept
        self.read_only = opened.read_only
        self._seen: int = self._connection.pragma("data_version")

    def state_of(self, path: str) -> PostState:
        """Return the state of the post at `path`.

        Raises:
            StateError: It cannot be read.
        """
        return self.states_of([path])[path]

    def states_of(self, paths: Iterable[str]) -> dict[str, PostState]:
        """Return the state of each of these posts.

        Raises:
            StateError: It cannot be read.
        """
        wanted = dict.fromkeys(paths, PostState())
        return self._safely(lambda: wanted | self._stored(wanted))

    def states(self) -> dict[str, PostState]:
        """Return the state of every post of the library that has one, by path.

        Raises:
            StateError: It cannot be read.
        """
        return self._safely(
            lambda: self._readable(
                lambda: state_rows.read_all(self._connection, self._library()), {}
            )
        )

    @property
    def moved(self) -> dict[str, str]:
        """Return where posts are now, by the paths at which they were known before."""
        return self._aliases.all()

    def change(self, after: Mapping[str, PostState], words: str = "") -> StateChange:
        """Give posts these states, all or none; return the change, without what changes nothing.

        Raises:
            StateError: It cannot be written; nothing has changed.
        """
        return self._safely(lambda: self._change(after, lambda _: after, words))

    def apply(self, change: StateChange) -> StateChange:
        """Do what a change does to the present states; return what that changed.

        Whatever another window has done to the same posts meanwhile stays as it is.

        Raises:
            StateError: It cannot be written; nothing has changed.
        """
        return self._safely(
            lambda: self._change(
                change.after,
                lambda present: {
                    path: merged(present[path], change.before[path], after)
                    for path, after in change.after.items()
                },
                change.words,
            )
        )

    def undo(self, change: StateChange) -> StateChange:
        """Take back what a change changed, and nothing that happened since; return that change.

        Raises:
            StateError: It cannot be written; nothing has changed.
        """
        return self.apply(StateChange(change.after, change.before, change.words))

    def set_position(self, path: str, fraction: float) -> None:
        """Remember how far a post was read: 0 its top, 1 its end.

        Raises:
            StateError: It cannot be written.
        """
        if math.isfinite(fraction):
            position = min(1.0, max(0.0, fraction))
            self._safely(
                lambda: self._change(
                    [path], lambda present: {path: replace(present[path], position=position)}, ""
                )
            )

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the library's saved searches, in their order.

        Raises:
            StateError: They cannot be read.
        """
        return self._safely(self._searches)

    def change_searches(self, change: SearchesChange) -> None:
        """Do what `change` does to the saved searches.

        Raises:
            StateError: They cannot be written; nothing has changed.
        """
        self._safely(lambda: self._write_searches(change))

    def follow(self, index: Path, paths: Collection[str] | None = None) -> dict[str, str]:
        """Let states follow files that were renamed or moved; return the new paths by the old.

        Call it whenever the index has changed, with the `paths` at which it has, if that is
        known. While it is between two states nothing happens; the paths are kept in mind. It
        costs nothing where nothing has changed.

        Raises:
            StateError: It cannot be read or written; nothing has changed.
        """
        self._identities.index = index
        if paths is None:
            self._due = None
        elif self._due is not None:
            self._due.update(paths)
        return self._safely(lambda: self._follow(index))

    def written_elsewhere(self) -> bool:
        """Return whether another window has written since this was last asked.

        Raises:
            StateError: It cannot be read.
        """
        version: int = self._safely(lambda: self._connection.pragma("data_version"))
        seen, self._seen = self._seen, version
        return version != seen

    def back_up_if_due(self) -> Path | None:
        """Copy the state unless today's copy is there; return the new copy. For an idle moment.

        Raises:
            StateError: The copy cannot be written.
        """
        if self.read_only:
            return None
        try:
            return self._safely(lambda: back_up_daily(self._path, date.today()))
        except StateError as error:
            notice = StateNotice(StateNews.NO_BACKUP, self._path, reason=error.notice.reason)
            raise StateError(notice) from error

    def close(self) -> None:
        """Close the state. Nothing can be asked afterwards."""
        self._identities.close()
        with suppress(apsw.Error):
            self._connection.close(force=True)

    def _stored(self, paths: Iterable[str]) -> dict[str, PostState]:
        return self._readable(
            lambda: state_rows.read_some(self._connection, self._library(), paths), {}
        )

    def _readable(self, read: Callable[[], _Result], otherwise: _Result) -> _Result:
        """Return what `read` does, or `otherwise` where a newer version keeps it otherwise."""
        try:
            return read()
        except apsw.SQLError:
            if self.read_only:
                return otherwise
            raise

    def _searches(self) -> tuple[SavedSearch, ...]:
        library = self._library()
        if library is None:
            return ()
        return self._readable(lambda: saved_searches.read(self._connection, library), ())

    def _write_searches(self, change: SearchesChange) -> None:
        with self._writing():
            saved_searches.write(self._connection, self._library() or self._add_library(), change)

    def _change(self, paths: Collection[str], merge: _Merge, words: str) -> StateChange:
        """Write what `merge` makes of the present states of these posts."""
        known = self._identities.of([self._aliases.of(path) for path in paths])
        with self._writing():
            there = {path: self._aliases.of(path) for path in paths}
            stored = self._stored(there.values())
            before = {path: stored.get(now, PostState()) for path, now in there.items()}
            after = merge(before)
            changed = {
                there[path]: (before[path], state)
                for path, state in after.items()
                if state != before[path]
            }
            change = StateChange(
                {path: pair[0] for path, pair in changed.items()},
                {path: pair[1] for path, pair in changed.items()},
                words,
            )
            if changed:
                library = self._library() or self._add_library()
                state_rows.write(self._connection, library, change, known, now())
        if self._due is not None:
            self._due.update(path for path in changed if path not in known.identities)
        return change

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Commit what is written within, or nothing of it."""
        if self.read_only and (self.notice is None or self.notice.news is StateNews.FORBIDDEN):
            self._reopen()  # it may be allowed by now
        if self.read_only:
            raise StateError(self.notice or StateNotice(StateNews.FORBIDDEN, self._path))
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with suppress(apsw.Error):
                    self._connection.execute("ROLLBACK")
            raise

    def _follow(self, index: Path) -> dict[str, str]:
        file = _file(index)
        if file != self._followed:
            self._due = None
        if self.read_only or file is None or (self._due is not None and not self._due):
            return {}
        location = f"{index.absolute().as_uri()}?mode=ro"
        self._connection.execute("ATTACH ? AS library", (location,))
        try:
            with self._writing():
                moved = follow(self._connection, self._folder, now(), self._due)
                aliases = self._aliases.after(self._connection, moved or {})
        finally:
            self._connection.execute("DETACH library")
        if moved is not None:
            self._due, self._followed, self._aliases = set(), file, aliases
        return moved or {}

    def _library(self) -> int | None:
        """Return the number of our library, None until something in it was changed."""
        return self._readable(
            lambda: (
                self._connection.execute(
                    "SELECT id FROM libraries WHERE folder = ?", (self._folder,)
                ).get
            ),
            None,
        )

    def _add_library(self) -> int:
        """Add our library; it has looked for an elder before if it was followed."""
        self._connection.execute(
            "INSERT INTO libraries(folder, settled) VALUES(?, ?)",
            (self._folder, self._followed is not None),
        )
        return self._connection.last_insert_rowid()

    def _safely(self, work: Callable[[], _Result]) -> _Result:
        """Return what `work` does. A state that proves damaged is restored, and it tries again.

        So is one whose file was replaced or deleted: what is written into it nobody would read.
        """
        try:
            if self._file is None or _file(self._path) != self._file:
                rescue(self._path, self._connection)
                self._reopen()
            try:
                return work()
            except Damage:
                self._reopen()
                return work()
        except apsw.FullError as error:
            raise StateError(StateNotice(StateNews.FULL, self._path)) from error
        except (*Damage, apsw.Error, OSError) as error:
            notice = StateNotice(StateNews.UNUSABLE, self._path, reason=str(error))
            raise StateError(notice) from error

    def _reopen(self) -> None:
        with suppress(apsw.Error):
            self._connection.close(force=True)
        notice, self._file = self.notice, None  # until it is open again
        self._take(open_state(self._path))
        self._seen = -1  # whatever is there now is news
        if notice is not None and notice.news not in (StateNews.FORBIDDEN, StateNews.NEWER):
            self.notice = self.notice or notice
        self._followed = None  # what is there now may never have been


def now() -> int:
    """Return the time in ms since 1970."""
    return time.time_ns() // 1_000_000


def _file(path: Path) -> tuple[int, int] | None:
    """Return which file is at `path`."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
