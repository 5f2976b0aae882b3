"""Which reading states are in doubt, as the index shows it."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import apsw

from reader.library.schema import VERSION as INDEX_VERSION
from reader.library.state_matching import YOUNG, Decision, Mark, Post, decide

_Row = tuple[Any, ...]
_Bindings = dict[str, str | int | bytes | None]

_FIELDS = """
    states.path, states.content_hash, states.url_key, states.url_shared_at, former_hash,
    edited_at, gone_at, twin_at, read, starred, position, revision,
    post.path, post.content_hash, post.url_key
"""
_IN_DOUBT = """(
    (post.path IS NULL AND (gone_at IS NULL
        OR EXISTS(SELECT 1 FROM library.posts WHERE content_hash = states.content_hash)
        OR EXISTS(SELECT 1 FROM library.posts WHERE content_hash = former_hash)
        OR EXISTS(SELECT 1 FROM library.posts WHERE url_key = states.url_key)))
    OR (post.path IS NOT NULL AND (gone_at IS NOT NULL
        OR post.content_hash IS NOT states.content_hash OR post.url_key IS NOT states.url_key))
    OR edited_at > :young
)"""
# The planner takes a library's states for a dozen; so it is told which index is the short way.
_ALL = f"""
    SELECT {_FIELDS} FROM main.states LEFT JOIN library.posts AS post ON post.path = states.path
    WHERE library_id = :library AND {_IN_DOUBT}
"""  # noqa: S608 - our own SQL, here and below
_SOME = f"""
    SELECT {_FIELDS} FROM json_each(:paths)
    CROSS JOIN main.states ON library_id = :library AND states.path = value
    LEFT JOIN library.posts AS post ON post.path = states.path
    WHERE {_IN_DOUBT}
"""  # noqa: S608
# States that may go on at one of these paths.
_CLAIMANTS = " UNION ".join(
    f"""
    SELECT states.path FROM json_each(:paths)
    CROSS JOIN library.posts AS post ON post.path = value
    CROSS JOIN main.states INDEXED BY {index}
        ON library_id = :library AND states.{own} = post.{theirs}
    WHERE states.path != post.path AND {which}
    """  # noqa: S608
    for index, own, theirs, which in (
        ("states_by_hash", "content_hash", "content_hash", "gone_at IS NOT NULL"),
        ("states_by_url", "url_key", "url_key", "gone_at IS NOT NULL"),
        ("states_edited", "former_hash", "content_hash", "edited_at > :young"),
    )
)
_IS_KNOWN = """
    SELECT EXISTS(SELECT 1 FROM main.states
            WHERE library_id = :library AND content_hash = :hash AND path != :path)
        OR EXISTS(SELECT 1 FROM main.states INDEXED BY states_edited
            WHERE library_id = :library AND former_hash = :hash AND edited_at > :young
                AND path != :path)
"""
_FREE = """
    SELECT post.path, post.content_hash, post.url_key FROM json_each(:wanted)
    CROSS JOIN library.posts AS post ON post.{0}
    LEFT JOIN main.states AS own ON own.library_id = :library AND own.path = post.path
    WHERE own.path IS NULL OR own.twin_at BETWEEN :young + 1 AND :now
"""
_BY_CONTENT = _FREE.format("content_hash = unhex(value)")
_BY_URL = _FREE.format("url_key = value")
_SAME_CONTENT = "SELECT 1 FROM library.posts WHERE content_hash = :hash LIMIT 2"
_LONE_URL = """
    SELECT (SELECT count(*) FROM (SELECT 1 FROM library.posts WHERE url_key = :url LIMIT 2)) = 1
        AND (SELECT count(*) FROM main.states INDEXED BY states_by_url
            WHERE library_id = :library AND url_key = :url
                AND (twin_at IS NULL OR twin_at NOT BETWEEN :young + 1 AND :now)) = 1
