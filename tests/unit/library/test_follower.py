"""Standing by while another process holds an index, whatever version of Broadsheet that is."""

import threading
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library import follower
from reader.library.events import Event
from reader.library.follower import Follower
from reader.library.indexer import Library, Run
from reader.library.lock import WriterLock
from reader.library.schema import VERSION
from tests.helpers.libraries import index_once, write

POLL = 0.01  # s


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr(follower, "_POLL_SECONDS", POLL)
    folder, index = tmp_path / "library", tmp_path / "cache" / "index.db"
    write(folder, "one.md")
    index_once(folder, index)
    return Library(folder, index)


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def run(told: list[Event]) -> Generator[Run]:
    """A run that ends by itself should it wait for ever."""
    made = Run(told.append)
    alarm = threading.Timer(20, made.stopping.set)
    alarm.start()
    yield made
    alarm.cancel()


def call_version(index: Path, version: int) -> None:
    connection = apsw.Connection(str(index))
    connection.pragma("user_version", version)
    connection.close()


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1])
def test_an_index_that_another_version_keeps_is_not_waited_for(
    library: Library, run: Run, told: list[Event], version: int
) -> None:
    call_version(library.index, version)
    with WriterLock(library.index) as held, WriterLock(library.index) as lock:
        held.take()
        with pytest.raises(StoreError, match="nother version of Broadsheet has"):
            Follower(library, run).stand_by(lock, until_settled=True)
    assert told == []


def test_who_watches_says_so_once_and_takes_over_in_the_end(
    library: Library, run: Run, told: list[Event]
) -> None:
    call_version(library.index, VERSION - 1)
    with ExitStack() as other, WriterLock(library.index) as lock:
        other.enter_context(WriterLock(library.index)).take()
        threading.Timer(4 * follower.PATIENCE * POLL, other.close).start()
        assert Follower(library, run).stand_by(lock, until_settled=False)
    assert told == [{"event": "other-version"}]


def test_an_index_of_another_version_may_be_about_to_be_made_anew(
    library: Library, run: Run, told: list[Event]
) -> None:
    call_version(library.index, VERSION - 1)
    with WriterLock(library.index) as held, WriterLock(library.index) as lock:
        held.take()
        threading.Timer(POLL * 3, call_version, (library.index, VERSION)).start()
        assert not Follower(library, run).stand_by(lock, until_settled=True)
    assert [event["event"] for event in told] == ["heads", "bodies", "done"]
