"""The page of keys: every command, what it is called by, and what is in the way of another."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.command import Command, Group, heading_of, words_of
from reader.ui.key_map import commands_with, is_usual, taken_by, without_key
from reader.ui.key_words import key_in_words
from reader.ui.keys import COMMANDS
from reader.ui.preferences.controls import push_button
from reader.ui.preferences.key_catcher import KeyCatcher
from reader.ui.preferences.page import Page
from reader.ui.preferences.question import Question
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.settings import Settings
from reader.ui.settings_keeper import SettingsKeeper

translate = QCoreApplication.translate
_NAME = Qt.ItemDataRole.UserRole


class KeyFilter(QLineEdit):
    """Esc clears it before it closes anything, and Down goes on to the commands."""

    went_on = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Clear, go on, or type."""
        if arg__1.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif arg__1.key() == Qt.Key.Key_Down:
            self.went_on.emit()
        else:
            super().keyPressEvent(arg__1)


class KeyTree(QTreeWidget):
    """The commands under their headings."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters go to what is behind: none is typed here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem(), 0)
        else:
            super().keyPressEvent(event)


class KeysPage(Page):
    """A key is taken from another command only after that was said."""

    def __init__(self, preferences: SettingsKeeper) -> None:
        super().__init__(preferences)
        self._commands = {each.name: each for each in COMMANDS}
        self._adding = False
        self._headings: dict[Group, QTreeWidgetItem] = {}
        self._items: dict[str, QTreeWidgetItem] = {}  # by the command's name
        self._filter = KeyFilter(self)
        self._filter.setPlaceholderText(translate("Preferences", "Filter commands or keys"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self._narrow)
        self._tree = self._make_tree()
        self._catcher = KeyCatcher(self)
        self._question = Question(
            translate("Preferences", "Enter gives the chosen command another key.")
        )
        self._change = push_button(translate("Preferences", "Change…"), self._on_change)
        self._add = push_button(translate("Preferences", "Add…"), self._on_add)
        self._clear = push_button(translate("Preferences", "No key"), self._on_clear)
        self._reset = push_button(translate("Preferences", "As usual"), self._on_reset)
        self._reset_all = push_button(translate("Preferences", "All as usual"), self._on_reset_all)
        self._catcher.caught.connect(self._on_caught)
        self._catcher.gave_up.connect(self._ask_nothing)
        self._question.answered.connect(self._focus_tree)
        self._filter.went_on.connect(self._focus_tree)
        self._lay_out()
        self.show_settings(preferences.settings)
        self._tree.setCurrentItem(self._items[COMMANDS[0].name])

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._commands = {each.name: each for each in commands_with(settings.keys)}
        for name, item in self._items.items():
            command = self._commands[name]
            item.setText(1, "   ".join(dict.fromkeys(map(key_in_words, command.all_keys))))
            font = item.font(1)
            font.setBold(not is_usual(command))
            item.setFont(1, font)
        self._on_current()

    def _lay_out(self) -> None:
        column = QWidget(self)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self._filter)
        lines.addWidget(self._tree, 1)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._question, 1)
        said.addWidget(self._catcher, 1)
        lines.addLayout(said)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self._change, self._add, self._clear, self._reset):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._reset_all)
        lines.addLayout(foot)
        self.add_whole(column)

    def _make_tree(self) -> KeyTree:
        tree = KeyTree(self)
        tree.setAccessibleName(translate("Preferences", "Commands and their keys"))
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(12)
        tree.setVerticalScrollBar(ThinScrollBar(tree))
        tree.setMinimumHeight(200)  # all the page is in sight where the screen is 500 pixels high
        for group in Group:
            self._headings[group] = heading = QTreeWidgetItem(tree, [heading_of(group)])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            for command in COMMANDS:
                if command.group is group:
                    item = QTreeWidgetItem(heading, [words_of(command)])
                    item.setData(0, _NAME, command.name)
                    self._items[command.name] = item
        tree.expandAll()
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.currentItemChanged.connect(self._on_current)
        tree.itemActivated.connect(self._on_change)
        return tree

    @property
    def _chosen(self) -> Command | None:
        item: QTreeWidgetItem | None = self._tree.currentItem()
        return self._commands.get(item.data(0, _NAME)) if item is not None else None

    def _narrow(self, sought: str) -> None:
        """Show the commands whose words, in English too, or keys hold `sought`."""
        words = sought.casefold().strip()
        for name, item in self._items.items():
            held = f"{item.text(0)} {item.text(1)} {self._commands[name].words}".casefold()
            item.setHidden(words not in held)
        for group, heading in self._headings.items():
            inner = [each.name for each in COMMANDS if each.group is group]
            heading.setHidden(all(self._items[name].isHidden() for name in inner))
        current: QTreeWidgetItem | None = self._tree.currentItem()
        if current is None or current.isHidden():
            shown = (item for item in self._items.values() if not item.isHidden())
            self._tree.setCurrentItem(next(shown, None))  # pyright: ignore[reportArgumentType] - Qt takes none

    def _on_current(self) -> None:
        command = self._chosen
        had = any(each.hasFocus() for each in (self._clear, self._reset, self._reset_all))
        for button in (self._change, self._add):
            button.setEnabled(command is not None)
        self._clear.setEnabled(command is not None and bool(command.all_keys))
        self._reset.setEnabled(command is not None and not is_usual(command))
        self._reset_all.setEnabled(bool(self.preferences.settings.keys))
        if had:  # of a button that is out of use now, Qt gives the keyboard to the next one
            self._focus_tree()
        self._ask_nothing()

    def _on_change(self) -> None:
        self._catch(adding=False)

    def _on_add(self) -> None:
        self._catch(adding=True)

    def _catch(self, *, adding: bool) -> None:
        command = self._chosen
        if command is not None:
            self._ask_nothing()
            self._adding = adding
            words = translate("Preferences", "Press a key for “{0}”; Esc leaves all as it is")
            self._catcher.catch(words.format(words_of(command)))
            self._question.hide()

    def _on_caught(self, key: str) -> None:
        command = self._chosen
        if command is None:
            return
        others = taken_by(key, command, self._commands.values())
        if not others:
            self._give(command, key)
            self._ask_nothing()
            self._focus_tree()
            return
        named = translate("Preferences", "”, “").join(map(words_of, others))
        words = translate("Preferences", "{0} is the key of “{1}”.")
        self._question.show()
        self._question.ask(
            words.format(key_in_words(key), named),
            translate("Preferences", "Take it"),
            translate("Preferences", "Leave it"),
            partial(self._give, command, key),
        )

    def _give(self, command: Command, key: str) -> None:
        """Give `key` to `command`, and take it from whoever has it."""
        given = dict(self.preferences.settings.keys)
        for other in taken_by(key, command, self._commands.values()):
            given[other.name] = without_key(key, other)
        before = command.all_keys if self._adding else ()
        given[command.name] = tuple(dict.fromkeys((*before, key)))
        self._prefer(given)

    def _on_clear(self) -> None:
        command = self._chosen
        if command is not None:
            self._prefer(dict(self.preferences.settings.keys) | {command.name: ()})

    def _on_reset(self) -> None:
        """Give the command its own keys, and take them from whom they were given to."""
        command = self._chosen
        if command is None:
            return
        usual = next(each for each in COMMANDS if each.name == command.name)
        given = dict(self.preferences.settings.keys)
        for key in usual.all_keys:
            for other in taken_by(key, usual, self._commands.values()):
                given[other.name] = without_key(key, self._commands[other.name])
        given.pop(command.name, None)
        self._prefer(given)

    def _on_reset_all(self) -> None:
        self._question.ask(
            translate("Preferences", "Every command gets its usual keys, and yours are lost."),
            translate("Preferences", "Use the usual ones"),
            translate("Preferences", "Keep mine"),
            partial(self._prefer, {}),
        )

    def _prefer(self, given: dict[str, tuple[str, ...]]) -> None:
        """Prefer these keys; what is in the table anyhow is not written."""
        usual = {each.name: set(each.all_keys) for each in COMMANDS}
        changed = {name: keys for name, keys in given.items() if set(keys) != usual.get(name)}
        self.preferences.change(keys=changed)

    def _ask_nothing(self) -> None:
        """Say how keys are changed."""
        self._question.say()
        self._question.show()

    def _focus_tree(self) -> None:
        self._tree.setFocus(Qt.FocusReason.TabFocusReason)
