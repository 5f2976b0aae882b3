"""What is done with several posts at once, over an index and a state of their own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.library.values import StateChange
from reader.ui.batch import Batch
from reader.ui.catalog_client import CatalogClient
from reader.ui.exporter import Exporter
from reader.ui.exporting import Form, written
from reader.ui.post_list.view import PostList
from reader.ui.state_client import StateClient
from reader.ui.theme import LIGHT
from tests.helpers.listed_posts import Library, asking, library_of, listed

COUNT = 1_000


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, COUNT)


@pytest.fixture
def client(library: Library, qapp: object) -> Iterator[CatalogClient]:
    with asking(library) as client:
        yield client


@pytest.fixture
def state(qtbot: QtBot, library: Library) -> Iterator[StateClient]:
    state = StateClient()
    state.open(library.state, library.folder, library.index)
    yield state
    state.close()


@pytest.fixture
def view(qtbot: QtBot, client: CatalogClient) -> PostList:
    view = PostList(client, LIGHT)
    qtbot.addWidget(view)
    view.show_listing(listed(qtbot, client))
    view.go_first()
    return view


@pytest.fixture
def batch(view: PostList, client: CatalogClient, state: StateClient) -> Batch:
    return Batch(view.selection, client, state, view)


def test_all_are_starred_and_with_one_key_undone(
    qtbot: QtBot, view: PostList, batch: Batch, state: StateClient
) -> None:
    view.select_all()
    assert batch.apart
    with qtbot.waitSignal(state.changed):
        batch.toggle_star()
    assert state.state_of("p0000.md").starred
    assert state.state_of(f"p{COUNT - 1:04}.md").starred
    assert state.undo()
    assert not state.state_of("p0500.md").starred


def test_stars_go_only_where_all_have_one(
    qtbot: QtBot, view: PostList, batch: Batch, state: StateClient
) -> None:
    view.extend(2)
    state.set_starred(["p0001.md"], True, "")
    qtbot.waitUntil(lambda: state.state_of("p0001.md").starred)
    for wanted in (True, False):
        with qtbot.waitSignal(state.changed):
            batch.toggle_star()
        stars = [state.state_of(f"p{number:04}.md").starred for number in range(4)]
        assert stars == [wanted, wanted, wanted, False]


def test_posts_are_marked_as_read_and_as_unread_again(
    qtbot: QtBot, view: PostList, batch: Batch, state: StateClient
) -> None:
    said: list[StateChange] = []
    state.changed.connect(said.append)
    view.extend(2)
    for wanted in (True, False):
        with qtbot.waitSignal(state.changed):
            batch.toggle_read()
        assert said.pop().words.startswith("3 marked as")
        assert state.state_of("p0002.md").read is wanted


def test_what_was_begun_in_one_library_is_not_done_in_the_next(
    qtbot: QtBot, view: PostList, batch: Batch, client: CatalogClient, state: StateClient
) -> None:
    paths = [f"p{number:04}.md" for number in range(3)]
    state.set_starred(paths, True, "")
    view.extend(2)
    client.paths_found.connect(batch.forget)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.ui.batch._LOOKED_AT", 1)  # the others are looked at later
        with qtbot.waitSignal(client.paths_found):
            batch.toggle_star()
        qtbot.wait(50)
    assert all(state.state_of(path).starred for path in paths)


def test_words_of_many_come_in_their_order(qtbot: QtBot, view: PostList, batch: Batch) -> None:
    view.select_all()
    gathered: list[str] = []
    batch.gather(partial(written, form=Form.MARKDOWN), gathered.append)
    qtbot.waitUntil(lambda: bool(gathered))
    lines = gathered[0].splitlines()
    assert len(lines) == COUNT
    assert lines[0].startswith("- Title 0 ")
    assert lines[-1].startswith(f"- Title {COUNT - 1} ")


def test_what_is_copied_meanwhile_takes_nothing_from_an_export(
    qtbot: QtBot, view: PostList, batch: Batch
) -> None:
    gathered: list[str] = []
    view.select_all()
    batch.gather(partial(written, form=Form.MARKDOWN), gathered.append)
    view.collapse()
    view.extend(1)
    batch.gather(partial(written, form=Form.PLAIN), gathered.append)
    qtbot.waitUntil(lambda: len(gathered) == 2)
    assert len(gathered[0].splitlines()) == COUNT
    assert gathered[1].splitlines()[0].startswith("Title 0 ")


def words_of(qtbot: QtBot, exporter: Exporter, file: Path) -> str:
    """Return what is said of an export to `file`."""
    said: list[str] = []
    exporter.said.connect(said.append)
    exporter.export(file)
    qtbot.waitUntil(lambda: bool(said))
    return said[0]


class TestExport:
    @pytest.fixture
    def exporter(self, view: PostList, batch: Batch, library: Library) -> Exporter:
        window = QWidget(view)
        folder = library.folder / "posts"
        folder.mkdir()
        return Exporter(batch, lambda: folder, window)

    def test_a_file_beside_the_library_holds_the_posts(
        self, qtbot: QtBot, view: PostList, exporter: Exporter, tmp_path: Path
    ) -> None:
        view.extend(1)
        assert words_of(qtbot, exporter, tmp_path / "list.html") == (
            f"Saved as {tmp_path / 'list.html'}"
        )
        page = (tmp_path / "list.html").read_text(encoding="utf-8")
        assert page.count("<li") == 2

    def test_a_file_in_the_library_is_refused(
        self, qtbot: QtBot, exporter: Exporter, tmp_path: Path
    ) -> None:
        assert "nothing into the library" in words_of(
            qtbot, exporter, tmp_path / "posts" / "list.md"
        )
        assert list((tmp_path / "posts").iterdir()) == []

    def test_what_cannot_be_written_is_said(
        self, qtbot: QtBot, exporter: Exporter, tmp_path: Path
    ) -> None:
        words = words_of(qtbot, exporter, tmp_path / "nowhere" / "list.md")
        assert "could not be written" in words
