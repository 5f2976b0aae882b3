"""Where the sources of a post's pictures lead: the web, or a file of the library."""

import posixpath
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from reader.article.pictures.headers import UNKNOWN, Size
from reader.article.pictures.shelf import Shelf
from reader.article.urls import absolute, picture_url

_MEASURED = 300  # pictures of one post whose files are looked at
_SOUGHT = 500  # of one post that are looked for in the library


class Places:
    """Finds the pictures of one post."""

    def __init__(self, post_path: str, source_url: str | None, shelf: Shelf) -> None:
        self._post_path = post_path
        self._source_url = source_url
        self._shelf = shelf
        self._known: dict[str, tuple[str | None, bool]] = {}
        self._sizes: dict[str, Size] = {}
        self._left = _SOUGHT

    def best_of(self, written: Sequence[str]) -> str | None:
        """Return the URL or library path of the first source that leads somewhere.

        Where none surely does, the first that might: the page says that it is missing.
        """
        lost: str | None = None
        for source in written:
            url, found = self._resolved(source)
            if found:
                return url
            lost = lost or url
        return lost

    def plain(self, source: str) -> str | None:
        """Return the URL or library path that a source means, whether or not it is there."""
        return picture_url(source, self._post_path)

    def size(self, url: str) -> Size:
        """Return the size of the file at `url`; (0, 0) where it is not at hand."""
        if url not in self._sizes:
            within = len(self._sizes) < _MEASURED
            self._sizes[url] = self._shelf.size(url) if within else UNKNOWN
        return self._sizes[url]

    def _resolved(self, source: str) -> tuple[str | None, bool]:
        if source not in self._known:
            self._known[source] = self._resolve(source)
        return self._known[source]

    def _resolve(self, source: str) -> tuple[str | None, bool]:
        """Return what a source means, and whether it surely leads there."""
        url = picture_url(source, self._post_path)
        if url is not None and "://" in url:
            return url, True
        self._left -= 1
        if self._left < 0:
            return url, False
        paths = list(self._paths(source, url))
        if found := self._shelf.first_of(paths):
            return found, True
        remote = picture_url(absolute(source, self._source_url), "") if self._source_url else None
        if remote is not None and "://" in remote:
            return remote, True
        bare = unquote(source.partition("?")[0].partition("#")[0])
        if url is not None and (named := self._shelf.named(bare, self._post_path)):
            return named, True
        return url, False

    def _paths(self, source: str, url: str | None) -> Iterable[str]:
        """Yield the library paths that a relative source may mean, the surest first."""
        if url is not None:
            yield url
        bare = source.partition("?")[0].partition("#")[0]
        if bare.startswith("/"):
            return
        # Hexo keeps a post's pictures in a folder of its name, and names them without it.
        folder = posixpath.splitext(self._post_path)[0] + "/"
        if beside := picture_url(bare, folder):
            yield beside
        if bare.startswith("../"):  # as a browser reads it: the root has nothing above it
            above = picture_url("/" + bare.replace("../", ""), "")
            if above is not None:
                yield above
