"""Which files of a folder may be posts, and what the disk says of each.

Only names and `stat` are looked at, never a file's content. What is hidden or a
tool's does not count; of links only those to files, and only where they lead to a file inside the
folder that is not found under its own name anyway (git-annex keeps its files so).
A link to a folder leads out of the library, round in a circle, or to what is there already.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.library.paths import as_system_path, is_ignored, to_text
from reader.library.spelling import Spelling
from reader.posts.names import is_post_name


def pass_by(path: str, system_path: str) -> None:
    """Do nothing about a folder that is entered."""


class FileStat(NamedTuple):
    """What the disk says of one file. A tuple, for there may be a million."""

    path: str  # as in reader.library.paths
    size: int  # bytes
    mtime_ns: int
    ctime_ns: int


@dataclass(slots=True)
class Scan:
    """What was found; of what was looked at, everything else is gone."""

    files: list[FileStat] = field(default_factory=list[FileStat])
    unreadable: dict[str, str] = field(default_factory=dict[str, str])  # folders: why not
    failing: list[str] = field(default_factory=list[str])  # those where the disk is to blame


class Scanner:
    """Looks through one folder, or at some of its paths."""

    def __init__(self, folder: Path, entering: Callable[[str, str], None] = pass_by) -> None:
        """Remember which folder `folder` is; it is absolute and resolved.

        `entering` is called with each folder's path and the system's path of it, before it is
        listed: a watch set there misses nothing that the listing does not show.

        Raises:
            OSError: There is no such folder.
        """
        self._root = str(folder)
        self._entering = entering
        self._place = _place(self._root)
        self._meanwhile: set[str] | None = None  # looked at while everything is looked through

    def check(self) -> None:
        """Raise an OSError where the folder is lost: deleted, unreadable, or unmounted.

        An empty folder that stands where another was counts as lost, too: something will come.
        """
        with os.scandir(self._root) as entries:
            place = _place(self._root)
            if place != self._place and not any(entries):
                raise FileNotFoundError(errno.ENOENT, "The disk is not mounted", self._root)
            self._place = place

    def whole(self) -> Scan:
        """Return everything in the library, as it is in the end. Raises as `check`.

        `entering` may ask for `paths` meanwhile: those are looked at once more.
        """
        found = Scan()
        self._meanwhile = set()
        self._walk("", found)
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile:
            _replace(found, meanwhile, self._at(meanwhile))
        self.check()  # now, so that nothing is taken for deleted that was lost on the way
        return found

    def paths(self, paths: Iterable[str]) -> Scan:
        """Return what is now at these paths, and below them. Raises as `check`."""
        found = self._at(paths)
        if self._meanwhile is not None:
            self._meanwhile.update(paths)
        self.check()
        return found

    def _at(self, paths: Iterable[str]) -> Scan:
        found = Scan()
        spelling = Spelling(self._root)
        for path in paths:
            if any(map(is_ignored, path.split("/"))):
                continue
            try:
                status = os.lstat(as_system_path(self._root, path))
            except (OSError, ValueError):  # ValueError: a NUL in the path
                continue
            if not spelling.is_exact(path):
                continue
            if stat.S_ISDIR(status.st_mode):
                self._walk(f"{path}/", found)
            elif stat.S_ISLNK(status.st_mode):
                self._follow(path, found)
            elif stat.S_ISREG(status.st_mode) and is_post_name(path):
                found.files.append(_file_stat(path, status))
        return found

    def _walk(self, prefix: str, found: Scan) -> None:
        """Add everything in the folder that paths with `prefix` are in, and below it."""
        waiting = [prefix]
        while waiting:
            prefix = waiting.pop()
            try:
                waiting += self._list(prefix, found)
            except (FileNotFoundError, NotADirectoryError):
                continue  # gone meanwhile
            except OSError as error:
                found.unreadable[prefix.rstrip("/")] = error.strerror or str(error)
                if not isinstance(error, PermissionError):
                    found.failing.append(prefix.rstrip("/"))

    def _list(self, prefix: str, found: Scan) -> list[str]:
        """Add one folder's files to `found`; return the prefixes of the folders in it."""
        folder = as_system_path(self._root, prefix)
        self._entering(prefix.rstrip("/"), folder)
        folders: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if is_ignored(name):
                    continue
                path = prefix + to_text(name)
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                elif not is_post_name(name):
                    continue
                elif entry.is_symlink():
                    self._follow(path, found)
                elif entry.is_file(follow_symlinks=False):
                    _add(path, entry, found)
        return folders

    def _follow(self, path: str, found: Scan) -> None:
        """Add the file that the link at `path` leads to, unless it is found by itself."""
        try:
            target = os.path.realpath(as_system_path(self._root, path), strict=True)
            status = os.stat(target)
        except OSError:  # leads nowhere, or round in a circle
            return
        inside = os.path.relpath(target, self._root).split(os.sep)
        found_by_itself = is_post_name(inside[-1]) and not any(map(is_ignored, inside))
        if inside[0] != os.pardir and stat.S_ISREG(status.st_mode) and not found_by_itself:
            found.files.append(_file_stat(path, status))


def _place(folder: str) -> tuple[int, int]:
    """Return which folder on which disk this is."""
    status = os.stat(folder)
    return status.st_dev, status.st_ino


def _replace(found: Scan, paths: Iterable[str], again: Scan) -> None:
    """Put what was found `again` at these paths, and below them, in the place of what was."""
    looked_at = set(paths)

    def is_old(path: str) -> bool:
        parts = path.split("/")
        return any("/".join(parts[:length]) in looked_at for length in range(1, len(parts) + 1))

    found.files[:] = [file for file in found.files if not is_old(file.path)] + again.files
    for path in list(filter(is_old, found.unreadable)):
        del found.unreadable[path]
    found.unreadable |= again.unreadable
    found.failing[:] = [path for path in found.failing if not is_old(path)] + again.failing


def _add(path: str, entry: "os.DirEntry[str]", found: Scan) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:  # gone meanwhile
        return
    found.files.append(_file_stat(path, status))


def _file_stat(path: str, status: os.stat_result) -> FileStat:
    return FileStat(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
