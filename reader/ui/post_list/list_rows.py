"""The posts of a list in their order, and where each of them stands."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import neg

from reader.library.values import Listing, Sort

_TOGETHER = 4_096  # posts looked at in one go
BY_DATE = (Sort.DATE, Sort.OLDEST)  # ids tell where a post belongs


@dataclass(frozen=True, slots=True)
class ListRows:
    """Ids in order. Finding one takes no look at the others, however many there are.

    By date ids rise or fall; else the listing says where each stood (`places`), before some
    posts were `taken` from there and `put` elsewhere among the others.
    """

    sort: Sort
    ids: "array[int]"
    places: Mapping[int, int] = field(default_factory=dict[int, int])
    taken: Sequence[int] = ()  # places, rising
    put: Sequence[int] = ()  # before which of the others, rising; one for each post put there
    moved: Mapping[int, int] = field(default_factory=dict[int, int])  # rows of these, by id

    @classmethod
    def of(cls, listing: Listing) -> "ListRows":
        """Return the posts of `listing` as it has them."""
        sort, ids = listing.filter.sort, listing.ids
        return cls(sort, ids) if sort in BY_DATE else cls(sort, ids, places_in(listing))

    def row_of(self, post: int) -> int | None:
        """Return the row of a post, None if it is not in the list."""
        if self.sort in BY_DATE:
            row = place_by_date(self.ids, post, self.sort)
            return row if row < len(self.ids) and self.ids[row] == post else None
        if (row := self.moved.get(post)) is not None:
            return row
        place = self.places.get(post)
        if place is None:
            return None
        place -= bisect_left(self.taken, place)
        return place + bisect_right(self.put, place)


def placed(listing: Listing) -> Listing:
    """Return `listing` with where each post stands, unless ids tell. For another thread.

    In lots, so that Python's lock is let go between them.
    """
    if listing.filter.sort in BY_DATE:
        return listing
    places: dict[int, int] = {}
    for start in range(0, len(listing.ids), _TOGETHER):
        lot = listing.ids[start : start + _TOGETHER]
        places.update(zip(lot, range(start, start + len(lot)), strict=True))
    return replace(listing, places=places)


def places_in(listing: Listing) -> Mapping[int, int]:
    """Return where each post of `listing` stands, by id."""
    return listing.places if listing.places is not None else placed(listing).places or {}


def place_by_date(ids: "array[int]", post: int, sort: Sort) -> int:
    """Return the row at which a post stands, or would, among `ids` sorted by date."""
    return bisect_left(ids, post) if sort is Sort.OLDEST else bisect_left(ids, -post, key=neg)
