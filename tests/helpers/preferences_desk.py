"""The preferences beside a window, for tests that press their keys."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.preferences.privacy import Forgetting
from reader.ui.settings import Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme_switch import ThemeSwitch

Key = Qt.Key


class Desk:
    """A dialog, and what it did."""

    def __init__(self, qtbot: QtBot, folder: Path, kept: object = None) -> None:
        file = folder / "settings.json"
        if kept is not None:
            file.write_text(json.dumps(kept), "utf-8")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.keeper = SettingsKeeper(file)
        self.themes = ThemeSwitch(self.keeper, application)
        self.forgotten: list[str] = []
        forgetting = Forgetting(
            lambda: self.forgotten.append("pictures"),
            lambda: self.forgotten.append("history"),
            lambda: self.forgotten.append("folders"),
        )
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.dialog = PreferencesDialog(self.keeper, self.themes, forgetting, self.window)
        self.window.show()
        self.dialog.show_beside(self.window)
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def settings(self) -> Settings:
        return self.keeper.settings

    def button(self, words: str) -> QAbstractButton:
        found = [
            each
            for each in self.dialog.findChildren(QAbstractButton)
            if words in (each.text(), each.accessibleName())
        ]
        assert len(found) == 1, (words, found)
        return found[0]

    def press(
        self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key, modifiers)

    def select(self, command: str) -> QTreeWidget:
        self.dialog.turn_to(2)
        tree = self.dialog.findChild(QTreeWidget)
        assert isinstance(tree, QTreeWidget)
        (item,) = tree.findItems(
            command, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0
        )
        tree.setCurrentItem(item)
        tree.setFocus()
        return tree

    def keys_of(self, command: str) -> str:
        item = self.select(command).currentItem()
        assert item is not None
        return item.text(1)

    def said(self) -> str:
        labels = [each for each in self.dialog.findChildren(QLabel) if each.isVisible()]
        return " ".join(label.text() for label in labels)
