"""Ctrl+K in a real window, driven by keys."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.library.saved_searches import SavedSearch
from reader.library.values import Facet, Filter
from reader.ui.goto.going import Going
from reader.ui.goto.palette import Palette
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    write_post(library, "cn.md", title="中国新闻", day="2021-12-31", tags="长城")
    reader = start(library)
    reader.until(lambda: reader.count() == 6)
    reader.until_read("e.md")
    return reader


def going(reader: Driver) -> Going:
    made = reader.assembly.go_to.going
    assert made is not None
    return made


def palette(reader: Driver) -> Palette:
    return going(reader).palette


def names(reader: Driver) -> list[str]:
    return [entry.words for entry in palette(reader).rows.entries()]


def open_palette(reader: Driver) -> None:
    reader.press(Key.Key_K, CONTROL)
    assert palette(reader).isVisible()
    assert QApplication.focusWidget() is palette(reader).field


def type_for(reader: Driver, text: str, first: str) -> None:
    """Type `text`, and wait until `first` stands first."""
    reader.type(text)
    reader.until(lambda: names(reader)[:1] == [first])


def commit(reader: Driver, text: str, preedit: str = "") -> None:
    """Let an input method write `text`, or still compose `preedit`."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(palette(reader).field, event)


def test_nothing_of_it_is_imported_with_the_window() -> None:
    code = "import sys, reader.app, reader.ui.assembly; print(*sys.modules)"
    line = [sys.executable, "-c", code]
    loaded = subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()
    assert "reader.ui.goto_command" in loaded
    unwanted = ("reader.ui.goto.", "reader.library.pinyin", "reader.library.title_")
    assert not [name for name in loaded if name.startswith(unwanted)]


def test_goes_to_a_title(reader: Driver) -> None:
    open_palette(reader)
    type_for(reader, "gam", "Gamma")
    reader.press(Key.Key_Return)
    assert not palette(reader).isVisible()
    reader.until(lambda: reader.shown() == "sub/c.md")
    assert reader.focused() is reader.front.post_list
    open_palette(reader)
    reader.type("delta")
    reader.press(Key.Key_Return)  # before the rows are there
    reader.until(lambda: reader.shown() == "d.md")


def test_chinese_is_found_by_its_sound_and_by_what_an_input_method_writes(reader: Driver) -> None:
    open_palette(reader)
    type_for(reader, "zgxw", "中国新闻")
    reader.press(Key.Key_Escape)
    open_palette(reader)
    commit(reader, "", preedit="zhong'guo")
    commit(reader, "中國")
    reader.until(lambda: names(reader)[:1] == ["中国新闻"])
    reader.press(Key.Key_Return)
    reader.until(lambda: reader.shown() == "cn.md")


def test_however_it_is_closed_nothing_changes(reader: Driver) -> None:
    reader.press(Key.Key_Slash)
    search = reader.focused()
    reader.type("al")
    open_palette(reader)
    type_for(reader, "gam", "Gamma")
    reader.press(Key.Key_Escape)
    assert not palette(reader).isVisible()
    assert reader.focused() is search
    assert reader.front.toolbar.search.text() == "al"
    assert reader.shown() == "e.md"
    open_palette(reader)
    reader.press(Key.Key_K, CONTROL)
    assert not palette(reader).isVisible()
    assert reader.focused() is search
    open_palette(reader)
    below = reader.front.post_list.viewport()
    QTest.mouseClick(below, Qt.MouseButton.LeftButton, pos=QPoint(60, 500))
    assert not palette(reader).isVisible()
    assert reader.focused() is reader.front.post_list


def test_keys_are_typed_or_go_through_the_rows(reader: Driver) -> None:
    open_palette(reader)
    reader.type("jnsm d")
    assert palette(reader).field.text() == "jnsm d"
    assert reader.shown() == "e.md"
    palette(reader).field.clear()
    type_for(reader, "a", "Alpha")
    rows = palette(reader).rows
    reader.press(Key.Key_Down, times=2)
    assert rows.currentIndex().row() == 2
    reader.press(Key.Key_Up, times=3)
    assert rows.currentIndex().row() == len(rows.entries()) - 1  # round
    reader.press(Key.Key_PageUp)
    reader.press(Key.Key_PageUp)
    reader.press(Key.Key_PageUp)
    assert rows.currentIndex().row() == 0


