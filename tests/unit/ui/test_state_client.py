import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library.saved_searches import SavedSearch
from reader.library.state import ReadingState
from reader.library.values import Counts, Filter, PostState, Shelf, StateChange
from reader.ui import state_client, state_thread
from reader.ui.state_client import StateClient
from tests.helpers.indexes import IndexedPost, replace_posts
from tests.helpers.listed_posts import Library, answer_of, asking, library_of, listed, numbered

READ, STARRED = PostState(read=True), PostState(starred=True)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, 20)


@pytest.fixture
def client(library: Library, qapp: object) -> Iterator[StateClient]:
    client = StateClient()
    client.open(library.state, library.folder, library.index)
    yield client
    client.close()


def stored(library: Library) -> dict[str, PostState]:
    """Return what is on the disk."""
    state = ReadingState(library.state, library.folder)
    try:
        return state.states()
    finally:
        state.close()


def changes_of(client: StateClient) -> list[StateChange]:
    changes: list[StateChange] = []
    client.changed.connect(changes.append)
    return changes


def ready(qtbot: QtBot, client: StateClient) -> None:
    """Wait until the state on the disk is known, and nothing waits to be written."""
    with qtbot.waitSignal(client.written):
        client.set_read(["ready"], True, "")


def test_a_change_shows_at_once_and_is_kept(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    changes = changes_of(client)
    client.set_starred(["a", "b"], True, "Starred")
    unset, starred = {"a": PostState(), "b": PostState()}, {"a": STARRED, "b": STARRED}
    assert changes == [StateChange(unset, starred, "Starred")]
    assert client.state_of("a") == STARRED
    client.close()
    assert stored(library) == {"ready": READ, "a": STARRED, "b": STARRED}


def test_what_changes_nothing_is_no_change(qtbot: QtBot, client: StateClient) -> None:
    ready(qtbot, client)
    client.set_read(["a"], True, "Read")
    changes = changes_of(client)
    client.set_read(["a", "b"], True, "Read")
    client.set_read(["a", "b"], True, "Read")
    client.set_read([], True, "Read")
    assert [list(change.after) for change in changes] == [["b"]]


def test_read_starred_and_position_do_not_touch_each_other(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    client.set_position("a", 0.5)
    client.set_read(["a"], True, "")
    client.set_starred(["a"], True, "Starred")
    client.close()
    assert stored(library) == {"a": PostState(read=True, starred=True, position=0.5)}


def test_what_is_done_before_the_state_is_known_is_done_to_it(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    client.set_starred(["a"], True, "Starred")
    client.set_position("a", 0.25)
    again = StateClient()
    client.close()
    again.open(library.state, library.folder)
    assert again.state_of("a") == PostState()  # not known yet
    changes = changes_of(again)
    again.set_read(["a"], True, "Read")
    qtbot.waitUntil(lambda: bool(changes))
    again.close()
    before = PostState(starred=True, position=0.25)
    after = PostState(read=True, starred=True, position=0.25)
    assert changes == [StateChange({"a": before}, {"a": after}, "Read")]
    assert stored(library)["a"] == after


def test_closing_before_the_state_is_known_loses_nothing(
    client: StateClient, library: Library
) -> None:
    client.set_starred(["a"], True, "Starred")
    client.set_position("b", 0.5)
    client.close()
    assert stored(library) == {"a": STARRED, "b": PostState(position=0.5)}


def test_undo_restores_exactly_what_was(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    client.set_read(["b"], True, "")
    client.set_read(["a", "b", "c"], True, "All read")
    client.set_starred(["a"], True, "")
    client.set_position("a", 0.75)
    assert client.undo()
    states = [client.state_of(path) for path in "abc"]
    assert states == [PostState(starred=True, position=0.75), READ, PostState()]
    assert not client.undo()
    client.close()
    kept = stored(library)
    assert [kept[path] for path in "abc"] == states


def test_steps_are_undone_latest_first(qtbot: QtBot, client: StateClient) -> None:
    ready(qtbot, client)
    client.set_starred(["a"], True, "Starred")
    client.set_read(["a"], True, "Read")
    client.undo()
    assert client.state_of("a") == STARRED
    client.undo()
    assert client.state_of("a") == PostState()


def test_what_happens_by_itself_is_not_undone(qtbot: QtBot, client: StateClient) -> None:
    ready(qtbot, client)
    client.set_read(["a"], True, "")
    assert not client.undo()
    assert client.state_of("a") == READ


def test_positions_are_bounded(qtbot: QtBot, client: StateClient) -> None:
    ready(qtbot, client)
    for path, fraction in {"a": -1.0, "b": 7.0, "c": float("nan")}.items():
        client.set_position(path, fraction)
    assert [client.state_of(path).position for path in "abc"] == [0.0, 1.0, 0.0]


def test_counts_follow_what_was_written(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    with asking(library) as catalog:
        counted = answer_of(qtbot, catalog.counted, Counts, lambda: catalog.list(Filter()))
        assert counted.shelves[Shelf.UNREAD] == 20
        ready(qtbot, client)
        with qtbot.waitSignal(client.written):
            client.set_read(["p0001.md", "p0002.md"], True, "Read")
        qtbot.waitUntil(lambda: "p0002.md" in stored(library))
        counted = answer_of(qtbot, catalog.counted, Counts, catalog.refresh)
        assert counted.shelves[Shelf.UNREAD] == 18
        unread = listed(qtbot, catalog, Filter(shelf=Shelf.UNREAD))
        assert len(unread.ids) == 18


def test_a_star_follows_a_renamed_file(qtbot: QtBot, client: StateClient, library: Library) -> None:
    ready(qtbot, client)
    client.set_starred(["p0003.md"], True, "Starred")
    content = numbered(3)
    same = IndexedPost("renamed.md", content.title, content.text, content.date, content=b"p0003.md")
    with qtbot.waitSignal(client.written):
        pass
    replace_posts(library.index, ["p0003.md"], [same])
    client.follow(library.index)
    qtbot.waitUntil(lambda: client.state_of("renamed.md").starred)


def test_what_is_done_under_the_old_path_is_done_to_the_post(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    with qtbot.waitSignal(client.written):
        client.set_starred(["p0003.md"], True, "Starred")
    moved = IndexedPost("renamed.md", content=b"p0003.md")
    replace_posts(library.index, ["p0003.md"], [moved])
    with qtbot.waitSignal(client.followed):
        client.follow(library.index, ["p0003.md", "renamed.md"])
    assert client.state_of("p0003.md") == client.state_of("renamed.md") == STARRED
    client.set_read(["p0003.md"], True, "Read")  # it is on the page under that name
    client.set_position("p0003.md", 0.5)
    assert client.state_of("renamed.md") == PostState(read=True, starred=True, position=0.5)
    client.undo()
    client.undo()
    assert client.state_of("renamed.md") == PostState(position=0.5)
    with qtbot.waitSignal(client.followed):
        replace_posts(library.index, [], [IndexedPost("p0003.md", content=b"another")])
        client.follow(library.index, ["p0003.md"])
    client.set_read(["renamed.md"], True, "Read")
    assert client.state_of("p0003.md") == PostState()
    client.close()
    assert stored(library)["renamed.md"] == PostState(read=True, position=0.5)


def test_what_another_window_did_stays_and_shows(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    other = ReadingState(library.state, library.folder)
    other.change({"p0001.md": STARRED, "p0002.md": READ})
    other.close()
    client.set_read(["p0001.md"], True, "Read")
    qtbot.waitUntil(lambda: client.state_of("p0002.md").read)
    assert client.state_of("p0001.md") == PostState(read=True, starred=True)
    client.close()
    assert stored(library)["p0001.md"] == PostState(read=True, starred=True)


def test_an_index_that_cannot_be_followed_holds_nothing_up(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    library.index.write_bytes(b"no index at all" * 1000)
    client.follow(library.index)
    client.set_starred(["a"], True, "Starred")
    client.close()
    assert stored(library)["a"] == STARRED


def test_another_library_has_its_own_state(
    qtbot: QtBot, client: StateClient, library: Library, tmp_path: Path
) -> None:
    ready(qtbot, client)
    client.set_starred(["a"], True, "Starred")
    other = tmp_path / "other"
    client.open(library.state, other)
    assert not client.undo()
    ready(qtbot, client)
    assert client.state_of("a") == PostState()
    client.open(library.state, library.folder)
    qtbot.waitUntil(lambda: client.state_of("a") == STARRED)


def test_a_broken_state_is_told(qtbot: QtBot, client: StateClient, library: Library) -> None:
    ready(qtbot, client)
    client.close()
    library.state.write_bytes(b"no database at all" * 1000)
    notices: list[str] = []
    client.notice.connect(notices.append)
    client.open(library.state, library.folder)
    qtbot.waitUntil(lambda: bool(notices))
    assert str(library.state.parent) in notices[0]


@pytest.mark.skipif(os.name != "posix", reason="folders are made unwritable the POSIX way")
def test_a_disk_that_refuses_is_tried_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setattr(state_thread, "RETRY", 0.05)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    client = StateClient()
    failures: list[str] = []
    client.failed.connect(failures.append)
    client.open(blocked / "state.db", tmp_path)
    client.set_starred(["a"], True, "Starred")
    qtbot.waitUntil(lambda: bool(failures))
    qtbot.wait(150)
    assert len(failures) == 1  # told once
    blocked.unlink()
    qtbot.waitUntil(lambda: client.state_of("a") == STARRED)
    client.close()
    assert stored(Library(tmp_path, blocked / "state.db", tmp_path))["a"] == STARRED


def test_20_000_posts_are_marked_without_a_stall(qtbot: QtBot, client: StateClient) -> None:
    ready(qtbot, client)
    paths = [f"{number}.md" for number in range(20_000)]
    changes: list[StateChange] = []
    client.changed.connect(changes.append)
    client.set_read(paths, True, "All read")
    qtbot.waitUntil(lambda: bool(changes) and changes[-1].words == "All read")
    assert all(client.state_of(path).read for path in paths)
    assert client.undo()
    qtbot.waitUntil(lambda: changes[-1].words == "Undone")
    assert all(client.state_of(path) == PostState() for path in paths)
    assert not client.undo()
    assert max(len(change.after) for change in changes) <= state_client.TOGETHER


def test_a_step_in_parts_is_whole_before_the_next(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    paths = [f"{number}.md" for number in range(5_000)]
    client.set_starred(paths, True, "Starred")
    client.set_starred(["4999.md"], False, "Star removed")
    assert client.state_of("4998.md").starred
    assert not client.state_of("4999.md").starred
    assert client.undo()
    assert client.state_of("4999.md").starred
    client.set_read(paths, True, "All read")
    client.close()
    assert stored(library)["4999.md"] == PostState(read=True, starred=True)


WAR, PEACE = (SavedSearch(name, name, Filter(query=name)) for name in ("war", "peace"))


def test_saved_searches_show_at_once_and_are_kept(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    said: list[str] = []
    client.searches_changed.connect(said.append)
    client.set_searches((WAR, PEACE), "Search saved")
    assert client.searches == (WAR, PEACE)
    client.set_searches((PEACE,), "Search removed")
    client.set_searches((PEACE,), "Search removed")
    assert said == ["Search saved", "Search removed"]
    client.open(library.state, library.folder, library.index)
    assert client.searches == ()
    qtbot.waitUntil(lambda: client.searches == (PEACE,))


def test_saved_searches_and_stars_are_undone_latest_first(
    qtbot: QtBot, client: StateClient
) -> None:
    ready(qtbot, client)
    client.set_searches((WAR, PEACE), "Search saved")
    client.set_starred(["a"], True, "Starred")
    client.set_searches((PEACE,), "Search removed")
    assert client.undo()
    assert (client.searches, client.state_of("a")) == ((WAR, PEACE), STARRED)
    assert client.undo()
    assert client.state_of("a") == PostState()
    assert client.undo()
    assert client.searches == ()


def test_a_search_saved_before_the_state_is_known_joins_those_on_the_disk(
    qtbot: QtBot, client: StateClient, library: Library
) -> None:
    ready(qtbot, client)
    client.set_searches((WAR,), "Search saved")
    client.open(library.state, library.folder, library.index)
    client.set_searches((PEACE,), "Search saved")
    qtbot.waitUntil(lambda: client.searches == (PEACE, WAR))
    assert client.undo()
    assert client.searches == (WAR,)
