"""What an index holds of single files, as it can be compared with what another holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import apsw

from reader.errors import DamagedError
from reader.library import stored_text
from reader.library.facet_lists import unpacked

_TIMES = ("size", "mtime_ns", "ctime_ns")
_NOT_COMPARED = frozenset({"id", "path", *_TIMES})


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one file."""

    times: tuple[int, ...]  # size, mtime_ns, ctime_ns
    problems: tuple[tuple[int | None, str], ...]
    id: int | None = None  # of a post
    columns: Mapping[str, object] | None = None  # of a post, by name
    facets: tuple[tuple[str, str], ...] = ()
    text: str | None = None

    @property
    def day(self) -> str:
        """Return a post's day, as its row says."""
        return str(self.columns["local_day"]) if self.columns else ""


class Records:
    """The records of one index, which must not be written meanwhile."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(posts)")]
        self._facets: dict[int, tuple[str, str]] = {
            id_: (facet, value)
            for id_, facet, value in connection.execute("SELECT id, facet, value FROM facets")
        }

    def of(self, path: str) -> Record | None:
        """Return what is known of `path`, None if nothing is.

        Raises:
            apsw.Error: It cannot be read.
            DamagedError: A number in it is none.
        """
        problems = tuple(
            sorted(
                self._connection.execute(
                    "SELECT line, reason FROM problems WHERE path = ?", (path,)
                ),
                key=repr,
            )
        )
        post = self._connection.execute("SELECT * FROM posts WHERE path = ?", (path,)).fetchone()
        if post is not None:
            return self._post(dict(zip(self._columns, post, strict=True)), problems)
        times = self._connection.execute(
            "SELECT size, mtime_ns, ctime_ns FROM no_posts WHERE path = ?", (path,)
        ).fetchone()
        return None if times is None else Record(times, problems)

    def _post(self, row: dict[str, object], problems: tuple[tuple[int | None, str], ...]) -> Record:
        id_ = _number(row["id"])
        packed = self._connection.execute("SELECT text FROM texts WHERE post_id = ?", (id_,)).get
        return Record(
            times=tuple(_number(row[name]) for name in _TIMES),
            problems=problems,
            id=id_,
            columns={name: row[name] for name in row if name not in _NOT_COMPARED},
            facets=tuple(sorted(self._facets_of(id_))),
            text=None if packed is None else _text(packed),
        )

    def _facets_of(self, id_: int) -> Iterator[tuple[str, str]]:
        listed = self._connection.execute(
            "SELECT facets FROM facet_lists WHERE post_id = ?", (id_,)
        ).get
        for facet in unpacked(listed or ""):
            yield self._facets.get(facet, ("", f"an unknown value ({facet})"))


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError as error:
        raise DamagedError(f"{value!r} is in the place of a number") from error


def _text(packed: bytes) -> str:
    """Return a text; one that cannot be unpacked equals no other."""
    try:
        return stored_text.unpacked(packed)
    except ValueError:
        return "\0damaged"
