"""Whether an index agrees with itself: what can be asked of its tables without any file."""

from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from reader.library.facet_lists import unpacked

_FAULTS = 10  # of the database itself; more tell nobody anything


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows that must not be there."""

    words: str  # how many there are goes before them
    rows: str  # FROM and WHERE, for counting and deleting them


_NO_POST = "NOT IN (SELECT id FROM posts)"
RULES = (
    Rule("texts of no post", f"FROM texts WHERE post_id {_NO_POST}"),
    Rule(
        "posts of no file's in the full text",
        f"FROM words WHERE rowid IN (SELECT rowid FROM words WHERE rowid {_NO_POST})",  # noqa: S608
    ),
    Rule(
        "posts in the full text that have no text yet",
        "FROM words WHERE rowid IN (SELECT id FROM posts WHERE body_done = 0)",
    ),
    Rule("lists of values of no post", f"FROM facet_lists WHERE post_id {_NO_POST}"),
    Rule("values of no post", f"FROM post_facets WHERE post_id {_NO_POST}"),
    Rule(
        "values that nobody knows",
        "FROM post_facets WHERE facet_id NOT IN (SELECT id FROM facets)",
    ),
    Rule(
        "tags, authors and the like that no post has",
        "FROM facets WHERE id NOT IN (SELECT facet_id FROM post_facets)",
    ),
    Rule(
        "files that count as posts and as none",
        "FROM no_posts WHERE path IN (SELECT path FROM posts)",
    ),
    Rule(
        "problems of files that are not in the index",
        "FROM problems WHERE path NOT IN (SELECT path FROM posts)"
        " AND path NOT IN (SELECT path FROM no_posts)",
    ),
)


def damage(index: apsw.Connection) -> Iterator[str]:
    """Yield what is wrong with the database itself and with its full text's own parts.

    SQLite's check asks FTS5 for its own, too.
    """
    try:
        for (words,) in index.execute(f"PRAGMA integrity_check({_FAULTS})").fetchall():
            if words != "ok":
                yield words
    except (apsw.Error, UnicodeDecodeError) as error:
        yield str(error)


def disagreements(index: apsw.Connection) -> Iterator[str]:
    """Yield which tables hold what others do not. Raises apsw.Error."""
    for rule in RULES:
        count: int = index.execute(f"SELECT count(*) {rule.rows}").get
        if count:
            yield f"{count} {rule.words}"
    if _links(index) != _listed_links(index):
        yield "the posts of each value are not those that have it in their lists"
    facts = dict(index.execute("SELECT name, value FROM facts").fetchall())
    if (facts.get("heads_done"), facts.get("bodies_done")) != ("1", "1"):
        yield "the folder was not read to its end"


def tidy(index: apsw.Connection) -> None:
    """Delete the rows that must not be there. Raises apsw.Error."""
    for rule in RULES:
        index.execute(f"DELETE {rule.rows}")


def _links(index: apsw.Connection) -> tuple[int, int]:
    """Return how many links there are between posts and values, and a sum that tells which."""
    count, total = index.execute(
        "SELECT count(*),"
        " coalesce(sum((facet_id * 2654435 % 1048573) * (1 + abs(post_id) % 251)), 0)"
        " FROM post_facets"
    ).fetchall()[0]
    return count, total


def _listed_links(index: apsw.Connection) -> tuple[int, int]:
    count = total = 0
    for post, listed in index.execute("SELECT post_id, facets FROM facet_lists"):
        facets = unpacked(listed)
        count += len(facets)
        total += (1 + abs(post) % 251) * sum(facet * 2654435 % 1048573 for facet in facets)
    return count, total
