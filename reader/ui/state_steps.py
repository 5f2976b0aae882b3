"""What one step of the user's changes in the states of posts, and what takes it back. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from reader.library.values import PostState, StateChange, merged

StateOf = Callable[[str], PostState]


@dataclass(frozen=True, slots=True)
class LongStep:
    """One step of the user's over so many posts that it was done in parts."""

    words: str
    parts: list[StateChange] = field(default_factory=list[StateChange])


def change_to(
    paths: Iterable[str], state_of: StateOf, read: bool | None, starred: bool | None
) -> StateChange | None:
    """Return what is to be done for these posts to be so; None where all are so already.

    None for `read` or `starred` leaves it as it is.
    """
    made: dict[PostState, PostState] = {}  # few differ: a thousand posts share two values
    before: dict[str, PostState] = {}
    after: dict[str, PostState] = {}
    for path in paths:
        present = state_of(path)
        wanted = made.get(present)
        if wanted is None:
            wanted = made[present] = replace(
                present,
                read=present.read if read is None else read,
                starred=present.starred if starred is None else starred,
            )
        if wanted != present:
            before[path], after[path] = present, wanted
    return StateChange(before, after) if after else None


def undoing(
    change: StateChange, state_of: StateOf, at: Callable[[str], str], words: str
) -> StateChange:
    """Return what takes `change` back from the posts as they are, wherever they are `at` now."""
    now_at = {path: at(path) for path in change.after}
    before = {now: state_of(now) for now in now_at.values()}
    after = {
        now: merged(before[now], change.after[path], change.before[path])
        for path, now in now_at.items()
    }
    return StateChange(before, after, words)
