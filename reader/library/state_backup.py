"""Copies of the reading state, and what happens to a damaged one.

Copies lie in the folder `backups` beside it: one a day, the last five days on which there was
something to copy, and one from before each migration. A damaged state is never deleted.
"""

import os
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from pathlib import Path

import apsw

from reader.library.state_schema import VERSION, migrate

KEPT_DAYS = 5

Tables = frozenset[tuple[str, str, str]]

Damage = (apsw.CorruptError, apsw.NotADBError)


def back_up_daily(state: Path, today: date) -> Path | None:
    """Copy the state unless today's copy is there or nothing is in it; return the new copy.

    It reads through a connection of its own, and takes no lock that a writer would wait for.

    Raises:
        apsw.Error: It cannot be read, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy = _folder(state) / f"state-{today.isoformat()}.db"
    if copy.exists() or not state.exists() or not _rows(state):
        return None
    back_up(state, copy)
    for old in sorted(_folder(state).glob("state-????-??-??.db"), reverse=True)[KEPT_DAYS:]:
        if old != copy:  # the clock may have been set back
            old.unlink(missing_ok=True)
    return copy


def back_up_before(state: Path, version: int, today: date) -> Path:
    """Copy the state before its migration to `version`; return the copy.

    Raises:
        apsw.Error: It cannot be read, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy = _folder(state) / f"state-{today.isoformat()}-before-version-{version}.db"
    if not copy.exists():
        back_up(state, copy)
    return copy


def back_up(state: Path, copy: Path) -> None:
    """Write a checked copy of the state; it appears whole or not at all.

    Raises:
        apsw.Error: It cannot be read, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy.parent.mkdir(parents=True, exist_ok=True)
    partial = copy.with_name(copy.name + ".partial")
    partial.unlink(missing_ok=True)
    connection = apsw.Connection(str(state), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.set_busy_timeout(5000)
        connection.execute("VACUUM INTO ?", (str(partial),))
        if _revision(partial) is None:
            raise apsw.CorruptError("The copy is not whole.")
        _write_through(partial)
        os.replace(partial, copy)
    finally:
        connection.close(force=True)
        partial.unlink(missing_ok=True)


def copies(state: Path) -> list[Path]:
    """Return the copies that are whole and that this version understands, the newest first."""
    revisions = {copy: _revision(copy) for copy in _folder(state).glob("state-*.db")}
    whole = [copy for copy, revision in revisions.items() if revision is not None]
    return sorted(whole, key=lambda copy: (revisions[copy] or 0, copy.name), reverse=True)


def set_aside(state: Path, now: datetime) -> Path:
    """Give a damaged state another name and return it.

    Raises:
        OSError: It cannot be renamed.
    """
    aside = state.with_name(f"{state.name}.damaged-{now:%Y-%m-%d-%H%M%S}")
    number = 1
    while aside.exists():
        number += 1
        aside = state.with_name(f"{state.name}.damaged-{now:%Y-%m-%d-%H%M%S}-{number}")
    os.replace(state, aside)
    for ending in ("-wal", "-journal"):  # they belong to it
        with suppress(FileNotFoundError):
            os.replace(f"{state}{ending}", f"{aside}{ending}")
    Path(f"{state}-shm").unlink(missing_ok=True)
    return aside


def restore(state: Path) -> Path | None:
    """Put the newest whole copy in the place of a state that is gone; return which, if any.

    Raises:
        OSError: It cannot be written.
    """
    for copy in copies(state)[:1]:
        partial = state.with_name(state.name + ".partial")
        partial.write_bytes(copy.read_bytes())
        _write_through(partial)
        for ending in ("-wal", "-shm", "-journal"):
            Path(f"{state}{ending}").unlink(missing_ok=True)
        os.replace(partial, state)
        return copy
    return None


def _folder(state: Path) -> Path:
    return state.with_name("backups")


def _revision(copy: Path) -> int | None:
    """Return the last revision in a copy, None if it is damaged or not to be understood."""
    try:
        connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error:
        return None
    try:
        check_whole(connection)
        if connection.pragma("user_version") > VERSION:
            return None
        return connection.execute("SELECT max(revision) FROM states").get or 0
    except apsw.Error:
        return None
    finally:
        connection.close(force=True)


def check_whole(connection: apsw.Connection) -> None:
    """Check every page and row of a state, and that its tables are ours.

    Raises:
        apsw.CorruptError: Something is wrong with it.
        apsw.Error: It cannot be read.
    """
    try:
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchall()
        last = connection.execute("SELECT max(version) FROM migrations").get
        version = connection.pragma("user_version")
        tables = _tables(connection)
        if version == VERSION:
            connection.execute("SELECT path, url_key, moved_to FROM states").fetchall()
    except (apsw.SQLError, apsw.IOError, UnicodeDecodeError) as error:  # a name, or the end is gone
        raise apsw.CorruptError(str(error)) from error
    if verdict != [("ok",)]:
        raise apsw.CorruptError(str(verdict))
    if last != version or (version == VERSION and tables != _our_tables()):
        raise apsw.CorruptError("The tables are not those of its version.")


@cache
def _our_tables() -> Tables:
    connection = apsw.Connection(":memory:")
    migrate(connection, lambda _: None)
    tables = _tables(connection)
    connection.close()
    return tables


def _tables(connection: apsw.Connection) -> Tables:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return frozenset(tuple(row) for row in rows)


def _rows(state: Path) -> int:
    connection = apsw.Connection(str(state), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(
            connection.execute(
                "SELECT (SELECT count(*) FROM states) + (SELECT count(*) FROM saved_searches)"
            ).get
        )
    finally:
        connection.close(force=True)


def _write_through(file: Path) -> None:
    """Make sure that a file is on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