def test_goes_to_a_tag_and_adds_one_with_control(reader: Driver) -> None:
    open_palette(reader)
    type_for(reader, "blue", "blue")
    reader.press(Key.Key_Return)
    reader.until_listed("Gamma", "Beta")
    open_palette(reader)
    type_for(reader, "red", "red")
    reader.press(Key.Key_Return, CONTROL)
    reader.until(lambda: reader.count() == 4)
    assert reader.assembly.narrowing.filter == Filter(facets=((Facet.TAG, ("blue", "red")),))


def test_goes_to_a_saved_search_or_searches_every_word(reader: Driver) -> None:
    search = SavedSearch("k", "Fruit of the week", Filter(query="cherries"))
    reader.assembly.clients.state.set_searches((search,), "")
    open_palette(reader)
    type_for(reader, "fotw", "Fruit of the week")
    reader.press(Key.Key_Return)
    reader.until_listed("Gamma")
    open_palette(reader)
    reader.type("apples")
    reader.until(lambda: len(names(reader)) == 1)
    reader.press(Key.Key_Return)
    reader.until_listed("Alpha")
    assert reader.front.toolbar.search.text() == "apples"


def test_runs_a_command_and_remembers_that(reader: Driver) -> None:
    open_palette(reader)
    reader.until(lambda: len(names(reader)) > 0)
    assert "Full screen" not in names(reader)
    type_for(reader, "show the side", "Show the sidebar")
    assert palette(reader).rows.entries()[0].key == "F9"
    reader.press(Key.Key_Return)
    reader.until(lambda: not reader.front.panes.sidebar_shown)
    open_palette(reader)
    reader.until(lambda: "Show the sidebar" in names(reader))


def test_an_empty_field_shows_the_articles_read_last_even_after_a_restart(
    reader: Driver, start: Start, library: Path
) -> None:
    for path in ("d.md", "sub/c.md"):
        reader.press(Key.Key_J)
        reader.until_read(path)
    open_palette(reader)
    reader.until(lambda: names(reader)[:2] == ["Delta", "Epsilon"])
    reader.press(Key.Key_Escape)
    reader.close()
    again = start(library)
    again.until(lambda: again.shown() == "sub/c.md")
    open_palette(again)
    again.until(lambda: names(again)[:2] == ["Delta", "Epsilon"])


def test_new_posts_and_other_libraries_can_be_gone_to(
    reader: Driver, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    write_post(other, "o.md", title="Omega", day="2022-01-01")
    open_palette(reader)
    type_for(reader, "gam", "Gamma")
    reader.press(Key.Key_Escape)
    write_post(library, "z.md", title="Zeta", day="2022-02-01")
    reader.until(lambda: reader.count() == 7)
    open_palette(reader)
    type_for(reader, "zet", "Zeta")
    reader.press(Key.Key_Escape)
    reader.assembly.opening.open(other)
    reader.until_listed("Omega")
    open_palette(reader)
    type_for(reader, "ome", "Omega")
    reader.press(Key.Key_Escape)
    open_palette(reader)
    reader.type("library")
    reader.until(lambda: any(name.endswith("/library") for name in names(reader)))


def test_the_key_it_was_given_opens_and_closes_it(reader: Driver) -> None:
    reader.front.preferences.change(keys={"go-to": ("Ctrl+U",)})
    for text in ("", "gam"):
        reader.press(Key.Key_U, CONTROL)
        assert palette(reader).isVisible()
        reader.type(text)
        reader.press(Key.Key_U, CONTROL)
        assert not palette(reader).isVisible()


def test_another_library_closes_it_for_nothing_would_answer(reader: Driver, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_post(other, "o.md", title="Omega", day="2022-01-01")
    open_palette(reader)
    reader.type("ome")
    reader.assembly.opening.open(other)
    assert not palette(reader).isVisible()


def test_without_a_library_only_what_can_be_done_is_offered(start: Start) -> None:
    reader = start()
    open_palette(reader)
    reader.until(lambda: "Open a folder" in names(reader))
    assert "Next unread" not in names(reader)
    reader.type("sta")
    assert names(reader) == []
    palette(reader).field.clear()
    type_for(reader, "theme", "Theme: light, sepia, dark, black, as the system")
    before = reader.front.themes.theme
    reader.press(Key.Key_Return)
    reader.until(lambda: reader.front.themes.theme != before)


def test_it_stays_in_the_middle_of_a_narrow_window(reader: Driver) -> None:
    open_palette(reader)
    window: QWidget = reader.front.window
    window.resize(724, 400)
    reader.until(lambda: palette(reader).width() <= window.width() - 80)
    assert palette(reader).geometry().bottom() < window.height()
