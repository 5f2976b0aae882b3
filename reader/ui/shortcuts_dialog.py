"""The overlay of `?`: every key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.ui.keys import COMMANDS, Command, Group, heading_of, words_of

_COLUMNS = ((Group.MOVE,), (Group.POST,), (Group.LIBRARY, Group.WINDOW))
_SIGNS = {
    ", ": " ",
    "Down": "↓",
    "Up": "↑",
    "Left": "←",
    "Right": "→",
    "+-": "+−",
    "Return": "Enter",
}
_DOUBLES = {"Enter", "、", "？", "Ctrl+=", "Back", "Forward"}  # said once is enough


def keys_in_words(command: Command) -> str:
    """Return the command's keys as this platform writes them, without its doubles."""
    shown = [key for key in command.all_keys if key not in _DOUBLES]
    return "  ".join(_native(key) for key in shown)


def _native(key: str) -> str:
    words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    for name, sign in _SIGNS.items():
        words = words.replace(name, sign)
    return words


class ShortcutsDialog(QDialog):
    """Closes with Esc, `?`, or a click beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 20, 28, 24)
        row.setSpacing(40)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            for group in groups:
                column.addLayout(self._table(group))
                column.addSpacing(14)
            column.addStretch(1)
            row.addLayout(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the key that opened it, too."""
        if event.text() in {"?", "？"}:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _table(self, group: Group) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(18)
        table.setVerticalSpacing(5)
        heading = QLabel(heading_of(group), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        table.addWidget(heading, 0, 0, 1, 2)
        for line, command in enumerate((c for c in COMMANDS if c.group is group), start=1):
            keys = QLabel(keys_in_words(command), self)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            keys.setTextFormat(Qt.TextFormat.PlainText)
            table.addWidget(QLabel(words_of(command), self), line, 0)
            table.addWidget(keys, line, 1)
        return table
