"""Everything that is ever written into the index, in short transactions.

A post's row, facets, text, words and problems are replaced together, so that at every commit
the index is what a fresh one would be of the same files, the parts still to come left out.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import apsw

from reader.library.facet_writer import FacetWriter
from reader.library.free_ids import FreeIds
from reader.library.outcome import NoPost, Outcome, PostFound, Unchanged
from reader.library.scan import FileStat
from reader.library.scan_plan import Stored
from reader.library.schema import ID_STEP
from reader.posts.problem import Problem

_STORED = """
SELECT path, size, mtime_ns, ctime_ns, content_hash, 1, body_done FROM posts {0}
UNION ALL SELECT path, size, mtime_ns, ctime_ns, x'', 0, 1 FROM no_posts {0}
"""
_BELOW = "WHERE path = :path OR (path > :path || '/' AND path < :path || '0')"  # "0" follows "/"
# A post keeps its id only while its moment stays, and so its local day.
_WRITE_POST = f"""
INSERT INTO posts(
    id, path, size, mtime_ns, ctime_ns, content_hash, title, date, local_day, authors, source,
    source_url, url_key, link_name, lang, excerpt, has_image, body_done
) VALUES(?{", ?" * 17})
ON CONFLICT(id) DO UPDATE SET
    size = excluded.size, mtime_ns = excluded.mtime_ns, ctime_ns = excluded.ctime_ns,
    content_hash = excluded.content_hash, title = excluded.title, date = excluded.date,
    authors = excluded.authors, source = excluded.source, source_url = excluded.source_url,
    url_key = excluded.url_key, link_name = excluded.link_name,
    lang = excluded.lang, excerpt = excluded.excerpt,
    has_image = excluded.has_image, body_done = excluded.body_done
"""
_INSERT_WORDS = "INSERT INTO words(rowid, title, body, tags, authors) VALUES(?, ?, ?, ?, ?)"


@dataclass(slots=True)
class Written:
    """What one transaction changed."""

    added: list[str] = field(default_factory=list[str])
    changed: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    problems: list[Problem] = field(default_factory=list[Problem])  # those that are new


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a post goes."""

    id: int
    was: int | None  # the id it had
    had_body: bool


