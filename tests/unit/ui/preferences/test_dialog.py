"""The dialog by keyboard: what it shows, what it changes, where its keys lead."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.preferences.controls import Choice
from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper
from tests.helpers.preferences_desk import Desk

Key = Qt.Key


def test_it_shows_what_holds(qtbot: QtBot, tmp_path: Path) -> None:
    kept = {
        "theme": "black",
        "accent": "moss",
        "typeface": "sans",
        "size": 22,
        "line": 1.6,
        "width": 30,
        "justify": "never",
        "chinese": "hk",
        "fonts": {"latin": "No Such Font 3"},
        "read_when": "end",
        "at_end": "stay",
        "read_stay": False,
        "pictures": "never",
    }
    desk = Desk(qtbot, tmp_path, kept)
    checked = {
        each.text() or each.accessibleName()
        for each in desk.dialog.findChildren(QAbstractButton)
        if each.isChecked()
    }
    assert {"Black", "Accent: Moss", "Sans", "Nothing", "At its end", "Stays", "Never"} <= checked
    assert {"22 px", "1.6", "30 em"} <= set(desk.said().split("  ")) | {
        label.text() for label in desk.dialog.findChildren(QLabel)
    }
    listed = [each.currentText() for each in desk.dialog.findChildren(QComboBox)]
    assert "Traditional, Hong Kong" in listed
    assert "No Such Font 3 (not installed)" in listed
    assert desk.settings == SettingsKeeper(tmp_path / "settings.json").settings


def test_showing_it_changes_nothing(desk: Desk) -> None:
    for page in range(4):
        desk.dialog.turn_to(page)
    assert desk.settings == Settings()


def test_each_choice_is_taken_at_once(desk: Desk) -> None:
    for words in ("Sepia", "Accent: Plum", "Sans", "Everything", "After five seconds"):
        desk.button(words).click()
    for words in ("Goes to the next unread one", "Never", "Titles only", "Pictures in the list"):
        desk.button(words).click()
    settings = desk.settings
    assert (settings.theme, settings.accent, settings.typeface) == ("sepia", "plum", "sans")
    assert (settings.justify, settings.read_when, settings.at_end) == ("always", "while", "unread")
    assert (settings.pictures, settings.density) == ("never", "titles")
    assert settings.thumbnails
    assert desk.themes.theme.name == "sepia"


def test_what_changes_elsewhere_is_shown(desk: Desk) -> None:
    desk.themes.cycle()
    assert desk.button(
        {"light": "Light", "sepia": "Sepia", "dark": "Dark", "black": "Black"}[desk.settings.theme]
    ).isChecked()


def test_every_control_can_be_reached_by_tab_and_esc_closes(desk: Desk) -> None:
    for page in range(4):
        desk.dialog.turn_to(page)
        wanted = {
            each
            for each in desk.dialog.findChildren(QWidget)
            if each.isVisible()
            and each.isEnabled()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and isinstance(
                each, QAbstractButton | QComboBox | QLineEdit | QTreeWidget | QAbstractSlider
            )
        }
        met: set[QWidget] = set()
        for _ in range(60):
            desk.press(Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            met.add(focused)
        choices = {each.parent() for each in met if isinstance(each.parent(), Choice)}
        lost = {each for each in wanted - met if each.parent() not in choices}
        assert not lost
    desk.press(Key.Key_Escape)
    assert not desk.dialog.isVisible()


def test_arrows_walk_within_a_choice(desk: Desk) -> None:
    serif = desk.button("Serif")
    serif.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Right)
    assert desk.settings.typeface == "sans"


def test_tab_goes_to_what_is_chosen_and_arrows_choose_from_there(desk: Desk) -> None:
    desk.keeper.change(theme="sepia")
    desk.press(Key.Key_Tab)
    assert desk.button("Sepia").hasFocus()
    desk.press(Key.Key_Right)
    assert desk.settings.theme == "dark"
    desk.press(Key.Key_Tab)
    assert desk.button("Accent: Vermilion").hasFocus()
    desk.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.button("Dark").hasFocus()


def test_pages_turn_by_key(desk: Desk) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    desk.press(Key.Key_Tab, control)
    assert desk.button("As soon as it is shown").isVisible()
    assert desk.button("Reading").hasFocus()
    desk.press(Key.Key_Tab)
    assert not desk.button("Reading").hasFocus()
    desk.press(Key.Key_Tab, control)
    assert desk.button("Keys").hasFocus()
    desk.press(Key.Key_Backtab, control | shift)
    assert desk.button("Reading").hasFocus()


def test_enter_presses_the_button_with_the_keyboard_and_no_other(desk: Desk) -> None:
    desk.dialog.turn_to(2)
    (filter_box,) = desk.dialog.findChildren(QLineEdit)
    filter_box.setFocus()
    desk.press(Key.Key_Return)
    assert filter_box.isVisible()
    assert desk.dialog.isVisible()
    desk.button("Add…").setFocus()
    desk.press(Key.Key_Return)
    assert "Press a key for" in desk.said()


def test_every_control_has_a_name(desk: Desk) -> None:
    for kind in (QAbstractButton, QComboBox, QLineEdit, QTreeWidget, QAbstractSlider):
        for each in desk.dialog.findChildren(kind):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                words = each.text() if isinstance(each, QAbstractButton) else ""
                assert each.accessibleName() or words, each
    spoken = {
        each.accessibleName(): each.accessibleDescription()
        for each in desk.dialog.findChildren(QAbstractSlider)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert spoken == {"Size": "18 px", "Line height": "1.9", "Line width": "38 em"}


def test_every_choice_of_the_settings_can_be_made(desk: Desk) -> None:
    radios = len(desk.dialog.findChildren(QRadioButton))
    assert radios == sum(len(CHOICES[name]) for name in ("read_when", "at_end", "pictures"))


def test_one_of_several_is_read_aloud_as_that(desk: Desk) -> None:
    for words in ("Light", "Accent: Moss", "Titles only", "Reading", "Never"):
        spoken = QAccessible.queryAccessibleInterface(desk.button(words))
        assert spoken.role() is QAccessible.Role.RadioButton
