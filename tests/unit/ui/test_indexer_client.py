"""The window's indexer: the real child process, over real folders."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.index_events import Event, FolderGone, Heads, Settled
from reader.ui.indexer_client import IndexerClient
from tests.helpers.small_library import write_post

PATIENCE = 30_000  # milliseconds


def test_a_folder_that_is_gone_at_the_start_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    events: list[Event] = []
    deaths: list[int] = []
    client = IndexerClient(tmp_path / "profile")
    client.happened.connect(events.append)
    client.died.connect(deaths.append)
    client.open(tmp_path / "library")
    try:
        qtbot.waitUntil(lambda: FolderGone(True) in events, timeout=PATIENCE)
        write_post(tmp_path / "library", "a.md", title="Alpha", day="2022-02-22")
        qtbot.waitUntil(lambda: Settled(1, 0) in events, timeout=PATIENCE)
    finally:
        client.close()
    assert any(isinstance(event, Heads) for event in events)
    assert not deaths


AT_ONCE: list[Callable[[IndexerClient], None]] = [
    lambda client: client.begin(),
    lambda client: client.rescan(),
    lambda client: client.doubt(7),
]


@pytest.mark.parametrize("at_once", AT_ONCE)
def test_one_that_is_to_begin_later_begins_when_it_is_needed(
    qtbot: QtBot, tmp_path: Path, at_once: Callable[[IndexerClient], None]
) -> None:
    client = IndexerClient(tmp_path / "profile")
    client.open(tmp_path, after=3_600_000)
    assert not client.running
    at_once(client)
    try:
        assert client.running
        begun = client.process_id()
        client.begin()
        assert client.process_id() == begun
    finally:
        client.close()


def test_one_that_is_to_begin_later_does_so_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    client = IndexerClient(tmp_path / "profile")
    client.open(tmp_path, after=1)
    try:
        qtbot.waitUntil(lambda: client.running, timeout=PATIENCE)
    finally:
        client.close()


def test_one_that_was_closed_begins_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    client = IndexerClient(tmp_path / "profile")
    client.open(tmp_path, after=10)
    client.close()
    client.begin()
    qtbot.wait(60)
    assert not client.running
