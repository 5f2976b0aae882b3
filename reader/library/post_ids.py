"""A post's id follows its date: what lies between the two.

The ids of a second are the `ID_STEP` from `second * ID_STEP` on. Where more posts share a second
than that, as where only a day was written, the others get the nearest free ids of the same
local day. So an id always tells the day, and nearly always the second.
"""

import time
from datetime import UTC, date, datetime, timedelta

from reader.library.schema import ID_STEP

_DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_SECONDS = 86_400


def first_id_of(day: date) -> int:
    """Return the lowest id that a post of `day`, local time, can have."""
    try:
        seconds = int(datetime(day.year, day.month, day.day).timestamp())
    except (OverflowError, ValueError, OSError):  # the year 1; before 1970 on Windows
        seconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return seconds * ID_STEP


def last_id_of(day: date) -> int:
    """Return the highest id that a post of `day`, local time, can have."""
    if day == date.max:
        return first_id_of(day) + _DAY_SECONDS * ID_STEP - 1
    return first_id_of(day + _DAY) - 1


def day_of(post_id: int) -> date:
    """Return the local day of the post that has this id; the nearest there is for any number."""
    second = post_id // ID_STEP
    try:
        offset = time.localtime(second).tm_gmtoff
    except (OverflowError, OSError, ValueError):  # beyond what this platform's C library knows
        offset = -time.timezone
    days = (second + offset) // _DAY_SECONDS
    return date.fromordinal(min(max(_EPOCH + days, 1), date.max.toordinal()))
