from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.article_pane import ArticlePane
from reader.ui.catalog_client import CatalogClient
from reader.ui.panes import ListColumn, Panes
from reader.ui.post_list.view import PostList
from reader.ui.theme import LIGHT
from tests.helpers.listed_posts import asking, library_of

WIDE, NARROW = 1400, 800


@pytest.fixture
def panes(qtbot: QtBot, tmp_path: Path) -> Iterator[Panes]:
    with asking(library_of(tmp_path, 1)) as client:
        yield made(qtbot, client)


def made(qtbot: QtBot, client: CatalogClient) -> Panes:
    panes = Panes(ListColumn(PostList(client, LIGHT), LIGHT), ArticlePane(LIGHT), LIGHT)
    qtbot.addWidget(panes)
    panes.resize(WIDE, 800)
    panes.set_widths((224, 372, 802))
    panes.show_sidebar(True)
    panes.furnish(QWidget())
    panes.show()
    return panes


def sidebar(panes: Panes) -> bool:
    assert there(panes) is panes.sidebar_shown
    return there(panes)


def there(panes: Panes) -> bool:
    first = panes.widget(0)
    return first is not None and first.isVisible()


def test_a_narrow_window_goes_without_the_sidebar_and_gets_it_back(panes: Panes) -> None:
    panes.resize(NARROW, 800)
    assert not sidebar(panes)
    assert panes.sidebar_wanted
    panes.resize(WIDE, 800)
    assert sidebar(panes)
    assert abs(panes.sizes()[0] - 224) < 3


def test_who_asks_for_it_has_it_in_a_narrow_window(panes: Panes) -> None:
    panes.resize(NARROW, 800)
    panes.show_sidebar(True)
    assert sidebar(panes)
    panes.resize(NARROW - 20, 800)
    assert sidebar(panes)


def test_who_wants_none_gets_none_with_more_room(panes: Panes) -> None:
    panes.show_sidebar(False)
    panes.resize(NARROW, 800)
    panes.resize(WIDE, 800)
    assert not sidebar(panes)


def test_hidden_in_a_narrow_window_it_stays_hidden(panes: Panes) -> None:
    panes.resize(NARROW, 800)
    panes.show_sidebar(True)
    panes.show_sidebar(False)
    panes.resize(WIDE, 800)
    assert not sidebar(panes)


def test_alone_the_article_has_all_the_room(panes: Panes) -> None:
    panes.show_article_alone(True)
    panes.resize(NARROW, 800)
    panes.resize(WIDE, 800)
    assert not there(panes)
    panes.show_article_alone(False)
    assert sidebar(panes)
