"""Folders of posts made for a test, and what an index holds of them."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from reader.library.events import Event
from reader.library.indexer import Indexer, Library, Run
from reader.library.stored_text import unpacked

Dump = dict[str, list[tuple[Any, ...]]]


def post(title: str = "A title", body: str = "Some words.", **fields: str) -> str:
    """Return a post with front matter."""
    front_matter = {"title": title, "date": "2022-02-22T05:32:00Z"} | fields
    lines = "".join(f"{name}: {value}\n" for name, value in front_matter.items())
    return f"---\n{lines}---\n{body}\n"


def write(folder: Path, path: str, text: str | None = None) -> Path:
    """Write a post at `path`, with a text of its own where none is given."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(post(f"Title of {path}", f"Body of {path}") if text is None else text, "utf-8")
    return file


@contextmanager
def indexer(folder: Path, index: Path, events: list[Event] | None = None) -> Generator[Indexer]:
    """Yield an indexer that has not yet looked at anything."""
    told: list[Event] = [] if events is None else events
    with Indexer(Library(folder.resolve(), index), Run(told.append)) as made:
        yield made


def index_once(folder: Path, index: Path) -> list[Event]:
    """Index as `broadsheetctl index` does; return what was told."""
    told: list[Event] = []
    with indexer(folder, index, told) as made:
        made.first()
    return told


def dump(index: Path) -> Dump:
    """Return all that an index holds, with paths for ids and without times in doubt.

    Raises AssertionError where the database or its full text is damaged.
    """
    connection = apsw.Connection(str(index))
    try:
        assert connection.pragma("integrity_check") == "ok"
        connection.execute("INSERT INTO words(words) VALUES('integrity-check')")
        return _content(connection)
    finally:
        connection.close()


def _content(connection: apsw.Connection) -> Dump:
    connection.execute("CREATE VIRTUAL TABLE temp.hits USING fts5vocab(main, words, instance)")
    queries = {
        "posts": """SELECT path, date(id / 16, 'unixepoch', 'localtime'), size, mtime_ns,
            content_hash, title, date, local_day, authors, source, source_url, url_key, lang,
            excerpt, has_image, body_done FROM posts""",
        "facets": "SELECT facet, value FROM facets",
        "post_facets": """SELECT path, facet, value FROM post_facets
            JOIN facets ON facets.id = facet_id JOIN posts ON posts.id = post_id""",
        "words": "SELECT path, term, col, offset FROM hits JOIN posts ON posts.id = doc",
        "problems": "SELECT path, line, reason FROM problems",
        "no_posts": "SELECT path, size, mtime_ns FROM no_posts",
        "facts": "SELECT name, value FROM facts",
        "orphans": """SELECT 'text', post_id FROM texts WHERE post_id NOT IN (SELECT id FROM posts)
            UNION SELECT 'link', post_id FROM post_facets
                WHERE post_id NOT IN (SELECT id FROM posts)
            UNION SELECT 'words', doc FROM hits WHERE doc NOT IN (SELECT id FROM posts)""",
    }
    content = {
        name: sorted(connection.execute(query).fetchall(), key=repr)
        for name, query in queries.items()
    }
    texts = connection.execute("SELECT path, text FROM texts JOIN posts ON posts.id = post_id")
    content["texts"] = sorted((path, unpacked(text)) for path, text in texts)
    return content