"""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at an index that is attached as `library`."""

    connection: apsw.Connection
    library: int  # whose states
    now: int  # ms since 1970
    paths: Collection[str] | None = None  # what has changed since the last look; None: anything

    @property
    def values(self) -> _Bindings:
        """Return what every statement may be told."""
        return {"library": self.library, "now": self.now, "young": self.now - YOUNG}

    def ask(self, sql: str, **more: str | int | bytes | None) -> list[_Row]:
        """Return the rows of a question."""
        return self.connection.execute(sql, self.values | more).fetchall()


def is_settled(connection: apsw.Connection) -> bool:
    """Return whether the index attached as `library` is whole: what it has not is not there.

    Raises:
        apsw.Error: It cannot be read.
    """
    if connection.pragma("user_version", schema="library") != INDEX_VERSION:
        return False
    whole: int = connection.execute("""
        SELECT count(*) FROM library.facts
        WHERE name IN ('heads_done', 'bodies_done') AND value = '1'
    """).get
    return (
        whole == 2
        and not connection.execute(
            "SELECT EXISTS(SELECT 1 FROM library.posts WHERE content_hash = x'')"
        ).get
    )


def what_changed(look: Look) -> tuple[Decision, set[str]]:
    """Return what becomes of the states in doubt, and whose content was not known before.

    Raises:
        apsw.Error: It cannot be read.
    """
    marks = list(_marks(look))
    if not marks:
        return Decision(), set()
    hashes = {mark.content_hash for mark in marks} | {mark.former_hash for mark in marks}
    found = _free(look, _BY_CONTENT, [content.hex() for content in hashes if content])
    contents = {post.content_hash for post in found.values()}
    urls = {  # of those that have to be looked for by URL
        mark.url_key
        for mark in marks
        if mark.url_key is not None
        and mark.content_hash not in contents
        and (mark.here is None or mark.here.url_key != mark.url_key)
    }
    found |= _free(look, _BY_URL, urls)
    formers = {mark.former_hash for mark in marks}
    lone: set[str | bytes] = {url for url in urls if look.ask(_LONE_URL, url=url) == [(1,)]}
    lone |= {h for h in formers if h and len(look.ask(_SAME_CONTENT, hash=h)) == 1}
    decision = decide(marks, found.values(), lone)
    return decision, {mark.path for mark in marks if mark.content_hash is None}


def _marks(look: Look) -> Iterator[Mark]:
    if look.paths is None:
        rows = look.ask(_ALL)
    else:
        paths = json.dumps(list(look.paths))
        claimants = {path for (path,) in look.ask(_CLAIMANTS, paths=paths)}
        rows = look.ask(_SOME, paths=json.dumps([*{*look.paths, *claimants}]))
    young = look.now - YOUNG
    for row in rows:
        path, content, url, shared, former, edited, gone, twin, *values, revision = row[:12]
        here = None if row[12] is None else Post(*row[12:])
        known = (
            here is not None
            and here.content_hash != content
            and look.ask(_IS_KNOWN, hash=here.content_hash, path=path) == [(1,)]
        )
        yield Mark(
            path=path,
            content_hash=content,
            url_key=url if _tells(url) and (shared is None or young < shared <= look.now) else None,
            former_hash=former if edited is not None and young < edited <= look.now else None,
            gone_for=None if gone is None else look.now - gone,
            values=(values[0], values[1], values[2]),
            revision=revision,
            here=here,
            here_is_known=known,
            is_fresh=twin is not None and young < twin <= look.now,
        )


def _tells(url_key: str | None) -> bool:
    """Return whether a URL names a page, and not just a site."""
    return url_key is not None and ("/" in url_key or "?" in url_key)


def _free(look: Look, sql: str, wanted: Iterable[str]) -> dict[str, Post]:
    """Return the posts of these contents, or URLs, which have no state of their own, by path."""
    rows = look.ask(sql, wanted=json.dumps(list(wanted)))
    return {row[0]: Post(*row) for row in rows}
