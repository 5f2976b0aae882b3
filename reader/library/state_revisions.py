"""The revision of the reading state: a number that grows with every change and never falls.

What has changed is told by it, and which of two copies is the newer. It is counted beside the
rows, for the row that bears the last one may go.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw

_COUNTED = 4  # the version since which it is
_HIGHEST = "(SELECT coalesce(max(revision), 0) FROM main.states)"
_LAST = f"SELECT max(number, {_HIGHEST}) FROM main.last_revision"  # noqa: S608 - our own SQL
_NEXT = f"UPDATE main.last_revision SET number = max(number, {_HIGHEST}) + 1 RETURNING number"  # noqa: S608


def last_revision(connection: "apsw.Connection") -> int:
    """Return the revision of the last change, 0 before the first; of any version of the state.

    Raises:
        apsw.Error: It cannot be read.
    """
    counted = connection.pragma("user_version", schema="main") >= _COUNTED
    return connection.execute(_LAST if counted else f"SELECT {_HIGHEST}").get


def next_revision(connection: "apsw.Connection") -> int:
    """Return the revision of the change that is being made. Inside a transaction.

    Raises:
        apsw.Error: It cannot be written.
    """
    return connection.execute(_NEXT).get
