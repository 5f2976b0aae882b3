"""Remote pictures that were seen, kept on disk for a while.

Files are named by a digest of their address and written whole or not at all. Past the limit the
longest unused go first. The folder may be deleted at any time.
"""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

LIMIT = 256 * 1024 * 1024  # bytes


class PictureCache:
    """A folder of pictures, for one thread."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._total: int | None = None  # bytes; not known before the first picture is kept

    def get(self, address: str) -> bytes | None:
        """Return the picture of `address`, or None."""
        path = self._path(address)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def file_of(self, address: str) -> Path | None:
        """Return the file in which the picture of `address` is kept, or None."""
        path = self._path(address)
        return path if path.is_file() else None

    def put(self, address: str, data: bytes) -> None:
        """Keep `data`. A disk that is full or read-only is no reason to complain."""
        path = self._path(address)
        part = path.with_suffix(f".{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            os.replace(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return
        self._total = (self._size() if self._total is None else self._total) + len(data)
        if self._total > self._limit:
            self._evict()

    def clear(self) -> None:
        """Forget every picture. What cannot be deleted stays."""
        for _, _, path in self._files():
            with suppress(OSError):
                path.unlink()
        self._total = None

    def _path(self, address: str) -> Path:
        digest = blake2b(address.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return self._folder / digest[:2] / digest

    def _files(self) -> list[tuple[float, int, Path]]:
        """Return (last use, size, path) of every file."""
        found: list[tuple[float, int, Path]] = []
        for path in self._folder.glob("??/*"):
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return found

    def _size(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _evict(self) -> None:
        """Delete the longest unused down to nine tenths of the limit."""
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= self._limit * 0.9:
                break
            with suppress(OSError):
                path.unlink()
                total -= size
        self._total = total
