"""The rows of one library's reading state: read, and written as the user changes them."""

import json
from collections.abc import Iterable, Mapping

import apsw

from reader.library.state_identities import UNKNOWN, Known
from reader.library.state_revisions import next_revision
from reader.library.values import PostState, StateChange

_ALL = """
    SELECT path, read, starred, position FROM states
    WHERE library_id = :library AND path NOT GLOB '/*'
"""
_SOME = """
    SELECT states.path, read, starred, position FROM json_each(:paths)
    CROSS JOIN states ON library_id = :library AND states.path = value
"""
_WRITE = """
    INSERT INTO states(
        library_id, path, read, starred, position, read_at, starred_at, position_at,
        content_hash, url_key, url_shared_at, gone_at, revision
    ) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(library_id, path) DO UPDATE SET
        read = excluded.read, starred = excluded.starred, position = excluded.position,
        read_at = coalesce(excluded.read_at, read_at),
        starred_at = coalesce(excluded.starred_at, starred_at),
        position_at = coalesce(excluded.position_at, position_at),
        content_hash = coalesce(content_hash, excluded.content_hash),
        url_key = coalesce(url_key, excluded.url_key),
        url_shared_at = coalesce(url_shared_at, excluded.url_shared_at),
        twin_at = NULL, revision = excluded.revision
"""
_TWIN = """
    INSERT OR IGNORE INTO states(library_id, path, content_hash, url_key, twin_at, revision)
    VALUES(?, ?, ?, ?, 0, ?)
"""


class _Made(dict[tuple[int, int, float], PostState]):
    """States made before: of ten thousand posts nearly all have one of a few."""

    def __missing__(self, row: tuple[int, int, float]) -> PostState:
        read, starred, position = row
        self[row] = made = PostState(bool(read), bool(starred), position)
        return made


def read_all(connection: apsw.Connection, library: int | None) -> dict[str, PostState]:
    """Return every state of a library, by path. Raises apsw.Error."""
    return _read(connection, _ALL, {"library": library})


def read_some(
    connection: apsw.Connection, library: int | None, paths: Iterable[str]
) -> dict[str, PostState]:
    """Return the states of a library that there are at these paths. Raises apsw.Error."""
    return _read(connection, _SOME, {"library": library, "paths": json.dumps(list(paths))})


def write(
    connection: apsw.Connection, library: int, change: StateChange, known: Known, now: int
) -> None:
    """Write a change, at the time `now` in ms since 1970. Inside a transaction.

    `known` is what the index says of the posts; those of the same content as theirs are told
    apart from them from now on.

    Raises:
        apsw.Error: It cannot be written.
    """
    revision = next_revision(connection)
    identities = known.identities
    connection.executemany(
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
                # whatever comes to that path later is another post
                now if known.settled and path not in identities else None,
                revision,
            )
            for (path, state), before in zip(
                change.after.items(), change.before.values(), strict=True
            )
        ),
    )
    connection.executemany(
        _TWIN,
        (
            (library, path, twin.content_hash, twin.url_key, revision)
            for path, twin in known.twins.items()
        ),
    )


def _read(
    connection: apsw.Connection, sql: str, values: Mapping[str, str | int | None]
) -> dict[str, PostState]:
    made = _Made()
    rows = connection.execute(sql, values)
    return {path: made[read, starred, position] for path, read, starred, position in rows}
