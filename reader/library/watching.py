"""Staying with a library after the first look: hints, rescans, a folder that goes and comes.

Hints name single paths, and those alone are looked at, so that a new file shows at once in a
library of any size. After every burst of them, and now and then, a rescan of everything
decides: hints get lost.
"""

import time
from contextlib import suppress
from queue import Empty, SimpleQueue

from reader.errors import FolderError
from reader.library import events
from reader.library.coalescing import Hints
from reader.library.indexer import Indexer, Library, Run
from reader.library.mounts import remote_file_system
from reader.library.pool import Stopped
from reader.library.watcher import Watcher, WatchLimit, watcher

RESCAN = "rescan"
STOP = "stop"
Hint = tuple[str | None]
Messages = SimpleQueue[Hint | str]  # hints, as tuples of their paths, and the words above

_NOW_AND_THEN = 600.0  # seconds between rescans where nothing happens
_POLL = 2.0  # the same where changes cannot be watched
_AFTER_A_BURST = 2.0
_SHARE = 20  # no rescan sooner than so many times its own length after the last
_LOST_POLL = 1.0


class Watching:
    """Keeps an index up to date until it is told to stop."""

    def __init__(self, library: Library, run: Run, messages: Messages) -> None:
        self._library = library
        self._run = run
        self._messages = messages
        self._hints = Hints()
        self._watcher: Watcher | None = None
        self._interval = _NOW_AND_THEN
        self._rescan_at = 0.0
        self._not_before = 0.0

    def keep(self, rebuild: bool = False) -> None:
        """Run both passes and stay; return once `run.stopping` is set and the index is closed.

        Raises:
            FolderError: There is no such folder, to begin with.
            StoreError: The index cannot be opened or written.
        """
        self._watch()
        try:
            with Indexer(self._library, self._run, self._entering) as indexer, suppress(Stopped):
                if rebuild:
                    indexer.rebuild()
                began = time.monotonic()
                indexer.first()
                self._rescanned(began)
                while not self._run.stopping.is_set():
                    self._listen()
                    self._act(indexer)
        finally:
            self._unwatch()

    def _listen(self) -> None:
        """Wait until there is something to do, or something to hear, and take it in."""
        due = min(self._rescan_at, self._hints.due()) if self._hints else self._rescan_at
        with suppress(Empty):
            self._take(self._messages.get(timeout=max(0.0, due - time.monotonic())))
            while True:
                self._take(self._messages.get_nowait())

    def _take(self, message: Hint | str) -> None:
        if message == RESCAN:
            self._rescan_at = 0.0
        elif isinstance(message, tuple):
            self._hints.add(message[0], time.monotonic())

    def _act(self, indexer: Indexer) -> None:
        """Do what is due now."""
        now = time.monotonic()
        hinted = bool(self._hints) and self._hints.due() <= now
        whole = self._rescan_at <= now or (hinted and self._hints.whole)
        if self._run.stopping.is_set() or not (hinted or whole):
            return
        hints, self._hints = self._hints, Hints()
        try:
            indexer.look(None if whole else hints.paths)
        except FolderError:
            self._wait_for_folder(indexer)
            return
        if whole:
            self._rescanned(now)
        else:
            self._rescan_at = min(self._rescan_at, max(now + _AFTER_A_BURST, self._not_before))

    def _rescanned(self, began: float) -> None:
        """Decide when the next rescan of everything is."""
        now = time.monotonic()
        self._not_before = now + _SHARE * (now - began)
        self._rescan_at = max(now + self._interval, self._not_before)

    def _wait_for_folder(self, indexer: Indexer) -> None:
        """Tell that the folder is lost, keep what the index has of it, and wait for it."""
        self._run.tell(events.FOLDER_LOST)
        self._unwatch()
        while not self._run.stopping.wait(_LOST_POLL):
            if indexer.folder_is_there():
                self._run.tell(events.FOLDER_BACK)
                self._watch()
                self._rescan_at = 0.0
                return

    def _watch(self) -> None:
        share = remote_file_system(self._library.folder)
        if share is not None:
            self._poll(f"it is on a network share ({share})")
            return
        try:
            self._watcher = watcher(self._library.folder, self._hint)
        except WatchLimit as limit:
            self._poll(str(limit))

    def _unwatch(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def _hint(self, path: str | None) -> None:
        """Take a hint; called from the watcher's thread."""
        self._messages.put((path,))

    def _entering(self, path: str, system_path: str) -> None:
        """Watch a folder before it is listed."""
        if self._watcher is None:
            return
        try:
            self._watcher.enter(path, system_path)
        except WatchLimit as limit:
            self._unwatch()
            self._poll(str(limit))

    def _poll(self, reason: str) -> None:
        """Look through the folder often from now on, and say so once."""
        if self._interval != _POLL:
            self._interval = _POLL
            self._run.tell(events.polling(reason))
