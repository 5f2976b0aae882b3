"""The front door of the reading side: what is in the index, and what is read of it.

One catalog belongs to one thread; `interrupt` alone may be called from another. Each question
is answered from one state of the index, however the indexer goes on meanwhile.
"""

import json
from array import array
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from reader.errors import BroadsheetError, DamagedError, StoreError
from reader.library.database import is_sound, open_index_for_reading, store_errors
from reader.library.facet_counts import FacetCounts
from reader.library.facet_values import FacetValues
from reader.library.filter_sql import Selection, Vocabulary, selection
from reader.library.labels import labels_of
from reader.library.listings import listing_of
from reader.library.paths import to_text
from reader.library.query import parse
from reader.library.reading_marks import ReadingMarks
from reader.library.relevance import register_relevance
from reader.library.schema import VERSION
from reader.library.summaries import summaries
from reader.library.values import Counts, Days, Filter, Found, Listing, PostSummary, Shelf, Sort
from reader.posts.problem import Problem

if TYPE_CHECKING:
    from reader.library.link_lookup import LinkLookup

_CACHE_KIB = 8 * 1024  # more makes no search faster: the system keeps the file, too

_FIRST_UNREAD = """
    SELECT value FROM carray(?) WHERE value NOT IN (SELECT id FROM temp.read_posts)
        AND value IN (SELECT id FROM posts) LIMIT 1
"""


class Interrupted(BroadsheetError):  # noqa: N818 - it is no error, and never shown
    """The question was given up: `interrupt` was called."""


