"""Keys and handlers brought together, as Qt's actions and shortcuts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.ui.command import Command, words_of

Handlers = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Scopes:
    """The parts of the window whose keys work only there."""

    post_list: QWidget
    article: QWidget
    sidebar: QWidget
    saved_searches: QWidget

    def of(self, command: Command) -> Iterator[tuple[str, QWidget]]:
        """Yield each key that `command` has in a part, with that part."""
        for keys, widgets in (
            (command.list_keys, (self.post_list,)),
            (command.reading_keys, (self.post_list, self.article)),
            (command.pane_keys, (self.post_list, self.article, self.sidebar)),
            (command.saved_keys, (self.saved_searches,)),
        ):
            yield from ((key, widget) for key in keys for widget in widgets)


class Bindings:
    """An action for each command, its keys working where the command says.

    Keys of letters do nothing while text is typed: Qt asks the field first. Raises KeyError
    for a command without a handler.
    """

    def __init__(
        self, commands: Iterable[Command], handlers: Handlers, window: QWidget, scopes: Scopes
    ) -> None:
        self._scopes = scopes
        self._commands = {command.name: command for command in commands}
        self._shortcuts: dict[str, list[QShortcut]] = {}
        self.actions: dict[str, QAction] = {}
        for name, command in self._commands.items():
            self.actions[name] = action = _action(command, handlers[name], window)
            self._give_keys(command, action)

    def use(self, commands: Iterable[Command]) -> None:
        """Let the same commands have the keys that they have here."""
        changed = [each for each in commands if each != self._commands[each.name]]
        for command in changed:  # all give up theirs before any takes another's
            self.actions[command.name].setShortcuts([])
            for shortcut in self._shortcuts.pop(command.name, []):
                shortcut.setEnabled(False)
                shortcut.deleteLater()
        for command in changed:
            self._commands[command.name] = command
            self._give_keys(command, self.actions[command.name])

    def _give_keys(self, command: Command, action: QAction) -> None:
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        for key, widget in self._scopes.of(command):
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(command.repeats)
            shortcut.activated.connect(action.trigger)
            self._shortcuts.setdefault(command.name, []).append(shortcut)


def _action(command: Command, handler: Callable[[], object], window: QWidget) -> QAction:
    action = QAction(words_of(command), window)
    action.setObjectName(command.name)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(command.repeats)
    action.triggered.connect(_quiet(handler))
    window.addAction(action)
    return action


def _quiet(handler: Callable[[], object]) -> Callable[[bool], None]:
    def run(_checked: bool) -> None:
        handler()

    return run
