"""An id of its own for every new post: see `reader.library.post_ids` for what ids mean."""

import json
from collections.abc import Iterable
from datetime import date

import apsw

from reader.library.post_ids import first_id_of, last_id_of
from reader.library.schema import ID_STEP

_IDS_OF_SECOND = "SELECT id FROM posts WHERE id BETWEEN ? AND ?"
_IDS_OF_SECONDS = """
SELECT posts.id FROM json_each(?) AS first
CROSS JOIN posts ON posts.id >= first.value AND posts.id < first.value + ?
"""
_SURELY_OF_ITS_DAY = (0, 32_000_000_000)  # years for which every system knows the local day
_NEVER = 1 << 48  # seconds; an id must be below 2^63


class FreeIds:
    """Finds ids for new posts, of one transaction at a time.

    Seconds that are full are remembered with where the next one with room may be, so that any
    number of posts may share a second.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._taken: dict[int, set[int]] = {}  # by second: in the table, or given away since
        self._after: dict[int, int] = {}  # full seconds, with a later one
        self._before: dict[int, int] = {}  # full seconds, with an earlier one
        self._retired: set[int] = set()  # those of posts that were deleted

    def begin(self, seconds: Iterable[int] = ()) -> None:
        """Forget what was taken: by now it is in the table, or never will be.

        What is in the table of these `seconds` is looked up at once, which is sooner done.
        """
        self._taken = {second: self._retired_of(second) for second in seconds}
        wanted = json.dumps([second * ID_STEP for second in self._taken])
        for (id_,) in self._connection.execute(_IDS_OF_SECONDS, (wanted, ID_STEP)):
            self._taken[id_ // ID_STEP].add(id_)

    def forget(self) -> None:
        """Forget everything: what was taken before was not written."""
        self._taken.clear()
        self._after.clear()
        self._before.clear()

    def take(self, second: int, day: date, wish: int) -> int:
        """Return a free id for a post of this second, which falls on `day`, and keep it.

        Among the ids of the second `wish`, any number, says which. More posts than a day has
        ids for, over a million, spread into the days after it.
        """
        if _SURELY_OF_ITS_DAY[0] < second < _SURELY_OF_ITS_DAY[1] and self._has_room(second):
            return self._given(second, wish)
        first, last = first_id_of(day) // ID_STEP, last_id_of(day) // ID_STEP
        second = max(first, min(second, last))  # the years 1 and 9999 are cut short
        wanted = (self._after, 1, last), (self._before, -1, first), (self._after, 1, _NEVER)
        for full, step, end in wanted:
            found = self._nearest(second, full, step, end)
            if found is not None:
                return self._given(found, wish)
        raise OverflowError("No id is left.")

    def retire(self, id_: int) -> None:
        """Give `id_`, whose post was deleted from the table, to no other post as long as we live.

        A window that shows the one would take the other for it.
        """
        self._retired.add(id_)

    def _nearest(self, second: int, full: dict[int, int], step: int, end: int) -> int | None:
        """Return the first second that has room, from `second` towards `end`."""
        passed: list[int] = []
        while True:
            while second in full:
                passed.append(second)
                second = full[second]
            beyond = (second - end) * step > 0
            if beyond or self._has_room(second):
                full.update(dict.fromkeys(passed, second))  # the next time in one step
                return None if beyond else second
            full[second] = second + step

    def _has_room(self, second: int) -> bool:
        return len(self._ids_of(second)) < ID_STEP

    def _given(self, second: int, wish: int) -> int:
        """Take an id of a second that has room."""
        taken = self._ids_of(second)
        first = second * ID_STEP
        places = (first + (wish + number) % ID_STEP for number in range(ID_STEP))
        id_ = next(id_ for id_ in places if id_ not in taken)
        taken.add(id_)
        return id_

    def _ids_of(self, second: int) -> set[int]:
        """Return the ids of this second that are not free."""
        if second not in self._taken:
            first = second * ID_STEP
            rows = self._connection.execute(_IDS_OF_SECOND, (first, first + ID_STEP - 1))
            self._taken[second] = self._retired_of(second) | {id_ for (id_,) in rows}
        return self._taken[second]

    def _retired_of(self, second: int) -> set[int]:
        first = second * ID_STEP
        return self._retired.intersection(range(first, first + ID_STEP))
