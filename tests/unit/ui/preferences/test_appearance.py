"""What the page of looks shows and changes, and how much room it takes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from reader.ui.preferences.appearance import AppearancePage
from reader.ui.preferences.controls import Listed
from reader.ui.preferences.sample import Sample
from tests.helpers.preferences_desk import Desk

Key = Qt.Key


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
