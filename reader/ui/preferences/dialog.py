"""The dialog: four pages under tabs, everything at once as it is chosen."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.preferences.appearance import AppearancePage
from reader.ui.preferences.controls import Choice
from reader.ui.preferences.keys import KeysPage
from reader.ui.preferences.looks import sheet
from reader.ui.preferences.page import Page
from reader.ui.preferences.privacy import Forgetting, PrivacyPage
from reader.ui.preferences.reading import ReadingPage
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.settings import Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import Theme
from reader.ui.theme_switch import ThemeSwitch

translate = QCoreApplication.translate
_WIDTH, _HEIGHT = 596, 784  # no wider than sidebar and list, so that the article stays in sight


class PreferencesDialog(QDialog):
    """Stays open beside the window. Esc closes it; there is nothing to confirm."""

    def __init__(
        self,
        preferences: SettingsKeeper,
        themes: ThemeSwitch,
        forgetting: Forgetting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setWindowTitle(translate("Preferences", "Preferences"))
        words = {
            "appearance": translate("Preferences", "Appearance"),
            "reading": translate("Preferences", "Reading"),
            "keys": translate("Preferences", "Keys"),
            "privacy": translate("Preferences", "Privacy"),
        }
        self._tabs = Choice(translate("Preferences", "Page"), words, tabs=True)
        self._tabs.setObjectName("tabs")
        self._tabs.setContentsMargins(12, 4, 12, 0)  # so that their words stand above the page's
        self._tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._names = tuple(words)
        self._pages = QStackedWidget(self)
        self._appearance = AppearancePage(preferences, themes.theme)
        for page in (
            self._appearance,
            ReadingPage(preferences),
            KeysPage(preferences),
            PrivacyPage(preferences, forgetting),
        ):
            self._add(page)
        self._tabs.chosen.connect(self._show_page)
        self._tabs.show_value(self._names[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, step))
        if parent is not None:
            self.finished.connect(parent.activateWindow)  # not every desktop does
        preferences.changed.connect(self._on_changed)
        themes.changed.connect(self._colour)
        self._colour(themes.theme)
        # The button that follows the system looks like that, whichever theme is worn.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    def show_beside(self, window: QWidget) -> None:
        """Show it at the left of `window`, where the article is not."""
        room = window.screen().availableGeometry()
        height = min(_HEIGHT, room.height() - 60)
        self.resize(_WIDTH, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        left = max(room.left(), min(corner.x() + 12, room.right() - _WIDTH))
        top = max(room.top() + 30, min(corner.y() + 60, room.bottom() - height))
        self.move(left, top)
        self.show()
        self.raise_()
        self.activateWindow()
        self._focus_tab()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and no other."""
        focused = self.focusWidget()
        if arg__1.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(arg__1)
        elif isinstance(focused, QAbstractButton):
            focused.click()

    def turn_to(self, page: int) -> None:
        """Show that page."""
        self._tabs.button(self._names[page]).setChecked(True)

    def _add(self, page: Page) -> None:
        frame = QScrollArea(self)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setVerticalScrollBar(ThinScrollBar(frame))
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(page)
        self._pages.addWidget(frame)

    def _turn(self, step: int) -> None:
        self.turn_to((self._pages.currentIndex() + step) % len(self._names))
        self._focus_tab()

    def _show_page(self, name: str) -> None:
        self._pages.setCurrentIndex(self._names.index(name))

    def _focus_tab(self) -> None:
        """Let the keyboard be where the page shown is chosen."""
        here = self._names[self._pages.currentIndex()]
        self._tabs.button(here).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_changed(self, _before: Settings, now: Settings) -> None:
        for page in self.findChildren(Page):
            page.show_settings(now)

    def _on_system(self) -> None:
        self._appearance.set_theme(self._themes.theme)

    def _colour(self, theme: Theme) -> None:
        self.setStyleSheet(sheet(theme))
        self._appearance.set_theme(theme)
