"""The line above the panes."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.filling import fill
from reader.ui.glyph_button import GlyphButton
from reader.ui.search_field import SearchField
from reader.ui.theme import Theme

HEIGHT = 44
# What most people have, so that no start waits for the table of keys.
_USUAL_KEYS: Mapping[str, str] = {
    "toggle-sidebar": "F9",
    "back": "Alt+←",
    "forward": "Alt+→",
    "search": "/",
    "star": "S",
    "theme": "D",
    "toggle-raw": "C",
}


class Toolbar(QWidget):
    """☰ ‹ ›, the search, and what can be done with the article. Says which command is meant."""

    asked = Signal(str)  # the name of a command of reader.ui.keys

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, _USUAL_KEYS
        self.setFixedHeight(HEIGHT)
        self.search = SearchField(self.tr("Search the library"), "", theme, self)
        self._name_search()
        self.search.setMinimumWidth(232)  # its hint, in the narrowest window
        self.search.setMaximumWidth(348)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(0)
        self.sidebar = self._button("sidebar", self.tr("Sidebar"), "toggle-sidebar")
        self.back = self._button("back", self.tr("Back"), "back")
        self.forward = self._button("forward", self.tr("Forward"), "forward")
        row.addStretch(5)
        row.addWidget(self.search, 9)
        row.addStretch(16)
        self.star = self._button("star", self.tr("Star"), "star")
        self.theme_button = self._button("theme", self.tr("Theme"), "theme")
        self.text = self._button("text", self.tr("Text size"), "text-menu")
        self.raw = self._button("raw", self.tr("Post untouched"), "toggle-raw")
        self.more = self._button("more", self.tr("Menu"), "menu")
        self.show_article(False, starred=False, raw=False)
        self.show_history(back=False, forward=False)

    def show_library(self, present: bool) -> None:
        """Offer what is done with a library, or nothing of it where there is none."""
        self.search.setEnabled(present)
        self.search.setVisible(present)
        self.sidebar.setEnabled(present)
        self.text.setEnabled(present)

    def show_article(self, present: bool, *, starred: bool, raw: bool) -> None:
        """Show what holds for the article on the page, or that there is none."""
        for button, on in ((self.star, starred), (self.raw, raw)):
            button.setEnabled(present)
            button.setCheckable(on)
            button.setChecked(on)
            button.update()
        self._name(self.star, self.tr("Remove the star") if starred else self.tr("Star"))
        self._name(self.raw, self.tr("Cleaned article") if raw else self.tr("Post untouched"))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say these keys, by the commands' names, beside what the buttons do."""
        self._keys = keys
        for button in self.findChildren(GlyphButton):
            self._name(button, button.accessibleName())
        self._name_search()

    def _name(self, button: GlyphButton, name: str) -> None:
        key = self._keys.get(button.objectName())
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)

    def _name_search(self) -> None:
        words = (self.tr("Search every word…"), self._keys.get("search", ""))
        self.search.setPlaceholderText(" ".join(words).strip())

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Offer the ways that there are."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.search.set_theme(theme)
        for button in self.findChildren(GlyphButton):
            button.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone and the hairline under it."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.side)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        fill(painter, line, self._theme.hairline)
        painter.end()

    def _button(self, glyph: str, name: str, command: str) -> GlyphButton:
        button = GlyphButton(glyph, name, self._theme, self)
        button.setObjectName(command)
        self._name(button, name)
        button.clicked.connect(self._on_click)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def _on_click(self) -> None:
        self.asked.emit(self.sender().objectName())
