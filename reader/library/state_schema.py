"""The tables of the reading state, and how each version became the next.

Precious: a step here, once released, is never changed; a new one is added after it. Reading
state belongs to a path of a library. The content's hash and the normalized URL stand beside
it, so that it can follow a post that is renamed, moved, or scraped again; see
`reader.library.state_following`. A state whose place another post has taken waits under a path
that no file has: one that begins with a slash.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

import apsw

Step = Callable[[apsw.Connection], object]


def _begin(connection: apsw.Connection) -> None:
    connection.execute("""
        CREATE TABLE migrations(
            version INTEGER PRIMARY KEY,       -- the last is PRAGMA user_version, or one is damaged
            made_at TEXT NOT NULL              -- UTC
        ) STRICT;

        CREATE TABLE libraries(
            id     INTEGER PRIMARY KEY,
            folder TEXT NOT NULL UNIQUE        -- absolute, written as by reader.library.paths
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
            moved_to     TEXT,                 -- the path at which this state goes on
            revision     INTEGER NOT NULL,     -- grows with every change, over all libraries
            PRIMARY KEY(library_id, path)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX states_by_revision ON states(revision);
        CREATE INDEX states_starred ON states(library_id) WHERE starred;
    """)


def _add_saved_searches(connection: apsw.Connection) -> None:
    connection.execute("""
        CREATE TABLE saved_searches(
            library_id INTEGER NOT NULL REFERENCES libraries(id),
            key        TEXT NOT NULL,          -- drawn when it was saved
            name       TEXT NOT NULL,
            filter     TEXT NOT NULL,          -- JSON: reader.library.values.Filter.as_json
            place      INTEGER NOT NULL,       -- in the sidebar, counted from 0
            PRIMARY KEY(library_id, key)
        ) STRICT, WITHOUT ROWID;
    """)


def _tell_posts_apart(connection: apsw.Connection) -> None:
    """Add what following needs to know. Times are in milliseconds since 1970.

    Rows that a state had left behind when it moved go: another file may come to their path.
    """
    connection.execute("""
        ALTER TABLE libraries ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;  -- 1: on its own
        UPDATE libraries SET settled = 1;

        DELETE FROM states WHERE moved_to IS NOT NULL;
        ALTER TABLE states DROP COLUMN moved_to;
        ALTER TABLE states ADD COLUMN gone_at INTEGER;       -- when its file was first missed
        ALTER TABLE states ADD COLUMN twin_at INTEGER;       -- not touched, but has another's
                                                             -- content; since when; 0: ever since
        ALTER TABLE states ADD COLUMN former_hash BLOB;      -- its content before it was edited,
        ALTER TABLE states ADD COLUMN edited_at INTEGER;     -- as it seems, and when
        ALTER TABLE states ADD COLUMN url_shared_at INTEGER; -- since when another post has its URL
        CREATE INDEX states_by_hash ON states(library_id, content_hash)
            WHERE content_hash IS NOT NULL;
        CREATE INDEX states_by_url ON states(library_id, url_key) WHERE url_key IS NOT NULL;
        CREATE INDEX states_edited ON states(library_id, former_hash)
            WHERE former_hash IS NOT NULL;
        CREATE INDEX states_gone ON states(library_id) WHERE gone_at IS NOT NULL;
    """)


def _count_revisions(connection: apsw.Connection) -> None:
    """Keep the last revision beside the states; see `reader.library.state_revisions`."""
    connection.execute("""
        CREATE TABLE last_revision(number INTEGER NOT NULL) STRICT;  -- one row
        INSERT INTO last_revision SELECT coalesce(max(revision), 0) FROM states;
    """)


STEPS: tuple[Step, ...] = (_begin, _add_saved_searches, _tell_posts_apart, _count_revisions)
VERSION = len(STEPS)  # PRAGMA user_version


def migrate(
    connection: apsw.Connection,
    before_step: Callable[[int], object],
    steps: Sequence[Step] = STEPS,
) -> None:
    """Bring the state to the newest version, each step whole or not at all.

    `before_step` is called with the version that a step leads to, before it begins, unless
    there is nothing yet that could be lost.

    Raises:
        apsw.Error: A step failed; the state is as it was before that step.
    """
    version: int = connection.pragma("user_version")
    for number, step in enumerate(steps[version:], version + 1):
        if version:
            before_step(number)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.pragma("user_version") < number:  # another window may have been faster
                step(connection)
                connection.execute("INSERT INTO migrations VALUES(?, datetime('now'))", (number,))
                connection.pragma("user_version", number)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with suppress(apsw.Error):
                    connection.execute("ROLLBACK")
            raise
