"""A sentence at a page's foot, with two buttons where it asks something."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui.announcing import announce
from reader.ui.preferences.controls import TAB, push_button


class Question(QWidget):
    """What cannot be undone is asked about first, with the keyboard on the answer that is no."""

    answered = Signal()  # and the keyboard was on a button that is gone

    def __init__(self, usual: str) -> None:
        """Say `usual` where nothing else is to be said."""
        super().__init__()
        self._usual = usual
        self._act: Callable[[], None] | None = None
        self._words = QLabel(usual, self)
        self._words.setProperty("soft", True)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._yes = push_button("", self._on_yes)
        self._no = push_button("", self._on_no)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        self.say(usual)

    def say(self, words: str = "") -> None:
        """Say `words`, or else what is usual, and ask nothing."""
        had = self._yes.hasFocus() or self._no.hasFocus()
        self._act = None
        for button in (self._yes, self._no):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()
        self._words.setText(words or self._usual)
        announce(self._words, words)
        if had:
            self.answered.emit()

    def ask(self, words: str, yes: str, no: str, act: Callable[[], None]) -> None:
        """Ask `words`, and `act` only after `yes`."""
        self._act = act
        self._words.setText(words)
        for button, said in ((self._yes, yes), (self._no, no)):
            button.setText(said)
            button.setAccessibleDescription(words)
            button.setFocusPolicy(TAB)
            button.show()
        self._no.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_yes(self) -> None:
        if self._act is not None:
            self._act()
        if self._act is not None:  # nothing else was said
            self.say()

    def _on_no(self) -> None:
        self.say()
