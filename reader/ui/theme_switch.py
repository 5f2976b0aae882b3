"""The theme in force, and the user's choice behind it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import Theme, palette, theme_named, theme_of

_THEMES = CHOICES["theme"]


class ThemeSwitch(QObject):
    """Colours the application; says so, for what paints in colours of its own."""

    changed = Signal(object)  # Theme
    chosen = Signal(str)  # one of the settings' themes, by the key that walks them

    def __init__(self, preferences: SettingsKeeper, application: QApplication) -> None:
        super().__init__(application)
        self._application, self._preferences = application, preferences
        settings = preferences.settings
        self.theme: Theme = theme_of(settings.theme, settings.accent)
        application.setPalette(palette(self.theme))
        application.styleHints().colorSchemeChanged.connect(self._apply)
        preferences.changed.connect(self._on_changed)

    def cycle(self) -> None:
        """Choose the next theme that looks different from the present one."""
        here = _THEMES.index(self._preferences.settings.theme)
        following = (*_THEMES[here + 1 :], *_THEMES[:here])
        chosen = next(each for each in following if theme_named(each).name != self.theme.name)
        self._preferences.change(theme=chosen)
        self.chosen.emit(chosen)

    def _on_changed(self, before: Settings, now: Settings) -> None:
        if (before.theme, before.accent) != (now.theme, now.accent):
            self._apply()

    def _apply(self) -> None:
        settings = self._preferences.settings
        theme = theme_of(settings.theme, settings.accent)
        if theme != self.theme:
            self.theme = theme
            self._application.setPalette(palette(theme))
            self.changed.emit(theme)
