"""The states of a library that is opened at another place than before.

A library is known by its folder. One that moved, or is mounted elsewhere, is still the same:
where the old folder does not hold the posts any more, everything kept for it is kept for the new
one. A second copy, whose original is still there, begins with the states of the original, and
from then on each goes its own way, as two files of the same content do; so does a folder that
lies within another library, or around it. A library looks for such an elder once, when it is
first indexed whole.

Which library is the elder one: half at least of the posts with a state in it are in the new one,
by content or by URL; of several, the one in which most are, and then the one used last.
"""

import threading
from dataclasses import dataclass
from pathlib import Path, PurePath

import apsw

from reader.library.paths import file_of, to_name
from reader.library.state_revisions import next_revision

_PATIENCE = 2.0  # s that a dead mount may take to say whether it holds a file
_SAMPLE = 20  # posts looked for in the old folder

_TOUCHED = "(read OR starred OR position > 0) AND content_hash IS NOT NULL"
_OTHERS = "SELECT id, folder FROM main.libraries WHERE folder != ? ORDER BY id"
_SHARE = f"""
    SELECT count(*), sum(
        EXISTS(SELECT 1 FROM library.posts WHERE content_hash = states.content_hash)
        OR (url_shared_at IS NULL AND (url_key GLOB '*/*' OR url_key GLOB '*[?]*')
            AND EXISTS(SELECT 1 FROM library.posts WHERE url_key = states.url_key))
    ), max(revision)
    FROM main.states WHERE library_id = ? AND gone_at IS NULL AND {_TOUCHED}
"""  # noqa: S608 - our own SQL
_LATEST = f"""
    SELECT path FROM main.states
    WHERE library_id = ? AND gone_at IS NULL AND {_TOUCHED} ORDER BY revision DESC LIMIT {_SAMPLE}
"""  # noqa: S608
_COPY = """
    INSERT OR IGNORE INTO main.states(library_id, path, read, starred, position,
        read_at, starred_at, position_at, content_hash, url_key, url_shared_at, twin_at, revision)
    SELECT :library, :before || substr(path, :from), read, starred, position,
        read_at, starred_at, position_at, content_hash, url_key, url_shared_at,
        iif(twin_at IS NULL, NULL, 0), :revision
    FROM main.states WHERE library_id = :elder AND path NOT GLOB '/*'
        AND substr(path, 1, :from - 1) = :inside
"""
_COPY_SEARCHES = """
    INSERT OR IGNORE INTO main.saved_searches
    SELECT :library, key, name, filter, place FROM main.saved_searches WHERE library_id = :elder
"""
# What was done at the new place before its index was whole counts more.
_MERGE = """
    INSERT INTO main.states(library_id, path, read, starred, position, read_at, starred_at,
        position_at, content_hash, url_key, url_shared_at, gone_at, twin_at, revision)
    SELECT :elder, path, read, starred, position, read_at, starred_at,
        position_at, content_hash, url_key, url_shared_at, gone_at, twin_at, revision
    FROM main.states WHERE library_id = :library
    ON CONFLICT(library_id, path) DO UPDATE SET
        read = iif(excluded.read_at IS NULL, read, excluded.read),
        starred = iif(excluded.starred_at IS NULL, starred, excluded.starred),
        position = iif(excluded.position_at IS NULL, position, excluded.position),
        read_at = coalesce(excluded.read_at, read_at),
        starred_at = coalesce(excluded.starred_at, starred_at),
        position_at = coalesce(excluded.position_at, position_at)
"""
_MOVE = """
    UPDATE OR IGNORE main.saved_searches SET library_id = :elder WHERE library_id = :library;
    DELETE FROM main.saved_searches WHERE library_id = :library;
    DELETE FROM main.states WHERE library_id = :library;
    DELETE FROM main.libraries WHERE id = :library;
    UPDATE main.libraries SET folder = :folder, settled = 1 WHERE id = :elder;
    UPDATE main.states SET revision = :revision WHERE library_id = :elder;
"""


