"""What a rescan has to do, decided from what is stored and what was found. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from reader.library.scan import FileStat, Scan

MAX_POST_BYTES = 32 * 1024 * 1024

_DAY_NS = 86_400_000_000_000
_EPOCH = date(1970, 1, 1).toordinal()
_DATED_NAME = re.compile(r"(?:^|/)(\d{4})-(\d\d?)-(\d\d?)[-_ ][^/]*$")


class Stored(NamedTuple):
    """What the index remembers of one file. A tuple, for there may be a million."""

    size: int
    mtime_ns: int
    ctime_ns: int  # 0: the file may have changed since, without a trace
    content_hash: bytes = b""  # empty: not known, or no post
    is_post: bool = True
    body_done: bool = True


StoredFiles = dict[str, Stored] | Iterator[tuple[str, Stored]]  # by path


@dataclass(frozen=True, slots=True)
class Reread:
    """A file to be read whole, and parsed if its content has another hash."""

    file: FileStat
    content_hash: bytes = b""  # what is stored; empty: parse it in any case
    mtime_ns: int = 0  # what is stored


@dataclass(frozen=True, slots=True)
class ScanPlan:
    """What makes the index show the folder as it is. Files come newest first."""

    new: tuple[FileStat, ...] = ()  # heads first
    reread: tuple[Reread, ...] = ()  # every file of `new` too
    removed: tuple[str, ...] = ()
    refused: tuple[tuple[FileStat, str], ...] = ()  # files and folders not to be read: why not

    def __bool__(self) -> bool:
        return bool(self.reread or self.removed or self.refused)


def plan(stored: StoredFiles, scan: Scan) -> ScanPlan:
    """Return what to do about everything that is stored and everything that was found.

    `stored` holds what the index has of the paths that were looked at, and no others. It may be
    an iterator: only what differs is kept of it.
    """
    found = {file.path: file for file in scan.files}
    unreadable = dict(scan.unreadable)
    untold = tuple(f"{folder}/" if folder else "" for folder in scan.failing)
    removed: list[str] = []
    changed: dict[str, Stored] = {}
    rows = stored.items() if isinstance(stored, dict) else stored
    for path, known in cast("Iterable[tuple[str, Stored]]", rows):
        file = found.get(path)
        if file is not None:
            if _is_stored(file, known):
                del found[path]
            else:
                changed[path] = known
        elif path in unreadable:
            if known.size == -1:
                del unreadable[path]
        elif not path.startswith(untold):  # else the disk would not tell
            removed.append(path)
    return _to_do(found.values(), changed, tuple(removed), unreadable)


def _to_do(
    files: Iterable[FileStat],
    changed: Mapping[str, Stored],
    removed: tuple[str, ...],
    unreadable: Mapping[str, str],
) -> ScanPlan:
    """Return what to do about `files`, of which some are `changed`, and the others new."""
    new: list[FileStat] = []
    reread: list[Reread] = []
    refused = [
        (FileStat(path, -1, 0, 0), f"The folder cannot be read: {reason}.")
        for path, reason in unreadable.items()
    ]
    for file in sorted(files, key=_newest_first):
        known = changed.get(file.path)
        if file.size > MAX_POST_BYTES:
            refused.append((file, _too_large(file.size)))
        elif known is None or not known.is_post:
            new.append(file)
            reread.append(Reread(file))
        else:
            digest = known.content_hash if known.body_done else b""
            reread.append(Reread(file, digest, known.mtime_ns))
    return ScanPlan(tuple(new), tuple(reread), removed, tuple(refused))


def _is_stored(file: FileStat, known: Stored) -> bool:
    return known.body_done and file[1:] == known[:3]


def _newest_first(file: FileStat) -> int:
    """Return a key that sorts by the date in the file's name, else by its modification."""
    dated = _DATED_NAME.search(file.path)
    if dated:
        try:
            day = date(int(dated[1]), int(dated[2]), int(dated[3])).toordinal() - _EPOCH
        except ValueError:  # 2022-02-31
            return -file.mtime_ns
        return -day * _DAY_NS
    return -file.mtime_ns


def _too_large(size: int) -> str:
    limit = MAX_POST_BYTES >> 20
    return f"The file is {size / 1_048_576:.0f} MB; posts over {limit} MB are left out."
