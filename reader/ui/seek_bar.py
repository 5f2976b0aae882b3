"""A line under a pane, with a field for what is looked for; there only while it is needed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.search_field import SearchField
from reader.ui.sidebar.words import grouped
from reader.ui.theme import Theme

_HEIGHT = 40  # pixels


class SeekBar(QWidget):
    """The ground under a field, and the label that says how much was found."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = QLabel(self)
        self._typed: SearchField | None = None
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def seek_in(self, field: SearchField) -> None:
        """Let `field` be the one in which it is typed what is looked for."""
        self._typed = field
        self.set_theme(self._theme)

    def words(self) -> str:
        """Return what is said about what was found."""
        return self._count.text()

    def show_count(self, at: int, count: int) -> None:
        """Show that the `at`th of `count` places is shown; 0: none of them yet."""
        if self._typed is None or not self._typed.text():
            self._count.clear()
        elif count:
            self._count.setText(place_words(at, count))
        else:
            self._count.setText(QCoreApplication.translate("FindBar", "Not found"))

    def clear_count(self) -> None:
        """Say nothing: nothing is looked for."""
        self._count.clear()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        if self._typed is not None:
            self._typed.set_theme(theme)
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


def place_words(at: int, count: int) -> str:
    """Return the words for the `at`th of `count` places; 0: there are so many."""
    translate = QCoreApplication.translate
    if at:
        return translate("FindBar", "{0} of {1}").format(grouped(at), grouped(count))
    words = translate("FindBar", "1 place") if count == 1 else translate("FindBar", "{0} places")
    return words.format(grouped(count))
