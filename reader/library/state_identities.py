"""What tells a post from others wherever its file goes, as the index knows it."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import apsw

from reader.errors import StoreError
from reader.library.database import open_index_for_reading

_OF = """
    SELECT posts.path, nullif(content_hash, x''), url_key
    FROM json_each(?) CROSS JOIN posts ON posts.path = value
"""


class Identity(NamedTuple):  # made by ten thousands, so no dataclass
    """A post's content and source, as far as they are known."""

    content_hash: bytes | None = None
    url_key: str | None = None  # reader.posts.identity.normalized_url


UNKNOWN = Identity()


class Identities:
    """Looks posts up in an index that may not be there, or be replaced at any time.

    It never raises: what the user reads and stars is kept whatever the index is like.
    """

    def __init__(self, index: Path | None) -> None:
        self.index = index
        self._connection: apsw.Connection | None = None
        self._opened: tuple[int, int] | None = None  # which file

    def of(self, paths: Iterable[str]) -> dict[str, Identity]:
        """Return the identity of each of these posts that the index holds."""
        try:
            connection = self._current()
            if connection is None:
                return {}
            rows = connection.execute(_OF, (json.dumps(list(paths)),))
            return {path: Identity._make(identity) for path, *identity in rows}
        except (apsw.Error, StoreError, OSError):
            self.close()
            return {}

    def close(self) -> None:
        """Close the index; it is opened again when needed."""
        if self._connection is not None:
            with suppress(apsw.Error):
                self._connection.close(force=True)
        self._connection = self._opened = None

    def _current(self) -> apsw.Connection | None:
        if self.index is None:
            return None
        status = self.index.stat()
        present = (status.st_dev, status.st_ino)
        if present != self._opened:
            self.close()
            self._connection = open_index_for_reading(self.index)
            self._opened = present
        return self._connection
