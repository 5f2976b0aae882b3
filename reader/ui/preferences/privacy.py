"""The page of what is asked of others, and what is remembered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from reader.ui.preferences.controls import TAB, Choice
from reader.ui.preferences.page import Page
from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What can be forgotten, each done when it is called."""

    pictures: Callable[[], None]
    history: Callable[[], None]
    folders: Callable[[], None]


class PrivacyPage(Page):
    """Pictures first: nothing else is ever asked of anybody."""

    def __init__(self, preferences: SettingsKeeper, forgetting: Forgetting) -> None:
        super().__init__(preferences)
        name = translate("Preferences", "Pictures from the web")
        self._pictures = Choice(name, _fetching(), lines=True)
        self.add_line(name, self._pictures, tall=True)
        self.add_words(
            translate(
                "Preferences",
                "Whoever sends a picture learns your address, and that you read the article. No "
                "cookies and no referrer are ever sent, and nothing but pictures is ever fetched.",
            )
        )
        self.add_gap(16)
        beside = translate("Preferences", "Forget")
        for words, done, forget in (
            (
                translate("Preferences", "Kept pictures"),
                translate("Preferences", "The pictures kept from the web are deleted."),
                forgetting.pictures,
            ),
            (
                translate("Preferences", "Articles visited"),
                translate("Preferences", "The articles visited are forgotten, in every library."),
                forgetting.history,
            ),
            (
                translate("Preferences", "Recent folders"),
                translate("Preferences", "All folders but the open one are forgotten."),
                forgetting.folders,
            ),
        ):
            self._add_button(beside, words, done, forget)
            beside = ""
        self._told = self.add_words(
            translate("Preferences", "What you read and starred stays: it is kept with your data.")
        )
        self.end()
        self.keep(self._pictures.chosen, "pictures")
        self.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._pictures.show_value(settings.pictures)

    def _add_button(self, beside: str, words: str, done: str, forget: Callable[[], None]) -> None:
        button = QPushButton(words, self)
        button.setFocusPolicy(TAB)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{translate('Preferences', 'Forget')}: {words}")

        def act() -> None:
            forget()
            self._told.setText(done)

        button.clicked.connect(act)
        self.add_line(beside, button)


def _fetching() -> Mapping[str, str]:
    words = (
        translate("Preferences", "When I ask for them, article by article"),
        translate("Preferences", "Always, with the article I open"),
        translate("Preferences", "Never"),
    )
    return dict(zip(CHOICES["pictures"], words, strict=True))
