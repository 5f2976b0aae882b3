"""Under which path a post is now that was known by another in this run."""

import json
from collections.abc import Mapping

import apsw

_PRESENT = """
    SELECT posts.path FROM json_each(?) CROSS JOIN library.posts ON posts.path = value
"""


class Aliases:
    """Old paths of posts that moved; what is done at one is done at the new one.

    A post may be on screen, or in a step that can be undone, under the path it had.
    """

    def __init__(self) -> None:
        self._now_at: dict[str, str] = {}

    def of(self, path: str) -> str:
        """Return where the post that was at `path` is now."""
        return self._now_at.get(path, path)

    def all(self) -> dict[str, str]:
        """Return the present path of each post by the ones it had."""
        return dict(self._now_at)

    def after(self, connection: apsw.Connection, moved: Mapping[str, str]) -> "Aliases":
        """Return the aliases once posts have `moved`; paths that have posts anew are none.

        The index is attached to the connection as `library`.

        Raises:
            apsw.Error: It cannot be read.
        """
        after = Aliases()
        after._now_at = {old: moved.get(now, now) for old, now in self._now_at.items()}
        after._now_at |= {old: new for old, new in moved.items() if not old.startswith("/")}
        if after._now_at:
            asked = json.dumps(list(after._now_at))
            for (path,) in connection.execute(_PRESENT, (asked,)).fetchall():
                del after._now_at[path]
        return after
