"""The palette over the window: a field, and rows under it.

It is a part of the window, not a window of its own: input methods know where it is, and closing
it gives the keyboard back.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from reader.ui.announcing import announce
from reader.ui.goto.entries import Entry
from reader.ui.goto.rows import RowList
from reader.ui.theme import Theme

_WIDTH, _BESIDE = 640, 40  # pixels: at most, and left at the window's sides at least
_TOP = 64  # below the window's edge
_FIELD = 46
_EDGE = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 8  # rows
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_LEFT_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _Field(QLineEdit):
    """Types; what goes through the rows or ends it is said, not typed."""

    stepped = Signal(int)
    entered = Signal(bool)  # with Ctrl
    escaped = Signal()
    left = Signal()  # the keyboard is elsewhere in the window now

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.closing: tuple[QKeySequence, ...] = ()  # the keys that close

    def event(self, arg__1: QEvent) -> bool:
        """Claim our keys before the window's shortcuts take them."""
        if arg__1.type() is QEvent.Type.ShortcutOverride and isinstance(arg__1, QKeyEvent):
            if arg__1.key() in (*_STEPS, *_ENTER, Qt.Key.Key_Escape):
                arg__1.accept()
                return True
            if self._closes(arg__1):
                arg__1.ignore()  # it would delete to the line's end, or the like; it closes
                return False
        return super().event(arg__1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Type, step, enter or leave."""
        key = Qt.Key(arg__1.key())
        control = bool(arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit(control)
        elif key is Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.stepped.emit(1 if key is Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(arg__1)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        """Stay: Tab goes through the rows."""
        self.stepped.emit(1 if next else -1)
        return True

    def _closes(self, event: QKeyEvent) -> bool:
        """Return whether this is a key that closes, or begins one, and types nothing."""
        if not event.modifiers() & _COMMANDING and event.text() and event.text().isprintable():
            return False
        pressed, other = QKeySequence(event.keyCombination()), QKeySequence.SequenceMatch.NoMatch
        return any(pressed.matches(key) is not other for key in self.closing)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Say so when the keyboard goes elsewhere."""
        super().focusOutEvent(arg__1)
        if arg__1.reason() not in _LEFT_FOR_A_WHILE:
            self.left.emit()


class Palette(QFrame):
    """Says what was typed, and which row was chosen."""

    typed = Signal(str)
    chosen = Signal(object, bool)  # Entry, and whether with Ctrl
    entered_early = Signal(bool)  # before there are rows for what is typed

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._before: QWidget | None = None  # who had the keyboard
        self._current = False  # the rows are those for what is typed, and all of them
        self.moved = False  # another row than the first was gone to
        self._spoken = ""  # the row that was heard last
        name = self.tr("Go to anything")
        self.setAccessibleName(name)
        self.field = _Field(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("Go to a title, tag, search, folder or command"))
        self.field.setFrame(False)
        self.field.setFixedHeight(_FIELD)
        self.field.setTextMargins(12, 0, 12, 0)
        self.field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        font = self.field.font()
        font.setPixelSize(17)
        self.field.setFont(font)
        self.rows = RowList(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 1, _EDGE, _EDGE)
        column.setSpacing(_EDGE + 1)
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.field.textChanged.connect(self._on_text)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._on_enter)
        self.field.escaped.connect(self.leave)
        self.field.left.connect(self.hide)
        self.rows.taken.connect(self._choose)
        self.set_theme(theme)
        self.hide()
        window.installEventFilter(self)

    def close_with(self, keys: Iterable[QKeySequence]) -> None:
        """Let these keys close it from now on, but for those that type something."""
        self.field.closing = tuple(keys)

    def open_over(self) -> None:
        """Show the palette, empty, with the keyboard in its field."""
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.moved, self._spoken = False, ""
        self.show_rows([], awaited=True)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit("")

    def enter(self, control: bool) -> None:
        """Go to the row that is chosen, with Ctrl or without."""
        entry = self.rows.chosen()
        if entry is not None:
            self._choose(entry, control)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def show_rows(self, entries: Sequence[Entry], *, awaited: bool = False) -> None:
        """Show the rows for what is typed, the first one chosen.

        Where better ones are `awaited`, Enter waits for them as well, unless the user has gone
        to a row; that one stays chosen when they come.
        """
        chosen = self.rows.chosen() if self.moved else None
        self._current = not awaited
        self.rows.show_entries(entries)
        self.moved = chosen is not None and self.rows.choose(chosen)
        if self._current:
            self._speak()
        self._place()

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(theme.faint))
        self.field.setPalette(palette)
        self.rows.set_theme(theme)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks beside the rows from the panes below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, its edge, and the hairline under the field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(self._theme.faint)
        edge.setAlphaF(0.3)  # a hairline alone is lost where paper lies on paper
        painter.setPen(QPen(edge, 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if self.rows.isVisible():
            line = self.field.geometry().bottom() + 1
            painter.fillRect(1, line, self.width() - 2, 1, QColor(self._theme.hairline))
        painter.end()

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * _BESIDE)
        room = self._window.height() - 2 * _TOP - _FIELD
        rows = self.rows.height_of(max(0, room))
        self.rows.setVisible(rows > 0)
        self.rows.setFixedHeight(max(1, rows))
        height = _FIELD + 2 + (rows + 2 * _EDGE if rows else 0)
        self.setGeometry(QRect(QPoint((self._window.width() - width) // 2, _TOP), self.size()))
        self.setFixedSize(width, height)

    def _on_text(self, text: str) -> None:
        self._current = self.moved = False
        if self.isVisible():
            self.typed.emit(text)

    def _step(self, by: int) -> None:
        self.moved = True
        self.rows.step(by)
        self._speak()

    def _speak(self) -> None:
        """Let the row that Enter takes be heard: the keyboard stays in the field."""
        if self.rows.spoken() != self._spoken:
            self._spoken = self.rows.spoken()
            announce(self.field, self._spoken)

    def _on_enter(self, control: bool) -> None:
        if self._current or self.moved:
            self.enter(control)
        else:
            self.entered_early.emit(control)

    def _choose(self, entry: Entry, control: bool) -> None:
        self.leave()
        self.chosen.emit(entry, control)
