import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.key_map import commands_with
from reader.ui.shortcuts_dialog import ShortcutsDialog
from reader.ui.theme import LIGHT

Key = Qt.Key


@pytest.mark.parametrize(
    ("keys", "key", "text", "closes"),
    [
        ((), Key.Key_Question, "?", True),
        ((), Key(ord("？")), "？", True),
        ((), Key.Key_H, "h", False),
        (("H",), Key.Key_H, "h", True),
        (("H",), Key.Key_Question, "?", False),
        (("F1",), Key.Key_F1, "", True),
    ],
)
def test_it_closes_with_the_key_that_opens_it(
    qtbot: QtBot, keys: tuple[str, ...], key: Qt.Key, text: str, closes: bool
) -> None:
    overlay = ShortcutsDialog(LIGHT, commands_with({"shortcuts": keys} if keys else {}))
    qtbot.addWidget(overlay)
    overlay.show()
    QTest.sendKeyEvent(QTest.KeyAction.Click, overlay, key, text, Qt.KeyboardModifier.NoModifier)
    assert overlay.isVisible() is not closes
