"""Hints that something in a library changed.

Only hints: a rescan decides what is true. On Linux each folder that the scan enters is watched
by itself, so that ignored folders cost nothing and reaching the system's limit is noticed;
elsewhere the system watches the whole tree at once.
"""

import sys
from pathlib import Path
from typing import Protocol

from reader.library.paths import is_ignored
from reader.posts.names import is_post_name


class Hint(Protocol):
    """Takes hints, from any thread."""

    def __call__(self, *paths: str, settled: bool = True) -> None:
        """Take the paths of one event, or none: anything may have changed.

        What is not settled may be written in a moment, or be back in one.
        """
        ...


class WatchLimit(Exception):  # noqa: N818 - says which
    """The system will not watch more; the message says why, in plain words."""


class Watcher(Protocol):
    """Watches one library."""

    def enter(self, path: str, system_path: str) -> None:
        """Watch this folder, which is about to be listed. Raises WatchLimit."""
        ...

    def stop(self) -> None:
        """Watch nothing any more."""
        ...


def watcher(folder: Path, hint: Hint) -> Watcher:
    """Return what watches `folder` on this system.

    `hint` is called from another thread. Raises WatchLimit.
    """
    if sys.platform == "linux":
        from reader.library.folder_watcher import FolderWatcher  # noqa: PLC0415 - only there

        return FolderWatcher(hint)
    from reader.library.tree_watcher import TreeWatcher  # noqa: PLC0415 - only there

    return TreeWatcher(folder, hint)


def matters(path: str, may_be_folder: bool) -> bool:
    """Return whether a hint about `path` can concern any post."""
    if any(map(is_ignored, path.split("/"))):
        return False
    return may_be_folder or is_post_name(path)
