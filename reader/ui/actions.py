"""Keys and handlers brought together, as Qt's actions and shortcuts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.ui.command import Command, words_of
from reader.ui.keys import COMMANDS

Handlers = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Scopes:
    """Where keys that are not the whole window's are heard."""

    post_list: QWidget
    article: QWidget
    sidebar: QWidget
    saved_searches: QWidget


def bind(handlers: Handlers, window: QWidget, scopes: Scopes) -> dict[str, QAction]:
    """Return an action for each command, its keys working where the table says.

    Keys of letters do nothing while text is typed: Qt asks the field first. Raises KeyError
    for a command without a handler.
    """
    reading = (scopes.post_list, scopes.article)
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = _action(command, handlers[command.name], window)
        actions[command.name] = action
        _scope(action, command.list_keys, command.repeats, (scopes.post_list,))
        _scope(action, command.reading_keys, command.repeats, reading)
        _scope(action, command.pane_keys, command.repeats, (*reading, scopes.sidebar))
        _scope(action, command.saved_keys, command.repeats, (scopes.saved_searches,))
    return actions


def _action(command: Command, handler: Callable[[], object], window: QWidget) -> QAction:
    action = QAction(words_of(command), window)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(command.repeats)
    action.triggered.connect(_quiet(handler))
    window.addAction(action)
    return action


def _scope(action: QAction, keys: Sequence[str], repeats: bool, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(action.trigger)


def _quiet(handler: Callable[[], object]) -> Callable[[bool], None]:
    def run(_checked: bool) -> None:
        handler()

    return run
