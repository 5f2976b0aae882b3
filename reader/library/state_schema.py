"""The tables of the reading state, and how each version became the next.

Precious: a step here, once released, is never changed; a new one is added after it. Reading
state belongs to a path of a library. The content's hash and the normalized URL stand beside
it, so that it can follow a post that is renamed, moved, or scraped again.
"""

from collections.abc import Callable

import apsw

Step = Callable[[apsw.Connection], object]


def _begin(connection: apsw.Connection) -> None:
    connection.execute("""
        CREATE TABLE libraries(
            id     INTEGER PRIMARY KEY,
            folder TEXT NOT NULL UNIQUE  -- absolute; invalid bytes as in reader.library.paths
        ) STRICT;

        CREATE TABLE states(
            library_id   INTEGER NOT NULL REFERENCES libraries(id),
            path         TEXT NOT NULL,        -- as in the index
            read         INTEGER NOT NULL DEFAULT 0 CHECK(read IN (0, 1)),
            starred      INTEGER NOT NULL DEFAULT 0 CHECK(starred IN (0, 1)),
            position     REAL NOT NULL DEFAULT 0 CHECK(position BETWEEN 0 AND 1),
            read_at      INTEGER,              -- when each last changed: milliseconds since 1970
            starred_at   INTEGER,
            position_at  INTEGER,
            content_hash BLOB,                 -- of the file when last seen; NULL: not known yet
            url_key      TEXT,                 -- reader.posts.identity.normalized_url
            revision     INTEGER NOT NULL,     -- grows with every change, over all libraries
            PRIMARY KEY(library_id, path)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX states_by_revision ON states(revision);
        CREATE INDEX states_starred ON states(library_id) WHERE starred;
    """)


STEPS: tuple[Step, ...] = (_begin,)
VERSION = len(STEPS)  # PRAGMA user_version
