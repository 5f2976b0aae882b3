"""What the indexer tells of each committed batch, as it goes out in JSON lines."""

from collections.abc import Callable, Sequence

from reader.posts.problem import Problem

Event = dict[str, object]
Tell = Callable[[Event], None]

_PATHS = 1000  # of one batch; more would only slow the window down, which asks again anyway


def heads(posts: int, done: int, total: int, seconds: float | None = None) -> Event:
    """Return a batch of the first pass; its last where `seconds` since the start are given."""
    event: Event = {"event": "heads", "posts": posts, "done": done, "total": total}
    return event if seconds is None else event | {"complete": True, "seconds": round(seconds, 3)}


def bodies(done: int, total: int, rate: float, complete: bool) -> Event:
    """Return a batch of the second pass; `rate` is in posts a second."""
    return {
        "event": "bodies",
        "done": done,
        "total": total,
        "rate": round(rate, 1),
        "complete": complete,
    }


def problem(found: Problem) -> Event:
    """Return a fault of one file that was not known before."""
    return {"event": "problem", "path": found.path, "line": found.line, "reason": found.reason}


def done(
    totals: tuple[int, int], heads_seconds: float, bodies_seconds: float, index_bytes: int
) -> Event:
    """Return the end of both passes. `totals` are posts and problems; seconds since the start."""
    return {
        "event": "done",
        "posts": totals[0],
        "problems": totals[1],
        "heads_seconds": round(heads_seconds, 3),
        "bodies_seconds": round(bodies_seconds, 3),
        "index_bytes": index_bytes,
    }


def changes(
    totals: tuple[int, int], added: Sequence[str], changed: Sequence[str], removed: Sequence[str]
) -> Event:
    """Return what a batch changed after both passes. `totals` are posts and problems."""
    return {
        "event": "changes",
        "added": len(added),
        "changed": len(changed),
        "removed": len(removed),
        "paths": [*added, *changed, *removed][:_PATHS],
        "posts": totals[0],
        "problems": totals[1],
    }


FOLDER_LOST: Event = {"event": "folder-lost"}
FOLDER_BACK: Event = {"event": "folder-back"}
OTHER_VERSION: Event = {"event": "other-version"}  # it has the library open, and we wait


def polling(reason: str, share: bool) -> Event:
    """Return that changes are noticed only now and then, and why: for one, a network share."""
    return {"event": "polling", "reason": reason, "share": share}
