"""What is asked of the thread that knows the names, and what its answers lead to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.catalog_thread import Failed, Job, Library
from reader.ui.goto import names as names_of_libraries
from reader.ui.goto.names import Found, LibraryNames

LIBRARY = Library(Path("index.db"), Path("state.db"), Path("posts"))


class Thread:
    """Keeps the jobs it is given; a test answers them."""

    made: "Thread"

    def __init__(self, _name: str, answered: Callable[[object], None]) -> None:
        Thread.made = self
        self.answered = answered
        self.jobs: list[str] = []

    def open(self, library: Library) -> None:
        assert library == LIBRARY

    def do(self, job: Job) -> None:
        self.jobs.append(job.topic)

    def answer(self, what: object) -> None:
        self.answered(what)
        QApplication.processEvents()  # answers come through the window's queue


@pytest.fixture
def names(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LibraryNames:
    monkeypatch.setattr(names_of_libraries, "CatalogThread", Thread)
    return LibraryNames()


def test_a_search_that_fails_does_not_begin_a_second_learning(names: LibraryNames) -> None:
    names.open(LIBRARY)
    names.refresh()
    Thread.made.answer(Failed("The index is busy."))
    names.refresh()
    assert Thread.made.jobs == ["learn"]


def test_without_a_library_the_answer_is_there_at_once(names: LibraryNames) -> None:
    found: list[Found] = []

    def hear(answer: Found) -> None:
        found.append(answer)

    names.found.connect(hear)
    names.refresh()
    names.find("open")
    names.recall(())
    assert found == [Found("open", ()), Found("", ())]
