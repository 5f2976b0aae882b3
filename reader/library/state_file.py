"""The open file of the reading state: mended where damaged, opened anew where it was replaced."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import apsw

from reader.library.paths import which_file
from reader.library.state_backup import Damage
from reader.library.state_notices import StateError, StateNews, StateNotice
from reader.library.state_opening import open_state, rescue

_Result = TypeVar("_Result")


class StateFile:
    """A connection to the state that is there now, for one thread."""

    def __init__(self, path: Path) -> None:
        """Raises StateError where it can be neither opened nor created."""
        self.path = path
        self.opened = 0  # how often
        self.notice: StateNotice | None = None  # what the user should know
        self._open()

    def _open(self) -> None:
        self._file: tuple[int, int] | None = None  # until it is open
        opened = open_state(self.path)
        self.connection, self._file = opened.connection, opened.file
        self.notice, self.read_only = opened.notice, opened.read_only
        self.opened += 1

    def version(self) -> tuple[int, int]:
        """Return what differs once another connection has written, or another file is open.

        Raises:
            apsw.Error: It cannot be read.
        """
        return self.opened, self.connection.pragma("data_version")

    def safely(self, work: Callable[[], _Result]) -> _Result:
        """Return what `work` does. A state that proves damaged is restored, and it tries again.

        So is one whose file was replaced or deleted: what is written into it nobody would read.
        It stays open until it is back in its place, for nobody else may have it.

        Raises:
            StateError: It cannot be done.
        """
        try:
            if self._file is None or which_file(self.path) != self._file:
                rescue(self.path, self.connection)
                self._reopen()
            try:
                return work()
            except Damage:
                self._reopen()
                return work()
        except apsw.FullError as error:
            raise StateError(StateNotice(StateNews.FULL, self.path)) from error
        except (*Damage, apsw.Error, OSError) as error:
            notice = StateNotice(StateNews.UNUSABLE, self.path, reason=str(error))
            raise StateError(notice) from error

    def readable(self, read: Callable[[], _Result], otherwise: _Result) -> _Result:
        """Return what `read` does, or `otherwise` where a newer version keeps it otherwise."""
        try:
            return read()
        except apsw.SQLError:
            if self.read_only:
                return otherwise
            raise

    @contextmanager
    def writing(self) -> Generator[None]:
        """Commit what is written within, or nothing of it.

        Raises:
            StateError: Nothing may be written.
            apsw.Error: It cannot be written.
        """
        if self.read_only and (self.notice is None or self.notice.news is StateNews.FORBIDDEN):
            self._reopen()  # it may be allowed by now
        if self.read_only:
            raise StateError(self.notice or StateNotice(StateNews.FORBIDDEN, self.path))
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                with suppress(apsw.Error):
                    self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close it. Nothing can be asked afterwards."""
        if self._file is not None and not self.path.exists():
            with suppress(apsw.Error, OSError):
                rescue(self.path, self.connection)
        self._let_go()

    def _let_go(self) -> None:
        with suppress(apsw.Error):
            self.connection.close(force=True)

    def _reopen(self) -> None:
        self._let_go()
        notice = self.notice
        self._open()
        if notice is not None and notice.news not in (StateNews.FORBIDDEN, StateNews.NEWER):
            self.notice = self.notice or notice
