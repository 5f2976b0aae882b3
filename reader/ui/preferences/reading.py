"""The page of behaviour: when an article is read, and what comes after it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.ui.post_list.density import Density, density_words
from reader.ui.preferences.controls import Choice, Tick
from reader.ui.preferences.page import Page
from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper

translate = QCoreApplication.translate


class ReadingPage(Page):
    """Articles, then the list."""

    def __init__(self, preferences: SettingsKeeper) -> None:
        super().__init__(preferences)
        read = translate("Preferences", "An article counts as read")
        end = translate("Preferences", "Space at an article's end")
        rows = translate("Preferences", "Rows of the list")
        self._read_when = Choice(read, _reading(), lines=True)
        self._at_end = Choice(end, _ends(), lines=True)
        self._density = Choice(rows, {each.value: density_words(each) for each in Density})
        self._stay = Tick(translate("Preferences", "Posts stay in Unread until you go elsewhere"))
        self._thumbnails = Tick(translate("Preferences", "Pictures in the list"))
        self.add_line(read, self._read_when, tall=True)
        self.add_gap()
        self.add_line(end, self._at_end, tall=True)
        self.add_gap()
        self.add_line(translate("Preferences", "Read posts"), self._stay)
        self.add_gap()
        self.add_line(rows, self._density)
        self.add_line("", self._thumbnails)
        self.end()
        self.keep(self._read_when.chosen, "read_when")
        self.keep(self._at_end.chosen, "at_end")
        self.keep(self._density.chosen, "density")
        self.keep(self._stay.toggled, "read_stay")
        self.keep(self._thumbnails.toggled, "thumbnails")
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._read_when.show_value(settings.read_when)
        self._at_end.show_value(settings.at_end)
        self._density.show_value(settings.density)
        self._stay.show_value(settings.read_stay)
        self._thumbnails.show_value(settings.thumbnails)


def _reading() -> Mapping[str, str]:
    words = (
        translate("Preferences", "As soon as it is shown"),
        translate("Preferences", "After five seconds"),
        translate("Preferences", "At its end"),
        translate("Preferences", "Only when I mark it"),
    )
    return dict(zip(CHOICES["read_when"], words, strict=True))


def _ends() -> Mapping[str, str]:
    words = (
        translate("Preferences", "Goes to the next article"),
        translate("Preferences", "Goes to the next unread one"),
        translate("Preferences", "Stays"),
    )
    return dict(zip(CHOICES["at_end"], words, strict=True))
