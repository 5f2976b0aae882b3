"""What is forgotten, and what is asked before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.helpers.preferences_desk import Desk

Key = Qt.Key


def test_what_is_forgotten_is_said(desk: Desk) -> None:
    desk.dialog.turn_to(3)
    for words in ("Kept pictures", "Articles visited", "Recent folders"):
        (button,) = (each for each in desk.dialog.findChildren(QPushButton) if each.text() == words)
        button.click()
        desk.button("Forget them").click()
    assert desk.forgotten == ["pictures", "history", "folders"]
    assert "All folders but the open one are forgotten." in desk.said()


def test_nothing_is_forgotten_before_that_was_asked(desk: Desk) -> None:
    desk.dialog.turn_to(3)
    button = desk.button("Forget: Kept pictures")
    button.setFocus()
    desk.press(Key.Key_Space)
    assert "Pictures whose servers are gone will not come back." in desk.said()
    desk.press(Key.Key_Return)  # on the answer that forgets nothing
    assert desk.forgotten == []
    assert button.hasFocus()
