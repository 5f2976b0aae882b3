"""The pictures at hand when an article is made: the library's, and remote ones kept on disk.

Only names are looked up and headers read; nothing is fetched. Free of Qt: it works in the
process that renders.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from reader.article.pictures.headers import UNKNOWN, Size, size_in
from reader.pictures.cache import PictureCache
from reader.pictures.file_names import FileNames
from reader.pictures.local import find_file

_SIZES_KEPT = 4096


class PictureShelf:
    """Answers what rendering asks about one library's pictures."""

    def __init__(self, library: Path, cache: PictureCache | None, by_name: bool = True) -> None:
        self._library = library
        self._cache = cache
        self._names = FileNames(library) if by_name else None

    def first_of(self, paths: Sequence[str]) -> str | None:
        """Return the first of these library paths at which there is a file, or None."""
        return next((path for path in paths if find_file(self._library, path)), None)

    def named(self, written: str, post_path: str) -> str | None:
        """Return the library path of the file that is called so, nearest to the post; or None."""
        path = self._names.find(written, post_path) if self._names is not None else None
        return path if path is not None and find_file(self._library, path) else None

    def size(self, url: str) -> Size:
        """Return the size of the picture at a library path or URL; (0, 0) unknown."""
        file = self._file(url)
        if file is None:
            return UNKNOWN
        try:
            status = file.stat()
        except OSError:
            return UNKNOWN
        return _size(file, status.st_mtime_ns, status.st_size)

    def _file(self, url: str) -> Path | None:
        if "://" in url:
            return self._cache.file_of(url) if self._cache is not None else None
        return find_file(self._library, url)


@lru_cache(_SIZES_KEPT)
def _size(file: Path, modified: int, length: int) -> Size:
    """Return the size that a file's header tells. Its time and length say which file it is."""
    del modified, length
    try:
        with file.open("rb") as opened:
            return size_in(opened)
    except OSError:
        return UNKNOWN
