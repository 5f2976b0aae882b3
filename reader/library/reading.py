"""Files from the disk, for the workers."""

import os
import stat
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.library.outcome import Gone, NoPost
from reader.library.paths import as_system_path
from reader.library.scan import FileStat
from reader.library.scan_plan import MAX_POST_BYTES

# A file changed so shortly before it was read may change again without its times showing it:
# some file systems count in steps of 2 s.
_DOUBT_NS = 2_000_000_000

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file's content, or the beginning of it."""

    file: FileStat
    data: bytes
    complete: bool
    modified: datetime  # aware, in the machine's zone


def read_file(folder: str, file: FileStat, limit: int | None = None) -> FileRead | NoPost | Gone:
    """Return what `file` holds, or its first `limit` bytes, and what `stat` said before that."""
    try:
        descriptor = os.open(as_system_path(folder, file.path), _OPEN)
    except (FileNotFoundError, NotADirectoryError):
        return Gone(file.path)
    except OSError as error:
        return _unreadable(file, error)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Gone(file.path)  # it was a file when the folder was listed
        found = _as_found(file.path, status)
        data = _read(descriptor, min(limit or MAX_POST_BYTES, MAX_POST_BYTES) + 1)
    except OSError as error:
        return _unreadable(file, error)
    finally:
        os.close(descriptor)
    return FileRead(found, data[:limit], limit is None or len(data) <= limit, _modified(found))


def _read(descriptor: int, size: int) -> bytes:
    """Return up to `size` bytes; one system call may give fewer."""
    pieces: list[bytes] = []
    while size and (piece := os.read(descriptor, min(size, 1 << 20))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _unreadable(file: FileStat, error: OSError) -> NoPost:
    """Return a file that will be tried again with each rescan, for its `stat` tells nothing."""
    tried = FileStat(file.path, -1, 0, 0)
    return NoPost(tried, f"The file cannot be read: {error.strerror or error}.")


def _as_found(path: str, status: os.stat_result) -> FileStat:
    ctime_ns = status.st_ctime_ns
    if time.time_ns() - max(ctime_ns, status.st_mtime_ns) < _DOUBT_NS:
        ctime_ns = 0
    return FileStat(path, status.st_size, status.st_mtime_ns, ctime_ns)


def _modified(file: FileStat) -> datetime:
    try:
        return datetime.fromtimestamp(file.mtime_ns / 1e9, UTC).astimezone()
    except (OverflowError, ValueError, OSError):  # 30000 BC, as a broken disk may say
        return datetime.fromtimestamp(0, UTC)
