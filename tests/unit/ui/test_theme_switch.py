from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from reader.ui import theme as themes
from reader.ui import theme_switch
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme import DARK, LIGHT, Theme, theme_of
from reader.ui.theme_switch import ThemeSwitch

SCHEMES = Qt.ColorScheme


class Room:
    """A theme in force, in a system that is light at first."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.system, self._hints = LIGHT, application.styleHints()
        self.keeper = SettingsKeeper(folder / "settings.json")
        self.themes = ThemeSwitch(self.keeper, application)
        self.worn: list[Theme] = []
        self.themes.changed.connect(self._on_changed)

    def become(self, system: Theme) -> None:
        """Let the system be dark or light from now on."""
        self.system = system
        self._hints.colorSchemeChanged.emit(SCHEMES.Dark if system.dark else SCHEMES.Light)

    def _on_changed(self, theme: Theme) -> None:
        self.worn.append(theme)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    before = qapp.palette()
    room = Room(qapp, tmp_path)
    usual = themes.theme_named

    def named(choice: str) -> Theme:  # not every desktop lets a program say what it is like
        return room.system if choice == "system" else usual(choice)

    for module in (themes, theme_switch):
        monkeypatch.setattr(module, "theme_named", named)
    room.become(LIGHT)
    room.worn.clear()
    yield room
    qapp.setPalette(before)


def test_it_follows_the_system_while_nothing_else_was_chosen(
    room: Room, qapp: QApplication
) -> None:
    room.become(DARK)
    assert room.themes.theme is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.paper
    room.keeper.change(accent="moss")
    room.keeper.change(theme="light")
    room.become(LIGHT)
    room.keeper.change(theme="system")
    assert room.worn == [
        DARK,
        theme_of("dark", "moss"),
        theme_of("light", "moss"),
    ]


def test_a_theme_that_was_chosen_stays_whatever_the_system_does(
    room: Room,
) -> None:
    room.keeper.change(theme="light")
    room.become(DARK)
    assert room.themes.theme is LIGHT
    assert room.worn == []
    room.keeper.change(theme="system")
    assert room.worn == [DARK]


def test_the_key_walks_through_themes_that_look_different(room: Room) -> None:
    walked: list[str] = []
    for _ in range(5):
        room.themes.cycle()
        walked.append(room.keeper.settings.theme)
    assert walked == ["sepia", "dark", "black", "system", "sepia"]