class IndexWriter:
    """The one writer of one index."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._facets = FacetWriter(connection)
        self._ids = FreeIds(connection)
        self._posts: int = connection.execute("SELECT count(*) FROM posts").get

    def interrupt(self) -> None:
        """Make the `write` that is going on, in another thread, raise and write nothing."""
        self._connection.interrupt()

    def stored(self) -> dict[str, Stored]:
        """Return what the index has of every file."""
        return dict(self._stored("", None))

    def stored_at(self, paths: Iterable[str]) -> dict[str, Stored]:
        """Return what the index has of these paths, and of everything below them."""
        return {
            below: stored
            for path in paths
            for below, stored in self._stored(_BELOW, {"path": path})
        }

    def totals(self) -> tuple[int, int]:
        """Return how many posts and how many problems there are."""
        return self._posts, self._connection.execute("SELECT count(*) FROM problems").get

    def facts(self) -> dict[str, str]:
        """Return what the index says about itself."""
        return dict(self._connection.execute("SELECT name, value FROM facts").fetchall())

    def state_fact(self, name: str, value: str) -> None:
        """Write one of the facts."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES(?, ?)", (name, value))

    def write(self, outcomes: Iterable[Outcome], removed: Iterable[str] = ()) -> Written:
        """Write what was found out, in one transaction, and return what that changed.

        Raises:
            apsw.Error: Nothing of it is written.
        """
        try:
            with self._connection:
                written = self._write(list(outcomes), removed)
            self._posts += len(written.added) - len(written.removed)
            return written
        except apsw.Error:
            self._facets = FacetWriter(self._connection)  # it remembers what was not written
            self._ids.forget()
            raise

    def _write(self, outcomes: list[Outcome], removed: Iterable[str]) -> Written:
        written = Written()
        for outcome in outcomes:
            if isinstance(outcome, NoPost):
                self._write_no_post(outcome, written)
            elif isinstance(outcome, Unchanged):
                self._restat(outcome.file)
        for path in removed:
            if self._remove(path):
                written.removed.append(path)
        posts = {found.file.path: found for found in outcomes if isinstance(found, PostFound)}
        self._write_posts(posts, written)
        self._facets.finish()
        return written

    def _stored(
        self, where: str, bindings: Mapping[str, str] | None
    ) -> Iterator[tuple[str, Stored]]:
        for path, *stored in self._connection.execute(_STORED.format(where), bindings):
            yield path, Stored(*stored)

    def _write_posts(self, posts: Mapping[str, PostFound], written: Written) -> None:
        places = self._places(posts.values())
        for path, place in places.items():
            (written.added if place.was is None else written.changed).append(path)
            self._make_room(path, place)
            self._facets.replace(place.id, posts[path].facets, is_new=place.was != place.id)
            self._replace_problems(path, posts[path].problems, written)
        rising = sorted((place.id, path) for path, place in places.items())
        self._connection.executemany(_WRITE_POST, [_row(id_, posts[path]) for id_, path in rising])
        bodies = [(id_, body) for id_, path in rising if (body := posts[path].body) is not None]
        self._connection.executemany(
            "INSERT INTO texts VALUES(?, ?)", [(id_, body.text) for id_, body in bodies]
        )
        self._connection.executemany(_INSERT_WORDS, [(id_, *body.words) for id_, body in bodies])

    def _make_room(self, path: str, place: _Place) -> None:
        """Remove what the post that comes to `place` replaces."""
        if place.was is None:
            self._connection.execute("DELETE FROM no_posts WHERE path = ?", (path,))
            return
        if place.had_body:
            self._remove_body(place.was)
        if place.was != place.id:
            self._facets.remove(place.was)
            self._delete(place.was)

    def _places(self, posts: Iterable[PostFound]) -> dict[str, _Place]:
        places: dict[str, _Place] = {}
        self._ids.begin()
        for post in posts:
            path = post.file.path
            row = self._connection.execute(
                "SELECT id, date, body_done FROM posts WHERE path = ?", (path,)
            ).fetchone()
            was, date_was, had_body = row or (None, "", 0)
            if was is not None and (date_was == post.date or was // ID_STEP == post.second):
                id_ = was
            else:
                day = date.fromisoformat(post.local_day)
                id_ = self._ids.take(post.second, day, zlib.crc32(path.encode()))
            places[path] = _Place(id_, was, bool(had_body))
        return places

    def _write_no_post(self, outcome: NoPost, written: Written) -> None:
        if self._remove(outcome.file.path):
            written.removed.append(outcome.file.path)
        self._connection.execute("INSERT INTO no_posts VALUES(?, ?, ?, ?)", outcome.file)
        lines = ((None, outcome.reason),) if outcome.reason else ()
        self._replace_problems(outcome.file.path, lines, written)

    def _remove(self, path: str) -> bool:
        """Forget a file; return whether it was a post."""
        self._connection.execute("DELETE FROM no_posts WHERE path = ?", (path,))
        row = self._connection.execute("SELECT id FROM posts WHERE path = ?", (path,)).fetchone()
        if row is not None:
            self._facets.remove(row[0])
            self._remove_body(row[0])
            self._delete(row[0])
        self._connection.execute("DELETE FROM problems WHERE path = ?", (path,))
        return row is not None

    def _delete(self, post: int) -> None:
        self._connection.execute("DELETE FROM posts WHERE id = ?", (post,))
        self._ids.free(post)

    def _remove_body(self, post: int) -> None:
        self._connection.execute("DELETE FROM texts WHERE post_id = ?", (post,))
        self._connection.execute("DELETE FROM words WHERE rowid = ?", (post,))

    def _restat(self, file: FileStat) -> None:
        self._connection.execute(
            "UPDATE posts SET size = ?2, mtime_ns = ?3, ctime_ns = ?4 WHERE path = ?1", file
        )

    def _replace_problems(
        self, path: str, faults: Iterable[tuple[int | None, str]], written: Written
    ) -> None:
        known = set(
            self._connection.execute("SELECT line, reason FROM problems WHERE path = ?", (path,))
        )
        wanted = dict.fromkeys(faults)
        if known == set(wanted):
            return
        self._connection.execute("DELETE FROM problems WHERE path = ?", (path,))
        self._connection.executemany(
            "INSERT INTO problems VALUES(?, ?, ?)", [(path, *fault) for fault in wanted]
        )
        written.problems += [Problem(path, *fault) for fault in wanted if fault not in known]


def _row(id_: int, post: PostFound) -> tuple[int | str | bytes | None, ...]:
    body = post.body
    return (
        id_,
        *post.file,
        body.content_hash if body else b"",
        post.title,
        post.date,
        post.local_day,
        post.authors,
        post.source,
        post.source_url,
        post.url_key,
        post.link_name,
        post.lang,
        body.excerpt if body else "",
        body.has_image if body else 0,
        body is not None,
    )
