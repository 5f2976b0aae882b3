"""The index as a database: opening, checking, and beginning anew.

The index is disposable. Whatever is wrong with it, a fault or another version, it is rebuilt
and nobody is asked; a damaged file is kept aside once, for whoever wants to know why.
"""

import errno
import os
import shutil
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from reader.errors import DamagedError, StoreError
from reader.library.paths import to_text
from reader.library.schema import SCHEMA, VERSION

_BUSY_MILLISECONDS = 5000
_CACHE_KIB = 32 * 1024
_WORDS_SETTINGS = (  # measured: half the time of the second pass, for the same searches
    ("hashsize", 64 << 20),  # so that words go to the disk with each commit, and never before
    ("automerge", 16),  # merge rarely: searches over some dozen parts are as fast
    ("crisismerge", 64),
)
_CHECKPOINT_PAGES = 4000  # 16 MB: what the log may hold before it is copied into the database

_SEAL_NS = 700  # past a second, which no clock's ticks fall on; whole to Windows' 100 ns

_NO_CHECKPOINT_ON_CLOSE = 1006  # SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, which apsw's types lack

# What reading a damaged database brings; text that is no text among it.
Damage = (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError)
# What opening one brings besides: its first page says that it may not be written, that its log
# is of another kind, for which its readers would have to go, or that it holds other tables.
_UNUSABLE = (
    *Damage,
    apsw.BusyError,
    apsw.ProtocolError,
    apsw.ReadOnlyError,
    apsw.SQLError,
)
_FORBIDDEN = (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError)


def open_index_for_writing(path: Path, folder: Path) -> apsw.Connection:
    """Return a connection to the index of `folder` at `path`, created or rebuilt as need be.

    Only one process may write; the caller holds `reader.library.lock`.

    Raises:
        StoreError: It can be neither opened nor created: no space, no permission.
    """
    with store_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = _open_sound(path, folder)
        except _UNUSABLE:
            set_aside(path)
            connection = _open_sound(path, folder)
        _closed_mark(path).unlink(missing_ok=True)
    return connection


def open_index_for_reading(path: Path) -> apsw.Connection:
    """Return a read-only connection to the index at `path`.

    Raises:
        StoreError: There is none, or none that this version understands.
    """
    with store_errors(path):
        if not path.exists():
            raise StoreError(f"There is no index at {path} yet.")
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI  # of what is attached to it
        connection = apsw.Connection(str(path), flags=flags)
        connection.set_busy_timeout(_BUSY_MILLISECONDS)
        if connection.pragma("user_version") != VERSION:
            connection.close()
            raise StoreError(f"The index at {path} belongs to another version of Broadsheet.")
    return connection


def is_sound(path: Path) -> bool:
    """Return whether what the disk holds at `path` is a database without damage.

    Whoever has it open sees what it read before.

    Raises:
        apsw.Error: It cannot be read.
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.pragma("integrity_check", 1) == "ok"
    except Damage:
        return False
    finally:
        connection.close(force=True)


def close_index(connection: apsw.Connection, path: Path) -> None:
    """Close the writer's connection and note that the index is whole, so the next start is fast."""
    with suppress(apsw.Error, OSError):
        connection.pragma("optimize")
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    with suppress(apsw.Error, OSError):
        connection.close(force=True)
        _closed_mark(path).write_text(_stamp(path), "ascii")


def abandon(connection: apsw.Connection) -> None:
    """Close the writer's connection to an index that is another's by now, or damaged.

    SQLite would write what the log holds into it, and delete the log by its name.
    """
    with suppress(apsw.Error):
        connection.config(_NO_CHECKPOINT_ON_CLOSE, 1)
        connection.close(force=True)


def reset(connection: apsw.Connection, folder: Path) -> None:
    """Empty the index, in place, so that readers who have it open see it empty.

    Raises:
        apsw.Error: It cannot be written.
    """
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    connection.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 1)
    try:
        connection.execute("VACUUM")
    finally:
        connection.config(apsw.SQLITE_DBCONFIG_RESET_DATABASE, 0)
    connection.pragma("journal_mode", "wal")
    with connection:
        connection.execute(SCHEMA)
        connection.executemany("INSERT INTO words(words, rank) VALUES(?, ?)", _WORDS_SETTINGS)
        facts = {"folder": to_text(str(folder)), "zone": _zone()}
        connection.executemany("INSERT INTO facts VALUES(?, ?)", facts.items())
        connection.pragma("user_version", VERSION)


