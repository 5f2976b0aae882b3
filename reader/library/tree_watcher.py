"""Watching a whole tree at once, where the system can: macOS and Windows."""

import os
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from reader.library.paths import to_text
from reader.library.watcher import Hint, WatchLimit, matters


class TreeWatcher(FileSystemEventHandler):
    """Watches one folder and everything below it."""

    def __init__(self, folder: Path, hint: Hint) -> None:
        """Raises WatchLimit."""
        self._root = str(folder)
        self._hint = hint
        self._observer = Observer()
        self._observer.schedule(self, self._root, recursive=True)
        try:
            self._observer.start()
        except OSError as error:
            raise WatchLimit(f"the system cannot watch it ({error.strerror or error})") from error

    def enter(self, path: str, system_path: str) -> None:
        """Do nothing: this folder is watched with the tree."""

    def stop(self) -> None:
        """Watch nothing any more."""
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog for everything."""
        if event.event_type in ("opened", "closed_no_write"):
            return
        vanished = event.event_type in ("deleted", "moved")  # Windows cannot say what it was
        paths = [path for path in map(self._path, (event.src_path, event.dest_path)) if path]
        if vanished and "." in paths:
            self._hint()
        of_posts = [p for p in paths if matters(p, may_be_folder=event.is_directory or vanished)]
        if of_posts:
            self._hint(*of_posts, settled=event.event_type != "deleted")

    def _path(self, place: bytes | str) -> str:
        """Return the path in the library of what the system names, "" where it names nothing."""
        if not place:
            return ""
        return to_text(os.path.relpath(os.fsdecode(place), self._root).replace(os.sep, "/"))
