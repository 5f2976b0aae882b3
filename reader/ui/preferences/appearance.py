"""The page of looks: theme, type, measures, and the script of Chinese."""

from PySide6.QtCore import QCoreApplication

from reader.ui.preferences.controls import Choice, Listed, Measure
from reader.ui.preferences.font_table import FontTable
from reader.ui.preferences.looks import accent_button, theme_button
from reader.ui.preferences.page import Page, offered
from reader.ui.preferences.sample import Sample
from reader.ui.settings import CHOICES, RANGES, Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import Theme

translate = QCoreApplication.translate


class AppearancePage(Page):
    """Everything on it is seen at once in the article."""

    def __init__(self, preferences: SettingsKeeper, theme: Theme) -> None:
        super().__init__(preferences)
        self._theme_choice = self._add_themes()
        self._accent = self._add_accents()
        self.add_gap()
        self._add_type()
        self.add_gap()
        self._add_measures()
        self.add_gap()
        self._add_chinese()
        self.add_gap()
        self._sample = Sample(theme)
        self.add_whole(self._sample)
        self.end()
        self.set_theme(theme)
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds, and a few lines set so."""
        super().show_settings(settings)
        self._sample.show_settings(settings)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        for choice in CHOICES["theme"]:
            self._theme_choice.button(choice).setStyleSheet(theme_button(choice, theme))
        for accent in CHOICES["accent"]:
            self._accent.button(accent).setStyleSheet(accent_button(accent, theme))
        self._sample.set_theme(theme)

    def _add_themes(self) -> Choice:
        themes = offered(
            "theme",
            translate("Preferences", "Light"),
            translate("Preferences", "Sepia"),
            translate("Preferences", "Dark"),
            translate("Preferences", "Black"),
            translate("Preferences", "System"),
        )
        return self.add_setting("theme", Choice(translate("Preferences", "Theme"), themes))

    def _add_accents(self) -> Choice:
        accents = offered(
            "accent",
            translate("Preferences", "Vermilion"),
            translate("Preferences", "Ochre"),
            translate("Preferences", "Moss"),
            translate("Preferences", "Sea"),
            translate("Preferences", "Blue"),
            translate("Preferences", "Plum"),
        )
        choice = Choice(translate("Preferences", "Accent"), accents, dots=True)
        return self.add_setting("accent", choice)

    def _add_type(self) -> None:
        typefaces = offered(
            "typeface", translate("Preferences", "Serif"), translate("Preferences", "Sans")
        )
        self.add_setting("typeface", Choice(translate("Preferences", "Typeface"), typefaces))
        self.add_setting("fonts", FontTable(translate("Preferences", "Fonts")), tall=True)

    def _add_measures(self) -> None:
        for name, words, number, step in (
            ("size", translate("Preferences", "Size"), "{0} px", 1),
            ("line", translate("Preferences", "Line height"), "{0}", 0.1),
            ("width", translate("Preferences", "Line width"), "{0} em", 1),
        ):
            self.add_setting(name, Measure(words, RANGES[name], number, step))
        justified = offered(
            "justify",
            translate("Preferences", "Chinese and Japanese"),
            translate("Preferences", "Everything"),
            translate("Preferences", "Nothing"),
        )
        self.add_setting("justify", Choice(translate("Preferences", "Justified"), justified))

    def _add_chinese(self) -> None:
        scripts = offered(
            "chinese",
            translate("Preferences", "As it is written"),
            translate("Preferences", "Simplified"),
            translate("Preferences", "Traditional, Taiwan"),
            translate("Preferences", "Traditional, Hong Kong"),
        )
        self.add_setting("chinese", Listed(translate("Preferences", "Chinese"), scripts))
