"""Staying with a library after the first look: hints, rescans, a folder that goes and comes.

Hints name single paths, and those alone are looked at, so that a new file shows at once in a
library of any size. After every burst of them, and now and then, a rescan of everything
decides: hints get lost. What no event tells is asked for every other second: whether folder,
index and lock are still those that we work with.
"""

import threading
import time
from collections.abc import Collection
from contextlib import suppress
from queue import Empty, SimpleQueue

from reader.errors import FolderError
from reader.library import events
from reader.library.coalescing import Hints
from reader.library.database import store_errors
from reader.library.indexer import Indexer, Library, Run
from reader.library.lock import WriterLock
from reader.library.mounts import remote_file_system
from reader.library.paths import which_file
from reader.library.pool import Stopped
from reader.library.watcher import Watcher, WatchLimit, watcher

RESCAN = "rescan"
DOUBT = "doubt"  # with the number of the index's file, in which a reader met damage
STOP = "stop"
_HINTED = "hinted"
Messages = SimpleQueue[str]  # the words above; put there from any thread, and by signals

_NOW_AND_THEN = 600.0  # seconds between rescans where nothing happens
_POLL = 2.0  # the same where changes cannot be watched
_AFTER_A_BURST = 2.0
_SHARE = 20  # no rescan sooner than so many times the last one's length after it
_LOOK_AROUND = 2.0
_LOST_POLL = 1.0


