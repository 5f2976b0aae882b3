"""Many whole numbers out of SQLite at once.

They come as one text of hexadecimal digits, which SQLite makes without Python's lock; fetched
row by row they would take it from the window some hundred thousand times, and be slower.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right
from itertools import filterfalse
from operator import neg

import apsw

from reader.library.filter_sql import Parameters

_AT_ONCE = 8_192


def fetch_ids(connection: apsw.Connection, sql: str, parameters: Parameters = ()) -> "array[int]":
    """Return the column `id` of a SELECT, in its order."""
    digits = connection.execute(
        f"SELECT group_concat(format('%016x', id), '') FROM ({sql})",  # noqa: S608 - our own SQL
        parameters,
    ).get
    return numbers("q", digits)


def moved_ahead(some: "array[int]", falling: "array[int]") -> "array[int]":
    """Return `some` and then the rest of `falling`, which holds them; both fall."""
    if not some:
        return falling
    end = bisect_right(falling, -some[-1], key=neg)
    first = frozenset(some)
    between = array("q", [number for number in falling[:end] if number not in first])
    return some + between + falling[end:]


def without(rising: "array[int]", others: "array[int]") -> "array[int]":
    """Return ids without `others`; all rise.

    Some at a time: small sets stay in the processor's cache, and other threads have their turn.
    """
    left = array("q")
    for start in range(0, len(rising), _AT_ONCE):
        some = rising[start : start + _AT_ONCE]
        first, end = bisect_left(others, some[0]), bisect_right(others, some[-1])
        left.extend(filterfalse(frozenset(others[first:end]).__contains__, some))
    return left


def numbers(kind: str, digits: str | None) -> "array[int]":
    """Return the numbers that SQLite wrote as digits, `format('%016x')` for kind "q"."""
    found = array(kind, bytes.fromhex(digits or ""))
    if sys.byteorder == "little":
        found.byteswap()
    return found
