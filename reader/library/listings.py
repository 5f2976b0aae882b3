"""The ids of a selection's posts, in the order asked for."""

from array import array

import apsw

from reader.library.filter_sql import Selection
from reader.library.id_lists import fetch_ids, moved_ahead
from reader.library.relevance import Match, best_first, matches
from reader.library.values import Filter, Listing, Sort

MANY = 2_000  # posts: more are not scored, and the first so many are known before all of them
_FIRST = 200  # posts that are scored before it is known whether there are so many
_TITLED = 200  # posts with all words in the title: so many are answer enough to begin with


def listing_of(
    connection: apsw.Connection, asked: Filter, selected: Selection, total: int, whole: bool = True
) -> Listing:
    """Return the posts of `selected`; of very many that words find only the first unless `whole`.

    The first come from the full text in order, and it reads no more.

    Raises:
        apsw.Error: The index cannot be read.
    """
    if selected.match is not None and asked.sort is Sort.RELEVANCE:
        return _by_relevance(connection, asked, selected, total, whole)
    sql, parameters = selected.ids_sql(newest_first=True)
    if selected.match is None:
        ids = array("q", sorted(fetch_ids(connection, sql, parameters), reverse=True))
        return Listing(asked, ids, total)
    ids = fetch_ids(connection, sql if whole else f"{sql} LIMIT {MANY + 1}", parameters)
    whole = whole or len(ids) <= MANY
    return Listing(asked, ids if whole else ids[:MANY], total, whole)


def _by_relevance(
    connection: apsw.Connection, asked: Filter, selected: Selection, total: int, whole: bool
) -> Listing:
    """Return ids the best match first.

    Up to `MANY` posts are scored, which takes 5 ms. Of more, where scores say little, those that
    have all words in the title come first, at most as many; both parts by date.
    """
    found = _scored(connection, selected, total)
    if found is not None:
        return Listing(asked, best_first(connection, selected, found, total), total)
    sql, parameters = selected.with_title().ids_sql(newest_first=True)
    limit = MANY if whole else _TITLED
    titled = fetch_ids(connection, f"{sql} LIMIT {limit}", parameters)
    if not whole and len(titled) == _TITLED:
        return Listing(asked, titled, total, whole)
    sql, parameters = selected.ids_sql(newest_first=True)
    ids = fetch_ids(connection, sql if whole else f"{sql} LIMIT {MANY}", parameters)
    ids = moved_ahead(titled, ids)
    return Listing(asked, ids if whole else ids[:MANY], total, whole)


def _scored(connection: apsw.Connection, selected: Selection, total: int) -> list[Match] | None:
    """Return what is to be put in order, None if it is more than `MANY`.

    Where the first are so near to each other that they must be twice as many, that is looked up
    without scoring the others.
    """
    first = min(_FIRST, MANY + 1)
    found = matches(connection, selected, first)
    if len(found) < first:
        return found
    oldest = found[-1][1]
    near = total * first // (2 * MANY)
    if _newer(connection, oldest, near) < near:
        sql, parameters = selected.ids_sql(newest_first=True)
        if len(fetch_ids(connection, f"{sql} LIMIT {MANY + 1}", parameters)) > MANY:
            return None
    found += matches(connection, selected, MANY + 1 - first, below=oldest)
    return found if len(found) <= MANY else None


def _newer(connection: apsw.Connection, post: int, most: int) -> int:
    """Return how many posts are newer than `post`, at most so many."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM facet_lists WHERE post_id > ? LIMIT ?)"
    return int(connection.execute(sql, (post, most)).get)
