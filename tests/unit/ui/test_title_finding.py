from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.catalog_client import CatalogClient
from reader.ui.panes import ListColumn
from reader.ui.post_list import walking_list
from reader.ui.post_list.title_bar import TitleBar
from reader.ui.post_list.view import PostList
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import LIGHT
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.title_finding import TitleFinding
from tests.helpers.indexes import replace_posts
from tests.helpers.listed_posts import asking, library_of, listed, numbered


@pytest.fixture
def client(tmp_path: Path, qapp: object) -> Iterator[CatalogClient]:
    with asking(library_of(tmp_path, 300)) as client:
        yield client


@pytest.fixture
def view(qtbot: QtBot, client: CatalogClient) -> PostList:
    view = PostList(client, LIGHT)
    view.show_listing(listed(qtbot, client))
    view.go_to(5)
    return view


@pytest.fixture
def bar(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, client: CatalogClient, view: PostList
) -> Iterator[TitleBar]:
    """The bar over posts called "Title 0" to "Title 299", opened with the sixth current."""
    palette = qapp.palette()
    column = ListColumn(view, LIGHT)
    qtbot.addWidget(column)
    column.resize(372, 700)
    column.show()
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    themes = ThemeSwitch(SettingsKeeper(tmp_path / "settings.json"), qapp)
    finding = TitleFinding(column, view, client, themes)
    finding.open()
    assert finding.bar is not None
    yield finding.bar
    qapp.setPalette(palette)


def type_in(qtbot: QtBot, bar: TitleBar, text: str) -> None:
    QTest.keyClicks(bar.field, text)
    qtbot.waitUntil(lambda: bool(bar.words()))


def test_the_ring_goes_to_the_next_title_and_the_article_stays(
    qtbot: QtBot, view: PostList, bar: TitleBar
) -> None:
    type_in(qtbot, bar, "title 4")
    qtbot.waitUntil(lambda: view.selection.cursor == 40)
    assert bar.words() == "2 of 11"
    assert view.ring_shown()
    assert view.current_row() == 5


def test_arrows_go_round_what_was_found_and_enter_reads_it(
    qtbot: QtBot, view: PostList, bar: TitleBar
) -> None:
    type_in(qtbot, bar, "title 4")
    qtbot.waitUntil(lambda: view.selection.cursor == 40)
    rows: list[int] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(bar.field, key)
        rows.append(view.selection.cursor)
    assert rows == [41, 40, 4, 49]
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert view.current_row() == 49
    assert view.hasFocus()
    assert not bar.isVisible()


def test_esc_goes_back_to_where_it_began(qtbot: QtBot, view: PostList, bar: TitleBar) -> None:
    before = view.verticalScrollBar().value()
    type_in(qtbot, bar, "title 250")
    qtbot.waitUntil(lambda: view.selection.cursor == 250)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert (view.verticalScrollBar().value(), view.selection.cursor) == (before, 5)
    assert view.hasFocus()
    assert not bar.isVisible()


def test_esc_gives_back_what_was_selected(qtbot: QtBot, view: PostList, bar: TitleBar) -> None:
    view.extend(2)
    assert view.selection.count == 3
    type_in(qtbot, bar, "title 250")
    qtbot.waitUntil(lambda: view.selection.cursor == 250)
    bar.field.clear()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert view.selection.count == 3


def test_what_no_title_has_is_not_found(qtbot: QtBot, view: PostList, bar: TitleBar) -> None:
    type_in(qtbot, bar, "nowhere")
    qtbot.waitUntil(lambda: bar.words() == "Not found")
    assert view.selection.cursor == 5


def test_what_comes_into_the_index_later_is_found_then(
    qtbot: QtBot, tmp_path: Path, client: CatalogClient, view: PostList, bar: TitleBar
) -> None:
    client.listed.connect(view.show_listing)
    type_in(qtbot, bar, "nowhere")
    qtbot.waitUntil(lambda: bar.words() == "Not found")
    replace_posts(tmp_path / "index.db", [], [replace(numbered(300), title="Nowhere else")])
    client.refresh()
    qtbot.waitUntil(lambda: bar.words() == "1 of 1")
    assert view.selection.cursor == 300


@pytest.mark.parametrize("typed", ['"', "“title", "-title 4", "title OR 4 :", "tag:"])
def test_signs_of_the_query_language_are_no_commands(
    qtbot: QtBot, view: PostList, bar: TitleBar, typed: str
) -> None:
    bar.field.setText(typed)
    qtbot.waitUntil(lambda: bool(bar.words()))
    assert view.current_row() == 5


def test_what_was_found_is_said_though_the_keyboard_stays_in_the_field(
    qtbot: QtBot, view: PostList, bar: TitleBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(_: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(walking_list, "announce", note)
    type_in(qtbot, bar, "title 250")
    qtbot.waitUntil(lambda: bool(said))  # once that row is loaded
    assert said[0].startswith("Title 250. Unread. ")


def test_blanks_alone_look_for_nothing(view: PostList, bar: TitleBar) -> None:
    QTest.keyClicks(bar.field, "  ")
    assert bar.words() == ""
    assert view.selection.cursor == 5
