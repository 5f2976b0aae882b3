"""Keeps the session on disk as it changes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from reader.ui import session as sessions
from reader.ui.json_file import Kept
from reader.ui.session import Session

_PAUSE = 700  # milliseconds: a splitter being dragged is one change


class SessionKeeper(QObject):
    """`session` is as last kept; `collect` says what it would be now."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session = sessions.load(path)
        self._kept = Kept(self.session, partial(sessions.save, path), "session")
        self._collect: Callable[[Session], Session] | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.keep)

    def collect_from(self, collect: Callable[[Session], Session]) -> None:
        """Ask `collect` from now on, each time something has changed."""
        self._collect = collect

    def touch(self) -> None:
        """Note that something has changed."""
        if not self._later.isActive():
            self._later.start()

    def keep(self) -> None:
        """Write the session now, if it is another than the file's."""
        self._later.stop()
        if self._collect is not None:
            self.session = self._collect(self.session)
        self._kept.keep(self.session)

    def close(self) -> None:
        """Write what there is and collect no more."""
        self.keep()
        self._collect = None
        self._later.stop()
