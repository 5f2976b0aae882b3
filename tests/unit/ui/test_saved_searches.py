"""What is asked of the saved searches, and what the state keeps of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.library.state import ReadingState
from reader.library.values import Facet, Filter
from reader.ui.bookmark import BookmarkButton
from reader.ui.catalog_client import CatalogClient
from reader.ui.narrowing import Narrowing
from reader.ui.saved_searches import SavedSearches, proposed_name
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.state_client import StateClient
from reader.ui.theme import LIGHT
from tests.helpers.listed_posts import Library, library_of


class Catalog(QObject):
    """Stands for who counts; nothing is counted."""

    counted = Signal()
    tallied = Signal(object)

    def tally(self, _: object) -> None: ...


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, 1)


@pytest.fixture
def narrowing() -> Narrowing:
    made = Narrowing()
    made.set(Filter(query="war"))
    return made


@pytest.fixture
def state(qapp: object) -> Iterator[StateClient]:
    client = StateClient()
    yield client
    client.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def saved(window: QWidget, state: StateClient, narrowing: Narrowing) -> SavedSearches:
    return SavedSearches(
        SavedRows(LIGHT, window),
        BookmarkButton(LIGHT, QLineEdit(window)),
        state=state,
        narrowing=narrowing,
        catalog=cast("CatalogClient", Catalog(window)),
    )


def test_pressed_twice_before_the_state_is_known_it_saves_once(
    qtbot: QtBot, saved: SavedSearches, state: StateClient, library: Library
) -> None:
    state.open(library.state, library.folder)
    with qtbot.waitSignal(state.searches_changed):
        saved.save()
        saved.save()
    assert [one.filter for one in state.searches] == [Filter(query="war")]
    state.close()
    kept = ReadingState(library.state, library.folder)
    assert [one.filter for one in kept.searches()] == [Filter(query="war")]
    kept.close()


def test_what_was_saved_the_last_time_is_not_saved_again(
    qtbot: QtBot, saved: SavedSearches, state: StateClient, library: Library
) -> None:
    for _ in range(2):
        state.open(library.state, library.folder)
        with qtbot.waitSignal(state.searches_changed):
            saved.save()
    assert len(state.searches) == 1


def test_a_name_says_what_is_excluded(qapp: object) -> None:
    shown = Filter(facets=((Facet.TAG, ("war",)),)).excluding(Facet.SOURCE, "iYouPort")
    assert proposed_name(shown) == "war · not iYouPort"
