"""A library of numbered posts with its index, and clients that ask it, for tests of the list."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, SignalInstance
from pytestqt.qtbot import QtBot

from reader.library.values import Filter, Listing
from reader.ui.catalog_client import CatalogClient
from tests.helpers.indexes import SOME_DAY, IndexedPost, write_index

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Library:
    """Where a library of posts p0000.md (the newest), p0001.md … is."""

    index: Path
    state: Path
    folder: Path
    ids: dict[str, int] = field(default_factory=dict[str, int])


def numbered(number: int, hours: float = 1) -> IndexedPost:
    """Return the post `number` hours older than the newest."""
    return IndexedPost(
        path=f"p{number:04}.md",
        title=f"Title {number}",
        text=f"Text of number {number}.",
        date=SOME_DAY - timedelta(hours=number * hours),
    )


def library_of(folder: Path, count: int, hours: float = 1) -> Library:
    """Write the index of a library of `count` posts under `folder`."""
    index = folder / "index.db"
    ids = write_index(
        index, (numbered(number, hours) for number in range(count)), folder=str(folder)
    )
    return Library(index, folder / "state.db", folder, ids)


@contextmanager
def asking(library: Library, parent: QObject | None = None) -> Generator[CatalogClient]:
    """Give a client of `library`, closed at the end."""
    client = CatalogClient(parent)
    client.open(library.index, library.state, library.folder)
    try:
        yield client
    finally:
        client.close()


def answer_of(
    qtbot: QtBot, signal: SignalInstance, kind: type[Answer], ask: Callable[[], object]
) -> Answer:
    """Return what `signal` says first after `ask`, which must be a `kind`."""
    answers: list[object] = []
    signal.connect(answers.append)
    ask()
    qtbot.waitUntil(lambda: bool(answers))
    signal.disconnect(answers.append)
    answer = answers[0]
    assert isinstance(answer, kind)
    return answer


def listed(qtbot: QtBot, client: CatalogClient, wanted: Filter | None = None) -> Listing:
    """Return the listing of a filter."""
    return answer_of(qtbot, client.listed, Listing, lambda: client.list(wanted or Filter()))
