"""Writing down where states went: what `reader.library.state_matching` has decided."""

import json
from collections.abc import Collection

from reader.library.state_doubts import Look
from reader.library.state_matching import Decision, Mark
from reader.library.state_revisions import last_revision, next_revision

_TAKE = """
    SELECT states.path, read, starred, position, read_at, starred_at, position_at,
        iif(twin_at IS NULL, NULL, 0)
    FROM json_each(:paths) CROSS JOIN main.states ON library_id = :library AND states.path = value
"""
_DROP = "DELETE FROM main.states WHERE library_id = ? AND path = ?"
_PUT = """
    INSERT OR REPLACE INTO main.states(library_id, path, content_hash, url_key, revision,
        read, starred, position, read_at, starred_at, position_at, twin_at)
    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_BEGIN = """
    INSERT OR IGNORE INTO main.states(library_id, path, content_hash, url_key, revision, twin_at)
    VALUES(?, ?, ?, ?, ?, ?)
"""
_ASIDE = """
    UPDATE main.states SET path = '/' || ?3 || '/' || path, revision = ?3, gone_at = ?4,
        former_hash = NULL, edited_at = NULL
    WHERE library_id = ?1 AND path = ?2
"""
_FORGET_UNTOUCHED = _DROP + " AND twin_at IS NOT NULL"
_STAYS = """
    UPDATE main.states SET gone_at = NULL, url_key = ?4,
        former_hash = iif(content_hash IS ?3, former_hash, NULL),
        edited_at = iif(content_hash IS ?3, edited_at, NULL), content_hash = ?3
    WHERE library_id = ?1 AND path = ?2
"""
_EDITED = """
    UPDATE main.states SET gone_at = NULL, url_key = ?4, former_hash = content_hash,
        edited_at = ?5, content_hash = ?3
    WHERE library_id = ?1 AND path = ?2
"""
_GONE = """
    UPDATE main.states SET gone_at = ? WHERE library_id = ? AND path = ? AND gone_at IS NULL
"""
_TWINS = """
    INSERT OR IGNORE INTO main.states(library_id, path, content_hash, url_key, twin_at, revision)
    SELECT :library, post.path, post.content_hash, post.url_key, :since, :revision
    FROM (
        SELECT DISTINCT states.content_hash AS twice FROM {0}
        WHERE library_id = :library AND gone_at IS NULL AND states.content_hash IS NOT NULL {1}
    ) CROSS JOIN library.posts AS post ON post.content_hash = twice
    WHERE NOT EXISTS(SELECT 1 FROM main.states AS own
        WHERE own.library_id = :library AND own.path = post.path)
"""
_OF_ALL = _TWINS.format("main.states", "")
_OF_SOME = _TWINS.format(
    "json_each(:paths) CROSS JOIN main.states ON states.path = value", "AND twin_at IS NULL"
)
_OF_ARRIVED = _TWINS.format(
    """json_each(:paths) CROSS JOIN library.posts AS arrived ON arrived.path = value
        CROSS JOIN main.states INDEXED BY states_by_hash
            ON states.content_hash = arrived.content_hash""",
    "",
)
_SHARED = """
    UPDATE main.states {0} SET url_shared_at = :now
    WHERE library_id = :library AND url_shared_at IS NULL AND gone_at IS NULL AND {1}
        AND EXISTS(SELECT 1 FROM library.posts AS post
            WHERE post.url_key = states.url_key AND post.path != states.path)
"""
_ALL_SHARED = _SHARED.format("", "url_key IS NOT NULL")
_SOME_SHARED = _SHARED.format(
    "INDEXED BY states_by_url",
    """url_key IN (SELECT post.url_key FROM json_each(:paths)
        CROSS JOIN library.posts AS post ON post.path = value WHERE post.url_key IS NOT NULL)""",
)
_SHARED_NO_MORE = """
    UPDATE main.states SET url_shared_at = NULL
    WHERE library_id = :library AND url_shared_at IS NOT NULL AND gone_at IS NULL
        AND NOT EXISTS(SELECT 1 FROM library.posts AS post
            WHERE post.url_key = states.url_key AND post.path != states.path)
"""


def carry_out(look: Look, decision: Decision) -> None:
    """Write down a decision. Inside a transaction.

    Raises:
        apsw.Error: It cannot be written.
    """
    if not any(
        (decision.moved, decision.displaced, decision.stays, decision.edited, decision.gone)
    ):
        return
    execute = look.connection.executemany
    revision = next_revision(look.connection)
    rows = look.ask(_TAKE, paths=json.dumps(list(decision.moved)))
    carried = {path: row for path, *row in rows}
    execute(_DROP, [(look.library, path) for path in decision.moved])
    for mark in decision.displaced:
        look.connection.execute(_FORGET_UNTOUCHED, (look.library, mark.path))
        look.connection.execute(_ASIDE, (look.library, mark.path, revision, look.now))
    execute(
        _PUT,
        [
            (look.library, post.path, post.content_hash, post.url_key, revision, *carried[path])
            for path, post in decision.moved.items()
        ],
    )
    taken = {post.path for post in decision.moved.values()}  # an untouched row gave way there
    execute(_STAYS, [_as_found(look, mark) for mark in decision.stays if mark.path not in taken])
    edited = [mark for mark in decision.edited if mark.path not in taken]
    execute(_EDITED, [(*_as_found(look, mark), look.now) for mark in edited])
    fresh = [mark.path for mark in decision.gone if mark.is_fresh]
    execute(_FORGET_UNTOUCHED, [(look.library, path) for path in fresh if path not in taken])
    execute(_GONE, [(look.now, look.library, mark.path) for mark in decision.gone])


def vacate(look: Look, places: Collection[Mark]) -> None:
    """Give the posts at places that states have left a row that says nothing yet.

    Raises:
        apsw.Error: It cannot be written.
    """
    if not places:
        return
    revision = next_revision(look.connection)
    look.connection.executemany(
        _BEGIN, [(*_as_found(look, mark), revision, look.now) for mark in places]
    )


def tell_apart(look: Look, learnt: Collection[str], since: int) -> None:
    """Give posts a row of their own that have the same content as one with a state.

    `learnt` are paths of states whose content was not known before: their twins may have been
    there ever since. Others are taken to have come at `since`.

    Raises:
        apsw.Error: It cannot be written.
    """
    more: dict[str, str | int] = {"revision": last_revision(look.connection)}
    if learnt:
        look.ask(_OF_SOME, paths=json.dumps(list(learnt)), since=0, **more)
    if look.paths is None:
        look.ask(_OF_ALL, since=since, **more)
        look.ask(_ALL_SHARED)
        look.ask(_SHARED_NO_MORE)
    else:
        paths = json.dumps(list(look.paths))
        look.ask(_OF_ARRIVED, paths=paths, since=since, **more)
        look.ask(_SOME_SHARED, paths=paths)


def _as_found(look: Look, mark: Mark) -> tuple[int, str, bytes | None, str | None]:
    here = mark.here
    content, url = (here.content_hash, here.url_key) if here is not None else (None, None)
    return look.library, mark.path, content, url
