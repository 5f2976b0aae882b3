from pathlib import Path
from typing import cast
from unittest.mock import Mock

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reader.profile import Profile
from reader.ui.index_events import Changes, Event
from reader.ui.open_library import Clients, OpenLibrary


class Part(QObject):
    """Stands for any of the clients."""

    followed = Signal()
    happened = Signal(object)
    died = Signal(int)
    damaged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.listings = 0
        self.running = True
        self.folder: Path | None = None

    def refresh(self) -> None:
        self.listings += 1

    def follow(self, *_: object) -> bool:
        return True

    def open(self, *_: object) -> None: ...

    def doubt(self, _: int) -> None: ...


def test_changes_that_never_pause_do_not_keep_the_list_waiting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    part = Part()
    clients = cast("Clients", Mock(catalog=part, state=part, renderer=part, indexer=part))
    library = OpenLibrary(clients, Profile.under(tmp_path))
    library.adopt(tmp_path)
    change: Event = Changes(("a.md",), 1, 0)
    for _ in range(6):
        part.happened.emit(change)
        qtbot.wait(60)
    assert part.listings >= 1
