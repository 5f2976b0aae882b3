"""Find in the article: a line under it, there only while it is needed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.ui.glyph_button import GlyphButton
from reader.ui.search_field import SearchField
from reader.ui.sidebar.words import grouped
from reader.ui.theme import Theme


class FindBar(QWidget):
    """Says what is looked for and which way to go on; shows how often it was found."""

    sought = Signal(str)  # text; "" ends it
    stepped = Signal(int)  # to the next place (1), or the one before (-1)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(40)
        self.field = SearchField(
            self.tr("Find in the article"), self.tr("Find in the article"), theme, self
        )
        self.field.setMaximumWidth(320)
        self.field.textEdited.connect(self._on_text)
        self.field.left.connect(self.find_next)
        self._count = QLabel(self)
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
        self.set_theme(theme)
        self.hide()

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
            self._count.clear()
            self.sought.emit("")

    def words(self) -> str:
        """Return what is said about the places found."""
        return self._count.text()

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

    def show_count(self, at: int, count: int) -> None:
        """Show that the `at`th of `count` places is marked; 0: none of them yet."""
        if not self.field.text():
            self._count.clear()
        elif count:
            self._count.setText(place_words(at, count))
        else:
            self._count.setText(self.tr("Not found"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.field.set_theme(theme)
        for button in (self._up, self._down, self._close):
            button.set_theme(theme)
        soft = QPalette()
        soft.setColor(QPalette.ColorRole.WindowText, QColor(theme.soft))
        self._count.setPalette(soft)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.list))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.hairline))
        painter.end()

    def _on_text(self, text: str) -> None:
        self.sought.emit(text)
        if not text:
            self._count.clear()

    def _step(self, direction: int) -> None:
        if self.searching:
            self.stepped.emit(direction)
        else:
            self.open_bar()


def place_words(at: int, count: int) -> str:
    """Return the words for the `at`th of `count` places; 0: there are so many."""
    translate = QCoreApplication.translate
    if at:
        return translate("FindBar", "{0} of {1}").format(grouped(at), grouped(count))
    words = translate("FindBar", "1 place") if count == 1 else translate("FindBar", "{0} places")
    return words.format(grouped(count))
