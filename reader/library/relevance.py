"""How well posts match: bm25, in one reading of the full text.

SQLite's own reads it once more for each phrase, to count the posts that have it. Of one phrase
alone that changes no order; the single words of several are counted faster by themselves.
"""

from array import array
from collections.abc import Sequence
from math import log
from typing import Any, Protocol, cast

import apsw

from reader.library.filter_sql import Selection

# How much a word counts in the body, the title, the tags, among the authors.
_WEIGHTS = (1.0, 10.0, 4.0, 2.0)
_SATURATION, _LENGTH = 1.2, 0.75  # k1 and b of https://sqlite.org/fts5.html#the_bm25_function
_LEAST = 1e-6  # what a word in most posts still counts

Match = tuple[float | bytes, int]  # how often each phrase is in a post, as bm25 takes it; its id


class _Api(Protocol):
    """What `apsw.FTS5ExtensionApi` tells of a match; apsw's types lack it."""

    @property
    def row_count(self) -> int: ...
    def column_size(self) -> int: ...
    def column_total_size(self) -> int: ...
    def phrase_locations(self, phrase: int) -> list[list[int]]: ...


def register_relevance(connection: apsw.Connection) -> None:
    """Make `matches` work over this connection."""
    cast("Any", connection).register_fts5_function("saturated", _saturated)


def matches(
    connection: apsw.Connection, selected: Selection, most: int, below: int | None = None
) -> list[Match]:
    """Return the newest posts of `selected`, or of those with ids `below`, to be `best_first`."""
    sql, parameters = selected.matches_sql("saturated(words, ?)", len(selected.phrases))
    if below is not None:
        sql, parameters = f"{sql} AND words.rowid < ?", (*parameters, below)
    sql += " ORDER BY words.rowid DESC LIMIT ?"
    return connection.execute(sql, (*parameters, most)).fetchall()


def best_first(
    connection: apsw.Connection, selected: Selection, found: list[Match], total: int
) -> "array[int]":
    """Return the ids of `found`, the best match first, then the newest; of `total` posts."""
    scored: list[tuple[float, int]] = []
    if len(selected.phrases) > 1 and len(found) > 1:
        rare = _rarity(connection, selected.phrases, total)
        for counts, number in found:
            assert isinstance(counts, bytes)  # noqa: S101 - `_saturated` saw to it
            scored.append((sum(map(float.__mul__, rare, array("d", counts))), number))
    else:
        scored = [(0.0 if isinstance(score, bytes) else score, number) for score, number in found]
    scored.sort(reverse=True)
    return array("q", [number for _, number in scored])


def _saturated(match: _Api, phrases: int) -> float | bytes:
    """Return how often each of the first `phrases` is in a post, less with each and by length."""
    length = match.column_size() * match.row_count / (match.column_total_size() or 1)
    slow = _SATURATION * (1 - _LENGTH + _LENGTH * length)
    counts: list[float] = []
    for phrase in range(phrases):
        count = 0.0
        for weight, places in zip(_WEIGHTS, match.phrase_locations(phrase), strict=True):
            count += weight * len(places)
        counts.append(count * (_SATURATION + 1) / (count + slow))
    return counts[0] if phrases == 1 else array("d", counts).tobytes()


def _rarity(connection: apsw.Connection, phrases: Sequence[str], total: int) -> list[float]:
    sql = "SELECT count(*) FROM words WHERE words MATCH ?"
    counts = (int(connection.execute(sql, (phrase,)).get) for phrase in phrases)
    return [max(log((total - count + 0.5) / (count + 0.5)), _LEAST) for count in counts]
