"""Where posts stand that stay in a list though a newer listing has them elsewhere, or not."""

from array import array
from collections.abc import Set as AbstractSet
from itertools import filterfalse

from reader.library.values import Listing, Sort

Headings = tuple[tuple[int, str], ...]


def with_kept(
    listing: Listing, kept: AbstractSet[int], before: "array[int]"
) -> tuple["array[int]", Headings]:
    """Return the listing's ids with `kept` among them, and its headings, first ids and words.

    By date, ids tell where a post belongs. Else it keeps its place: behind the post that it stood
    behind in the list `before`, so that what is read does not go from under the reader's eyes.
    """
    if listing.filter.sort is Sort.DATE:
        extra = kept - frozenset(listing.ids) if kept else frozenset[int]()
        if not extra:
            return listing.ids, listing.headings
        return array("q", sorted([*listing.ids, *extra], reverse=True)), listing.headings
    if not kept:
        return listing.ids, listing.headings
    others = array("q", filterfalse(kept.__contains__, listing.ids))
    behind = _neighbours(kept, before, frozenset(others))
    return _inserted(others, behind), _headings_without(kept, listing)


def _neighbours(
    kept: AbstractSet[int], before: "array[int]", present: frozenset[int]
) -> dict[int | None, list[int]]:
    """Return the kept posts in their order, by the post they follow; None: they come first."""
    behind: dict[int | None, list[int]] = {}
    for row in [row for row, post in enumerate(before) if post in kept]:
        above = row - 1
        while above >= 0 and before[above] not in present:
            above -= 1
        behind.setdefault(before[above] if above >= 0 else None, []).append(before[row])
    return behind


def _inserted(others: "array[int]", behind: dict[int | None, list[int]]) -> "array[int]":
    ids = array("q", behind.get(None, ()))
    start = 0
    for row in [row for row, post in enumerate(others) if post in behind]:
        ids += others[start : row + 1]
        ids.extend(behind[others[row]])
        start = row + 1
    return ids + others[start:]


def _headings_without(kept: AbstractSet[int], listing: Listing) -> Headings:
    """Return the headings over the first posts that are not kept."""
    headings: list[tuple[int, str]] = []
    firsts = dict(listing.headings)
    words = ""
    for post in listing.ids if not kept.isdisjoint(firsts) else ():
        words = firsts.get(post, words)
        if words and post not in kept:
            headings.append((post, words))
            words = ""
    return tuple(headings) if headings else listing.headings
