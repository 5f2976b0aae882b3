import pytest

from reader.ui.command import Command
from reader.ui.key_map import commands_with, is_usual, known_key, taken_by, with_keys, without_key
from reader.ui.keys import COMMANDS


def named(name: str, *, keys: dict[str, tuple[str, ...]] | None = None) -> Command:
    return next(command for command in commands_with(keys or {}) if command.name == name)


def names(commands: tuple[Command, ...]) -> list[str]:
    return [command.name for command in commands]


def test_nothing_changed_is_the_table_itself() -> None:
    assert commands_with({}) is COMMANDS


def test_the_tables_own_keys_are_each_in_one_place_only() -> None:
    given = {command.name: command.all_keys for command in COMMANDS}
    assert commands_with(given) == COMMANDS


def test_a_key_that_stays_works_where_it_worked_and_a_new_one_where_most_do() -> None:
    following = named("next", keys={"next": ("Down", "X")})
    assert (following.keys, following.list_keys) == (("X",), ("Down",))
    page = named("page-down", keys={"page-down": ("Space", "PgDown")})
    assert (page.keys, page.reading_keys) == ((), ("Space", "PgDown"))


def test_a_command_may_do_without_keys_and_get_one_again() -> None:
    assert named("quit", keys={"quit": ()}).all_keys == ()
    assert named("quit", keys={"quit": ("Ctrl+W",)}).keys == ("Ctrl+W",)


def test_a_key_that_was_changed_is_taken_from_whom_it_belonged_to() -> None:
    keys = {"star": ("J",)}
    assert named("star", keys=keys).all_keys == ("J",)
    assert named("next", keys=keys).all_keys == ("Down",)


def test_of_two_that_were_given_the_same_key_the_first_has_it() -> None:
    keys = {"star": ("X",), "next": ("X", "Down")}
    assert named("next", keys=keys).all_keys == ("X", "Down")
    assert named("star", keys=keys).all_keys == ()


@pytest.mark.parametrize("key", ["Klingon+Q", "Ctrl+", "", "nonsense", "J, nonsense"])
def test_what_is_no_key_is_left_out(key: str) -> None:
    assert known_key(key) == ""
    assert named("star", keys={"star": (key, "X")}).all_keys == ("X",)


@pytest.mark.parametrize("key", ["J", "Ctrl++", "G, G", "、", "Shift+Space", "F11", "Ctrl+,"])
def test_a_key_stays_as_it_is_written(key: str) -> None:
    assert known_key(key) == key


def test_names_of_commands_that_do_not_exist_change_nothing() -> None:
    assert commands_with({"no-such-command": ("J",)}) == COMMANDS


def test_a_conflict_is_known_before_a_key_is_taken() -> None:
    star = named("star")
    assert names(taken_by("J", star, COMMANDS)) == ["next"]
    assert names(taken_by("S", star, COMMANDS)) == []
    assert names(taken_by("Down", star, COMMANDS)) == ["next"]


def test_the_beginning_of_a_row_of_keys_is_taken_as_well() -> None:
    assert names(taken_by("G", named("star"), COMMANDS)) == ["first"]
    assert without_key("G", named("first")) == ("Home",)


def test_a_key_of_one_part_of_the_window_is_free_in_another() -> None:
    one = Command("one", COMMANDS[0].group, "", list_keys=("X",))
    other = Command("other", COMMANDS[0].group, "", saved_keys=("X",))
    anywhere = Command("anywhere", COMMANDS[0].group, "", keys=("X",))
    assert taken_by("X", one, (other,)) == ()
    assert taken_by("X", one, (anywhere,)) == (anywhere,)


def test_who_has_the_keys_of_the_table_is_as_usual() -> None:
    assert is_usual(named("next"))
    assert is_usual(with_keys(named("next"), ("Down", "J")))
    assert not is_usual(named("next", keys={"next": ("J",)}))
