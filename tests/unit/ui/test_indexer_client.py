"""The window's indexer: the real child process, over real folders."""

from pathlib import Path

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
