"""The thread that asks the index."""

from collections.abc import Generator
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader.library.catalog import Catalog
from reader.ui.catalog_thread import CatalogThread, Job, Library
from tests.helpers.indexes import IndexedPost, write_index

Answers = SimpleQueue[object]


@pytest.fixture
def answers() -> Answers:
    return SimpleQueue()


@pytest.fixture
def thread(tmp_path: Path, answers: Answers) -> Generator[CatalogThread]:
    index = tmp_path / "index.db"
    write_index(index, [IndexedPost("a.md")])
    made = CatalogThread("catalog", answers.put)
    made.open(Library(index, tmp_path / "state.db", tmp_path))
    yield made
    made.close(10)


def test_a_fault_of_ours_costs_one_answer_and_is_told(
    thread: CatalogThread, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(catalog: Catalog) -> object:
        raise RecursionError

    def ask(catalog: Catalog) -> object:
        return catalog.paths([])

    thread.do(Job("titles", 0, fail, "nothing"))
    assert answers.get(timeout=30) == "nothing"
    thread.do(Job("paths", 0, ask))
    assert answers.get(timeout=30) == []
    assert [record.message for record in caplog.records] == ["titles could not be answered"]
