"""Qt's enums without their members, until one of them is asked for.

PySide makes each enum by `enum`'s functional interface, a whole Python object for each of its
members: 93 classes of 1,500 members come with `Qt` alone, of which a first frame needs a handful.
So an enum made that way is empty at first, a copy of an empty one of its kind. It gets members,
by the very code that would have made them, as they are asked for, and all of them with any other
question; flags, which know of each other, all at once.

WORKAROUND: PySide has no setting for this. Where a later Python makes members otherwise, all are
simply made as ever.
"""

import enum
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from types import MappingProxyType
from typing import Any, cast

_make_at_once: Any = enum.EnumType.__call__
_new_member: Any = getattr(enum, "_proto_member", None)  # given its class and name, it is made
_members: dict[type, Sequence[tuple[str, int]]] = {}  # that an enum is still to get
_patterns: dict[tuple[Any, ...], dict[str, Any]] = {}  # what an empty enum of each kind holds
_OF_EACH = {"__dict__", "__weakref__", "__qualname__"}  # not to be copied
_filling = threading.RLock()


@contextmanager
def lazy_enums() -> Generator[None]:
    """Let enums that are made of a list of members begin without them."""
    if _new_member is not None:
        enum.EnumType.__call__ = _make_later
    try:
        yield
    finally:
        enum.EnumType.__call__ = _make_at_once


class Empty(enum.EnumType):
    """What an enum is an instance of until it has its members."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _one(cls, (value for known, value in _members.get(cls, ()) if known == name))
        return getattr(filled(cls), name) if found is None else found

    def __call__(cls, *given: Any, **named: Any) -> Any:  # noqa: D102 - Python's
        found = _one(cls, given) if len(given) == 1 and not named else None
        return filled(cls)(*given, **named) if found is None else found

    def __getitem__(cls, name: str) -> Any:
        return filled(cls)[name]

    def __iter__(cls) -> Iterator[Any]:
        return iter(filled(cls))

    def __reversed__(cls) -> Iterator[Any]:
        return reversed(filled(cls))

    def __len__(cls) -> int:
        return len(filled(cls))

    def __contains__(cls, member: object) -> bool:
        return member in filled(cls)

    def __dir__(cls) -> list[str]:
        return dir(filled(cls))

    @property
    def __members__(cls) -> MappingProxyType[str, Any]:
        return filled(cls).__members__


def filled(made: Any) -> Any:
    """Return the enum `made`, which has all its members from now on."""
    with _filling:
        if type(made) is enum.EnumType:
            return made
        there = dict(made._value2member_map_)
        for held in (made._member_names_, made._member_map_, made._value2member_map_):
            held.clear()
        for name, value in _members.pop(made):
            _add(made, name, value, there.get(value))
        made.__class__ = enum.EnumType
        values = [each.value for each in made]
        if hasattr(made, "_iter_member_by_def_") and values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_  # as EnumType.__new__ does at its end
    return made


def _one(made: Any, values: Iterable[Any]) -> Any:
    """Return the member of `made` with the one value, None if that takes all members."""
    value = next(iter(values), None)
    if type(value) is not int or issubclass(made, enum.Flag):
        return None
    found = made._value2member_map_.get(value)
    if found is not None:
        return found
    with _filling:
        name = next((name for name, known in _members.get(made, ()) if known == value), None)
        if name is not None and value not in made._value2member_map_:
            _add(made, name, value)
        return made._value2member_map_.get(value)


def _add(made: Any, name: str, value: int, there: Any = None) -> None:
    """Give `made` a member; where one of the value is `there`, that one, in its place."""
    if there is not None and there.name == name:
        there._sort_order_ = len(made._member_names_)
        made._member_names_.append(name)
        made._member_map_[name] = made._value2member_map_[value] = there
        return
    member = _new_member(value)
    type.__setattr__(made, name, member)
    member.__set_name__(made, name)


def _make_later(cls: Any, value: Any, names: Any = None, **named: Any) -> Any:
    if not _are_members(names) or named.keys() - {"boundary"}:
        return _make_at_once(cls, value, names, **named)
    kind = (cls, named.get("boundary"))
    if kind not in _patterns:
        pattern: dict[str, Any] = _make_at_once(cls, "Pattern", (), **named).__dict__
        _patterns[kind] = {name: pattern[name] for name in pattern.keys() - _OF_EACH}
    held = _patterns[kind].items()
    copied = {name: copy(thing) if type(thing) in (dict, list) else thing for name, thing in held}
    made = type.__new__(Empty, value, (cls,), copied)  # PySide says later of which module it is
    _members[made] = names
    return made


def _are_members(names: Any) -> bool:
    return type(names) is list and all(type(each[1]) is int for each in cast("list[Any]", names))
