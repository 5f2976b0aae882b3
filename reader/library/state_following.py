"""How reading state follows a post whose file is no longer where it was.

A state whose path is gone from the index goes on at the one post without a state that has the
same content, else at the one post that has the same source URL. It is copied there; the old
row stays, marked, in case the file comes back. Two files of the same content never share one.
"""

import apsw

from reader.library.schema import VERSION as INDEX_VERSION

_FREE = """NOT EXISTS (
    SELECT 1 FROM main.states AS own
    WHERE own.library_id = :library AND own.path = post.path AND own.moved_to IS NULL
)"""
_GONE = """
    SELECT path, content_hash, url_key FROM main.states
    WHERE library_id = :library AND moved_to IS NULL
        AND (content_hash IS NOT NULL OR url_key IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM library.posts AS post WHERE post.path = states.path)
    ORDER BY revision DESC
"""
_SAME_CONTENT = f"""
    SELECT path FROM library.posts AS post WHERE content_hash = :hash AND {_FREE} LIMIT 2
"""  # noqa: S608 - our own SQL
_SAME_URL = f"""
    SELECT path, {_FREE} FROM library.posts AS post WHERE url_key = :url LIMIT 2
"""  # noqa: S608
_COPY = """
    INSERT INTO main.states
    SELECT library_id, :to, read, starred, position, read_at, starred_at, position_at,
        content_hash, url_key, NULL, (SELECT max(revision) + 1 FROM main.states)
    FROM main.states WHERE library_id = :library AND path = :from
    ON CONFLICT(library_id, path) DO UPDATE SET
        read = excluded.read, starred = excluded.starred, position = excluded.position,
        read_at = excluded.read_at, starred_at = excluded.starred_at,
        position_at = excluded.position_at, content_hash = excluded.content_hash,
        url_key = excluded.url_key, moved_to = NULL, revision = excluded.revision
"""
_MARK = "UPDATE main.states SET moved_to = :to WHERE library_id = :library AND path = :from"
# What the index knows by now of the posts that have a state. A hash is empty at first.
_LEARNT = """
    SELECT post.content_hash, post.url_key, library_id, post.path
    FROM main.states CROSS JOIN library.posts AS post ON post.path = states.path
    WHERE library_id = :library AND (
        moved_to IS NOT NULL
        OR (length(post.content_hash) > 0 AND post.content_hash IS NOT states.content_hash)
        OR (post.url_key IS NOT NULL AND post.url_key IS NOT states.url_key)
    )
"""
_REMEMBER = """
    UPDATE main.states SET content_hash = iif(length(?1) > 0, ?1, content_hash),
        url_key = coalesce(?2, url_key), moved_to = NULL
    WHERE library_id = ?3 AND path = ?4
"""


def follow(connection: apsw.Connection, library: int) -> dict[str, str]:
    """Let the states of `library` follow their posts; return where each went, by old path.

    The index is attached to the connection as `library`. While it is not complete nothing
    happens: a post not indexed yet is not gone.

    Raises:
        apsw.Error: Nothing has changed.
    """
    if not _is_settled(connection):
        return {}
    with connection:
        moved: dict[str, str] = {}
        gone = connection.execute(_GONE, {"library": library}).fetchall()
        for path, content_hash, url_key in gone:
            goes_on = _successor(connection, library, content_hash, url_key)
            if goes_on is not None:
                values = {"library": library, "from": path, "to": goes_on}
                connection.execute(_COPY, values)
                connection.execute(_MARK, values)
                moved[path] = goes_on
        learnt = connection.execute(_LEARNT, {"library": library}).fetchall()
        connection.executemany(_REMEMBER, learnt)
    return moved


def _is_settled(connection: apsw.Connection) -> bool:
    if connection.pragma("user_version", schema="library") != INDEX_VERSION:
        return False
    return (
        connection.execute("SELECT value FROM library.facts WHERE name = 'heads_done'").get == "1"
    )


def _successor(
    connection: apsw.Connection, library: int, content_hash: bytes | None, url_key: str | None
) -> str | None:
    """Return the path of the one post at which a state can go on."""
    if content_hash is not None:
        values = {"library": library, "hash": content_hash}
        same = connection.execute(_SAME_CONTENT, values).fetchall()
        if len(same) == 1:
            return same[0][0]
    if url_key is not None:
        same = connection.execute(_SAME_URL, {"library": library, "url": url_key}).fetchall()
        if len(same) == 1 and same[0][1]:
            return same[0][0]
    return None
