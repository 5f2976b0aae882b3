"""Standing by while another process writes the index, as when two windows show one library."""

from contextlib import suppress

import apsw

from reader.errors import StoreError
from reader.library import events
from reader.library.database import open_index_for_reading, store_errors
from reader.library.indexer import Library, Run
from reader.library.lock import WriterLock

_POLL_SECONDS = 0.3
_QUIET_POLLS = 4  # without a commit, before the other process counts as being through


class Follower:
    """Tells of what another process commits, until that ends or we do."""

    def __init__(self, library: Library, run: Run) -> None:
        self._library = library
        self._run = run
        self._connection: apsw.Connection | None = None
        self._version = -1  # of the data last told of
        self._through = False

    def stand_by(self, lock: WriterLock, until_settled: bool) -> bool:
        """Return True once the index is ours to write, False once we are to stop.

        With `until_settled` we are to stop as soon as the other is through both passes.

        Raises:
            StoreError: The lock is gone and cannot be made again.
        """
        quiet = 0
        try:
            while not self._is_ours(lock):
                quiet = 0 if self._tell_news() else quiet + 1
                if until_settled and self._through and quiet >= _QUIET_POLLS:
                    return False
                if self._run.stopping.wait(_POLL_SECONDS):
                    return False
            return True
        finally:
            self._close()

    def _is_ours(self, lock: WriterLock) -> bool:
        with store_errors(self._library.index):
            return lock.take()

    def _tell_news(self) -> bool:
        """Tell of what was committed since the last time; return whether anything was."""
        try:
            return self._news()
        except (apsw.Error, StoreError):  # not there yet, or being rebuilt
            self._close()
            return True

    def _news(self) -> bool:
        if self._connection is None:
            self._connection = open_index_for_reading(self._library.index)
        version: int = self._connection.pragma("data_version")
        if version == self._version:
            return False
        self._version = version
        posts: int = self._connection.execute("SELECT count(*) FROM posts").get
        problems: int = self._connection.execute("SELECT count(*) FROM problems").get
        facts = dict(self._connection.execute("SELECT name, value FROM facts").fetchall())
        if self._through:
            self._run.tell(events.changes((posts, problems), (), (), ()))
        elif "bodies_done" not in facts:
            self._run.tell(events.heads(posts, posts, posts))
        else:
            self._through = True
            self._run.tell(events.heads(posts, posts, posts, 0.0))
            self._run.tell(events.bodies(posts, posts, 0.0, complete=True))
            size = self._library.index.stat().st_size
            self._run.tell(events.done((posts, problems), 0.0, 0.0, size))
        return True

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(apsw.Error):
                self._connection.close(force=True)
            self._connection = None
            self._version = -1