class Watching:
    """Keeps an index up to date until it is told to stop, or must give way."""

    def __init__(self, library: Library, run: Run, messages: Messages, lock: WriterLock) -> None:
        """`lock` is taken."""
        self._library = library
        self._run = run
        self._messages = messages
        self._lock = lock
        self._displaced = False
        self._doubted = 0  # the number of the index's file, if damage was met in it
        self._inbox = _Inbox(messages)
        self._watcher: Watcher | None = None
        self._indexer: Indexer | None = None  # while it looks through everything
        self._met_hints = False  # meanwhile
        self._interval = _NOW_AND_THEN
        self._rescan_at = 0.0
        self._not_before = 0.0
        self._around_at = 0.0
        self._place = which_file(library.folder)

    def keep(self, rebuild: bool = False) -> None:
        """Run both passes and stay; return with the index closed.

        That is once `run.stopping` is set, or once another process writes the index, as happens
        after the cache was deleted.

        Raises:
            FolderError: There is no such folder, to begin with.
            StoreError: The index cannot be opened or written.
        """
        self._watch()
        try:
            with Indexer(self._library, self._run, self._entering) as indexer, suppress(Stopped):
                if not self._may_write():
                    return
                if rebuild:
                    indexer.rebuild()
                indexer.first()
                self._rescanned(indexer)
                while not (self._run.stopping.is_set() or self._displaced):
                    self._listen()
                    self._look_around(indexer)
                    self._act(indexer)
        finally:
            self._unwatch()

    def _listen(self) -> None:
        """Wait until there is something to do, or something to hear, and take it in."""
        due = min(self._rescan_at, self._around_at, self._inbox.due())
        with suppress(Empty):
            self._take(self._messages.get(timeout=max(0.0, due - time.monotonic())))
            while True:
                self._take(self._messages.get_nowait())

    def _take(self, message: str) -> None:
        if message == RESCAN:
            self._rescan_at = 0.0
        elif message == _HINTED:
            self._inbox.heard()
        elif message.startswith(DOUBT):
            self._doubted = int(message.removeprefix(DOUBT))

    def _look_around(self, indexer: Indexer) -> None:
        """Rescan where folder or index is not the one that we know; see to the lock."""
        if self._around_at > time.monotonic():
            return
        self._around_at = time.monotonic() + _LOOK_AROUND
        place = which_file(self._library.folder)
        if place != self._place or not indexer.is_as_left():
            self._place = place
            self._rescan_at = 0.0
        self._may_write()

    def _may_write(self) -> bool:
        """Return whether the index is still ours to write; else we are displaced."""
        with store_errors(self._library.index):
            self._displaced = not self._lock.take()
        return not self._displaced

    def _act(self, indexer: Indexer) -> None:
        """Do what is due now."""
        now = time.monotonic()
        whole = self._rescan_at <= now
        due = whole or self._doubted or self._inbox.due() <= now
        if self._run.stopping.is_set() or not due or not self._may_write():
            return
        doubted, self._doubted = self._doubted, 0
        paths = () if doubted else self._inbox.take(now, everything=whole)
        try:
            if doubted:
                indexer.doubt(doubted)
            elif paths is None:
                self._rescan(indexer)
            else:
                indexer.look(paths)
                self._rescan_after_burst()
        except FolderError:
            self._wait_for_folder(indexer)

    def _rescan(self, indexer: Indexer) -> None:
        """Look through everything, and on the way at what is hinted at meanwhile."""
        self._indexer, self._met_hints = indexer, False
        try:
            indexer.look(None)
        finally:
            self._indexer = None
        self._rescanned(indexer)
        if self._met_hints:
            self._rescan_after_burst()

    def _rescan_after_burst(self) -> None:
        soon = max(time.monotonic() + _AFTER_A_BURST, self._not_before)
        self._rescan_at = min(self._rescan_at, soon)

    def _rescanned(self, indexer: Indexer) -> None:
        """Decide when the next rescan of everything is."""
        now = time.monotonic()
        self._not_before = now + _SHARE * indexer.scan_seconds
        self._rescan_at = max(now + self._interval, self._not_before)

    def _wait_for_folder(self, indexer: Indexer) -> None:
        """Tell that the folder is lost, keep what the index has of it, and wait for it."""
        self._run.tell(events.FOLDER_LOST)
        self._unwatch()
        while not self._run.stopping.wait(_LOST_POLL):
            if indexer.folder_is_there():
                self._run.tell(events.FOLDER_BACK)
                self._place = which_file(self._library.folder)
                self._watch()
                self._rescan_at = 0.0
                return

    def _watch(self) -> None:
        share = remote_file_system(self._library.folder)
        if share is not None:
            self._poll(f"it is on a network share ({share})", share=True)
            return
        try:
            self._watcher = watcher(self._library.folder, self._inbox.hint)
        except WatchLimit as limit:
            self._poll(str(limit))

    def _unwatch(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def _entering(self, path: str, system_path: str) -> None:
        """Watch a folder before it is listed. Raises Stopped: it was asked for."""
        if self._run.stopping.is_set():
            raise Stopped("The folder is not looked through any further.")
        if self._indexer is not None:
            self._meanwhile(self._indexer)
        if self._watcher is None:
            return
        try:
            self._watcher.enter(path, system_path)
        except WatchLimit as limit:
            self._unwatch()
            self._poll(str(limit))

    def _meanwhile(self, indexer: Indexer) -> None:
        """See to what is hinted at during a long rescan, which knows how to take that."""
        now = time.monotonic()
        paths = self._inbox.take_paths(now)
        if paths:
            self._met_hints = True
            self._indexer = None
            indexer.look(paths)
            self._indexer = indexer

    def _poll(self, reason: str, share: bool = False) -> None:
        """Look through the folder often from now on, and say so once."""
        if self._interval != _POLL:
            self._interval = _POLL
            self._run.tell(events.polling(reason, share))


class _Inbox:
    """What the watcher's thread hints at, until we see to it."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._lock = threading.Lock()
        self._hints = Hints()
        self._told = False  # that there are new ones

    def hint(self, *paths: str, settled: bool = True) -> None:
        """Take a hint; see `reader.library.watcher`."""
        with self._lock:
            if paths:
                self._hints.add(paths, time.monotonic(), settled)
            else:
                self._hints.doubt(time.monotonic())
            if not self._told:
                self._told = True
                self._messages.put(_HINTED)

    def heard(self) -> None:
        """Tell of further hints again."""
        with self._lock:
            self._told = False

    def due(self) -> float:
        """Return when to see to the hints; infinity where there are none."""
        with self._lock:
            return self._hints.due() if self._hints else float("inf")

    def take(self, now: float, everything: bool = False) -> Collection[str] | None:
        """Return what to look at now; None for the whole folder."""
        with self._lock:
            if everything:
                self._hints.doubt(now)
            return self._hints.take(now)

    def take_paths(self, now: float) -> Collection[str]:
        """Return the paths to look at now; none where the whole folder is to be looked through."""
        with self._lock:
            return self._hints.take_paths(now) if self._hints else ()
