import importlib
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.ui.ahead import MODULES, ImportsAhead


def test_modules_are_imported_one_by_one_and_only_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[str] = []
    monkeypatch.setattr("reader.ui.ahead._APART", 1)
    monkeypatch.setattr("reader.ui.ahead.importlib.import_module", imported.append)
    parent = QObject()
    ahead = ImportsAhead(parent, ("one", "two"))
    qtbot.wait(20)
    assert imported == []
    ahead.begin()
    ahead.begin()
    qtbot.waitUntil(lambda: imported == ["one", "two"])
    ahead.begin()
    qtbot.wait(20)
    assert imported == ["one", "two"]


@pytest.mark.parametrize("name", MODULES)
def test_there_is_such_a_module(name: str) -> None:
    importlib.import_module(name)
    assert name in sys.modules
