"""What a rescan has to do, decided from what is stored and what was found. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

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


def plan(stored: Mapping[str, Stored], scan: Scan) -> ScanPlan:
    """Return what to do about everything that is stored and everything that was found.

    `stored` holds what the index has of the paths that were looked at, and no others.
    """
    new: list[FileStat] = []
    reread: list[Reread] = []
    refused: list[tuple[FileStat, str]] = []
    for path, reason in scan.unreadable.items():
        known = stored.get(path)
        if known is None or known.size != -1:
            refused.append((FileStat(path, -1, 0, 0), f"The folder cannot be read: {reason}."))
    not_as_stored = [file for file in scan.files if not _is_stored(file, stored.get(file.path))]
    for file in sorted(not_as_stored, key=_newest_first):
        known = stored.get(file.path)
        if file.size > MAX_POST_BYTES:
            refused.append((file, _too_large(file.size)))
        elif known is None or not known.is_post:
            new.append(file)
            reread.append(Reread(file))
        else:
            digest = known.content_hash if known.body_done else b""
            reread.append(Reread(file, digest, known.mtime_ns))
    return ScanPlan(tuple(new), tuple(reread), _removed(stored, scan), tuple(refused))


def _is_stored(file: FileStat, known: Stored | None) -> bool:
    return known is not None and known.body_done and file[1:] == known[:3]


def _removed(stored: Mapping[str, Stored], scan: Scan) -> tuple[str, ...]:
    """Return the paths that are stored and are no more, as far as the disk would tell."""
    found = {file.path for file in scan.files}
    found.update(scan.unreadable)
    untold = tuple(f"{folder}/" if folder else "" for folder in scan.failing)
    return tuple(path for path in stored if path not in found and not path.startswith(untold))


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
