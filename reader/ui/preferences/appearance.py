"""The page of looks: theme, type, measures, and the script of Chinese."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reader.ui.preferences.controls import Choice, Listed, Measure
from reader.ui.preferences.fonts import families_for
from reader.ui.preferences.looks import accent_button, theme_button
from reader.ui.preferences.page import Page
from reader.ui.preferences.sample import Sample
from reader.ui.settings import CHOICES, RANGES, SCRIPTS, Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import Theme

translate = QCoreApplication.translate


class FontChoice(Listed):
    """The fonts of one script; they are looked for when the list is first opened."""

    def __init__(self, name: str, script: str) -> None:
        super().__init__(name, {"": translate("Preferences", "Usual font")})
        self._script, self._filled = script, False

    def show_value(self, value: str) -> None:
        """Show the family `value`, installed or not."""
        if value and self.findData(value) < 0:
            missing = value not in families_for(self._script)
            words = translate("Preferences", "{0} (not installed)")
            self.addItem(words.format(value) if missing else value, value)
        super().show_value(value)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Know every font before arrows walk through them."""
        self._fill()
        super().focusInEvent(e)

    def showPopup(self) -> None:
        """Offer every font that there is."""
        self._fill()
        super().showPopup()

    def _fill(self) -> None:
        if not self._filled:
            self._filled = True
            for family in families_for(self._script):
                if self.findData(family) < 0:
                    self.addItem(family, family)


class AppearancePage(Page):
    """Everything on it is seen at once in the article."""

    def __init__(self, preferences: SettingsKeeper, theme: Theme) -> None:
        super().__init__(preferences)
        self._theme_choice = Choice(translate("Preferences", "Theme"), _themes())
        self._accent = Choice(translate("Preferences", "Accent"), _accents(), dots=True)
        self._typeface = Choice(translate("Preferences", "Typeface"), _typefaces())
        self._size = Measure(translate("Preferences", "Size"), RANGES["size"], "{0} px")
        self._line = Measure(translate("Preferences", "Line height"), RANGES["line"], "{0}", 0.1)
        self._width = Measure(translate("Preferences", "Line width"), RANGES["width"], "{0} em")
        self._justify = Choice(translate("Preferences", "Justified"), _justifying())
        self._chinese = Listed(translate("Preferences", "Chinese"), _chinese())
        self._fonts = {script: FontChoice(said, script) for script, said in _scripts().items()}
        self._sample = Sample(theme)
        self._lay_out()
        self._wire()
        self.set_theme(theme)
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._theme_choice.show_value(settings.theme)
        self._accent.show_value(settings.accent)
        self._typeface.show_value(settings.typeface)
        self._size.show_value(settings.size)
        self._line.show_value(settings.line)
        self._width.show_value(settings.width)
        self._justify.show_value(settings.justify)
        self._chinese.show_value(settings.chinese)
        for script, choice in self._fonts.items():
            choice.show_value(settings.fonts.get(script, ""))
        self._sample.show_settings(settings)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        for choice in CHOICES["theme"]:
            self._theme_choice.button(choice).setStyleSheet(theme_button(choice, theme))
        for accent in CHOICES["accent"]:
            self._accent.button(accent).setStyleSheet(accent_button(accent, theme))
        self._sample.set_theme(theme)

    def _lay_out(self) -> None:
        self.add_line(translate("Preferences", "Theme"), self._theme_choice)
        self.add_line(translate("Preferences", "Accent"), self._accent)
        self.add_gap()
        self.add_line(translate("Preferences", "Typeface"), self._typeface)
        self.add_line(translate("Preferences", "Fonts"), self._font_table(), tall=True)
        self.add_gap()
        self.add_line(translate("Preferences", "Size"), self._size)
        self.add_line(translate("Preferences", "Line height"), self._line)
        self.add_line(translate("Preferences", "Line width"), self._width)
        self.add_line(translate("Preferences", "Justified"), self._justify)
        self.add_gap()
        self.add_line(translate("Preferences", "Chinese"), self._chinese)
        self.add_gap()
        self.add_whole(self._sample)
        self.end()

    def _font_table(self) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (script, said) in enumerate(_scripts().items()):
            column, line = at % 2, at // 2 * 2
            label = QLabel(said, table)
            label.setProperty("soft", True)
            label.setBuddy(self._fonts[script])
            self._fonts[script].setMinimumContentsLength(8)
            grid.addWidget(label, line, column)
            grid.addWidget(self._fonts[script], line + 1, column)
            grid.setColumnStretch(column, 1)
        return table

    def _wire(self) -> None:
        self.keep(self._theme_choice.chosen, "theme")
        self.keep(self._accent.chosen, "accent")
        self.keep(self._typeface.chosen, "typeface")
        self.keep(self._size.chosen, "size")
        self.keep(self._line.chosen, "line")
        self.keep(self._width.chosen, "width")
        self.keep(self._justify.chosen, "justify")
        self.keep(self._chinese.chosen, "chinese")
        for choice in self._fonts.values():
            choice.chosen.connect(self._on_font)

    def _on_font(self) -> None:
        chosen = {script: choice.currentData() for script, choice in self._fonts.items()}
        self.preferences.change(fonts={script: each for script, each in chosen.items() if each})


def _themes() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Light"),
        translate("Preferences", "Sepia"),
        translate("Preferences", "Dark"),
        translate("Preferences", "Black"),
        translate("Preferences", "System"),
    )
    return dict(zip(CHOICES["theme"], words, strict=True))


def _accents() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Vermilion"),
        translate("Preferences", "Ochre"),
        translate("Preferences", "Moss"),
        translate("Preferences", "Sea"),
        translate("Preferences", "Blue"),
        translate("Preferences", "Plum"),
    )
    return dict(zip(CHOICES["accent"], words, strict=True))


def _typefaces() -> Mapping[str, str]:
    words = (translate("Preferences", "Serif"), translate("Preferences", "Sans"))
    return dict(zip(CHOICES["typeface"], words, strict=True))


def _justifying() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Chinese and Japanese"),
        translate("Preferences", "Everything"),
        translate("Preferences", "Nothing"),
    )
    return dict(zip(CHOICES["justify"], words, strict=True))


def _chinese() -> Mapping[str, str]:
    words = (
        translate("Preferences", "As it is written"),
        translate("Preferences", "Simplified"),
        translate("Preferences", "Traditional, Taiwan"),
        translate("Preferences", "Traditional, Hong Kong"),
    )
    return dict(zip(CHOICES["chinese"], words, strict=True))


def _scripts() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Alphabets"),
        translate("Preferences", "Simplified Chinese"),
        translate("Preferences", "Traditional Chinese"),
        translate("Preferences", "Japanese"),
        translate("Preferences", "Korean"),
        translate("Preferences", "Code"),
    )
    return dict(zip(SCRIPTS, words, strict=True))