@dataclass(frozen=True, slots=True)
class _Elder:
    """A library whose states a new one may take over."""

    id: int
    folder: str
    found: int  # of its posts with a state, in the new one
    revision: int


def adopt(connection: apsw.Connection, folder: str, *, may_look: bool) -> tuple[int | None, bool]:
    """Return the library in `folder`, None where it has no states, and whether it is new.

    A new one takes over what was kept for it elsewhere, if it `may_look` for that. Inside a
    transaction; the index of the new one is attached as `library`, whole.

    Raises:
        apsw.Error: It cannot be read or written.
    """
    row = connection.execute(
        "SELECT id, settled FROM main.libraries WHERE folder = ?", (folder,)
    ).fetchone()
    library, settled = row or (None, 0)
    if settled or not may_look:
        return library, False
    elders = _elders(connection, folder)
    if not elders and library is None:
        return None, False
    if library is None:
        connection.execute("INSERT INTO main.libraries(folder) VALUES(?)", (folder,))
        library = connection.last_insert_rowid()
    connection.execute("UPDATE main.libraries SET settled = 1 WHERE id = ?", (library,))
    if (
        len(elders) == 1
        and not _nested(elders[0].folder, folder)
        and _is_left(connection, elders[0])
    ):
        _move(connection, elders[0].id, library, folder)
        return elders[0].id, True
    for elder in elders:
        _copy(connection, elder, library, folder)
    return library, True


def _elders(connection: apsw.Connection, folder: str) -> list[_Elder]:
    """Return the libraries around or within `folder`, and the one of which it is a copy."""
    nested: list[_Elder] = []
    copies: list[_Elder] = []
    for library, other in connection.execute(_OTHERS, (folder,)).fetchall():
        ((count, found, revision),) = connection.execute(_SHARE, (library,)).fetchall()
        if not found:
            continue
        elder = _Elder(library, other, found, revision)
        if _nested(other, folder):
            nested.append(elder)
        elif found * 2 >= count:
            copies.append(elder)
    copies.sort(key=lambda elder: (elder.found, elder.revision), reverse=True)
    nested.sort(key=lambda elder: elder.revision, reverse=True)
    return nested or copies[:1]


def _copy(connection: apsw.Connection, elder: _Elder, library: int, folder: str) -> None:
    values: dict[str, str | int] = {
        "library": library,
        "elder": elder.id,
        "revision": next_revision(connection),
    }
    within, around = _way(elder.folder, folder), _way(folder, elder.folder)
    inside = within or ""
    values |= {"inside": inside, "from": len(inside) + 1, "before": around or ""}
    connection.execute(_COPY, values)
    if not _nested(elder.folder, folder):
        connection.execute(_COPY_SEARCHES, values)


def _move(connection: apsw.Connection, elder: int, library: int, folder: str) -> None:
    values: dict[str, str | int] = {"elder": elder, "library": library, "folder": folder}
    connection.execute(_MERGE, values)
    connection.execute(_MOVE, values | {"revision": next_revision(connection)})


def _way(outer: str, inner: str) -> str | None:
    """Return the path from one folder down to another, with a slash behind; None if none leads."""
    try:
        way = PurePath(inner).relative_to(PurePath(outer)).as_posix()
    except ValueError:
        return None
    return None if way == "." else way + "/"


def _nested(one: str, other: str) -> bool:
    return _way(one, other) is not None or _way(other, one) is not None


def _is_left(connection: apsw.Connection, elder: _Elder) -> bool:
    """Return whether the elder's folder holds its posts no more: it moved, or is not mounted."""
    folder = Path(to_name(elder.folder))
    paths = [path for (path,) in connection.execute(_LATEST, (elder.id,)).fetchall()]
    found: list[bool] = []

    def look() -> None:
        found.append(any(file_of(folder, path).exists() for path in paths))

    looking = threading.Thread(target=look, name="old library", daemon=True)
    looking.start()
    looking.join(_PATIENCE)
    return found == [False]
