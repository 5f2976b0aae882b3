"""An enum is the same, whenever it was given its members."""

import enum
import subprocess
import sys
from threading import Thread
from typing import Any

import pytest

from reader.lazy_enums import Empty, lazy_enums

NUMBERS = [("ONE", 1), ("TWO", 2), ("UNO", 1), ("LESS", -5)]
BITS = [("NONE", 0), ("FOUR", 4), ("ONE", 1), ("BOTH", 5), ("ALL", 255)]
KINDS: list[tuple[Any, list[tuple[str, int]], dict[str, Any]]] = [
    (enum.Enum, NUMBERS, {}),
    (enum.IntEnum, NUMBERS, {}),
    (enum.Flag, BITS, {"boundary": enum.KEEP}),
    (enum.IntFlag, BITS, {}),
    (enum.Enum, [], {}),
]


def made(base: Any, members: list[tuple[str, int]], **named: Any) -> Any:
    """Return an enum of `members`, made as PySide does."""
    return base("Made", list(members), **named)


def late(base: Any, members: list[tuple[str, int]], **named: Any) -> Any:
    """Return the same without its members."""
    with lazy_enums():
        return base("Made", list(members), **named)


def told(kind: Any) -> list[object]:
    """Return all that an enum can be asked."""
    members = [(name, repr(member), member.name) for name, member in kind.__members__.items()]
    there: dict[str, Any] = kind.__dict__
    held = {name: repr(there[name]) for name in there.keys() - {"__new__", "__module__"}}
    order = [member._sort_order_ for member in kind]
    kinds: list[object] = [type(kind), repr(kind)]
    return [members, held, order, list(map(repr, kind)), len(kind), dir(kind), *kinds]


@pytest.mark.parametrize(("base", "members", "named"), KINDS)
def test_it_has_all_its_members_once_it_is_asked(
    base: Any, members: list[tuple[str, int]], named: dict[str, Any]
) -> None:
    kind = late(base, members, **named)
    assert type(kind) is Empty
    assert told(kind) == told(made(base, members, **named))


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum])
@pytest.mark.parametrize("order", [["UNO", "LESS"], ["LESS", "TWO"], ["TWO", "ONE", "UNO"]])
def test_members_that_came_before_are_the_same_as_those_that_come(
    base: Any, order: list[str]
) -> None:
    kind, ever = late(base, NUMBERS), made(base, NUMBERS)
    came = [getattr(kind, name) for name in order] + [kind(2)]
    assert type(kind) is Empty
    assert [one.name for one in came] == [getattr(ever, name).name for name in order] + ["TWO"]
    assert told(kind) == told(ever)
    assert all(kind[one.name] is one and kind(one.value) is one for one in came)


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag])
def test_what_is_no_member_is_refused_as_ever(base: Any) -> None:
    kind = late(base, NUMBERS[:2])
    with pytest.raises(AttributeError):
        _ = kind.THREE
    with pytest.raises(ValueError, match=r"-77\.5 is not a valid Made|invalid value -77\.5"):
        late(base, NUMBERS[:2])(-77.5)
    with pytest.raises(KeyError):
        late(base, NUMBERS[:2])["THREE"]


def test_flags_know_of_each_other() -> None:
    kind = late(enum.Flag, BITS, boundary=enum.KEEP)
    assert list(kind.FOUR | kind.ONE) == [kind.FOUR, kind.ONE]
    assert ~kind.FOUR & kind.BOTH is kind.ONE


def by_name(kind: Any, came: list[object]) -> None:
    came.append(kind.N7)


def by_place(kind: Any, came: list[object]) -> None:
    came.append(list(kind)[7])


def test_threads_that_ask_at_once_get_the_same() -> None:
    for _ in range(50):
        kind = late(enum.IntEnum, [(f"N{number}", number) for number in range(50)])
        came: list[object] = []
        threads = [Thread(target=ask, args=(kind, came)) for ask in (by_name, by_place) * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert came == [kind.N7] * 4
        assert all(one is kind.N7 for one in came)


def test_afterwards_they_are_made_as_ever() -> None:
    assert type(made(enum.IntEnum, NUMBERS)) is enum.EnumType


def test_qt_takes_and_gives_members_as_ever() -> None:
    program = """
from reader.lazy_enums import Empty, lazy_enums
with lazy_enums():
    from PySide6.QtCore import QEvent, Qt, QLocale, QDate
    assert type(Qt.Key) is Empty
event = QEvent(QEvent.Type.Show)
assert event.type() is QEvent.Type.Show and type(QEvent.Type) is Empty
assert QLocale(QLocale.Language.Chinese).language() is QLocale.Language.Chinese
assert QDate(2022, 2, 24).toString(Qt.DateFormat.ISODate) == "2022-02-24"
assert Qt.Key(65) is Qt.Key.Key_A is Qt.Key["Key_A"] and len(Qt.Key) > 400
assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop == Qt.AlignmentFlag(0x21)
assert Qt.AlignLeft is Qt.AlignmentFlag.AlignLeft
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
