from collections.abc import Generator
from datetime import date
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state import ReadingState
from reader.library.state_backup import back_up_daily
from reader.library.state_schema import STEPS, migrate
from reader.library.values import Facet, Filter, PostState, Shelf, Sort

FOLDER = Path("/library")
WAR = SavedSearch("1", "War", Filter(query="战争 OR war"))
WHOLE = SavedSearch(
    "2",
    "Everything a filter has",
    Filter(
        Shelf.UNREAD,
        'tag:"two words"',
        ((Facet.TAG, ("a/b", "港台")), (Facet.YEAR, ("2022",))),
        date(2022, 2, 1),
        None,
        Sort.RELEVANCE,
    ),
)
THIRD = SavedSearch("3", "Third", Filter(query="third"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def state(place: Path) -> Generator[ReadingState]:
    state = ReadingState(place, FOLDER)
    yield state
    state.close()


def kept(place: Path, folder: Path = FOLDER) -> tuple[SavedSearch, ...]:
    """Return what a later start finds."""
    state = ReadingState(place, folder)
    try:
        assert state.notice is None
        return state.searches()
    finally:
        state.close()


def added(*searches: SavedSearch) -> SearchesChange:
    return SearchesChange((), searches)


def test_what_was_saved_is_there_again_whole_and_in_order(state: ReadingState, place: Path) -> None:
    assert state.searches() == ()
    state.change_searches(added(WHOLE, WAR))
    assert kept(place) == (WHOLE, WAR)


def test_searches_belong_to_their_library(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR))
    assert kept(place, Path("/another")) == ()


def test_searches_are_renamed_moved_and_removed(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR, WHOLE, THIRD))
    renamed = SavedSearch("1", "Peace", WAR.filter)
    state.change_searches(SearchesChange((WAR, WHOLE, THIRD), (THIRD, renamed)))
    assert kept(place) == (THIRD, renamed)


def test_a_step_taken_back_leaves_what_was(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR, WHOLE))
    step = SearchesChange((WAR, WHOLE), (WHOLE,))
    state.change_searches(step)
    state.change_searches(step.undone(""))
    assert kept(place) == (WAR, WHOLE)


def test_two_windows_lose_nothing_of_each_others(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR))
    other = ReadingState(place, FOLDER)
    other.change_searches(SearchesChange((WAR,), (WAR, WHOLE)))
    state.change_searches(SearchesChange((WAR,), (THIRD, WAR)))  # knows nothing of the second
    assert state.searches() == (THIRD, WAR, WHOLE)
    other.change_searches(SearchesChange((WAR, WHOLE), (WHOLE,)))
    assert state.searches() == (WHOLE, THIRD)
    other.close()


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"shelf": "attic"}', "[" * 100_000])
def test_a_search_that_cannot_be_read_is_left_out_and_left_alone(
    state: ReadingState, place: Path, written: str
) -> None:
    state.change_searches(added(WAR))
    connection = apsw.Connection(str(place))
    connection.execute(
        "INSERT INTO saved_searches SELECT library_id, 'x', name, ?, 7 FROM saved_searches",
        (written,),
    )
    assert state.searches() == (WAR,)
    state.change_searches(added(WHOLE))
    rows = connection.execute("SELECT key, filter FROM saved_searches WHERE key = 'x'").fetchall()
    assert rows == [("x", written)]
    connection.close()


def test_a_state_of_before_gets_them_and_keeps_what_it_holds(place: Path) -> None:
    connection = apsw.Connection(str(place))
    migrate(connection, lambda _: None, STEPS[:1])
    connection.execute("INSERT INTO libraries VALUES(1, ?)", (str(FOLDER),))
    connection.execute(
        "INSERT INTO states(library_id, path, read, revision) VALUES(1, 'a.md', 1, 1)"
    )
    connection.close()
    state = ReadingState(place, FOLDER)
    assert state.states() == {"a.md": PostState(read=True)}
    state.change_searches(added(WAR))
    state.close()
    assert kept(place) == (WAR,)


def test_they_are_backed_up_though_nothing_was_read(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR))
    copy = back_up_daily(place, date(2022, 2, 22))
    assert copy is not None
    assert kept(copy) == (WAR,)


def test_a_newer_state_is_not_written(state: ReadingState, place: Path) -> None:
    state.change_searches(added(WAR))
    state.close()
    newer = apsw.Connection(str(place))
    newer.execute("DROP TABLE saved_searches; INSERT INTO migrations VALUES(99, '2099-01-01')")
    newer.pragma("user_version", 99)
    newer.close()
    opened = ReadingState(place, FOLDER)
    assert opened.searches() == ()
    with pytest.raises(StoreError):
        opened.change_searches(added(WHOLE))
    opened.close()