def is_index_of(connection: apsw.Connection, folder: Path) -> bool:
    """Return whether this is an index of `folder` that we can go on with. Raises apsw.Error."""
    if connection.pragma("user_version") != VERSION:
        return False
    facts = dict(connection.execute("SELECT name, value FROM facts"))
    return facts.get("folder") == to_text(str(folder)) and facts.get("zone") == _zone()


def set_aside(path: Path) -> None:
    """Take a damaged index out of the way, keeping it as `index.db.damaged`.

    Raises:
        OSError: It cannot be moved.
    """
    aside = path.with_name(path.name + ".damaged")
    if aside.is_dir():
        shutil.rmtree(aside)
    elif path.is_dir():
        aside.unlink(missing_ok=True)
    os.replace(path, aside)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def file_state(path: Path) -> tuple[int, ...] | None:
    """Return what differs once the file at `path` was written or replaced; None if it is gone.

    One process writes an index. If this differs from what that process left, somebody else wrote.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def sealed(path: Path) -> tuple[int, ...] | None:
    """Return the `file_state` that we leave at `path`, after giving the file a time of our own.

    The system's clock stands still for some milliseconds, in which two writings look like one.
    """
    with suppress(OSError):
        status = path.stat()
        time_of_ours = status.st_mtime_ns // 10**9 * 10**9 + _SEAL_NS
        if status.st_mtime_ns != time_of_ours:
            os.utime(path, ns=(status.st_atime_ns, time_of_ours))
    return file_state(path)


@contextmanager
def store_errors(path: Path) -> Generator[None]:
    """Turn what the disk does to the database at `path` into a `StoreError` that says so."""
    try:
        yield
    except Damage as error:
        raise DamagedError(f"{path} is damaged.") from error
    except (apsw.Error, OSError) as error:
        raise StoreError(_plain_words(path, error)) from error


def _plain_words(path: Path, error: apsw.Error | OSError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, apsw.FullError) or number in (errno.ENOSPC, errno.EDQUOT):
        return f"No space is left on the disk for {path}."
    if isinstance(error, _FORBIDDEN) or number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{path} cannot be written; check the folder's permissions."
    return f"{path} cannot be used: {error}"


def _open_sound(path: Path, folder: Path) -> apsw.Connection:
    """Return a connection; raise one of `_UNUSABLE` where the index is not as we left it."""
    if path.is_dir():
        raise apsw.NotADBError("A folder is in its place.")
    trusted = _closed_as_found(path)
    connection = _opened(path)
    try:
        # One of another version is emptied as it is: checking it may take longer than its followers
        # wait before they say that another version has the library.
        ours = connection.pragma("user_version") == VERSION
        if ours and not trusted and connection.pragma("integrity_check", 1) != "ok":
            raise apsw.CorruptError("integrity_check")
        # Its first page may forbid writing, which shows when something is written.
        connection.execute("BEGIN; PRAGMA user_version = 0; ROLLBACK")
        if not is_index_of(connection, folder):
            reset(connection, folder)
    except BaseException:
        abandon(connection)
        raise
    return connection


def _opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    try:
        connection.set_busy_timeout(_BUSY_MILLISECONDS)
        connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "normal")
        connection.pragma("cache_size", -_CACHE_KIB)
        connection.pragma("temp_store", "memory")
        connection.pragma("wal_autocheckpoint", _CHECKPOINT_PAGES)
    except apsw.Error:
        abandon(connection)
        raise
    return connection


def _zone() -> str:
    """Return the machine's time zone; dates that name none were taken in it."""
    return f"{time.tzname[0]} {time.tzname[1]} {time.timezone}"


def _closed_mark(path: Path) -> Path:
    return path.with_name("index.closed")


def _closed_as_found(path: Path) -> bool:
    """Return whether the file is what `close_index` left, so that it need not be checked."""
    try:
        return _closed_mark(path).read_text("ascii") == _stamp(path)
    except (OSError, UnicodeDecodeError):
        return not path.exists()


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
