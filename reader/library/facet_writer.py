"""The facets of posts, as the index keeps them: each value once."""

from collections.abc import Iterable

import apsw

from reader.library.facet_lists import packed, unpacked
from reader.library.values import Facet

_REMEMBERED = 100_000  # values; a library of a million posts has more tags than we need hold


class FacetWriter:
    """Writes which post has which facets, within the caller's transaction."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._ids: dict[tuple[Facet, str], int] = {}
        self._links: list[tuple[int, int]] = []  # still to be written
        self._lists: list[tuple[int, str]] = []  # likewise
        self._loosened: set[int] = set()  # facets that some post no longer has

    def replace(self, post: int, facets: Iterable[tuple[Facet, str]], is_new: bool) -> None:
        """Make `facets` all that `post` has; `is_new` where it has none yet."""
        wanted = {self._id_of(facet) for facet in facets}
        present = set[int]() if is_new else self._of(post)
        if wanted != present:
            self._links += [(facet, post) for facet in wanted - present]
            self._lists.append((post, packed(wanted)))
            self._unlink(post, present - wanted)

    def remove(self, post: int) -> None:
        """Take all its facets from `post`."""
        self._unlink(post, self._of(post))
        self._connection.execute("DELETE FROM facet_lists WHERE post_id = ?", (post,))

    def finish(self) -> None:
        """Write what is still to be written, and drop the values that no post has any more."""
        self._links.sort()
        self._connection.executemany("INSERT INTO post_facets VALUES(?, ?)", self._links)
        self._links.clear()
        self._lists.sort()
        self._connection.executemany("INSERT OR REPLACE INTO facet_lists VALUES(?, ?)", self._lists)
        self._lists.clear()
        if self._loosened:
            self._connection.executemany(
                "DELETE FROM facets WHERE id = ?1"
                " AND NOT EXISTS (SELECT 1 FROM post_facets WHERE facet_id = ?1)",
                [(facet,) for facet in self._loosened],
            )
            self._ids = {key: id_ for key, id_ in self._ids.items() if id_ not in self._loosened}
            self._loosened.clear()

    def _id_of(self, facet: tuple[Facet, str]) -> int:
        known = self._ids.get(facet)
        if known is not None:
            return known
        row = self._connection.execute(
            "SELECT id FROM facets WHERE facet = ? AND value = ?", facet
        ).fetchone()
        if row is None:
            self._connection.execute("INSERT INTO facets(facet, value) VALUES(?, ?)", facet)
            row = (self._connection.last_insert_rowid(),)
        if len(self._ids) >= _REMEMBERED:
            self._ids.clear()
        self._ids[facet] = row[0]
        return row[0]

    def _of(self, post: int) -> set[int]:
        return unpacked(
            self._connection.execute(
                "SELECT facets FROM facet_lists WHERE post_id = ?", (post,)
            ).get
            or ""
        )

    def _unlink(self, post: int, facets: set[int]) -> None:
        if not facets:
            return
        self._loosened |= facets
        self._connection.executemany(
            "DELETE FROM post_facets WHERE facet_id = ? AND post_id = ?",
            [(facet, post) for facet in facets],
        )
