"""What a dataclass does is the same, whenever its methods were compiled."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from reader.lazy_dataclasses import lazy_dataclasses

with lazy_dataclasses():

    @dataclass(frozen=True, slots=True, order=True)
    class Late:
        """Made without its methods."""

        name: str
        place: int = 3
        tags: list[str] = field(default_factory=list[str], compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Early:
    """The same, as ever."""

    name: str
    place: int = 3
    tags: list[str] = field(default_factory=list[str], compare=False)


ASKED: list[Callable[[Any], object]] = [
    lambda made: made("a") == made("a", 3, ["x"]),
    lambda made: made("a") == made("b"),
    lambda made: made("a") == 7,
    lambda made: made("a") < made("b"),
    lambda made: hash(made("a")) == hash(made("a")),
    lambda made: repr(made("a", tags=["x"])).partition("(")[2],
    lambda made: replace(made("a"), place=5).place,
    lambda made: made("a").tags is made("a").tags,
    lambda made: pickle.loads(pickle.dumps(made("a"))) == made("a"),  # noqa: S301 - our own
    lambda made: copy.copy(made("a")) == made("a"),
    lambda made: made.__init__.__qualname__.rpartition(".")[2],
]


@pytest.mark.parametrize("asked", ASKED)
def test_it_answers_as_ever(asked: Callable[[Any], object]) -> None:
    assert asked(Late) == asked(Early)
    assert asked(Late) == asked(Early)  # and once it is compiled


@pytest.mark.parametrize("made", [Late, Early])
def test_it_refuses_as_ever(made: Any) -> None:
    one = made("a")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        one.name = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del one.name
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        made()


def test_what_was_called_costs_no_detour_any_more() -> None:
    with lazy_dataclasses():

        @dataclass
        class Once:
            name: str

    before = vars(Once)["__init__"]
    Once("a")
    assert vars(Once)["__init__"] is not before
    assert vars(Once)["__init__"].__code__.co_varnames == ("self", "name")


def test_afterwards_they_are_made_as_ever() -> None:
    @dataclass
    class Soon:
        name: str

    assert vars(Soon)["__init__"].__code__.co_varnames == ("self", "name")
