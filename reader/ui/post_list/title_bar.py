"""A field under the list in which a title's first letters are typed; there only while needed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.search_field import SearchField
from reader.ui.seek_bar import SeekBar
from reader.ui.theme import Theme

_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleField(SearchField):
    """Hands on the keys that end the search or go through what was found."""

    key_pressed = Signal(object)  # Qt.Key, one of _KEYS
    deserted = Signal()  # the focus went elsewhere in the window

    def event(self, arg__1: QEvent) -> bool:
        """Keep Esc from being the window's."""
        override = arg__1.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(arg__1, QKeyEvent) and arg__1.key() in _KEYS:
            arg__1.accept()
            return True
        return super().event(arg__1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or hand the key on."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.key_pressed.emit(key)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the user has turned to something else."""
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in elsewhere:
            self.deserted.emit()


class TitleBar(SeekBar):
    """The field, and how many titles were found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        words = self.tr("Find a title in the list")
        self.field = TitleField(words, words, theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 14, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        self.seek_in(self.field)

    def open_bar(self) -> None:
        """Show the bar, ready to be typed into."""
        self.field.clear()
        self.clear_count()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
