"""The box in which a facet's values are filtered as one types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.library.values import Facet
from reader.ui.sidebar.words import filter_hint
from reader.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)


class FilterBox(QLineEdit):
    """A line to type into. Enter takes the first match, Down goes to it, Esc clears and closes."""

    edited = Signal(object, str)  # Facet, text
    first_taken = Signal(object, bool)  # Facet, add (Ctrl held)
    left = Signal(object, bool)  # Facet, downwards
    closed = Signal(object)  # Facet

    def __init__(self, facet: Facet, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.facet = facet
        self.setPlaceholderText(filter_hint(facet))
        self.setAccessibleName(filter_hint(facet))
        self.setMaxLength(200)
        self.set_theme(theme)
        self.textChanged.connect(self._report)

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.paper}; color: {theme.ink};"
            f" border: 1px solid {theme.hairline}; border-radius: 6px;"
            f" margin: 1px 0 2px 8px; padding: 0 7px;"
            f" selection-background-color: {theme.selection};"
            f" selection-color: {theme.ink}; placeholder-text-color: {theme.faint}; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent}; }}"
        )

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and event.key() in _OURS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, leave or close; anything else is typing."""
        key = event.key()
        if key in _ENTER:
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.first_taken.emit(self.facet, add)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit(self.facet, key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit(self.facet)
        else:
            super().keyPressEvent(event)

    def _report(self, text: str) -> None:
        self.edited.emit(self.facet, text)
