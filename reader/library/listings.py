"""The ids of a selection's posts, in the order asked for."""

from array import array

import apsw

from reader.library.filter_sql import Order, Selection
from reader.library.id_lists import fetch_ids, moved_ahead
from reader.library.values import Filter, Listing, Sort

MANY = 5_000  # posts: more are not scored, and the first so many are known before all of them


def listing_of(
    connection: apsw.Connection, asked: Filter, selected: Selection, total: int, whole: bool = True
) -> Listing:
    """Return the posts of `selected`; of very many that words find only the first unless `whole`.

    The first come from the full text in order, and it reads no more.

    Raises:
        apsw.Error: The index cannot be read.
    """
    sql, parameters = selected.ids_sql(Order.DATE)
    if selected.match is None:
        ids = array("q", sorted(fetch_ids(connection, sql, parameters), reverse=True))
        return Listing(asked, ids, total)
    ids = fetch_ids(connection, sql if whole else f"{sql} LIMIT {MANY + 1}", parameters)
    whole = whole or len(ids) <= MANY
    if asked.sort is Sort.RELEVANCE:
        ids = _by_relevance(connection, selected, ids)
    return Listing(asked, ids if whole else ids[:MANY], total, whole)


def _by_relevance(
    connection: apsw.Connection, selected: Selection, newest_first: "array[int]"
) -> "array[int]":
    """Return ids the best match first.

    Up to `MANY` posts are scored. Of more, which takes bm25 0.1 s for each 100,000 and says
    little, as many that have all words in the title come first; both parts by date.
    """
    if len(newest_first) <= MANY:
        return fetch_ids(connection, *selected.ids_sql(Order.RELEVANCE))
    sql, parameters = selected.with_title().ids_sql(Order.DATE)
    titled = fetch_ids(connection, f"{sql} LIMIT {MANY}", parameters)
    return moved_ahead(titled, newest_first)
