"""The overlay of `?`: every key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.ui.command import Command, Group, heading_of, words_of
from reader.ui.key_words import keys_in_words
from reader.ui.keys import COMMANDS
from reader.ui.preferences.key_catcher import key_of
from reader.ui.theme import Theme

_COLUMNS = ((Group.MOVE,), (Group.POST, Group.LIST), (Group.LIBRARY, Group.WINDOW))


class ShortcutsDialog(QDialog):
    """Closes with Esc, the key that opens it, or a click beside it."""

    def __init__(
        self, theme: Theme, commands: Sequence[Command] = COMMANDS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme, self._commands = theme, commands
        own = (each.all_keys for each in commands if each.name == "shortcuts")
        self._closing = next(own, ())
        self.setWindowTitle(self.tr("Keys"))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 26, 32, 26)
        row.setSpacing(48)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(0)
            for at, group in enumerate(groups):
                column.addSpacing(20 if at else 0)
                column.addLayout(self._table(group))
            column.addStretch(1)
            row.addLayout(column)

    def show_over(self, window: QWidget) -> None:
        """Show the keys over the middle of `window`."""
        self.adjustSize()
        middle = window.mapToGlobal(window.rect().center())
        self.move(middle - self.rect().center())
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the key that opened it, too."""
        if key_of(event) in self._closing:
            self.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and a hairline round it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.hairline))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(self._theme.paper))
        painter.end()

    def _table(self, group: Group) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(18)
        table.setVerticalSpacing(5)
        heading = QLabel(heading_of(group), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        table.addWidget(heading, 0, 0, 1, 2)
        soft = QPalette()
        soft.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.soft))
        for line, command in enumerate((c for c in self._commands if c.group is group), start=1):
            keys = QLabel(keys_in_words(command), self)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            keys.setTextFormat(Qt.TextFormat.PlainText)
            keys.setPalette(soft)
            table.addWidget(QLabel(words_of(command), self), line, 0)
            table.addWidget(keys, line, 1)
        return table
