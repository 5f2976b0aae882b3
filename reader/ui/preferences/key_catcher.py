"""A field that takes the next key pressed, whatever it does elsewhere."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.key_map import known_key

_ALONE = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
)
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def key_of(event: QKeyEvent) -> str:
    """Return the key of an event as the table of keys writes it; "" for a modifier alone."""
    if event.key() in _ALONE:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key, text = Qt.Key(event.key()), event.text()
    sign = len(text) == 1 and text.isprintable() and not text.isalnum() and text != " "
    if sign or key is Qt.Key.Key_Backtab:  # the Shift that made "?" of "/" is part of it
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    if key is Qt.Key.Key_Backtab:
        key, modifiers = Qt.Key.Key_Tab, modifiers | Qt.KeyboardModifier.ShiftModifier
    return known_key(QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE))


class KeyCatcher(QLabel):
    """Says what was pressed; Esc, and a click elsewhere, give up."""

    caught = Signal(str)
    gave_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.hide()

    def catch(self, words: str) -> None:
        """Show `words`, and wait for a key."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, e: QEvent) -> bool:
        """Take every key before shortcuts and focus do."""
        if e.type() is QEvent.Type.ShortcutOverride:
            e.accept()
            return True
        if e.type() is QEvent.Type.KeyPress and isinstance(e, QKeyEvent):
            self.keyPressEvent(e)
            return True
        return super().event(e)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Take the key."""
        ev.accept()
        if ev.key() == Qt.Key.Key_Escape:
            self._end()
            self.gave_up.emit()
        elif key := key_of(ev):
            self._end()
            self.caught.emit(key)

    def focusOutEvent(self, ev: QFocusEvent) -> None:
        """Give up."""
        super().focusOutEvent(ev)
        if self.isVisible():
            self._end()
            self.gave_up.emit()

    def _end(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
