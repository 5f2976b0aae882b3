"""Folder to index: the first look, and every look after it.

One process writes an index, see `reader.library.lock`; all parsing happens in the pool's.
"""

import os
import time
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

import apsw

from reader.errors import DamagedError, FolderError
from reader.library import events
from reader.library.database import (
    Damage,
    abandon,
    close_index,
    file_state,
    is_sound,
    open_index_for_writing,
    reset,
    sealed,
    set_aside,
    store_errors,
)
from reader.library.index_writer import IndexWriter
from reader.library.outcome import Outcome
from reader.library.passes import Item, Passes
from reader.library.pool import Pool
from reader.library.scan import Scan, Scanner, pass_by
from reader.library.scan_plan import plan
from reader.library.worker import read_files

Work = Callable[[str, tuple[Item, ...]], list[Outcome]]
Entering = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Library:
    """A folder and its index."""

    folder: Path  # absolute, resolved
    index: Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program: what it works with, whom it tells, when it ends."""

    tell: events.Tell
    stopping: Event = field(default_factory=Event)
    since: float = field(default_factory=time.monotonic)  # when the program started
    work: Work = read_files  # what the workers do


class Indexer:
    """Brings an index up to date, as often as it is asked. A context manager."""

    def __init__(self, library: Library, run: Run, entering: Entering = pass_by) -> None:
        """Open the index; `entering` is told of each folder before it is listed, see `Scanner`.

        Raises:
            FolderError: There is no such folder.
            StoreError: The index can be neither opened nor created.
        """
        self._library = library
        self._run = run
        work = partial(run.work, str(library.folder))
        self._pool = Pool[Item, Outcome](work, stopping=run.stopping.is_set)
        try:
            self._scanner = Scanner(library.folder, entering)
        except OSError as error:
            raise folder_error(library.folder, error) from error
        self._place: tuple[int, ...] | None = None  # which file the index is that we have open
        self._left: tuple[int, ...] | None = None  # the state of the index's file
        self._vouched_for: set[int] = set()  # files in which others met damage, and we none
        self.scan_seconds = 0.0  # that looking through everything took the last time
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._pool.close()
        if self._is_in_place() and not isinstance(value, DamagedError):
            close_index(self._connection, self._library.index)
        else:
            abandon(self._connection)

    def rebuild(self) -> None:
        """Empty the index. Raises StoreError."""
        with store_errors(self._library.index):
            reset(self._connection, self._library.folder)
            self._writer = IndexWriter(self._connection)

    def folder_is_there(self) -> bool:
        """Return whether the folder can be listed, and is the one it was."""
        try:
            self._scanner.check()
        except OSError:
            return False
        return True

    def is_as_left(self) -> bool:
        """Return whether nobody else deleted, replaced or wrote the index."""
        return self._left == file_state(self._library.index) is not None

    def doubt(self, file: int) -> None:
        """Begin anew where a reader met damage in the file of this number, telling as `first`.

        A new file that is doubted again, though no damage shows, stays: begun anew without end,
        it would be of no use either.

        Raises as `first` does.
        """
        with self._writing():
            if self._place is None or file != self._place[1] or file in self._vouched_for:
                return
            if is_sound(self._library.index):
                self._vouched_for.add(file)
                if len(self._vouched_for) > 1:
                    return
            self._begin_anew()
        self.first()

    def first(self) -> None:
        """Run both passes over the whole folder, telling of heads, bodies and done.

        Raises:
            FolderError: The folder cannot be listed.
            StoreError: The index cannot be written.
            Stopped: It was asked for; what was committed stays.
        """
        with self._writing():
            try:
                done = self._first()
            except Damage:
                self._begin_anew()
                done = self._first()
        self._run.tell(done)

    def look(self, paths: Collection[str] | None) -> None:
        """Bring these paths up to date, or with None everything, telling of changes.

        An index that another hand deleted or wrote is opened, and so checked, again: what we
        hold of it in memory would hide the damage that readers meet.

        Raises as `first` does.
        """
        with self._writing():
            if self.is_as_left():
                try:
                    self._look(paths)
                    return
                except Damage:
                    self._begin_anew()
            else:
                self._abandon()
                self._open()
        self.first()

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Put errors into words, and remember how we leave the index."""
        try:
            with store_errors(self._library.index):
                yield
        finally:
            self._left = sealed(self._library.index)

    def _first(self) -> events.Event:
        """Return what to tell of once others may write: it is remembered how we left the index."""
        passes = Passes(self._writer, self._pool, self._run.tell)
        scan = self._scanned(None)
        seconds = passes.first(plan(self._writer.stored(), scan), self._run.since)
        self._pool.rest()
        if passes.vanished:
            self._look_once(passes.vanished)
        self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        return events.done(self._writer.totals(), *seconds, self._index_bytes())

    def _look(self, paths: Collection[str] | None) -> None:
        vanished = self._look_once(paths)
        if vanished:
            self._look_once(vanished)

    def _look_once(self, paths: Collection[str] | None) -> list[str]:
        """Return the files that vanished before they could be read."""
        scan = self._scanned(paths)
        stored = self._writer.stored() if paths is None else self._writer.stored_at(paths)
        to_do = plan(stored, scan)
        passes = Passes(self._writer, self._pool, self._run.tell)
        if to_do:
            passes.later(to_do)
            self._pool.rest()
        return passes.vanished

    def _scanned(self, paths: Collection[str] | None) -> Scan:
        began = time.monotonic()
        try:
            if paths is not None:
                return self._scanner.paths(paths)
            scan = self._scanner.whole()
        except OSError as error:
            raise folder_error(self._library.folder, error) from error
        self.scan_seconds = time.monotonic() - began
        return scan

    def _open(self) -> None:
        self._connection = open_index_for_writing(self._library.index, self._library.folder)
        with store_errors(self._library.index):
            try:
                self._writer = IndexWriter(self._connection)
            except Damage:
                self._begin_anew()
        self._place = self._now_in_place()

    def _is_in_place(self) -> bool:
        """Return whether the file that we have open is still the one that others find."""
        return self._place == self._now_in_place() is not None

    def _now_in_place(self) -> tuple[int, ...] | None:
        state = file_state(self._library.index)
        return state and state[:2]

    def _begin_anew(self) -> None:
        """Replace a damaged index by an empty one."""
        self._abandon()
        set_aside(self._library.index)
        self._connection = open_index_for_writing(self._library.index, self._library.folder)
        self._writer = IndexWriter(self._connection)
        self._place = self._now_in_place()

    def _abandon(self) -> None:
        """Close the index; whatever is in its place is not for us to call whole."""
        abandon(self._connection)
        self._place = None

    def _index_bytes(self) -> int:
        index = self._library.index
        files = (index, index.with_name(f"{index.name}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())


def existing_folder(named: Path) -> Path:
    """Return the folder `named`, absolute and without links. Raises FolderError."""
    try:
        folder = named.resolve(strict=True)
        os.scandir(folder).close()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, Python 3.12
        raise folder_error(named, error) from error
    return folder


def folder_error(folder: Path, error: Exception) -> FolderError:
    """Return what to tell the user about a folder that cannot be listed."""
    if isinstance(error, FileNotFoundError):
        return FolderError(f"There is no folder {folder}.")
    if isinstance(error, NotADirectoryError):
        return FolderError(f"{folder} is not a folder.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return FolderError(f"The folder {folder} cannot be read: {reason}.")
