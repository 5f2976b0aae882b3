"""The list of problems."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot

from reader.posts.problem import Problem
from reader.ui.problems_dialog import ProblemsDialog
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.tool_tip import tool_tip


def test_paths_and_reasons_are_not_taken_for_markup(qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    preferences = SettingsKeeper(tmp_path / "settings.json")
    dialog = ProblemsDialog(tmp_path, ThemeSwitch(preferences, application))
    qtbot.addWidget(dialog)
    path, reason = "<img src=x>.md", "did not find <b>"
    dialog.show_problems([Problem(path, 3, reason)])
    (tree,) = dialog.findChildren(QTreeWidget)
    item = tree.topLevelItem(0)
    assert item is not None
    assert (item.text(0), item.text(2)) == (path, reason)
    assert (item.toolTip(0), item.toolTip(2)) == (tool_tip(path), tool_tip(reason))
