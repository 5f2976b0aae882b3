"""What the user has read and starred, and how far: written at once, never lost.

One `ReadingState` belongs to one thread; other windows may write the same file meanwhile. Every
change is on the disk when its method returns, and what it returns can be undone. A state is kept
also while there is no file at its path: the file may come back, or turn up elsewhere.
"""

import math
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from reader.library import saved_searches, state_rows
from reader.library.paths import to_text, which_file
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state_aliases import Aliases
from reader.library.state_backup import back_up_daily
from reader.library.state_file import StateFile
from reader.library.state_following import follow
from reader.library.state_identities import Identities
from reader.library.state_notices import StateError, StateNews, StateNotice
from reader.library.values import PostState, StateChange, merged

_Followed = tuple[tuple[int, int] | None, int]  # which index; how often our own file was opened
_Merge = Callable[[dict[str, PostState]], Mapping[str, PostState]]


class ReadingState:
    """The reading state of one library, in the file that holds every library's."""

    def __init__(self, path: Path, folder: Path, index: Path | None = None) -> None:
        """Open the state; with `index`, what is changed can follow its file from the start.

        Raises:
            StateError: It can be neither opened nor created.
        """
        self._file = StateFile(path)
        self._folder = to_text(str(folder))
        self._identities = Identities(index)
        self._aliases = Aliases()
        self._seen = self._file.safely(self._file.version)
        self._followed: _Followed | None = None
        self._due: set[str] | None = None  # paths to be followed; None: all there are

    @property
    def notice(self) -> StateNotice | None:
        """Return what the user should know: that it was restored, or that nothing is kept."""
        return self._file.notice

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be kept at present."""
        return self._file.read_only

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
        return self._file.safely(lambda: wanted | self._stored(wanted))

    def states(self) -> dict[str, PostState]:
        """Return the state of every post of the library that has one, by path.

        Raises:
            StateError: It cannot be read.
        """
        return self._file.safely(
            lambda: self._file.readable(
                lambda: state_rows.read_all(self._file.connection, self._library()), {}
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
        return self._file.safely(lambda: self._change(after, lambda _: after, words))

    def apply(self, change: StateChange) -> StateChange:
        """Do what a change does to the present states; return what that changed.

        Whatever another window has done to the same posts meanwhile stays as it is.

        Raises:
            StateError: It cannot be written; nothing has changed.
        """
        return self._file.safely(
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
            self._file.safely(
                lambda: self._change(
                    [path], lambda present: {path: replace(present[path], position=position)}, ""
                )
            )

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the library's saved searches, in their order.

        Raises:
            StateError: They cannot be read.
        """
        return self._file.safely(self._searches)

    def change_searches(self, change: SearchesChange) -> None:
        """Do what `change` does to the saved searches.

        Raises:
            StateError: They cannot be written; nothing has changed.
        """
        self._file.safely(lambda: self._write_searches(change))

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
        return self._file.safely(lambda: self._follow(index))

    def written_elsewhere(self) -> bool:
        """Return whether another window has written since this was last asked.

        Raises:
            StateError: It cannot be read.
        """
        version = self._file.safely(self._file.version)
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
            return self._file.safely(lambda: back_up_daily(self._file.path, date.today()))
        except StateError as error:
            notice = StateNotice(StateNews.NO_BACKUP, self._file.path, reason=error.notice.reason)
            raise StateError(notice) from error

    def close(self) -> None:
        """Close the state. Nothing can be asked afterwards."""
        self._identities.close()
        self._file.close()

    def _stored(self, paths: Iterable[str]) -> dict[str, PostState]:
        return self._file.readable(
            lambda: state_rows.read_some(self._file.connection, self._library(), paths), {}
        )

    def _searches(self) -> tuple[SavedSearch, ...]:
        library = self._library()
        if library is None:
            return ()
        return self._file.readable(lambda: saved_searches.read(self._file.connection, library), ())

    def _write_searches(self, change: SearchesChange) -> None:
        with self._file.writing():
            saved_searches.write(
                self._file.connection, self._library() or self._add_library(), change
            )

    def _change(self, paths: Collection[str], merge: _Merge, words: str) -> StateChange:
        """Write what `merge` makes of the present states of these posts."""
        known = self._identities.of([self._aliases.of(path) for path in paths])
        with self._file.writing():
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
                state_rows.write(self._file.connection, library, change, known, now())
        if self._due is not None:
            self._due.update(path for path in changed if path not in known.identities)
        return change

    def _follow(self, index: Path) -> dict[str, str]:
        file = which_file(index)
        followed = (file, self._file.opened)
        if followed != self._followed:
            self._due = None
        if self.read_only or file is None or (self._due is not None and not self._due):
            return {}
        location = f"{index.absolute().as_uri()}?mode=ro"
        self._file.connection.execute("ATTACH ? AS library", (location,))
        try:
            with self._file.writing():
                moved = follow(self._file.connection, self._folder, now(), self._due)
                aliases = self._aliases.after(self._file.connection, moved or {})
        finally:
            self._file.connection.execute("DETACH library")
        if moved is not None:
            self._due, self._followed, self._aliases = set(), followed, aliases
        return moved or {}

    def _library(self) -> int | None:
        """Return the number of our library, None until something in it was changed."""
        return self._file.readable(
            lambda: (
                self._file.connection.execute(
                    "SELECT id FROM libraries WHERE folder = ?", (self._folder,)
                ).get
            ),
            None,
        )

    def _add_library(self) -> int:
        """Add our library; it has looked for an elder before if it was followed."""
        self._file.connection.execute(
            "INSERT INTO libraries(folder, settled) VALUES(?, ?)",
            (self._folder, self._followed is not None and self._followed[1] == self._file.opened),
        )
        return self._file.connection.last_insert_rowid()


def now() -> int:
    """Return the time in ms since 1970."""
    return time.time_ns() // 1_000_000