class Catalog:
    """An index, and the reading state beside it, to be asked. See `reader.library.values`."""

    def __init__(self, index: Path, state: Path | None, folder: Path) -> None:
        """Open the index of the library in `folder`; `state` need not exist yet.

        Raises:
            StoreError: There is no index, or none that can be read.
        """
        self.index, self._folder = index, folder
        self._connection = open_index_for_reading(index)
        with self._errors():
            self._file = _stamp(index)
            self._connection.pragma("cache_size", -_CACHE_KIB)
            self._connection.pragma("temp_store", "memory")
            register_relevance(self._connection)
            self._marks = ReadingMarks(self._connection, state, to_text(str(folder)))
            self._values = FacetValues(self._connection)
            self._counts = FacetCounts(self._connection, self._values)
            self._version = -1
            self._inside = False  # of a snapshot

    def listing(self, filter: Filter) -> Listing:  # noqa: A002 - the word for it
        """Return the ids of the posts that `filter` selects, in its order.

        Raises:
            Interrupted: See `interrupt`.
            StoreError: The index cannot be read, or any longer.
        """
        with self.snapshot():
            return self._listing(filter, whole=True)

    def beginning(self, filter: Filter) -> Listing:  # noqa: A002
        """Return the listing of `filter`, or only its first posts where words find very many.

        Raises as `listing` does.
        """
        with self.snapshot():
            return self._listing(filter, whole=False)

    def counts(self, filter: Filter) -> Counts:  # noqa: A002
        """Return what stands beside the listing of `filter`. Raises as `listing` does."""
        with self.snapshot():
            selected = self._selection(filter)
            facets, months = self._counts.count(selected, filter.named())
            return Counts(filter, self._shelves(), facets, months)

    def days(self, filter: Filter, since: date, until: date) -> Days:  # noqa: A002
        """Return how many posts each of these days has; else as `counts`, whatever its dates."""
        with self.snapshot():
            selected = self._selection(replace(filter, since=since, until=until))
            return Days(filter, since, until, self._counts.days(selected))

    def summaries(self, ids: Sequence[int], query: str = "") -> list[PostSummary]:
        """Return what the list shows of these posts, in this order; posts gone are left out.

        Raises as `listing` does.
        """
        with self.snapshot():
            return summaries(self._connection, ids, query)

    def find(self, path: str) -> int | None:
        """Return the id of the post at `path`, None if there is none."""
        with self.snapshot():
            return self._connection.execute("SELECT id FROM posts WHERE path = ?", (path,)).get

    def titles(self, below: int, most: int) -> list[tuple[int, str]]:
        """Return ids and titles of so many posts whose ids are below a number, newest first."""
        wanted = "SELECT id, title FROM posts WHERE id < ? ORDER BY id DESC LIMIT ?"
        with self.snapshot():
            return self._connection.execute(wanted, (below, most)).fetchall()

    def labels(self, ids: "array[int]", sort: Sort) -> Sequence[str]:
        """Return a label for each of these posts by which `sort` orders: see `labels_of`."""
        with self.snapshot():
            return labels_of(self._connection, ids, sort)

    def paths(self, ids: Sequence[int]) -> list[str]:
        """Return the paths of these posts, in this order; posts gone are left out."""
        with self.snapshot():
            rows = self._connection.execute(
                "SELECT posts.path FROM json_each(?) CROSS JOIN posts ON posts.id = value",
                (json.dumps(list(ids)),),
            )
            return [path for (path,) in rows]

    def first_unread(self, ids: "array[int]") -> int | None:
        """Return the first of these posts that is not read, None if all are, or gone."""
        if not ids:
            return None
        with self.snapshot():
            return self._connection.execute(_FIRST_UNREAD, (apsw.carray(ids),)).get

    def linked_url(self, url: str) -> Found | None:
        """Return the post whose source is `url`, the newest of several, or None."""
        with self.snapshot():
            return self._links().by_url(url)

    def linked_path(self, path: str, post: str) -> Found | None:
        """Return the post or file that a link to `path`, in the post at `post`, means, or None.

        `path` is taken as relative to the library, whatever the site makes of it.
        """
        with self.snapshot():
            return self._links().by_path(path, post)

    def problems(self) -> list[Problem]:
        """Return what could not be read as it was meant, by path and line."""
        with self.snapshot():
            rows = self._connection.execute(
                "SELECT path, line, reason FROM problems ORDER BY path, line, reason"
            )
            return [Problem(path, line, reason) for path, line, reason in rows]

    def stale(self) -> bool:
        """Return whether the index's file is another by now, or gone: open a new catalog then."""
        return _stamp(self.index) != self._file

    def interrupt(self) -> None:
        """Make the thread that is asking raise Interrupted; with none asking, nothing happens."""
        with suppress(apsw.ConnectionClosedError):
            self._connection.interrupt()

    def close(self) -> None:
        """Close the index. Nothing can be asked afterwards."""
        self._connection.close(force=True)

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """Answer everything asked within from one state of the index and of what is read.

        Raises:
            Interrupted: See `interrupt`.
            StoreError: The index cannot be read, or any longer.
        """
        with self._errors():
            if self._inside:
                yield
                return
            self._marks.attach()
            self._connection.execute("BEGIN")
            self._inside = True
            written = True
            try:
                written = self._refresh()
                yield
            finally:
                self._inside = False
                self._end(written)

    def _refresh(self) -> bool:
        """Notice what changed since the last question; return whether reading marks did."""
        version = self._connection.pragma("data_version", schema="main")
        if version != self._version:
            if self._connection.pragma("user_version") != VERSION:
                raise StoreError(f"The index at {self.index} was rebuilt by another version.")
            self._counts.forget()
            self._values.forget()
            self._version = version
        return self._marks.fill()

    def _end(self, written: bool) -> None:
        """End the transaction, in which nothing but our own temporary tables was written.

        A write that is interrupted has rolled it back already, reading marks and all.
        """
        try:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
                return
        except apsw.InterruptError:
            self._connection.execute("ROLLBACK")
        self._counts.forget()
        if written:
            self._marks.forget()

    def _listing(self, asked: Filter, whole: bool) -> Listing:
        selected, total = self._selection(asked), self._counts.total()
        return listing_of(self._connection, asked, selected, total, whole)

    def _links(self) -> "LinkLookup":
        from reader.library.link_lookup import LinkLookup  # noqa: PLC0415 - seldom needed

        return LinkLookup(self._connection, self._folder)

    def _selection(self, wanted: Filter) -> Selection:
        vocabulary = Vocabulary(self._values.matching, self._values.chosen)
        return selection(wanted, parse(wanted.query), vocabulary)

    def _shelves(self) -> Mapping[Shelf, int]:
        def count(sql: str, *parameters: str) -> int:
            return int(self._connection.execute(sql, parameters).get)

        total = self._counts.total()
        today = date.today().isoformat()
        return {
            Shelf.ALL: total,
            Shelf.UNREAD: total - count("SELECT count(*) FROM temp.read_posts"),
            Shelf.STARRED: count("SELECT count(*) FROM temp.starred_posts"),
            Shelf.TODAY: count("SELECT count(*) FROM posts WHERE local_day = ?", today),
        }

    @contextmanager
    def _errors(self) -> Generator[None]:
        with store_errors(self.index):
            try:
                yield
            except apsw.InterruptError as error:
                raise Interrupted("The question was given up.") from error
            except UnicodeEncodeError as error:  # half a surrogate pair, which no row can hold
                raise StoreError("What was asked for is no text.") from error
            except (ValueError, KeyError, TypeError) as error:  # what nobody wrote
                # Values of other types are another table's rows, or a mistake of ours.
                if isinstance(error, TypeError) and is_sound(self.index):
                    raise
                raise DamagedError(f"{self.index} is damaged.") from error


def _stamp(index: Path) -> tuple[int, int] | None:
    """Return what tells this file from another that takes its place; None if there is none."""
    try:
        status = index.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)
