"""Where posts stand that stay in a list though a newer listing has them elsewhere, or not.

Nothing here looks at every post: a list of 200,000 is refreshed while it is read.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reader.library.values import Listing
from reader.ui.post_list.list_rows import BY_DATE, ListRows, place_by_date, places_in

Headings = tuple[tuple[int, str], ...]


def with_kept(
    listing: Listing, kept: AbstractSet[int], before: ListRows
) -> tuple[ListRows, Headings]:
    """Return the listing's posts with `kept` among them, and its headings, first ids and words.

    By date, ids tell where a post belongs. Else it keeps its place: behind the post that it stood
    behind in the list `before`, so that what is read does not go from under the reader's eyes.
    """
    if not kept:
        return ListRows.of(listing), listing.headings
    if listing.filter.sort in BY_DATE:
        return ListRows(listing.filter.sort, _by_date(listing, kept)), listing.headings
    places = places_in(listing)
    taken = sorted(places[post] for post in kept if post in places)
    put = _put(kept, before, places, taken)
    ids = _with(_without(listing.ids, taken), put)
    moved = {post: at + number for number, (at, post) in enumerate(put)}
    rows = ListRows(listing.filter.sort, ids, places, taken, [at for at, _ in put], moved)
    return rows, _headings_without(kept, listing, places)


def _by_date(listing: Listing, kept: Iterable[int]) -> "array[int]":
    ids, sort = listing.ids, listing.filter.sort
    for post in kept:
        place = place_by_date(ids, post, sort)
        if ids[place : place + 1] != array("q", [post]):
            if ids is listing.ids:
                ids = ids[:]
            ids.insert(place, post)
    return ids


def _put(
    kept: AbstractSet[int], before: ListRows, places: Mapping[int, int], taken: Sequence[int]
) -> list[tuple[int, int]]:
    """Return before which of the other posts each kept one stands now, and which it is."""
    rows = sorted((row, post) for post in kept if (row := before.row_of(post)) is not None)
    put: list[tuple[int, int]] = []
    for row, post in rows:
        above = row - 1
        while above >= 0 and (before.ids[above] in kept or before.ids[above] not in places):
            above -= 1
        place = places[before.ids[above]] if above >= 0 else -1
        put.append((place + 1 - bisect_left(taken, place), post))
    return sorted(put, key=lambda each: each[0])  # those behind the same post stay in their order


def _without(ids: "array[int]", places: Sequence[int]) -> "array[int]":
    left: array[int] = array("q")
    start = 0
    for place in places:
        left += ids[start:place]
        start = place + 1
    return left + ids[start:]


def _with(ids: "array[int]", put: Sequence[tuple[int, int]]) -> "array[int]":
    made: array[int] = array("q")
    start = 0
    for at, post in put:
        made += ids[start:at]
        made.append(post)
        start = at
    return made + ids[start:]


def _headings_without(
    kept: AbstractSet[int], listing: Listing, places: Mapping[int, int]
) -> Headings:
    """Return the headings over the first posts that are not kept."""
    ends = [*(places[first] for first, _ in listing.headings[1:]), len(listing.ids)]
    headings: list[tuple[int, str]] = []
    for (first, words), end in zip(listing.headings, ends, strict=False):
        posts = (listing.ids[place] for place in range(places[first], end))
        other = next((post for post in posts if post not in kept), None)
        if other is not None:
            headings.append((other, words))
    return tuple(headings) if headings else listing.headings
