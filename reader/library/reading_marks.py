"""Which posts of the index are read and starred, as sets of ids beside a reader's connection.

Reading state is kept by path, in a database of its own. Here it is joined with the index once
and then kept up: after a change of the state only what changed is looked up again.
"""

import os
from contextlib import suppress
from pathlib import Path

import apsw

_ALL = """
    DELETE FROM temp.read_posts;
    DELETE FROM temp.starred_posts;
    INSERT INTO temp.read_posts
        SELECT posts.id FROM state.states CROSS JOIN main.posts ON posts.path = states.path
        WHERE library_id = :library AND read ORDER BY posts.id;
    INSERT INTO temp.starred_posts
        SELECT posts.id FROM state.states CROSS JOIN main.posts ON posts.path = states.path
        WHERE library_id = :library AND starred ORDER BY posts.id;
"""
_CHANGED = """
    DELETE FROM temp.changed_posts;
    INSERT INTO temp.changed_posts
        SELECT posts.id, read, starred
        FROM state.states INDEXED BY states_by_revision
        CROSS JOIN main.posts ON posts.path = states.path
        WHERE revision > :revision AND library_id = :library;
    INSERT OR IGNORE INTO temp.read_posts SELECT id FROM temp.changed_posts WHERE read;
    DELETE FROM temp.read_posts WHERE id IN (SELECT id FROM temp.changed_posts WHERE NOT read);
    INSERT OR IGNORE INTO temp.starred_posts SELECT id FROM temp.changed_posts WHERE starred;
    DELETE FROM temp.starred_posts
        WHERE id IN (SELECT id FROM temp.changed_posts WHERE NOT starred);
"""

_FileStamp = tuple[int, int, int]  # device, inode, and whether its folder may be written
_NONE = (0, 0, 0)


class ReadingMarks:
    """The tables `temp.read_posts` and `temp.starred_posts`, of `connection`.

    A state that is missing or cannot be read counts as nothing read: the list goes on, and
    whoever writes the state says what is wrong with it.
    """

    def __init__(self, connection: apsw.Connection, state: Path | None, folder: str) -> None:
        self._connection = connection
        self._state = state
        self._folder = folder
        self._attached: _FileStamp = _NONE
        self._filled: tuple[int, int] | None = None  # versions of index and state at the last fill
        self._revision = -1
        connection.execute("""
            CREATE TEMP TABLE read_posts(id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE starred_posts(id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE changed_posts(id INTEGER PRIMARY KEY, read, starred);
        """)

    def attach(self) -> None:
        """Attach the file that is there now, if it is another; outside a transaction."""
        present = self._stamp()
        if present == self._attached:
            return
        if self._attached != _NONE:
            self._connection.execute("DETACH state")
            self._attached = _NONE
        self._filled = None
        if present != _NONE:
            with suppress(apsw.CantOpenError, apsw.NotADBError, apsw.CorruptError):
                self._attach_state(present[2])
                self._attached = present

    def _attach_state(self, may_write: int) -> None:
        """Attach the state; where nothing may be written beside it, as it lies there."""
        try:
            self._connection.execute("ATTACH ? AS state", (str(self._state),))
        except apsw.CantOpenError:
            if may_write or self._state is None:
                raise
            location = f"{self._state.absolute().as_uri()}?immutable=1"
            self._connection.execute("ATTACH ? AS state", (location,))

    def fill(self) -> bool:
        """Make both sets what index and state say now, inside a transaction.

        Returns:
            Whether anything was written, and `forget` is due should it be rolled back.

        Raises:
            apsw.InterruptError: Interrupted; the sets are as before.
        """
        index_version = self._connection.pragma("data_version", schema="main")
        if self._attached == _NONE:
            self._empty()
            return True
        try:
            return self._fill_from_state(index_version)
        except (apsw.SQLError, apsw.CorruptError, apsw.NotADBError, apsw.IOError):
            self._empty()  # not a state, or not one yet
            self._filled = None
            return True

    def forget(self) -> None:
        """Fill both sets anew the next time."""
        self._filled = None

    def _fill_from_state(self, index_version: int) -> bool:
        present = (index_version, self._connection.pragma("data_version", schema="state"))
        if present == self._filled:
            return False
        revision: int = self._connection.execute("SELECT max(revision) FROM state.states").get or 0
        library: int | None = self._connection.execute(
            "SELECT id FROM state.libraries WHERE folder = ?", (self._folder,)
        ).get
        if library is None:
            self._empty()
        elif self._filled is None or self._filled[0] != index_version:
            self._connection.execute(_ALL, {"library": library})
        else:
            values = {"library": library, "revision": self._revision}
            self._connection.execute(_CHANGED, values)
        self._filled, self._revision = present, revision
        return True

    def _empty(self) -> None:
        self._connection.execute("DELETE FROM temp.read_posts; DELETE FROM temp.starred_posts")

    def _stamp(self) -> _FileStamp:
        if self._state is None:
            return _NONE
        try:
            status = self._state.stat()
        except OSError:
            return _NONE
        return status.st_dev, status.st_ino, int(os.access(self._state.parent, os.W_OK))
