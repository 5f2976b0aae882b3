"""Opening the reading state, whatever shape it is in."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import apsw

from reader.errors import StoreError
from reader.library.state_backup import (
    Damage,
    back_up_before,
    check_whole,
    copies,
    restore,
    set_aside,
)
from reader.library.state_schema import VERSION, migrate


@dataclass(frozen=True, slots=True)
class Opened:
    """An open reading state."""

    connection: apsw.Connection
    notice: str | None = None  # what the user should know
    read_only: bool = False


def open_state(path: Path) -> Opened:
    """Return the reading state at `path`: created, migrated, or restored, as need be.

    Raises:
        StoreError: It can be neither opened nor created: no space, no permission.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _open(path)
        except Damage:
            notice = recover(path)
            opened = _open(path)
            return Opened(opened.connection, notice, opened.read_only)
    except apsw.FullError as error:
        raise StoreError(f"No space is left on the disk for the reading state {path}.") from error
    except (apsw.Error, OSError) as error:
        raise StoreError(
            f"The reading state {path} cannot be opened: {error}. "
            "Check the permissions of its folder."
        ) from error


def recover(path: Path) -> str:
    """Set a damaged state aside, put its newest copy in its place, and return words about it.

    Raises:
        OSError: Files cannot be moved or written.
    """
    aside = set_aside(path, datetime.now())
    copy = restore(path)
    kept = f"What you have read and starred was damaged. The damaged file was kept as {aside}; "
    if copy is None:
        return kept + "there was no backup, so everything counts as unread."
    return kept + f"the backup {copy} took its place."


def _open(path: Path) -> Opened:
    """Return the state at `path`; raise one of `Damage` where it is damaged."""
    notice = _missing(path)
    connection = apsw.Connection(
        str(path),
        flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI,
    )
    try:
        connection.set_busy_timeout(5000)
        version: int = connection.pragma("user_version")
        if version or connection.execute("SELECT count(*) FROM sqlite_schema").get:
            check_whole(connection)
        if version > VERSION:
            connection.close()
            return _open_newer(path)
        _make_safe(connection, path)
        migrate(connection, lambda step: back_up_before(path, step, date.today()))
    except BaseException:
        connection.close(force=True)
        raise
    return Opened(connection, notice)


def _missing(path: Path) -> str | None:
    """Put back a state that is gone or empty though there are copies; return words about it."""
    with suppress(FileNotFoundError):
        if path.stat().st_size:
            return None
    if not copies(path):
        return None
    copy = restore(path)
    return (
        f"What you have read and starred was missing from {path}; the backup {copy} took its place."
    )


def _open_newer(path: Path) -> Opened:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    connection.set_busy_timeout(5000)
    return Opened(
        connection,
        f"{path} was written by a newer version of Broadsheet. What you read and star now is "
        "not kept; use the newer version to have it kept.",
        read_only=True,
    )


def _make_safe(connection: apsw.Connection, path: Path) -> None:
    """Make every commit last, and readers not wait, where the file system can do that."""
    try:
        connection.pragma("journal_mode", "wal")  # stays as it was on a network share
        connection.pragma("synchronous", "full")
        connection.execute("BEGIN IMMEDIATE; ROLLBACK")
    except apsw.ReadOnlyError as error:
        if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
            raise apsw.CorruptError("Its first page forbids writing.") from error
        raise
