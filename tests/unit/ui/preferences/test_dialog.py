"""The dialog by keyboard: what it shows, what it changes, what it asks before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.preferences.appearance import AppearancePage
from reader.ui.preferences.controls import Choice, Listed
from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.preferences.privacy import Forgetting
from reader.ui.preferences.sample import Sample
from reader.ui.settings import CHOICES, Settings
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme_switch import ThemeSwitch

Key = Qt.Key


class Desk:
    """A dialog, and what it did."""

    def __init__(self, qtbot: QtBot, folder: Path, kept: object = None) -> None:
        file = folder / "settings.json"
        if kept is not None:
            file.write_text(json.dumps(kept), "utf-8")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.keeper = SettingsKeeper(file)
        self.themes = ThemeSwitch(self.keeper, application)
        self.forgotten: list[str] = []
        forgetting = Forgetting(
            lambda: self.forgotten.append("pictures"),
            lambda: self.forgotten.append("history"),
            lambda: self.forgotten.append("folders"),
        )
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.dialog = PreferencesDialog(self.keeper, self.themes, forgetting, self.window)
        self.window.show()
        self.dialog.show_beside(self.window)
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def settings(self) -> Settings:
        return self.keeper.settings

    def button(self, words: str) -> QAbstractButton:
        found = [
            each
            for each in self.dialog.findChildren(QAbstractButton)
            if words in (each.text(), each.accessibleName())
        ]
        assert len(found) == 1, (words, found)
        return found[0]

    def press(
        self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key, modifiers)

    def select(self, command: str) -> QTreeWidget:
        self.dialog.turn_to(2)
        tree = self.dialog.findChild(QTreeWidget)
        assert isinstance(tree, QTreeWidget)
        (item,) = tree.findItems(
            command, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0
        )
        tree.setCurrentItem(item)
        tree.setFocus()
        return tree

    def keys_of(self, command: str) -> str:
        item = self.select(command).currentItem()
        assert item is not None
        return item.text(1)

    def said(self) -> str:
        labels = [each for each in self.dialog.findChildren(QLabel) if each.isVisible()]
        return " ".join(label.text() for label in labels)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.dialog.close()


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


def test_measures_follow_the_arrows(desk: Desk) -> None:
    for name, field, before in (("Size", "size", 18), ("Line width", "width", 38)):
        (slider,) = (
            each
            for each in desk.dialog.findChildren(QAbstractSlider)
            if each.accessibleName() == name
        )
        slider.setFocus()
        desk.press(Key.Key_Right)
        assert getattr(desk.settings, field) == before + 1
    (slider,) = (
        each
        for each in desk.dialog.findChildren(QAbstractSlider)
        if each.accessibleName() == "Line height"
    )
    slider.setFocus()
    desk.press(Key.Key_Left)
    assert desk.settings.line == 1.8


def test_a_font_is_chosen_for_its_script_alone(desk: Desk) -> None:
    (choice,) = (
        each
        for each in desk.dialog.findChildren(QComboBox)
        if each.accessibleName() == "Fonts: Traditional Chinese"
    )
    choice.setFocus()
    assert choice.count() > 1
    desk.press(Key.Key_Down)
    assert desk.settings.fonts == {"hant": choice.itemText(1)}
    desk.press(Key.Key_Up)
    assert desk.settings.fonts == {}


def test_a_font_that_is_missing_says_so_in_what_room_there_is(qtbot: QtBot, tmp_path: Path) -> None:
    name = "No Such <b>Font</b> Anywhere On Earth"
    desk = Desk(qtbot, tmp_path, {"fonts": {"latin": name}})
    choice = next(each for each in desk.dialog.findChildren(Listed) if each.currentData() == name)
    assert choice.shown_text().startswith("No Such")
    assert choice.shown_text().endswith("installed)")
    assert choice.shown_text() != choice.currentText()
    assert "&lt;b&gt;" in choice.toolTip()


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


def test_a_command_gets_another_key(desk: Desk) -> None:
    desk.select("Star")
    desk.press(Key.Key_Return)
    assert "Press a key for “Star”" in desk.said()
    desk.press(Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.keys == {"star": ("Ctrl+X",)}
    assert desk.keys_of("Star") == "Ctrl+X"


def test_a_command_gets_one_more_key_or_none(desk: Desk) -> None:
    desk.select("Star")
    desk.button("Add…").click()
    desk.press(Key.Key_X)
    assert desk.settings.keys == {"star": ("S", "X")}
    desk.button("No key").click()
    assert desk.settings.keys == {"star": ()}
    desk.button("As usual").click()
    assert desk.settings.keys == {}


def test_a_key_that_is_taken_is_asked_about_first(desk: Desk) -> None:
    desk.select("Star")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_J)
    assert "J is the key of “Next article”." in desk.said()
    assert desk.settings.keys == {}
    desk.button("Leave it").click()
    assert desk.settings.keys == {}
    desk.press(Key.Key_Return)
    desk.press(Key.Key_J)
    desk.button("Take it").click()
    assert desk.settings.keys == {"star": ("J",), "next": ("Down",)}
    assert desk.keys_of("Next article") == "↓"


def test_a_commands_own_keys_come_back_from_whom_they_went_to(desk: Desk) -> None:
    desk.keeper.change(keys={"star": ("J",), "next": ("Down",)})
    desk.select("Next article")
    desk.button("As usual").click()
    assert desk.settings.keys == {"star": ()}
    assert desk.settings.keys == {"star": ()}


def test_all_keys_are_as_usual_again_only_after_a_question(desk: Desk) -> None:
    desk.keeper.change(keys={"star": ("J",), "next": ("Down",)})
    desk.select("Next article")
    desk.button("All as usual").setFocus()
    desk.press(Key.Key_Space)
    assert "yours are lost" in desk.said()
    desk.press(Key.Key_Space)  # on the answer that changes nothing
    assert set(desk.settings.keys) == {"star", "next"}
    desk.button("All as usual").click()
    desk.button("Use the usual ones").click()
    assert desk.settings.keys == {}
    assert isinstance(QApplication.focusWidget(), QTreeWidget)


def test_a_button_that_is_out_of_use_gives_the_keyboard_back_to_the_commands(desk: Desk) -> None:
    desk.keeper.change(keys={"star": ("X",), "next": ("Y",)})
    desk.select("Star")
    for words in ("No key", "As usual"):
        desk.button(words).setFocus()
        desk.press(Key.Key_Space)
        assert isinstance(QApplication.focusWidget(), QTreeWidget)
    assert desk.settings.keys == {"next": ("Y",)}


def test_esc_leaves_a_key_as_it_is_and_the_dialog_open(desk: Desk) -> None:
    desk.select("Star")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    assert desk.settings.keys == {}
    assert desk.dialog.isVisible()
    assert "Press a key" not in desk.said()


def test_commands_are_found_by_words_and_by_key(desk: Desk) -> None:
    tree = desk.select("Star")
    (filter_box,) = desk.dialog.findChildren(QLineEdit)
    filter_box.setText("ctrl+p")
    shown = [
        item.text(0)
        for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        if not item.isHidden() and item.parent() is not None
    ]
    assert shown == ["Print, or save as PDF"]
    assert tree.currentItem() in tree.findItems(
        "Print", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0
    )
    filter_box.setText("nothing at all")
    assert not desk.button("Change…").isEnabled()


def test_esc_clears_the_filter_first_and_down_goes_on_to_the_commands(desk: Desk) -> None:
    tree = desk.select("Star")
    (filter_box,) = desk.dialog.findChildren(QLineEdit)
    filter_box.setFocus()
    QTest.keyClicks(filter_box, "star")
    desk.press(Key.Key_Escape)
    assert filter_box.text() == ""
    assert desk.dialog.isVisible()
    desk.press(Key.Key_Down)
    assert tree.hasFocus()
    filter_box.setFocus()
    desk.press(Key.Key_Escape)
    assert not desk.dialog.isVisible()


def test_what_is_forgotten_is_said(desk: Desk) -> None:
    desk.dialog.turn_to(3)
    for words in ("Kept pictures", "Articles visited", "Recent folders"):
        (button,) = (each for each in desk.dialog.findChildren(QPushButton) if each.text() == words)
        button.click()
        desk.button("Forget them").click()
    assert desk.forgotten == ["pictures", "history", "folders"]
    assert "All folders but the open one are forgotten." in desk.said()


def test_nothing_is_forgotten_before_that_was_asked(desk: Desk) -> None:
    desk.dialog.turn_to(3)
    button = desk.button("Forget: Kept pictures")
    button.setFocus()
    desk.press(Key.Key_Space)
    assert "Pictures whose servers are gone will not come back." in desk.said()
    desk.press(Key.Key_Return)  # on the answer that forgets nothing
    assert desk.forgotten == []
    assert button.hasFocus()


def test_the_sample_has_room_for_all_its_lines(desk: Desk) -> None:
    sample = desk.dialog.findChild(Sample)
    assert isinstance(sample, Sample)
    for size, line in ((12, 1.4), (18, 1.9), (32, 2.4)):
        desk.keeper.change(size=size, line=line)
        QApplication.processEvents()
        assert sample.height() == sample.heightForWidth(sample.width())
        assert sample.height() > 2 * size * line


def test_a_fonts_name_however_long_does_not_widen_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    widths: list[int] = []
    for kept in ({}, {"fonts": {"latin": "W" * 200}}):
        page = Desk(qtbot, tmp_path, kept).dialog.findChild(AppearancePage)
        assert isinstance(page, AppearancePage)
        widths.append(page.minimumSizeHint().width())
    assert widths[0] == widths[1]


def test_every_choice_of_the_settings_can_be_made(desk: Desk) -> None:
    radios = len(desk.dialog.findChildren(QRadioButton))
    assert radios == sum(len(CHOICES[name]) for name in ("read_when", "at_end", "pictures"))
