"""How reading state follows a post whose file is no longer where it was.

After each look of the indexer at the folder, `state_doubts` finds out which states are in doubt,
`state_matching` decides, `state_moving` writes it down; `state_adoption` looks for the states of
a library that was opened at another place before.

Where a file's content appears beside another of the same content that has a state, it gets a row
of its own, so that later nobody takes the one for the other. While that row is young and
untouched a state may still go on there: a move may come in two pieces, first the copy and then
the loss of the original.
"""

from collections.abc import Collection

import apsw

from reader.library.state_adoption import adopt
from reader.library.state_doubts import Look, is_settled, what_changed
from reader.library.state_moving import carry_out, tell_apart, vacate


def follow(
    connection: apsw.Connection, folder: str, now: int, paths: Collection[str] | None
) -> dict[str, str] | None:
    """Let the states of the library in `folder` follow its posts; return where, by old path.

    The index is attached to the connection as `library`; `paths` are those at which it has
    changed since the last time, None where that is not known; `now` is in ms since 1970. None
    is returned, and nothing done, while the index is between two states.

    Call it inside a transaction.

    Raises:
        apsw.Error: It cannot be read or written.
    """
    if not is_settled(connection):
        return None
    library, is_new = adopt(connection, folder, may_look=paths is None)
    if library is None:
        return {}
    look = Look(connection, library, now, None if is_new else paths)
    decision, learnt = what_changed(look)
    carry_out(look, decision)
    vacate(look, [*decision.left, *decision.displaced])
    tell_apart(look, learnt, 0 if is_new else now)
    return {path: post.path for path, post in decision.moved.items()}
