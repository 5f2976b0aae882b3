"""The page of what is asked of others, and what is remembered."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from reader.ui.preferences.controls import Choice, push_button
from reader.ui.preferences.page import Page, offered
from reader.ui.preferences.question import Question
from reader.ui.settings_keeper import SettingsKeeper

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What can be forgotten, each done when it is called."""

    pictures: Callable[[], None]
    history: Callable[[], None]
    folders: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of one thing that can be forgotten."""

    name: str
    question: str
    done: str


class PrivacyPage(Page):
    """Pictures first: nothing else is ever asked of anybody."""

    def __init__(self, preferences: SettingsKeeper, forgetting: Forgetting) -> None:
        super().__init__(preferences)
        self._question = Question(
            translate("Preferences", "What you read and starred stays: it is kept with your data.")
        )
        self._question.answered.connect(self._focus_asking)
        self._asking: QPushButton | None = None
        self._add_fetching()
        self.add_gap(16)
        self._beside = translate("Preferences", "Forget")
        self._add_forgetting(forgetting.pictures, _of_pictures())
        self._add_forgetting(forgetting.history, _of_history())
        self._add_forgetting(forgetting.folders, _of_folders())
        self.add_line("", self._question)
        self.end()
        self.show_settings(preferences.settings)

    def _add_fetching(self) -> None:
        fetching = offered(
            "pictures",
            translate("Preferences", "When I ask for them, article by article"),
            translate("Preferences", "Always, with the article I open"),
            translate("Preferences", "Never"),
        )
        name = translate("Preferences", "Pictures from the web")
        self.add_setting("pictures", Choice(name, fetching, lines=True), tall=True)
        self.add_words(
            translate(
                "Preferences",
                "Whoever sends a picture learns your address, and that you read the article. No "
                "cookies and no referrer are ever sent, and nothing but pictures is ever fetched.",
            )
        )

    def _add_forgetting(self, forget: Callable[[], None], words: _Words) -> None:
        """Add a button that asks, and then does `forget`."""

        def ask() -> None:
            self._asking = button
            yes, no = translate("Preferences", "Forget them"), translate("Preferences", "Keep them")
            self._question.ask(words.question, yes, no, act)

        def act() -> None:
            forget()
            self._question.say(words.done)

        button = push_button(words.name, ask)
        forgets = translate("Preferences", "Forget")
        button.setAccessibleName(f"{forgets}: {words.name}")
        self.add_line(self._beside, button)
        self._beside = ""

    def _focus_asking(self) -> None:
        if self._asking is not None:
            self._asking.setFocus(Qt.FocusReason.TabFocusReason)


def _of_pictures() -> _Words:
    return _Words(
        translate("Preferences", "Kept pictures"),
        translate("Preferences", "Pictures whose servers are gone will not come back."),
        translate("Preferences", "The pictures kept from the web are deleted."),
    )


def _of_history() -> _Words:
    return _Words(
        translate("Preferences", "Articles visited"),
        translate("Preferences", "The way back to the articles visited is lost."),
        translate("Preferences", "The articles visited are forgotten, in every library."),
    )


def _of_folders() -> _Words:
    return _Words(
        translate("Preferences", "Recent folders"),
        translate("Preferences", "Each folder but the open one must be looked for again."),
        translate("Preferences", "All folders but the open one are forgotten."),
    )
