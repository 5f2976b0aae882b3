"""Whether the full text holds exactly the words of the posts, without holding them in memory.

FTS5 checks that its own parts agree, but it keeps no copy of what it was given, so nothing of
its own can tell whether a post's words are right. Here every word of every post is a number,
made of the word, its column and its place; what is compared are sums of such numbers, which
SQLite adds up at some four million words a second. Only where they differ are they added up
post by post, which takes five times as long.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

import apsw

# A word's number is below 2^20. It tells words by their first letter alone, which is all of a
# Chinese word; `WordSums.terms` tells the rest.
_NUMBER = """
    (unicode(term) * 2654435 + instr('title body tags authors', col) * 9973 + offset * 40503)
    % 1048573
"""
_NUMBERS = f"SELECT doc, {_NUMBER} FROM word_places"  # noqa: S608
_SUMS = f"SELECT doc, sum({_NUMBER}) FROM word_places GROUP BY doc"  # noqa: S608
# Each post's words are weighed, so that those of two posts cannot be exchanged.
_WEIGHED = f"""
    SELECT coalesce(sum({_NUMBER} * (1 + abs(doc) % 251)), 0) FROM word_places
    WHERE doc NOT IN temp.left_out
"""  # noqa: S608
_VOCABULARY = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab(main, words, instance);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_counts USING fts5vocab(main, words, row);
    CREATE TABLE IF NOT EXISTS temp.left_out(id INTEGER PRIMARY KEY);
    DELETE FROM temp.left_out;
"""


@dataclass(frozen=True, slots=True)
class Differing:
    """The posts whose words differ; `terms` where they do and nobody can say whose."""

    posts: frozenset[int]
    terms: bool


@dataclass(slots=True)
class WordSums:
    """What the words of some posts add up to."""

    posts: dict[int, int] = field(default_factory=dict[int, int])  # by id: its words
    terms: int = 0  # every word, wherever it stands

    def add(self, others: "WordSums") -> None:
        """Take in the sums of other posts."""
        self.posts |= others.posts
        self.terms += others.terms

    def differing(self, index: apsw.Connection, besides: Iterable[int]) -> Differing:
        """Return whose words differ in `index`, where the words of `besides` are not known.

        Raises:
            apsw.Error: They cannot be read.
        """
        _prepare(index, besides)
        weighed = sum(total * (1 + abs(id_) % 251) for id_, total in self.posts.items())
        if weighed == _weighed(index):
            return Differing(frozenset(), self.terms != _terms(index))
        left_out = {id_ for (id_,) in index.execute("SELECT id FROM temp.left_out")}
        found = dict.fromkeys(self.posts, 0)
        for id_, number in index.execute(_NUMBERS):
            found[id_] = found.get(id_, 0) + number
        wrong = (id_ for id_, total in found.items() if total != self.posts.get(id_))
        return Differing(frozenset(wrong) - left_out, terms=False)


def sums_of(fresh: apsw.Connection, ids: Mapping[int, int]) -> WordSums:
    """Return the sums of the posts `ids` in a small index, with other ids in place of its own.

    Raises:
        apsw.Error: They cannot be read.
    """
    posts = {id_ for (id_,) in fresh.execute("SELECT id FROM posts")}
    _prepare(fresh, posts - ids.keys())
    sums = WordSums(dict.fromkeys(ids.values(), 0), _terms(fresh))
    for id_, total in fresh.execute(_SUMS):
        if id_ in ids:
            sums.posts[ids[id_]] = total
    return sums


def _prepare(index: apsw.Connection, left_out: Iterable[int]) -> None:
    index.execute(_VOCABULARY)
    index.executemany("INSERT INTO temp.left_out VALUES(?)", [(id_,) for id_ in left_out])


def _weighed(index: apsw.Connection) -> int:
    return index.execute(_WEIGHED).get


def _terms(index: apsw.Connection) -> int:
    """Return a sum over every word's letters, without the posts that are left out."""
    counts = index.execute("SELECT CAST(term AS BLOB), cnt FROM word_counts")
    total = sum(crc32(term) * count for term, count in counts)
    if not index.execute("SELECT EXISTS (SELECT 1 FROM temp.left_out)").get:
        return total
    left_out = index.execute(
        "SELECT CAST(term AS BLOB) FROM word_places WHERE doc IN temp.left_out"
    )
    return total - sum(
        crc32(term) * count for term, count in Counter(term for (term,) in left_out).items()
    )
