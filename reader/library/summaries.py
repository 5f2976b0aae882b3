"""What the list shows of posts: their rows, with the hits of a search marked."""

import json
from collections.abc import Sequence
from datetime import datetime

import apsw

from reader.library.hits import hits_of
from reader.library.query import parse
from reader.library.snippets import marked, passage
from reader.library.stored_text import excerpt as beginning
from reader.library.values import PostSummary

_SUMMARIES = """
    SELECT posts.id, posts.path, title, date, authors, source, source_url, lang, excerpt,
        posts.id IN (SELECT id FROM temp.read_posts),
        posts.id IN (SELECT id FROM temp.starred_posts),
        iif(:searching OR excerpt IS NULL, (SELECT text FROM texts WHERE post_id = posts.id), NULL)
    FROM json_each(:ids) CROSS JOIN posts ON posts.id = value
"""


def summaries(connection: apsw.Connection, ids: Sequence[int], query: str) -> list[PostSummary]:
    """Return what the list shows of these posts, in this order; posts gone are left out.

    Inside a transaction, with the tables of `reader.library.reading_marks`.

    Raises:
        apsw.Error: They cannot be read.
        ValueError, KeyError, TypeError: They hold what nobody wrote.
    """
    marks = parse(query).marks()
    in_title = hits_of(marks)
    in_text = hits_of(tuple(words for words in marks if not words.in_title))
    values = {"ids": json.dumps(list(ids)), "searching": in_text is not None}
    return [
        PostSummary(
            id=post_id,
            path=path,
            title=marked(title, in_title),
            date=datetime.fromisoformat(moment),
            authors=tuple(json.loads(authors)),
            source=source,
            source_url=source_url,
            lang=lang,
            excerpt=(in_text and text and passage(text, in_text))
            or marked(beginning(text) if excerpt is None else excerpt, in_text),
            read=bool(read),
            starred=bool(starred),
        )
        for (
            post_id, path, title, moment, authors, source, source_url, lang, excerpt,
            read, starred, text,
        ) in connection.execute(_SUMMARIES, values)
    ]  # fmt: skip
