"""The commands with the keys that the user gave them. Nothing here acts on a window.

A key is looked for in the places where it works: anywhere, or with some pane focused. A default
key that is kept stays in its place, a new one works where most of the command's keys do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QKeySequence

from reader.ui.command import Command
from reader.ui.keys import COMMANDS
from reader.ui.settings import Keys

# The fields of a command that hold keys, and the parts of the window each of them reaches.
_REACH = {
    "keys": frozenset(("list", "article", "sidebar", "saved")),
    "list_keys": frozenset(("list",)),
    "reading_keys": frozenset(("list", "article")),
    "pane_keys": frozenset(("list", "article", "sidebar", "saved")),
    "saved_keys": frozenset(("saved",)),
}
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def known_key(key: str) -> str:
    """Return `key` as Qt writes it in every language; "" if it is none."""
    written = QKeySequence(key, _PORTABLE).toString(_PORTABLE)
    return "" if "Unknown" in written or any(not part for part in written.split(", ")) else written


def commands_with(changed: Keys) -> tuple[Command, ...]:
    """Return all commands, those named in `changed` with these keys instead of their own.

    No key has two meanings: what was changed goes before what is as it was, and what stands
    earlier before what stands later.
    """
    if not changed:
        return COMMANDS
    given = {
        command.name: with_keys(command, changed[command.name])
        for command in COMMANDS
        if command.name in changed
    }
    settled: dict[str, Command] = {}
    others = (command for command in COMMANDS if command.name not in given)
    for command in (*given.values(), *others):
        free = [key for key in command.all_keys if not taken_by(key, command, settled.values())]
        settled[command.name] = with_keys(command, free)
    return tuple(settled[command.name] for command in COMMANDS)


def with_keys(command: Command, keys: Iterable[str]) -> Command:
    """Return `command` with `keys` and no others, each in its place."""
    places: dict[str, list[str]] = {place: [] for place in _REACH}
    for key in dict.fromkeys(map(known_key, keys)):
        if key:
            places[place_of(key, command)].append(key)
    return replace(command, **{place: tuple(keys) for place, keys in places.items()})


def _keys_of(command: Command, place: str) -> tuple[str, ...]:
    return getattr(command, place)


def place_of(key: str, command: Command) -> str:
    """Return in which field of `command` the key belongs: where it is, or where most others are."""
    usual = _usual(command)
    for place in _REACH:
        if key in _keys_of(usual, place):
            return place
    return next((place for place in _REACH if _keys_of(usual, place)), "keys")


def taken_by(key: str, command: Command, commands: Iterable[Command]) -> tuple[Command, ...]:
    """Return which others of `commands` have `key`, or a row of keys begun by it, where it works.

    Of a key that begins a row of keys Qt could not tell which is meant.
    """
    reach = _REACH[place_of(key, command)]
    return tuple(
        other
        for other in commands
        if other.name != command.name
        and any(_begins(key, theirs) for theirs in _keys_within(other, reach))
    )


def without_key(key: str, command: Command) -> tuple[str, ...]:
    """Return the keys of `command` that `key` leaves it."""
    return tuple(theirs for theirs in command.all_keys if not _begins(key, theirs))


def is_usual(command: Command) -> bool:
    """Return whether `command` has its own keys."""
    return set(command.all_keys) == set(_usual(command).all_keys)


def _usual(command: Command) -> Command:
    return next((each for each in COMMANDS if each.name == command.name), command)


def _keys_within(command: Command, reach: frozenset[str]) -> Iterator[str]:
    for place, parts in _REACH.items():
        if not reach.isdisjoint(parts):
            yield from _keys_of(command, place)


def _begins(one: str, other: str) -> bool:
    return all(mine == theirs for mine, theirs in zip(_steps(one), _steps(other), strict=False))


def _steps(key: str) -> Sequence[str]:
    return key.split(", ")
