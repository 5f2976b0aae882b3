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
        for place in filter(None, (event.src_path, event.dest_path)):
            path = to_text(os.path.relpath(os.fsdecode(place), self._root).replace(os.sep, "/"))
            if path == ".":
                if vanished:
                    self._hint(None)
            elif matters(path, may_be_folder=event.is_directory or vanished):
                self._hint(path)
