"""Standing by while another process writes the index, as when two windows show one library."""

from contextlib import closing, suppress
from pathlib import Path

import apsw

from reader.errors import StoreError
from reader.library import events
from reader.library.database import open_index_for_reading, store_errors
from reader.library.indexer import Library, Run
from reader.library.lock import WriterLock
from reader.library.schema import VERSION

_POLL_SECONDS = 0.3
_QUIET_POLLS = 4  # without a commit, before the other process counts as being through
PATIENCE = 30  # polls for which the other may leave the index as another version wrote it


class Follower:
    """Tells of what another process commits, until that ends or we do."""

    def __init__(self, library: Library, run: Run) -> None:
        self._library = library
        self._run = run
        self._connection: apsw.Connection | None = None
        self._version = -1  # of the data last told of
        self._through = False
        self._foreign = 0  # polls in a row at which the index was another version's

    def stand_by(self, lock: WriterLock, until_settled: bool) -> bool:
        """Return True once the index is ours to write, False once we are to stop.

        With `until_settled` we are to stop as soon as the other is through both passes.

        Raises:
            StoreError: The lock is gone and cannot be made again; or the other is another version
                of Broadsheet, whose index says nothing to us, and we were not to stay.
        """
        quiet = 0
        try:
            while not self._is_ours(lock):
                quiet = 0 if self._tell_news() else quiet + 1
                if until_settled and self._through and quiet >= _QUIET_POLLS:
                    return False
                self._mind_version(until_settled)
                if self._run.stopping.wait(_POLL_SECONDS):
                    return False
            return True
        finally:
            self._close()

    def _is_ours(self, lock: WriterLock) -> bool:
        with store_errors(self._library.index):
            return lock.take()

    def _mind_version(self, until_settled: bool) -> None:
        """Say so where the other process has kept another version's index for long.

        One of our version may hold the lock before it begins the index anew.
        """
        foreign = self._connection is None and _is_foreign(self._library.index)
        self._foreign = self._foreign + 1 if foreign else 0
        if self._foreign != PATIENCE:
            return
        if until_settled:
            raise StoreError(
                f"Another version of Broadsheet has {self._library.folder} open; close it first."
            )
        self._run.tell(events.OTHER_VERSION)

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


def _is_foreign(index: Path) -> bool:
    """Return whether the index is one of another version of Broadsheet."""
    with (
        suppress(apsw.Error),
        closing(apsw.Connection(str(index), flags=apsw.SQLITE_OPEN_READONLY)) as connection,
    ):
        return connection.pragma("user_version") not in (0, VERSION)  # 0: it is being made
    return False
