"""Whether an index is what a fresh one of the same folder would be.

Reads the tables themselves, and nothing of what the product checks an index with. Ids may
differ, as long as they follow the dates; times in doubt do.
"""

import subprocess
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import apsw

from reader.library import facet_lists
from reader.library.stored_text import unpacked
from reader.profile import Profile
from tests.helpers.indexing import command, environment

_SHOWN = 5  # differences of one kind
_BITS = (1 << 64) - 1
_OF_POSTS = {  # what holds rows of posts: how to name each row's post
    "texts": "post_id",
    "post_facets": "post_id",
    "facet_lists": "post_id",
    "words": "rowid",
}

Rows = dict[str, Any]


def differences(index: Path, folder: Path, scratch: Path) -> list[str]:
    """Return what is wrong with the index of `folder` at `index`, in words; empty if nothing is.

    Works on a copy, so that whoever has the index open is not disturbed. `scratch` is a folder
    that may be filled.
    """
    return differences_from(fresh_index(folder, scratch), index, scratch)


def differences_in_the_end(
    index: Path, folder: Path, scratch: Path, seconds: float = 20.0
) -> list[str]:
    """Return the same, once there are none or so many seconds are over; nothing changes now."""
    fresh, deadline = fresh_index(folder, scratch), time.monotonic() + seconds
    while (found := differences_from(fresh, index, scratch)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def fresh_index(folder: Path, scratch: Path) -> Path:
    """Return a new index of `folder`, below `scratch`, made as a script makes one."""
    profile = scratch / "fresh"
    line = command(profile, "index", str(folder))
    subprocess.run(line, check=True, capture_output=True, env=environment())
    return Profile.under(profile).index_path(folder.resolve())


def differences_from(fresh: Path, index: Path, scratch: Path) -> list[str]:
    """Return as `differences` in what `index` is not as another one of the same folder."""
    scratch.mkdir(parents=True, exist_ok=True)
    copy = scratch / "copy.db"
    try:
        _copy(index, copy)
        damage = list(_damage(copy))
        if damage:
            return damage
        found = _content(copy)
    except (apsw.Error, OSError, ValueError) as error:
        return [f"the index cannot be read: {error}"]
    wanted = _content(fresh)
    return [f"{kind}: {line}" for kind in wanted for line in _difference(found[kind], wanted[kind])]


def _copy(index: Path, copy: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    source = apsw.Connection(str(index), flags=apsw.SQLITE_OPEN_READWRITE)
    target = apsw.Connection(str(copy))
    try:
        source.set_busy_timeout(20_000)
        with target.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step(-1)
    finally:
        for connection in (source, target):
            with suppress(apsw.Error):
                connection.close(force=True)


def _damage(copy: Path) -> Iterator[str]:
    connection = apsw.Connection(str(copy))
    try:
        for (line,) in connection.execute("PRAGMA integrity_check(5)").fetchall():
            if line != "ok":
                yield f"integrity_check: {line}"
        try:
            connection.execute("INSERT INTO words(words) VALUES('integrity-check')")
        except apsw.Error as error:
            yield f"the full text's integrity-check: {error}"
        yield from _orphans(connection)
        days = [day for (day,) in connection.execute("SELECT local_day FROM posts ORDER BY id")]
        yield from (
            f"ids: {later} stands before {day}"
            for day, later in zip(days[1:], days, strict=False)
            if later > day
        )
    finally:
        connection.close(force=True)


def _orphans(connection: apsw.Connection) -> Iterator[str]:
    for table, name in _OF_POSTS.items():
        count: int = connection.execute(
            f"SELECT count(*) FROM {table} WHERE {name} NOT IN (SELECT id FROM posts)"  # noqa: S608
        ).get
        if count:
            yield f"{table}: {count} rows of no post"
    for table in ("texts", "words"):
        name = _OF_POSTS[table]
        count = connection.execute(
            f"SELECT count(*) FROM posts WHERE body_done AND id NOT IN "  # noqa: S608
            f"(SELECT {name} FROM {table})"
        ).get
        if count:
            yield f"{table}: {count} posts are missing"


def _content(index: Path) -> dict[str, Rows]:
    """Return every kind of row by a name of its own, with paths for the posts' ids."""
    connection = apsw.Connection(str(index))
    try:
        paths = dict(connection.execute("SELECT id, path FROM posts"))
        return {
            "posts": _posts(connection),
            "texts": {
                paths[post]: zlib.crc32(unpacked(text).encode())
                for post, text in connection.execute("SELECT post_id, text FROM texts")
            },
            "facets": _sets(
                (paths[post], f"{facet}={value}")
                for post, facet, value in connection.execute(
                    "SELECT post_id, facet, value FROM post_facets "
                    "JOIN facets ON facets.id = facet_id"
                )
            ),
            "facet lists": _facet_lists(connection, paths),
            "facets in use": dict(
                connection.execute("SELECT facet || '=' || value, NULL FROM facets")
            ),
            "words": _words(connection, paths),
            "problems": _sets(
                (path, f"{line}: {reason}")
                for path, line, reason in connection.execute(
                    "SELECT path, line, reason FROM problems"
                )
            ),
            "no posts": {
                path: stat
                for path, *stat in connection.execute("SELECT path, size, mtime_ns FROM no_posts")
            },
            "facts": dict(connection.execute("SELECT name, value FROM facts")),
        }
    finally:
        connection.close(force=True)


def _posts(connection: apsw.Connection) -> Rows:
    columns = [row[1] for row in connection.execute("PRAGMA table_info(posts)")]
    named = [column for column in columns if column not in ("id", "path", "ctime_ns")]
    rows = connection.execute(f"SELECT path, {', '.join(named)} FROM posts")  # noqa: S608
    return {path: dict(zip(named, row, strict=True)) for path, *row in rows}


def _facet_lists(connection: apsw.Connection, paths: dict[int, str]) -> Rows:
    facets = {
        id_: f"{facet}={value}"
        for id_, facet, value in connection.execute("SELECT id, facet, value FROM facets")
    }
    return _sets(
        (paths[post], facets.get(facet, f"unknown {facet}"))
        for post, listed in connection.execute("SELECT post_id, facets FROM facet_lists")
        for facet in facet_lists.unpacked(listed)
    )


def _sets(pairs: Iterable[tuple[str, str]]) -> Rows:
    gathered: dict[str, list[str]] = {}
    for path, value in pairs:
        gathered.setdefault(path, []).append(value)
    return {path: sorted(values) for path, values in gathered.items()}


def _words(connection: apsw.Connection, paths: dict[int, str]) -> Rows:
    """Return for each post how many words it has, and the sum of what they are and where.

    There are millions of them: the sums take no memory, and no order matters.
    """
    connection.execute("CREATE VIRTUAL TABLE temp.hits USING fts5vocab(main, words, instance)")
    sums: dict[int, int] = {}
    counts: dict[int, int] = {}
    for word in connection.execute("SELECT doc, term, col, offset FROM hits"):
        post = word[0]
        sums[post] = (sums.get(post, 0) + hash(word[1:])) & _BITS
        counts[post] = counts.get(post, 0) + 1
    return {paths.get(post, f"row {post}"): (counts[post], total) for post, total in sums.items()}


def _difference(found: Rows, wanted: Rows) -> Iterator[str]:
    missing, besides = sorted(wanted.keys() - found.keys()), sorted(found.keys() - wanted.keys())
    other = sorted(key for key in found.keys() & wanted.keys() if found[key] != wanted[key])
    for words, keys in (("missing", missing), ("too many", besides), ("other", other)):
        for key in keys[:_SHOWN]:
            yield f"{words}: {key!r}{_detail(found.get(key), wanted.get(key))}"
        if len(keys) > _SHOWN:
            yield f"{words}: {len(keys) - _SHOWN} more"


def _detail(found: Any, wanted: Any) -> str:
    if isinstance(found, dict) and isinstance(wanted, dict):
        columns, fresh = cast("Rows", found), cast("Rows", wanted)
        names = [name for name in fresh if columns[name] != fresh[name]]
        return ": " + ", ".join(f"{n} {columns[n]!r}, fresh {fresh[n]!r}" for n in names)
    return f": {found!r}, fresh {wanted!r}" if found is not None and wanted is not None else ""
