"""Values pinned in the sidebar, as the state keeps them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library.saved_searches import SavedSearch
from reader.library.state import ReadingState
from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.pins import Pins
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.sections import RowKind
from reader.ui.sidebar.view import Sidebar
from reader.ui.state_client import StateClient
from reader.ui.theme import LIGHT

WAR, PEACE = (Facet.TAG, "war"), (Facet.SOURCE, "peace.org")
NAMED = SavedSearch("1", "War", Filter(query="war"))
COUNTS = Counts(
    Filter(),
    dict.fromkeys(Shelf, 7),
    {Facet.TAG: (FacetCount("war", 3),), Facet.SOURCE: (FacetCount("peace.org", 2),)},
    (),
)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(LIGHT)
    qtbot.addWidget(made)
    made.show_counts(COUNTS)
    return made


@pytest.fixture
def state(tmp_path: Path, sidebar: Sidebar) -> Iterator[StateClient]:
    client = StateClient()
    Pins(sidebar, client)
    client.open(tmp_path / "state.db", tmp_path / "posts")
    yield client
    client.close()


def shown(sidebar: Sidebar) -> list[str]:
    model = sidebar.findChildren(SidebarModel)[0]
    rows = map(model.row, range(model.rowCount()))
    return [row.value for row in rows if row.kind is RowKind.PIN]


def kept(place: Path, folder: str = "posts") -> list[tuple[Facet, str] | None]:
    """Return what the disk holds of the pins of a library."""
    state = ReadingState(place / "state.db", place / folder)
    try:
        return [search.pin for search in state.searches()]
    finally:
        state.close()


def test_a_pin_is_kept_with_the_reading_state(
    qtbot: QtBot, sidebar: Sidebar, state: StateClient, tmp_path: Path
) -> None:
    sidebar.pin_asked.emit(*WAR)
    sidebar.pin_asked.emit(*PEACE)
    qtbot.waitUntil(lambda: shown(sidebar) == ["war", "peace.org"])
    state.close()
    assert kept(tmp_path) == [WAR, PEACE]
    state.open(tmp_path / "state.db", tmp_path / "posts")
    assert shown(sidebar) == []
    qtbot.waitUntil(lambda: shown(sidebar) == ["war", "peace.org"])


def test_each_library_has_pins_of_its_own(
    qtbot: QtBot, sidebar: Sidebar, state: StateClient, tmp_path: Path
) -> None:
    sidebar.pin_asked.emit(*WAR)
    qtbot.waitUntil(lambda: shown(sidebar) == ["war"])
    state.open(tmp_path / "state.db", tmp_path / "others")
    assert shown(sidebar) == []
    assert kept(tmp_path, "others") == []
    assert kept(tmp_path) == [WAR]


def test_a_pin_that_goes_comes_back_where_it_was(
    qtbot: QtBot, sidebar: Sidebar, state: StateClient
) -> None:
    said: list[str] = []
    state.searches_changed.connect(said.append)
    for value in (WAR, PEACE):
        sidebar.pin_asked.emit(*value)
    qtbot.waitUntil(lambda: len(shown(sidebar)) == 2)
    sidebar.pin_asked.emit(Facet.TAG, "WAR")  # however it is spelled
    assert shown(sidebar) == ["peace.org"]
    assert said[-1] == "Unpinned; Ctrl+Z brings it back"
    assert state.undo()
    assert shown(sidebar) == ["war", "peace.org"]


def test_pins_and_searches_with_a_name_move_among_their_own(
    qtbot: QtBot, sidebar: Sidebar, state: StateClient, tmp_path: Path
) -> None:
    for value in (WAR, PEACE):
        sidebar.pin_asked.emit(*value)
    state.when_known(lambda: state.set_searches((*state.searches, NAMED), ""))
    qtbot.waitUntil(lambda: len(state.searches) == 3)
    sidebar.pin_moved.emit(*PEACE, -1)
    assert shown(sidebar) == ["peace.org", "war"]
    sidebar.pin_moved.emit(*PEACE, -1)  # beyond the first there is nowhere to go
    state.close()
    assert kept(tmp_path) == [None, PEACE, WAR]


def test_what_two_windows_pin_is_pinned_once(
    qtbot: QtBot, sidebar: Sidebar, state: StateClient, tmp_path: Path
) -> None:
    other = Sidebar(LIGHT)
    qtbot.addWidget(other)
    client = StateClient()
    Pins(other, client)
    client.open(tmp_path / "state.db", tmp_path / "posts")
    known: list[StateClient] = []
    for each in (state, client):
        each.when_known(partial(known.append, each))
    qtbot.waitUntil(lambda: len(known) == 2)
    for value in (WAR, PEACE):
        sidebar.pin_asked.emit(*value)
    other.pin_asked.emit(*WAR)
    client.close()
    state.close()
    assert sorted(filter(None, kept(tmp_path))) == sorted([WAR, PEACE])
