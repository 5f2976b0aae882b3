"""What the indexer says, line by line.

The lines come from our own program, but their paths and reasons come from hostile files; and a
program may be older or newer than the one that asks. So nothing here trusts a shape.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast


@dataclass(frozen=True, slots=True)
class Heads:
    """A batch of the first pass was committed."""

    done: int
    total: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Bodies:
    """A batch of the second pass was committed."""

    done: int
    total: int
    rate: float  # posts a second
    complete: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Both passes are through."""

    posts: int
    problems: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Files came, changed or went."""

    paths: tuple[str, ...]  # the first thousand
    posts: int
    problems: int


@dataclass(frozen=True, slots=True)
class ProblemFound:
    """A file could not be read fully."""


@dataclass(frozen=True, slots=True)
class FolderGone:
    """The folder vanished, as when a disk is unmounted, or came back."""

    gone: bool


@dataclass(frozen=True, slots=True)
class Polling:
    """The folder cannot be watched and is looked through now and then instead."""

    share: bool  # it is on a network share; else the system watches no more


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another version of Broadsheet has the folder open: its index cannot be read."""


Event = Heads | Bodies | Settled | Changes | ProblemFound | FolderGone | Polling | OtherVersion


def read_event(line: bytes) -> Event | None:
    """Return what `line` says; None for what this program does not know. Never raises."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return _event(cast("Mapping[str, Any]", said)) if isinstance(said, Mapping) else None


def _event(said: Mapping[str, Any]) -> Event | None:
    read = _READERS.get(str(said.get("event")))
    return read(said) if read else None


def _number(said: Mapping[str, Any], name: str) -> float:
    value = said.get(name)
    return float(value) if isinstance(value, (int, float)) and 0 <= value < 1e12 else 0.0


def _count(said: Mapping[str, Any], name: str) -> int:
    return int(_number(said, name))


def _paths(said: Mapping[str, Any]) -> tuple[str, ...]:
    paths = said.get("paths")
    told = cast("list[object]", paths) if isinstance(paths, list) else []
    return tuple(path for path in told if isinstance(path, str))


_READERS: dict[str, Callable[[Mapping[str, Any]], Event]] = {
    "heads": lambda said: Heads(
        _count(said, "done"), _count(said, "total"), said.get("complete") is True
    ),
    "bodies": lambda said: Bodies(
        _count(said, "done"),
        _count(said, "total"),
        _number(said, "rate"),
        said.get("complete") is True,
    ),
    "done": lambda said: Settled(_count(said, "posts"), _count(said, "problems")),
    "changes": lambda said: Changes(_paths(said), _count(said, "posts"), _count(said, "problems")),
    "problem": lambda _: ProblemFound(),
    "folder-lost": lambda _: FolderGone(True),
    "folder-back": lambda _: FolderGone(False),
    "polling": lambda said: Polling(said.get("share") is True),
    "other-version": lambda _: OtherVersion(),
}
