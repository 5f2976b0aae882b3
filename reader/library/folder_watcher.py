"""Watching folder by folder, through inotify."""

import errno
import logging
import os
import threading
from itertools import count

from watchdog.observers.inotify_c import (
    CallbackId,
    InotifyConstants,
    InotifyEvent,
    InotifyFD,
    Mask,
    WatchDescriptor,
)

from reader.library.paths import to_text
from reader.library.watcher import Hint, WatchLimit, matters

# Not IN_MODIFY: a file that is being written is read once it is closed.
_MASK = Mask(
    InotifyConstants.IN_CLOSE_WRITE
    | InotifyConstants.IN_CREATE
    | InotifyConstants.IN_MOVE
    | InotifyConstants.IN_DELETE
    | InotifyConstants.IN_DELETE_SELF
    | InotifyConstants.IN_MOVE_SELF
    | InotifyConstants.IN_ATTRIB
    | InotifyConstants.IN_ONLYDIR
    | InotifyConstants.IN_DONT_FOLLOW
)
logging.getLogger("watchdog").addHandler(logging.NullHandler())  # of overflows we know ourselves


class FolderWatcher:
    """Watches the folders it is told of, one by one.

    watchdog's own recursive watch is not used: it watches ignored folders too, and a folder
    that the system's limit leaves unwatched is passed over without a word.
    """

    def __init__(self, hint: Hint) -> None:
        """Raises WatchLimit."""
        self._hint = hint
        self._lock = threading.Lock()
        self._folders: dict[WatchDescriptor, tuple[str, CallbackId]] = {}
        self._descriptors: dict[str, WatchDescriptor] = {}
        self._numbers = count()
        self._moving: tuple[int, str] = (0, "")  # the cookie and path that something moved from
        try:
            self._inotify = InotifyFD()
        except OSError as error:
            raise WatchLimit(_reason(error)) from error
        self._inotify.start()

    def enter(self, path: str, system_path: str) -> None:
        """Watch this folder from now on. Raises WatchLimit.

        The system is asked even where we believe to watch it: what we know comes from events,
        and they get lost.
        """
        with self._lock:
            number = CallbackId(next(self._numbers))
            try:
                descriptor = self._inotify.add_callback(
                    os.fsencode(system_path), _MASK, self, number
                )
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EMFILE, errno.ENOMEM):
                    raise WatchLimit(_reason(error)) from error
                return  # gone, or no folder any more: listing it will tell
            known = self._folders.get(descriptor)
            if known is not None:  # perhaps under the path it had before
                self._descriptors.pop(known[0], None)
                self._inotify.remove_callbacks([(descriptor, known[1])])
            self._forget_one(path)
            if descriptor < 0:  # WORKAROUND: watchdog 7.1 raises nothing for EACCES
                self._inotify.remove_callbacks([(descriptor, number)])
                return
            self._folders[descriptor] = path, number
            self._descriptors[path] = descriptor

    def stop(self) -> None:
        """Watch nothing any more."""
        self._inotify.stop()
        self._inotify.join()

    def on_event(self, event: InotifyEvent) -> None:
        """Called by watchdog for each event of a watched folder."""
        with self._lock:
            folder = self._folders.get(event.wd)
        if folder is None:
            return
        if not event.name:
            self._on_itself(event, folder[0])
            return
        path = f"{folder[0]}/" if folder[0] else ""
        path += to_text(os.fsdecode(event.name))
        if event.is_directory and event.is_moved_from:
            self._forget(path)
        if not matters(path, may_be_folder=event.is_directory):
            return
        if event.is_moved_from:
            self._moving = event.cookie, path
        if event.is_moved_to and self._moving[0] == event.cookie:
            self._hint(self._moving[1], path)  # together, so that nothing is gone in between
            return
        made = event.is_create and not event.is_directory  # and so to be written, and closed
        self._hint(path, settled=not (made or event.is_delete or event.is_moved_from))

    def on_watch_deleted(self, wd: WatchDescriptor) -> None:
        """Called by watchdog when a folder is watched no more: deleted, or unmounted."""
        with self._lock:
            folder = self._folders.get(wd)
            if folder is not None:
                self._forget_one(folder[0])
        if folder is not None:
            self._hint_gone(folder[0])

    def on_queue_overflow(self) -> None:
        """Called by watchdog when events were lost."""
        self._hint()

    def _on_itself(self, event: InotifyEvent, path: str) -> None:
        if event.is_delete_self:
            self.on_watch_deleted(event.wd)
        elif event.is_move_self:
            self._forget(path)
            self._hint_gone(path)
        elif not path:  # of the others' permissions the folder that they are in tells
            self._hint()

    def _hint_gone(self, path: str) -> None:
        if path:
            self._hint(path, settled=False)
        else:
            self._hint()

    def _forget(self, path: str) -> None:
        """Watch nothing at or below `path`; what is there now will be entered again."""
        with self._lock:
            below = f"{path}/" if path else ""
            for known in [known for known in self._descriptors if f"{known}/".startswith(below)]:
                self._forget_one(known)

    def _forget_one(self, path: str) -> None:
        """Watch this folder no more (the lock is held)."""
        descriptor = self._descriptors.pop(path, None)
        if descriptor is not None:
            _, number = self._folders.pop(descriptor)
            self._inotify.remove_callbacks([(descriptor, number)])


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the system's limit of watched folders is reached (fs.inotify.max_user_watches)"
    if error.errno == errno.EMFILE:
        return "the system's limit of watching programs is reached (fs.inotify.max_user_instances)"
    return f"the system cannot watch it ({error.strerror or error})"
