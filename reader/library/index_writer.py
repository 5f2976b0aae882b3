"""Everything that is ever written into the index, in short transactions.

A post's row, facets, text, words and problems are replaced together, so that at every commit
the index is what a fresh one would be of the same files, the parts still to come left out.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

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
_INSERT_POST = f"""
INSERT INTO posts(
    id, path, size, mtime_ns, ctime_ns, content_hash, title, date, local_day, authors, source,
    source_url, url_key, link_name, lang, excerpt, has_image, body_done
) VALUES(?{", ?" * 17})
"""
# What a post that keeps its id keeps: its path, the link name made of it, its local day. A key
# that changes is set apart, for setting it moves its entry in an index.
_UPDATE_POST = """
UPDATE posts SET size = ?3, mtime_ns = ?4, ctime_ns = ?5, content_hash = ?6, title = ?7,
    date = ?8, authors = ?10, source = ?11, source_url = ?12, lang = ?15, excerpt = ?16,
    has_image = ?17, body_done = ?18
WHERE id = ?1
"""
_UPDATE_KEY = "UPDATE posts SET url_key = ?2 WHERE id = ?1"
_KNOWN = """
SELECT posts.path, posts.id, date, url_key, body_done
FROM json_each(?) AS wanted CROSS JOIN posts ON posts.path = wanted.value
"""
_KNOWN_PROBLEMS = """
SELECT problems.path, line, reason
FROM json_each(?) AS wanted CROSS JOIN problems ON problems.path = wanted.value
"""
_INSERT_WORDS = "INSERT INTO words(rowid, title, body, tags, authors) VALUES(?, ?, ?, ?, ?)"


_Row = tuple[int | str | bytes | None, ...]


@dataclass(slots=True)
class Written:
    """What one transaction changed."""

    added: list[str] = field(default_factory=list[str])
    changed: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    problems: list[Problem] = field(default_factory=list[Problem])  # those that are new


class _Known(NamedTuple):
    """What the index has of a post that comes again."""

    id: int
    date: str
    url_key: str | None
    had_body: int


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

    def stored(self) -> Iterator[tuple[str, Stored]]:
        """Yield what the index has of every file; take it all before anything is written."""
        return self._stored("", None)

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
        known = self._known(posts)
        ids = self._ids_for(posts, known)
        written.added += [path for path in posts if path not in known]
        written.changed += known
        self._make_room(posts, known, ids)
        rising = sorted((id_, path) for path, id_ in ids.items())
        new, kept, moved_keys = list[_Row](), list[_Row](), list[tuple[int, str | None]]()
        for id_, path in rising:
            post, was = posts[path], known.get(path)
            row = _row(id_, post)
            if was is None or was.id != id_:
                new.append(row)
            else:
                kept.append(row)
                if was.url_key != post.url_key:
                    moved_keys.append((id_, post.url_key))
            self._facets.replace(id_, post.facets, is_new=was is None or was.id != id_)
        self._connection.executemany(_INSERT_POST, new)
        self._connection.executemany(_UPDATE_POST, kept)
        self._connection.executemany(_UPDATE_KEY, moved_keys)
        self._replace_problems({path: post.problems for path, post in posts.items()}, written)
        bodies = [(id_, body) for id_, path in rising if (body := posts[path].body) is not None]
        self._connection.executemany(
            "INSERT INTO texts VALUES(?, ?)", [(id_, body.text) for id_, body in bodies]
        )
        self._connection.executemany(_INSERT_WORDS, [(id_, *body.words) for id_, body in bodies])

    def _known(self, paths: Iterable[str]) -> dict[str, _Known]:
        """Return what the index has of those of these posts that it has."""
        rows = self._connection.execute(_KNOWN, (_json(paths),))
        return {path: _Known(*row) for path, *row in rows}

    def _ids_for(
        self, posts: Mapping[str, PostFound], known: Mapping[str, _Known]
    ) -> dict[str, int]:
        """Return the ids that posts are to have: what they had, as long as their moment stays."""
        ids = {
            path: was.id
            for path, was in known.items()
            if was.date == posts[path].date or was.id // ID_STEP == posts[path].second
        }
        moving = [(path, post) for path, post in posts.items() if path not in ids]
        self._ids.begin(post.second for _, post in moving)
        for path, post in moving:
            day = date.fromisoformat(post.local_day)
            ids[path] = self._ids.take(post.second, day, zlib.crc32(path.encode()))
        return ids

    def _make_room(
        self, posts: Iterable[str], known: Mapping[str, _Known], ids: Mapping[str, int]
    ) -> None:
        """Remove what stands where posts are to stand, and where they stood."""
        new = _json(path for path in posts if path not in known)
        self._connection.execute(
            "DELETE FROM no_posts WHERE path IN (SELECT value FROM json_each(?))", (new,)
        )
        for path, was in known.items():
            if was.had_body:
                self._remove_body(was.id)
            if was.id != ids[path]:
                self._facets.remove(was.id)
                self._delete(was.id)

    def _write_no_post(self, outcome: NoPost, written: Written) -> None:
        if self._remove(outcome.file.path):
            written.removed.append(outcome.file.path)
        self._connection.execute("INSERT INTO no_posts VALUES(?, ?, ?, ?)", outcome.file)
        lines = ((None, outcome.reason),) if outcome.reason else ()
        self._replace_problems({outcome.file.path: lines}, written)

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
        self._ids.retire(post)

    def _remove_body(self, post: int) -> None:
        self._connection.execute("DELETE FROM texts WHERE post_id = ?", (post,))
        self._connection.execute("DELETE FROM words WHERE rowid = ?", (post,))

    def _restat(self, file: FileStat) -> None:
        self._connection.execute(
            "UPDATE posts SET size = ?2, mtime_ns = ?3, ctime_ns = ?4 WHERE path = ?1", file
        )

    def _replace_problems(
        self, faults: Mapping[str, Iterable[tuple[int | None, str]]], written: Written
    ) -> None:
        """Make `faults` all that is wrong with the files at these paths."""
        known: dict[str, set[tuple[int | None, str]]] = {}
        for path, *fault in self._connection.execute(_KNOWN_PROBLEMS, (_json(faults),)):
            known.setdefault(path, set()).add((fault[0], fault[1]))
        for path, wanted in faults.items():
            old, new = known.get(path, set[tuple[int | None, str]]()), dict.fromkeys(wanted)
            if old == set(new):
                continue
            self._connection.execute("DELETE FROM problems WHERE path = ?", (path,))
            self._connection.executemany(
                "INSERT INTO problems VALUES(?, ?, ?)", [(path, *fault) for fault in new]
            )
            written.problems += [Problem(path, *fault) for fault in new if fault not in old]


def _json(paths: Iterable[str]) -> str:
    """Return paths as `json_each` takes them: asking for all at once takes a fifth of the time."""
    return json.dumps(list(paths), ensure_ascii=False)


def _row(id_: int, post: PostFound) -> _Row:
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
