"""Copies of the reading state, and what is put in the place of a damaged one.

Copies lie in the folder `backups` beside it: one a day, the last five days on which there was
something to copy, and one from before each migration. Which copy is newer is told by what is in
it and never by the clock, which may be wrong. A damaged state is never deleted.
"""

import os
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from pathlib import Path

import apsw

from reader.library.state_revisions import last_revision
from reader.library.state_schema import VERSION, migrate

KEPT_DAYS = 5
_MANY = 2000  # changes that are worth a copy on the same day: the clock may stand still

_SHORT_READ = 522  # SQLITE_IOERR_SHORT_READ

Tables = frozenset[tuple[str, str, str]]

Damage = (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError)  # text that is none


def back_up_daily(state: Path, today: date) -> Path | None:
    """Copy the state unless today's copy is there or nothing is in it; return the new copy.

    It reads through a connection of its own, and takes no lock that a writer would wait for.
    Older copies go only when there are enough that are whole.

    Raises:
        apsw.Error: It cannot be read, it is damaged, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy = _folder(state) / f"state-{today.isoformat()}.db"
    if not state.exists() or not _is_due(state, copy):
        return None
    back_up(state, copy)
    daily = [found for found in copies(state) if found in _daily(state)]
    if len(daily) > KEPT_DAYS:
        kept = {copy, *[found for found in daily if found != copy][: KEPT_DAYS - 1]}
        for old in _daily(state):
            if old not in kept:
                old.unlink(missing_ok=True)
    return copy


def back_up_before(state: Path, version: int, today: date) -> Path:
    """Copy the state before its migration to `version`; return the copy.

    Raises:
        apsw.Error: It cannot be read, it is damaged, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy = _folder(state) / f"state-{today.isoformat()}-before-version-{version}.db"
    if not copy.exists():
        back_up(state, copy)
    return copy


def back_up(state: Path, copy: Path) -> None:
    """Write a checked copy of the state, if that is whole; it appears whole or not at all.

    Raises:
        apsw.Error: It cannot be read, it is damaged, or the copy cannot be written.
        OSError: The copy cannot be written.
    """
    copy.parent.mkdir(parents=True, exist_ok=True)
    partial = copy.with_name(copy.name + ".partial")
    partial.unlink(missing_ok=True)
    connection = apsw.Connection(str(state), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.set_busy_timeout(5000)
        check_whole(connection)
        connection.execute("VACUUM INTO ?", (str(partial),))
        if whole_revision(partial) is None:
            raise apsw.CorruptError("The copy is not whole.")
        write_through(partial)
        os.replace(partial, copy)
    finally:
        connection.close(force=True)
        partial.unlink(missing_ok=True)


def copies(state: Path) -> list[Path]:
    """Return the copies that are whole and that this version understands, the newest first."""
    revisions = {copy: whole_revision(copy) for copy in _folder(state).glob("state-*.db")}
    whole = [copy for copy, revision in revisions.items() if revision is not None]
    return sorted(whole, key=lambda copy: (revisions[copy] or 0, copy.name), reverse=True)


def set_aside(state: Path, now: datetime) -> Path:
    """Give a damaged state, or what is in its place, another name and return that.

    Raises:
        OSError: It cannot be renamed.
    """
    aside = state.with_name(f"{state.name}.damaged-{now:%Y-%m-%d-%H%M%S}")
    number = 1
    while any(Path(f"{aside}{ending}").exists() for ending in ("", "-wal", "-shm", "-journal")):
        number += 1
        aside = state.with_name(f"{state.name}.damaged-{now:%Y-%m-%d-%H%M%S}-{number}")
    for ending in ("", "-wal", "-shm", "-journal"):  # they belong to it
        with suppress(FileNotFoundError):
            os.replace(f"{state}{ending}", f"{aside}{ending}")
    if Path(f"{aside}-shm").is_file():  # it holds nothing
        Path(f"{aside}-shm").unlink()
    return aside


def put_in_place(copy: Path, state: Path) -> None:
    """Write a copy to the place of a state that is gone.

    Raises:
        OSError: It cannot be written.
    """
    partial = state.with_name(state.name + ".partial")
    try:
        partial.write_bytes(copy.read_bytes())
        write_through(partial)
        os.replace(partial, state)
    finally:
        partial.unlink(missing_ok=True)


def whole_revision(copy: Path) -> int | None:
    """Return the last revision in a copy, None if it is damaged or not to be understood."""
    try:
        connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error:
        return None
    try:
        check_whole(connection)
        if connection.pragma("user_version") > VERSION:
            return None
        return last_revision(connection)
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
            connection.execute("SELECT path, url_key FROM states").fetchall()
            connection.execute("SELECT key, name, filter FROM saved_searches").fetchall()
            connection.execute("SELECT folder FROM libraries").fetchall()
            if connection.execute("SELECT count(*) FROM last_revision").get != 1:
                raise apsw.CorruptError("The last revision is missing.")
    except (apsw.SQLError, UnicodeDecodeError) as error:  # a name, or a letter of one
        raise apsw.CorruptError(str(error)) from error
    except apsw.IOError as error:
        if error.extendedresult == _SHORT_READ:  # the end is gone
            raise apsw.CorruptError(str(error)) from error
        raise
    if verdict != [("ok",)]:
        raise apsw.CorruptError(str(verdict))
    if last != version or (version == VERSION and tables != _our_tables()):
        raise apsw.CorruptError("The tables are not those of its version.")


def write_through(file: Path) -> None:
    """Make sure that a file is on the disk. Raises OSError."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


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


def _folder(state: Path) -> Path:
    return state.with_name("backups")


def _daily(state: Path) -> list[Path]:
    return list(_folder(state).glob("state-????-??-??.db"))


def _is_due(state: Path, copy: Path) -> bool:
    """Return whether something is in the state, and today's copy is not there or not the last."""
    revision = _quick_revision(state)
    if revision is None or not copy.exists():
        return revision is not None
    others = [_copied(other) for other in _daily(state) if other != copy]
    made = _copied(copy)
    return made < max(others, default=0) or revision > made + _MANY


def _copied(copy: Path) -> int:
    """Return the last revision in a copy as it seems, without looking whether it is whole."""
    try:
        return _quick_revision(copy) or 0
    except apsw.Error:
        return -1


def _quick_revision(file: Path) -> int | None:
    """Return the last revision in a file, None where there is nothing."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.set_busy_timeout(5000)
        rows: int = connection.execute(
            "SELECT (SELECT count(*) FROM states) + (SELECT count(*) FROM saved_searches)"
        ).get
        return last_revision(connection) if rows else None
    finally:
        connection.close(force=True)
