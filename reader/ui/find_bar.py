"""Find in the article: a line under it, there only while it is needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.glyph_button import GlyphButton
from reader.ui.search_field import SearchField
from reader.ui.seek_bar import SeekBar
from reader.ui.theme import Theme


class FindBar(SeekBar):
    """Says what is looked for and which way to go on; shows how often it was found."""

    sought = Signal(str)  # text; "" ends it
    stepped = Signal(int)  # to the next place (1), or the one before (-1)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        words = self.tr("Find in the article")
        self.field = SearchField(words, words, theme, self)
        self.field.setMaximumWidth(320)
        self.field.textEdited.connect(self._on_text)
        self.field.left.connect(self.find_next)
        self._up = GlyphButton("up", self.tr("Previous place (Shift+F3)"), theme, self)
        self._up.clicked.connect(self.find_previous)
        self._down = GlyphButton("down", self.tr("Next place (F3)"), theme, self)
        self._down.clicked.connect(self.find_next)
        self._close = GlyphButton("close", self.tr("Close (Esc)"), theme, self)
        self._close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._up)
        row.addWidget(self._down)
        row.addSpacing(8)
        row.addWidget(self._count, 1)
        row.addWidget(self._close)
        self.seek_in(self.field)

    def open_bar(self) -> None:
        """Show the bar, ready to be typed into."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.field.text():
            self.sought.emit(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        if self.isVisible():
            self.closed.emit()  # first, or Qt hands the focus on to the article's first link
            self.hide()
            self.clear_count()
            self.sought.emit("")

    @property
    def searching(self) -> bool:
        """Return whether something is looked for."""
        return self.isVisible() and bool(self.field.text())

    def find_next(self) -> None:
        """Go to the next place; the field asks for something to look for where it is empty."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the previous place."""
        self._step(-1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        super().set_theme(theme)
        for button in (self._up, self._down, self._close):
            button.set_theme(theme)

    def _on_text(self, text: str) -> None:
        self.sought.emit(text)
        if not text:
            self.clear_count()

    def _step(self, direction: int) -> None:
        if self.searching:
            self.stepped.emit(direction)
        else:
            self.open_bar()
