"""What posts are put in order by, read for many of them at once.

A few thousand come as one text, which SQLite makes without Python's lock; see
`reader.library.id_lists`.
"""

import json
from array import array
from collections.abc import Sequence

import apsw

from reader.library.values import Sort

_TOGETHER = 4_096  # posts
_TEXTS = {
    Sort.TITLE: "SELECT json_group_array(coalesce(title, '')) FROM carray(?)"
    " LEFT JOIN posts ON posts.id = value",
    Sort.SOURCE: "SELECT json_group_array(coalesce(source, '')) FROM carray(?)"
    " LEFT JOIN posts ON posts.id = value",
}
_READ = "SELECT group_concat(value IN (SELECT id FROM temp.read_posts), '') FROM carray(?)"


def labels_of(connection: apsw.Connection, ids: "array[int]", sort: Sort) -> Sequence[str]:
    """Return a label for each of these posts: its title or source; of UNREAD "1" if it is read.

    Posts gone have none, "". Raises KeyError for a sort that needs no labels.
    """
    if sort is Sort.UNREAD:
        return connection.execute(_READ, (apsw.carray(ids),)).get if ids else ""
    labels: list[str] = []
    for start in range(0, len(ids), _TOGETHER):
        asked = apsw.carray(ids[start : start + _TOGETHER])
        labels += json.loads(connection.execute(_TEXTS[sort], (asked,)).get)
    return labels
