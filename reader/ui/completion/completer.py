"""Completion in the search field: what is offered when, and which keys are its own.

It takes a key only while it shows something, and never one that types. Return means the search
as it is typed unless a row was gone to with ↓ before. While an input method composes, all keys
are the input method's and nothing is shown.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.library.query import item_at
from reader.library.values import Counts, Facet
from reader.ui.announcing import announce
from reader.ui.completion.suggestions import Suggestion, Suggestions
from reader.ui.sidebar.words import grouped, section_name
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.completion.popup import CompletionPopup

SENSE = 450  # milliseconds without a key, then a word may have been meant as a field's name
_PAGE = 7  # rows
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_OURS = (*_ENTER, *_STEPS, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class Completer(QObject):
    """Between the search field, the newest counts and the popup."""

    facet_taken = Signal(object, str)  # Facet, value: one that no search can say

    def __init__(self, field: QLineEdit, theme: Theme) -> None:
        super().__init__(field)
        self._field, self._theme = field, theme
        self._suggestions = Suggestions()
        self._popup: CompletionPopup | None = None
        self._looked_at = ("", 0)  # what values were last looked for
        self._composing = False
        self._typing = False  # since the popup was last closed on purpose
        self._dismissed: tuple[int, str] | None = None  # the item at which Esc was pressed
        self._sense = QTimer(self, singleShot=True, interval=SENSE)
        self._sense.timeout.connect(self._offer_fields)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._learn)
        field.textEdited.connect(self._on_edited)
        field.cursorPositionChanged.connect(self._on_moved)
        field.installEventFilter(self)

    @property
    def popup(self) -> "CompletionPopup | None":
        """Return the popup while it shows something."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def begin(self, counts: Counts | None) -> None:
        """Offer something for what has been typed so far."""
        if counts is not None:
            self.show_counts(counts)
        self._on_edited()

    def show_counts(self, counts: Counts) -> None:
        """Offer what is counted here from now on."""
        self._suggestions.take(counts)
        if self._field.hasFocus():
            self._idle.start()
            untouched = self.popup is None or self.popup.chosen() is None
            sensed = self._typing and not self._sense.isActive()
            if self._typing and untouched:  # with the counts of what is typed by now
                self._offer(self._values() or (self._fields() if sensed else []))

    def forget(self) -> None:
        """Offer nothing until something is counted: another library."""
        self._suggestions.forget()
        self._close()

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        if self._popup is not None:
            self._popup.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take our keys while something is shown, which stays under the field until it is left."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            if self._composing:
                self._sense.stop()
                self._hide()
        elif event.type() is QEvent.Type.FocusIn:
            self._idle.start()
        elif event.type() is QEvent.Type.FocusOut:
            self._close()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.popup is not None:
            self.popup.lie_under(self._field)
        elif isinstance(event, QKeyEvent) and self.popup is not None and not self._composing:
            plain = event.modifiers() in _PLAIN and event.key() in _OURS
            if event.type() is QEvent.Type.ShortcutOverride and plain:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and plain:
                return self._press(self.popup, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, popup: "CompletionPopup", key: Qt.Key) -> bool:
        """Do what `key` is for; return False where it means what it always means."""
        if key in _STEPS:
            popup.step(_STEPS[key])
            announce(self._field, popup.spoken())  # where the keyboard stays
        elif key == Qt.Key.Key_Escape:
            self._dismissed = self._place()
            self._close()
        elif key == Qt.Key.Key_Tab:
            self._take(popup.chosen() or popup.first())
        else:
            chosen = popup.chosen()
            self._close()
            if chosen is None:
                return False
            self._take(chosen)
        return True

    def _on_edited(self) -> None:
        self._typing = True
        if self._dismissed != self._place():
            self._dismissed = None
        self._offer_values()
        self._sense.start()

    def _on_moved(self) -> None:
        moved = self._looked_at != (self._field.text(), self._field.cursorPosition())
        if self.popup is not None and moved:  # and not by typing
            self._offer_values()

    def _offer_values(self) -> None:
        self._offer(self._values())

    def _offer_fields(self) -> None:
        if self._field.hasFocus() and self.popup is None:
            self._offer(self._fields())

    def _values(self) -> list[Suggestion]:
        text, cursor = self._looked_at = self._field.text(), self._field.cursorPosition()
        return self._suggestions.values(text, cursor)

    def _fields(self) -> list[Suggestion]:
        return self._suggestions.fields(self._field.text(), self._field.cursorPosition())

    def _offer(self, suggestions: list[Suggestion]) -> None:
        dismissed = self._dismissed is not None and self._dismissed == self._place()
        if not suggestions or dismissed or self._composing or not self._field.hasFocus():
            self._hide()
            return
        rows = [(one, _note(one)) for one in suggestions]
        self._made_popup().show_under(self._field, rows)

    def _place(self) -> tuple[int, str] | None:
        """Return which item is being typed."""
        item = item_at(self._field.text(), self._field.cursorPosition())
        return (item.start, item.field) if item else None

    def _made_popup(self) -> "CompletionPopup":
        from reader.ui.completion.popup import CompletionPopup  # noqa: PLC0415 - somebody types

        if self._popup is None:
            self._popup = CompletionPopup(self._theme, self._field.window())
            self._popup.taken.connect(self._take)
        return self._popup

    def _take(self, taken: Suggestion) -> None:
        """Put what was taken in the place of the item that was being typed."""
        field = self._field
        self._close()
        item = item_at(field.text(), field.cursorPosition())
        if item is None:
            return
        begun = taken.item.endswith(":")
        behind = field.text()[item.end :]
        space = "" if begun or not taken.item or behind.startswith(" ") else " "
        field.setSelection(item.start, item.end - item.start)
        field.insert(taken.item + space)  # says that the text was edited, and can be undone
        if taken.facet is not None:
            self.facet_taken.emit(*taken.facet)
        elif not begun and not space:
            field.cursorForward(False)

    def _close(self) -> None:
        """Show nothing until something is typed."""
        self._typing = False
        self._sense.stop()
        self._hide()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _learn(self) -> None:
        """Get ready between two keys, step by step."""
        if self._suggestions.learn_some():
            self._idle.start()
        else:
            self._made_popup()


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def _note(suggestion: Suggestion) -> str:
    """Return how many posts a suggestion leaves, or what a field is about."""
    return _kind(suggestion.item) if suggestion.count is None else grouped(suggestion.count)


def _kind(item: str) -> str:
    """Return what a field that was begun is about."""
    translate = QCoreApplication.translate
    facets = {"tag": Facet.TAG, "category": Facet.CATEGORY, "author": Facet.AUTHOR}
    facets["source"] = Facet.SOURCE
    field = item.lstrip("-").removesuffix(":")
    if field in facets:
        return section_name(facets[field])
    return {
        "title": translate("Completion", "words of the title"),
        "before": translate("Completion", "until the day before"),
        "after": translate("Completion", "from a day on"),
        "is": translate("Completion", "unread, read, starred"),
        "has": translate("Completion", "pictures"),
    }.get(field, "")
