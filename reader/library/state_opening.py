"""Opening the reading state, whatever shape it is in."""

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import apsw

from reader.library.lock import one_at_a_time
from reader.library.paths import which_file
from reader.library.state_backup import (
    Damage,
    back_up_before,
    check_whole,
    copies,
    put_in_place,
    set_aside,
    whole_revision,
    write_through,
)
from reader.library.state_notices import StateError, StateNews, StateNotice
from reader.library.state_schema import VERSION, migrate

_FORBIDDEN = (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError)
# For windows that open it at once: SQLite lets none of two wait that would change its journal, and
# a file just made is as empty as one that was lost.
_WAIT_SECONDS = 5.0
_READ_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI


@dataclass(frozen=True, slots=True)
class Opened:
    """An open reading state."""

    connection: apsw.Connection
    file: tuple[int, int] | None  # which file it is: device and inode
    notice: StateNotice | None = None  # what the user should know
    read_only: bool = False


def open_state(path: Path) -> Opened:
    """Return the reading state at `path`: created, migrated, or restored, as need be.

    Raises:
        StateError: It can be neither opened nor created: no space, no permission.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(path.with_name("state.lock"), _WAIT_SECONDS):
            return _open_or_recover(path)
    except apsw.FullError as error:
        raise StateError(StateNotice(StateNews.FULL, path)) from error
    except (apsw.Error, OSError) as error:
        notice = StateNotice(StateNews.UNOPENED, path, reason=str(error))
        raise StateError(notice) from error


def _open_or_recover(path: Path) -> Opened:
    try:
        return _open(path)
    except Damage:
        notice = recover(path)
        opened = _open(path)
        return Opened(opened.connection, opened.file, notice, opened.read_only)


def recover(path: Path) -> StateNotice:
    """Set a damaged state aside, put what is best in its place, and return what to say.

    That is its newest copy; or the file itself without what was written last, where that is
    newer: what was beside it may have been damaged, or another's.

    Raises:
        OSError: Files cannot be moved or written.
    """
    aside = set_aside(path, datetime.now())
    copy = next(iter(copies(path)), None)
    best = (whole_revision(copy) or 0) if copy is not None else -1
    if Path(f"{aside}-wal").exists() and aside.is_file():
        alone = path.with_name(path.name + ".alone")
        try:
            alone.write_bytes(aside.read_bytes())
            revision = whole_revision(alone)
            if revision is not None and revision > best:
                put_in_place(alone, path)
                return StateNotice(StateNews.SAVED, path, aside)
        finally:
            for ending in ("", "-wal", "-shm"):
                Path(f"{alone}{ending}").unlink(missing_ok=True)
    if copy is None:
        return StateNotice(StateNews.LOST, path, aside)
    put_in_place(copy, path)
    return StateNotice(StateNews.RESTORED, path, aside, copy)


def rescue(path: Path, connection: apsw.Connection) -> None:
    """Write a state that was deleted while it was open back to its place, if that is empty.

    Where it cannot be read any more, nothing is written: there are the copies.

    Raises:
        apsw.Error: It cannot be written; the connection is the last to hold it.
        OSError: Likewise.
    """
    if path.exists():
        return
    partial = path.with_name(path.name + ".rescued")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(partial),))
        with closing(apsw.Connection(str(partial), flags=apsw.SQLITE_OPEN_READONLY)) as copy:
            check_whole(copy)
        write_through(partial)
        if not path.exists():
            set_aside(path, datetime.now())  # what was left beside it belongs to the old file
            os.replace(partial, path)
    except (apsw.Error, OSError):
        if _is_whole(connection):
            raise
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _is_whole(connection: apsw.Connection) -> bool:
    try:
        check_whole(connection)
    except apsw.Error:
        return False
    return True


def _open(path: Path) -> Opened:
    """Return the state at `path`; raise one of `Damage` where it is damaged."""
    notice = _missing(path)
    if any(Path(f"{path}{ending}").is_dir() for ending in ("", "-wal", "-shm", "-journal")):
        raise apsw.CorruptError("A folder is in its place.")
    try:
        opened = _open_for_writing(path)
    except _FORBIDDEN:
        if not path.is_file() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise
        opened = _open_for_reading(path, StateNews.FORBIDDEN)
    if notice is None:
        return opened
    return Opened(opened.connection, opened.file, notice, opened.read_only)


def _open_for_writing(path: Path) -> Opened:
    connection = apsw.Connection(str(path), flags=_READ_WRITE)
    try:
        connection.set_busy_timeout(5000)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # is it damaged, leave it so
        version: int = connection.pragma("user_version")
        if version or connection.execute("SELECT count(*) FROM sqlite_schema").get:
            check_whole(connection)
        if version > VERSION:
            connection.close()
            return _open_for_reading(path, StateNews.NEWER)
        _make_safe(connection, path)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
        migrate(connection, lambda step: back_up_before(path, step, date.today()))
    except BaseException:
        connection.close(force=True)
        raise
    return Opened(connection, which_file(path))


def _missing(path: Path) -> StateNotice | None:
    """Put back a state that is gone or empty though there are copies; return what to say."""
    with suppress(FileNotFoundError):
        if path.stat().st_size or not path.is_file():
            return None
    copy = next(iter(copies(path)), None)
    if copy is None:
        return None
    set_aside(path, datetime.now())
    put_in_place(copy, path)
    return StateNotice(StateNews.MISSING, path, copy=copy)


def _open_for_reading(path: Path, news: StateNews) -> Opened:
    """Return a state that is not to be written, or cannot be."""
    try:
        connection = _reading(path, "mode=ro")
    except apsw.CantOpenError:  # nothing can be written beside it, which readers would have to
        connection = _reading(path, "immutable=1")
    return Opened(connection, which_file(path), StateNotice(news, path), read_only=True)


def _reading(path: Path, how: str) -> apsw.Connection:
    location = f"{path.absolute().as_uri()}?{how}"
    connection = apsw.Connection(location, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        connection.set_busy_timeout(5000)
        connection.pragma("user_version")
    except apsw.Error:
        connection.close(force=True)
        raise
    return connection


def _make_safe(connection: apsw.Connection, path: Path) -> None:
    """Make every commit last, and readers not wait, where the file system can do that."""
    try:
        connection.pragma("journal_mode", "wal")  # stays as it was on a network share
        connection.pragma("synchronous", "full")
        connection.execute("BEGIN IMMEDIATE; ROLLBACK")
        if connection.readonly("main"):
            raise apsw.ReadOnlyError("It was opened for reading only.")
    except apsw.ReadOnlyError as error:
        if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
            raise apsw.CorruptError("Its first page forbids writing.") from error
        raise
