"""The line above the panes."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.glyph_button import GlyphButton
from reader.ui.search_field import SearchField
from reader.ui.theme import Theme

HEIGHT = 44


class Toolbar(QWidget):
    """☰ ‹ ›, the search, and what can be done with the article. Says which command is meant."""

    asked = Signal(str)  # the name of a command of reader.ui.keys

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.search = SearchField(
            self.tr("Search the library"), self.tr("Search every word… /"), theme, self
        )
        self.search.setMaximumWidth(348)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(0)
        self.sidebar = self._button("sidebar", self.tr("Sidebar (F9)"), "toggle-sidebar")
        self.back = self._button("back", self.tr("Back (Alt+←)"), "back")
        self.forward = self._button("forward", self.tr("Forward (Alt+→)"), "forward")
        row.addStretch(5)
        row.addWidget(self.search, 9)
        row.addStretch(16)
        self.star = self._button("star", self.tr("Star (S)"), "star")
        self.theme_button = self._button("theme", self.tr("Theme (D)"), "theme")
        self.text = self._button("text", self.tr("Text size"), "text-menu")
        self.raw = self._button("raw", self.tr("Post untouched (C)"), "toggle-raw")
        self.more = self._button("more", self.tr("Menu"), "menu")
        self.show_article(False, starred=False, raw=False)
        self.show_history(back=False, forward=False)

    def show_article(self, present: bool, *, starred: bool, raw: bool) -> None:
        """Show what holds for the article on the page, or that there is none."""
        for button, on in ((self.star, starred), (self.raw, raw)):
            button.setEnabled(present)
            button.setCheckable(on)
            button.setChecked(on)
            button.update()
        name = self.tr("Remove the star (S)") if starred else self.tr("Star (S)")
        self.star.setToolTip(name)
        self.star.setAccessibleName(name)
        name = self.tr("Cleaned article (C)") if raw else self.tr("Post untouched (C)")
        self.raw.setToolTip(name)
        self.raw.setAccessibleName(name)

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
        painter.fillRect(self.rect(), QColor(self._theme.side))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(self._theme.hairline))
        painter.end()

    def _button(self, glyph: str, name: str, command: str) -> GlyphButton:
        button = GlyphButton(glyph, name, self._theme, self)
        button.setObjectName(command)
        button.clicked.connect(self._on_click)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def _on_click(self) -> None:
        self.asked.emit(self.sender().objectName())
