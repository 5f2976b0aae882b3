"""Index files written row by row, for tests of the reading side."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path

import apsw

from reader.library.facet_lists import packed
from reader.library.facet_terms import facet_terms
from reader.library.folding import words_of
from reader.library.free_ids import FreeIds
from reader.library.schema import SCHEMA, VERSION
from reader.library.stored_text import packed as packed_text
from reader.library.values import Facet
from reader.posts.link_names import link_name
from reader.posts.problem import Problem

SOME_DAY = datetime(2022, 2, 25, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class IndexedPost:
    """What one row of an index says."""

    path: str
    title: str = "A title"
    text: str = ""
    date: datetime = SOME_DAY
    facets: tuple[tuple[Facet, str], ...] = ()
    source_url: str | None = None
    url_key: str | None = None
    has_image: bool = False
    content: bytes | None = None  # what the file holds; its path unless given
    body_done: bool = True

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return what the post itself names of `facet`, its month as the year."""
        if facet is Facet.YEAR:
            return (self.local_day[:7],)
        return tuple(dict.fromkeys(value for kind, value in self.facets if kind is facet))

    @property
    def local_day(self) -> str:
        """Return the day as the index has it, in the machine's zone."""
        return self.date.astimezone().date().isoformat()


def write_index(
    path: Path,
    posts: Iterable[IndexedPost],
    problems: Iterable[Problem] = (),
    folder: str = "/library",
) -> dict[str, int]:
    """Write an index of `posts` and return their ids by path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
    connection.execute(SCHEMA)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    with connection:
        ids = add_posts(connection, posts)
        connection.executemany(
            "INSERT INTO problems VALUES(?, ?, ?)", [(p.path, p.line, p.reason) for p in problems]
        )
        connection.executemany(
            "INSERT INTO facts VALUES(?, ?)",
            [("folder", folder), ("heads_done", "1"), ("bodies_done", "1")],
        )
    connection.close()
    return ids


def add_posts(
    connection: apsw.Connection, posts: Iterable[IndexedPost], gone: Iterable[int] = ()
) -> dict[str, int]:
    """Insert `posts` and return their ids by path; those of posts `gone` stay theirs."""
    ids: dict[str, int] = {}
    known: dict[tuple[str, str], int] = {
        (facet, value): number
        for number, facet, value in connection.execute("SELECT id, facet, value FROM facets")
    }
    free = FreeIds(connection)
    for post_id in gone:
        free.retire(post_id)
    for post in posts:
        day = date.fromisoformat(post.local_day)
        post_id = free.take(int(post.date.timestamp()), day, wish=0)
        _add(connection, known, post, post_id)
        ids[post.path] = post_id
    return ids


def replace_posts(
    path: Path, removed: Iterable[str], added: Iterable[IndexedPost]
) -> dict[str, int]:
    """Take the posts at the paths `removed` out of the index, put `added` in."""
    connection = apsw.Connection(str(path))
    gone: list[int] = []
    with connection:
        for name in removed:
            post_id = connection.execute("SELECT id FROM posts WHERE path = ?", (name,)).get
            gone.append(post_id)
            connection.execute(
                "DELETE FROM posts WHERE id = :id; DELETE FROM post_facets WHERE post_id = :id;"
                "DELETE FROM facet_lists WHERE post_id = :id;"
                "DELETE FROM texts WHERE post_id = :id; DELETE FROM words WHERE rowid = :id",
                {"id": post_id},
            )
        ids = add_posts(connection, added, gone)
    connection.close()
    return ids


def _add(
    connection: apsw.Connection, known: dict[tuple[str, str], int], post: IndexedPost, post_id: int
) -> None:
    authors = post.values(Facet.AUTHOR)
    row = {
        "id": post_id,
        "path": post.path,
        "size": len(post.text),
        "mtime_ns": 0,
        "ctime_ns": 0,
        "content_hash": blake2b(post.content or post.path.encode(), digest_size=16).digest(),
        "title": post.title,
        "date": post.date.isoformat(),
        "local_day": post.local_day,
        "authors": json.dumps(authors, ensure_ascii=False),
        "source": next(iter(post.values(Facet.SOURCE)), ""),
        "source_url": post.source_url,
        "url_key": post.url_key,
        "link_name": link_name(post.path),
        "lang": None,
        "excerpt": post.text[:200] if post.body_done else "",
        "has_image": post.has_image,
        "body_done": post.body_done,
    }
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO posts({names}) VALUES({marks})", tuple(row.values()))
    numbers: list[int] = []
    for facet, value in facet_terms((each, value) for each in Facet for value in post.values(each)):
        if (facet, value) not in known:
            known[facet, value] = len(known) + 1
            connection.execute(
                "INSERT INTO facets VALUES(?, ?, ?)", (known[facet, value], facet, value)
            )
        numbers.append(known[facet, value])
    links = [(number, post_id) for number in numbers]
    connection.executemany("INSERT INTO post_facets VALUES(?, ?)", links)
    connection.execute("INSERT INTO facet_lists VALUES(?, ?)", (post_id, packed(numbers)))
    if post.body_done:
        text = packed_text(post.text)
        connection.execute("INSERT INTO texts VALUES(?, ?)", (post_id, text))
    tags = " ".join(post.values(Facet.TAG) + post.values(Facet.CATEGORY))
    connection.execute(
        "INSERT INTO words(rowid, title, body, tags, authors) VALUES(?, ?, ?, ?, ?)",
        (post_id, *map(words_of, (post.title, post.text, tags, " ".join(authors)))),
    )
