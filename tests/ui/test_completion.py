"""Completion in the search field of a real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from reader.library.values import Facet
from reader.ui.completion.completer import SENSE
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
ALL = ("Zeta", "Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    write_post(library, "z.md", title="Zeta", day="2022-01-06", tags="red, two words, 互联网")
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until(lambda: reader.front.counts and Facet.TAG in reader.front.counts.facets)
    reader.until(lambda: "互联网" in tags(reader))
    reader.press(Key.Key_Slash)
    return reader


def tags(reader: Driver) -> list[str]:
    counts = reader.front.counts
    return [each.value for each in counts.facets.get(Facet.TAG, ())] if counts else []


def offered(reader: Driver) -> list[str]:
    """Return what the popup shows; nothing where there is none."""
    completer = reader.assembly.completing.completer
    return completer.popup.offered() if completer and completer.popup else []


def text(reader: Driver) -> str:
    return reader.front.toolbar.search.text()


def test_a_value_is_gone_to_with_the_arrow_and_taken_with_return(reader: Driver) -> None:
    reader.type("tag:")
    assert offered(reader) == ["red", "blue", "two words", "互联网"]
    reader.type("re")
    assert offered(reader) == ["red"]
    reader.press(Key.Key_Down)
    reader.press(Key.Key_Return)
    assert text(reader) == "tag:red "
    assert offered(reader) == []
    assert QApplication.focusWidget() is reader.front.toolbar.search
    reader.until_listed("Zeta", "Epsilon", "Beta", "Alpha")


def test_tab_takes_the_first_and_quotes_what_has_spaces(reader: Driver) -> None:
    reader.type("-tag:tw")
    reader.press(Key.Key_Tab)
    assert text(reader) == '-tag:"two words" '
    reader.until_listed(*ALL[1:])


def test_traditional_offers_simplified(reader: Driver) -> None:
    reader.type("tag：互聯")
    assert offered(reader) == ["互联网"]
    reader.press(Key.Key_Tab)
    assert text(reader) == "tag:互联网 "


def test_return_is_the_plain_search_unless_a_row_was_gone_to(reader: Driver) -> None:
    reader.type("tag:b")
    assert offered(reader) == ["blue"]
    reader.press(Key.Key_Return)
    assert text(reader) == "tag:b"
    assert offered(reader) == []
    assert QApplication.focusWidget() is reader.front.post_list
    reader.until_listed("Gamma", "Beta")


def test_escape_closes_the_popup_first_and_keeps_it_closed_for_this_value(reader: Driver) -> None:
    reader.type("tag:")
    reader.press(Key.Key_Escape)
    assert offered(reader) == []
    assert text(reader) == "tag:"
    reader.type("b")
    assert offered(reader) == []
    reader.type("lue tag:")
    reader.until(lambda: "red" in offered(reader))
    reader.press(Key.Key_Escape, times=2)
    reader.until_listed(*ALL)
    assert text(reader) == ""


def test_what_was_closed_for_one_value_is_offered_for_another_in_its_place(reader: Driver) -> None:
    reader.type("tag:")
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Backspace, times=4)
    reader.type("tag:re")
    reader.until(lambda: offered(reader) == ["red"])


def test_letters_and_the_cursor_are_the_fields(reader: Driver) -> None:
    reader.type("tag:r")
    reader.press(Key.Key_Down)
    reader.type("e")
    assert text(reader) == "tag:re"
    reader.press(Key.Key_Home)
    assert offered(reader) == []
    reader.press(Key.Key_End)
    reader.press(Key.Key_Backspace, times=2)
    reader.until(lambda: len(offered(reader)) == 4)
    reader.press(Key.Key_Down)
    reader.press(Key.Key_Up)
    reader.type("b")
    assert text(reader) == "tag:b"


def test_a_fields_name_is_offered_after_a_moment_alone(reader: Driver) -> None:
    reader.type("ta")
    assert offered(reader) == []
    reader.until(lambda: offered(reader) == ["tag:"])
    reader.type("x")
    assert offered(reader) == []
    reader.wait(SENSE + 200)
    assert offered(reader) == []
    reader.press(Key.Key_Backspace)
    reader.until(lambda: offered(reader) == ["tag:"])
    reader.press(Key.Key_Tab)
    assert text(reader) == "tag:"
    reader.until(lambda: "red" in offered(reader))


def test_a_fields_name_stays_offered_when_what_was_typed_is_counted(reader: Driver) -> None:
    reader.type("ta")
    reader.until(lambda: offered(reader) == ["tag:"])
    assert reader.assembly.completing.completer is not None
    assert reader.front.counts is not None
    reader.assembly.completing.completer.show_counts(reader.front.counts)
    assert offered(reader) == ["tag:"]


def test_return_searches_though_a_fields_name_is_offered(reader: Driver) -> None:
    reader.type("ta")
    reader.until(lambda: offered(reader))
    reader.press(Key.Key_Return)
    assert text(reader) == "ta"
    assert QApplication.focusWidget() is reader.front.post_list


def test_nothing_is_shown_and_no_key_taken_while_an_input_method_composes(reader: Driver) -> None:
    search = reader.front.toolbar.search
    reader.type("tag:")
    assert offered(reader)
    QApplication.sendEvent(search, QInputMethodEvent("hulian", []))
    assert offered(reader) == []
    reader.press(Key.Key_Down)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("互联")
    QApplication.sendEvent(search, committed)
    assert text(reader) == "tag:互联"
    if QApplication.focusWidget() is search:
        assert offered(reader) == ["互联网"]


def test_a_value_that_no_search_can_say_is_chosen_instead(reader: Driver, library: Path) -> None:
    write_post(library, "q.md", title="Quoted", day="2022-01-07", tags='8" disks')
    reader.press(Key.Key_Escape)
    reader.until(lambda: '8" disks' in tags(reader))
    reader.press(Key.Key_Slash)
    reader.type("quoted tag:8")
    reader.until(lambda: offered(reader) == ['8" disks'])
    reader.press(Key.Key_Tab)
    assert text(reader).strip() == "quoted"
    assert reader.assembly.narrowing.filter.chosen(Facet.TAG) == ('8" disks',)
    reader.until_listed("Quoted")


def test_a_click_takes_a_row_and_leaves_the_keyboard_in_the_field(reader: Driver) -> None:
    reader.type("tag:")
    completer = reader.assembly.completing.completer
    assert completer is not None
    assert completer.popup is not None
    rows = completer.popup.findChildren(QListView)[0]
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 26 + 13))
    assert text(reader) == "tag:blue "
    assert QApplication.focusWidget() is reader.front.toolbar.search


def test_values_come_with_counts_under_the_present_filter(reader: Driver) -> None:
    reader.type("is:unread apples tag:")
    reader.until(lambda: offered(reader) == ["red"])


def test_what_is_half_typed_never_says_that_something_is_wrong(reader: Driver) -> None:
    failures: list[str] = []
    reader.front.catalog.failed.connect(failures.append)
    for half in (
        'tag:"',
        "-",
        "OR",
        'a OR "',
        "before:20",
        "is:",
        "((",
        "tag:x* OR -",
        "“互联",
        "*",
    ):
        reader.type(half)
        reader.wait(80)
        reader.front.toolbar.search.selectAll()
        reader.press(Key.Key_Backspace)
    reader.until_listed(*ALL)
    assert failures == []
    assert reader.front.window.notice() == ""


def test_another_library_offers_its_own_values(reader: Driver, tmp_path: Path) -> None:
    reader.type("tag:re")
    assert offered(reader) == ["red"]
    reader.press(Key.Key_Escape, times=2)
    other = tmp_path / "other"
    other.mkdir()
    write_post(other, "o.md", title="Other", day="2022-01-01", tags="rose")
    reader.assembly.opening.open(other)
    reader.until(lambda: tags(reader) == ["rose"])
    reader.press(Key.Key_Slash)
    reader.type("tag")
    reader.until(lambda: reader.front.counts and reader.front.counts.filter.query == "tag")
    reader.type(":r")
    assert offered(reader) == []  # until it is counted
    reader.until(lambda: offered(reader) == ["rose"])


def test_it_stays_under_the_field_when_the_window_gets_another_size(reader: Driver) -> None:
    reader.type("tag:")
    assert reader.assembly.completing.completer is not None
    popup, field, window = (
        reader.assembly.completing.completer.popup,
        reader.front.toolbar.search,
        reader.front.window,
    )
    assert popup is not None
    for width in (900, 1300):
        window.resize(width, 700)
        reader.wait(50)
        place = field.mapTo(window, field.rect().bottomLeft())
        assert (popup.x(), popup.width()) == (place.x(), field.width())
    assert offered(reader)[0] == "red"
