"""What tells a post from others wherever its file goes, as the index knows it."""

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import apsw

from reader.errors import StoreError
from reader.library.database import Damage, open_index_for_reading

_OF = """
    SELECT posts.path, nullif(content_hash, x''), url_key,
        iif(EXISTS(SELECT 1 FROM posts AS other
            WHERE other.url_key = posts.url_key AND other.id != posts.id), 0, NULL)
    FROM json_each(?) CROSS JOIN posts ON posts.path = value
"""
_TWINS = """
    SELECT path, content_hash, url_key FROM (
        SELECT DISTINCT marked.content_hash AS twice
        FROM json_each(?) CROSS JOIN posts AS marked ON marked.path = value
        WHERE length(marked.content_hash) > 0 AND EXISTS(
            SELECT 1 FROM posts AS other
            WHERE other.content_hash = marked.content_hash AND other.id != marked.id)
    ) CROSS JOIN posts ON content_hash = twice
"""
_IS_SETTLED = "SELECT count(*) FROM facts WHERE name = 'bodies_done' AND value = '1'"


class Identity(NamedTuple):  # made by ten thousands, so no dataclass
    """A post's content and source, as far as they are known."""

    content_hash: bytes | None = None
    url_key: str | None = None  # reader.posts.identity.normalized_url
    url_shared_at: int | None = None  # 0 where other posts have it too


UNKNOWN = Identity()


@dataclass(frozen=True, slots=True)
class Known:
    """What an index says about some posts."""

    identities: dict[str, Identity] = field(default_factory=dict[str, Identity])
    twins: dict[str, Identity] = field(default_factory=dict[str, Identity])  # of the same content
    settled: bool = False  # so that what it does not have is not there


class Identities:
    """Looks posts up in an index that may not be there, or be replaced at any time.

    It never raises: what the user reads and stars is kept whatever the index is like.
    """

    def __init__(self, index: Path | None) -> None:
        self.index = index
        self._connection: apsw.Connection | None = None
        self._opened: tuple[int, int] | None = None  # which file

    def of(self, paths: Collection[str]) -> Known:
        """Return the identity of each of these posts that the index holds, and their twins."""
        try:
            connection = self._current()
            if connection is None:
                return Known()
            wanted = (json.dumps(list(paths)),)
            with connection:
                rows = connection.execute(_OF, wanted).fetchall()
                twins = connection.execute(_TWINS, wanted).fetchall()
                settled = bool(connection.execute(_IS_SETTLED).get)
        except (*Damage, apsw.Error, StoreError, OSError):
            self.close()
            return Known()
        return Known(
            {path: Identity._make(identity) for path, *identity in rows},
            {path: Identity(*identity) for path, *identity in twins if path not in paths},
            settled,
        )

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
