"""Keys given, taken and taken back, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget

from tests.helpers.preferences_desk import Desk

Key = Qt.Key


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
