"""The page of behaviour: when an article is read, and what comes after it."""

from PySide6.QtCore import QCoreApplication

from reader.ui.post_list.density import Density, density_words
from reader.ui.preferences.controls import Choice, Tick
from reader.ui.preferences.page import Page, offered
from reader.ui.settings_keeper import SettingsKeeper

translate = QCoreApplication.translate


class ReadingPage(Page):
    """Articles, then the list."""

    def __init__(self, preferences: SettingsKeeper) -> None:
        super().__init__(preferences)
        self._add_reading()
        self.add_gap()
        self._add_end()
        self.add_gap()
        stay = Tick(translate("Preferences", "Posts stay in Unread until you go elsewhere"))
        self.add_setting("read_stay", stay, beside=translate("Preferences", "Read posts"))
        self.add_gap()
        densities = {each.value: density_words(each) for each in Density}
        rows = Choice(translate("Preferences", "Rows of the list"), densities)
        self.add_setting("density", rows)
        pictures = Tick(translate("Preferences", "Pictures in the list"))
        self.add_setting("thumbnails", pictures, beside="")
        self.end()
        self.show_settings(preferences.settings)

    def _add_reading(self) -> None:
        moments = offered(
            "read_when",
            translate("Preferences", "As soon as it is shown"),
            translate("Preferences", "After five seconds"),
            translate("Preferences", "At its end"),
            translate("Preferences", "Only when I mark it"),
        )
        name = translate("Preferences", "An article counts as read")
        self.add_setting("read_when", Choice(name, moments, lines=True), tall=True)

    def _add_end(self) -> None:
        ends = offered(
            "at_end",
            translate("Preferences", "Goes to the next article"),
            translate("Preferences", "Goes to the next unread one"),
            translate("Preferences", "Stays"),
        )
        name = translate("Preferences", "Space at an article's end")
        self.add_setting("at_end", Choice(name, ends, lines=True), tall=True)
