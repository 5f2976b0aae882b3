"""What rendering may know of the pictures' files, handed in: this room opens none."""

from collections.abc import Sequence
from typing import Protocol

from reader.article.pictures.headers import UNKNOWN, Size


class Shelf(Protocol):
    """The pictures that are at hand: the library's, and remote ones kept on disk."""

    def first_of(self, paths: Sequence[str]) -> str | None:
        """Return the first of these library paths at which there is a file, or None."""
        ...

    def named(self, written: str, post_path: str) -> str | None:
        """Return the library path of the file that is called so, nearest to the post; or None."""
        ...

    def size(self, url: str) -> Size:
        """Return the size of the picture at a library path or URL; (0, 0) unknown."""
        ...


class EmptyShelf:
    """No picture is at hand, and no size is known."""

    def first_of(self, paths: Sequence[str]) -> str | None:
        """Return None."""
        del paths

    def named(self, written: str, post_path: str) -> str | None:
        """Return None."""
        del written, post_path
        return None

    def size(self, url: str) -> Size:
        """Return (0, 0)."""
        del url
        return UNKNOWN


EMPTY_SHELF: Shelf = EmptyShelf()
