"""The theme in force, and the user's choice behind it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.ui.theme import CHOICES, Theme, palette, theme_named


class ThemeSwitch(QObject):
    """Colours the application; says so, for what paints in colours of its own."""

    changed = Signal(object)  # Theme
    chosen = Signal(str)  # one of CHOICES

    def __init__(self, choice: str, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.choice = choice if choice in CHOICES else "system"
        self.theme: Theme = theme_named(self.choice)
        application.setPalette(palette(self.theme))
        application.styleHints().colorSchemeChanged.connect(self._on_system)

    def cycle(self) -> None:
        """Choose the next theme that looks different from the present one."""
        here = CHOICES.index(self.choice)
        following = (*CHOICES[here + 1 :], *CHOICES[:here])
        self.choose(next(each for each in following if theme_named(each) != self.theme))

    def choose(self, choice: str) -> None:
        """Take the theme of `choice`."""
        self.choice = choice
        self._apply()
        self.chosen.emit(choice)

    def _on_system(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        theme = theme_named(self.choice)
        if theme != self.theme:
            self.theme = theme
            self._application.setPalette(palette(theme))
            self.changed.emit(theme)
