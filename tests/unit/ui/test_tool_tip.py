"""Words of posts and folders are shown, never interpreted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from reader.ui.status_bar import StatusBar
from reader.ui.theme import LIGHT
from reader.ui.tool_tip import tool_tip
from reader.ui.welcome import WelcomePage

HOSTILE = ("<img src=file:///x> & <b>", "R&D", "a < b", "&lt;b&gt;", "plain", "{0} %1")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tool_tip_shows_the_words_as_they_are(words: str) -> None:
    assert tool_tip(words).startswith("<span>")  # so that Qt never guesses
    assert QTextDocumentFragment.fromHtml(tool_tip(words)).toPlainText() == words


def test_no_words_are_no_tool_tip() -> None:
    assert tool_tip("") == ""


def test_the_status_bar_interprets_nothing(qtbot: QtBot) -> None:
    status = StatusBar(LIGHT)
    qtbot.addWidget(status)
    status.say_until(HOSTILE[0])
    told = [label for label in status.findChildren(QLabel) if label.text() == HOSTILE[0]]
    assert [label.textFormat() for label in told] == [Qt.TextFormat.PlainText]
    assert [label.toolTip() for label in told] == [tool_tip(HOSTILE[0])]


def test_a_recent_folders_name_is_neither_markup_nor_shortcut(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "<b>R&D"
    folder.mkdir()
    page = WelcomePage(LIGHT)
    qtbot.addWidget(page)
    page.show_recent([str(folder)])
    (button,) = (
        button for button in page.findChildren(QAbstractButton) if button.text() == folder.name
    )
    assert button.shortcut().isEmpty()
    assert button.toolTip() == tool_tip(str(folder))
