"""The window by its keys, and what it says when something is wrong."""

import os
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTreeWidget, QWidget

from reader.library.state_backup import back_up_daily
from reader.library.values import Facet, Shelf
from reader.profile import Profile
from reader.ui import session
from reader.ui.index_events import OtherVersion
from reader.ui.notice_bar import NoticeBar
from reader.ui.problems_dialog import ProblemsDialog
from reader.ui.shortcuts_dialog import ShortcutsDialog
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ALL = ("Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    reader = start(library)
    reader.until_listed(*ALL)
    return reader


# ---- keys ----


def test_first_and_last_by_letters_and_by_home_and_end(reader: Driver) -> None:
    reader.press(Key.Key_G, SHIFT)
    reader.until(lambda: reader.shown() == "a.md")
    reader.press(Key.Key_G, times=2)
    reader.until(lambda: reader.shown() == "e.md")
    reader.press(Key.Key_End)
    reader.until(lambda: reader.shown() == "a.md")
    reader.press(Key.Key_Home)
    reader.until(lambda: reader.shown() == "e.md")


def test_a_held_key_skips_and_lands_on_the_right_article(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_J, times=3)
    reader.until_read("b.md")
    state = reader.assembly.clients.state
    assert not any(state.state_of(path).read for path in ("d.md", "sub/c.md"))


def test_next_unread_passes_over_what_is_read(reader: Driver) -> None:
    reader.assembly.clients.state.set_read(["e.md", "d.md", "sub/c.md"], True, "")
    reader.press(Key.Key_N)
    reader.until(lambda: reader.shown() == "b.md")


def test_back_and_forward_in_history(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_G, SHIFT)
    reader.until_read("a.md")
    reader.press(Key.Key_Left, ALT)
    reader.until(lambda: reader.shown() == "e.md")
    reader.press(Key.Key_Right, ALT)
    reader.until(lambda: reader.shown() == "a.md")


def test_m_marks_unread_again_and_it_stays_so(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_M)
    reader.wait(600)
    assert not reader.assembly.clients.state.state_of("e.md").read


def test_tab_enter_and_escape_go_from_pane_to_pane(reader: Driver) -> None:
    front = reader.front
    panes: list[QWidget] = [front.post_list, front.article, front.sidebar]

    def here() -> int:
        focused = QApplication.focusWidget()
        return next(
            at
            for at, pane in enumerate(panes)
            if focused is not None and (focused is pane or pane.isAncestorOf(focused))
        )

    reader.until_read("e.md")
    assert here() == 0
    for expected in (1, 2, 0):
        reader.press(Key.Key_Tab)
        reader.until(lambda expected=expected: here() == expected)
    reader.press(Key.Key_Return)
    reader.until(lambda: here() == 1)
    reader.press(Key.Key_J)
    reader.until(lambda: reader.shown() == "d.md")
    reader.press(Key.Key_Escape)
    reader.until(lambda: here() == 0)


def test_letters_typed_into_the_search_are_searched(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_Slash)
    reader.type("jasmdk")
    assert reader.front.toolbar.search.text() == "jasmdk"
    reader.until(lambda: reader.count() == 0)
    assert reader.assembly.reading.path == "e.md"
    reader.press(Key.Key_Escape)
    reader.until_listed(*ALL)
    assert reader.front.toolbar.search.text() == ""


@pytest.mark.parametrize("letter", ["/", "、"])
def test_the_search_key_works_under_a_chinese_input_method(reader: Driver, letter: str) -> None:
    assert not reader.front.post_list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    reader.type(letter)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    reader.type("cherries")
    reader.until_listed("Gamma")


@pytest.mark.parametrize("letter", ["?", "？"])
def test_the_overlay_shows_every_key_and_goes_again(reader: Driver, letter: str) -> None:
    reader.type(letter)
    overlays = reader.front.window.findChildren(ShortcutsDialog)
    assert len(overlays) == 1
    assert overlays[0].isVisible()
    overlays[0].close()


def test_copies_link_and_article(reader: Driver) -> None:
    clipboard = QGuiApplication.clipboard()
    reader.press(Key.Key_End)
    reader.until_read("a.md")
    reader.press(Key.Key_Y)
    assert clipboard.text() == "https://example.org/a.md"
    reader.press(Key.Key_Y, SHIFT)
    assert clipboard.text() == "# [Alpha](<https://example.org/a.md>)\n\napples\n"


def test_each_press_of_the_theme_key_shows_another_theme(reader: Driver) -> None:
    seen = [reader.front.themes.theme.name]
    for _ in range(5):
        reader.press(Key.Key_D)
        assert reader.front.themes.theme.name != seen[-1]
        seen.append(reader.front.themes.theme.name)
    assert set(seen) == {"light", "sepia", "dark", "black"}


def test_a_library_never_read_in_opens_with_its_newest_post(reader: Driver) -> None:
    reader.until_read("e.md")
    assert reader.front.post_list.current_row() == 0


def test_no_other_unread_post_is_said_to_be_there(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_A, SHIFT)
    reader.until(lambda: "4" in reader.front.status.words())
    reader.press(Key.Key_N)
    reader.until(lambda: "No other unread" in reader.front.status.words())
    assert reader.shown() == "e.md"


def test_distraction_free_shows_the_article_alone(reader: Driver) -> None:
    front = reader.front
    reader.until_read("e.md")
    reader.press(Key.Key_F)
    assert not front.post_list.isVisible()
    assert not front.toolbar.isVisible()
    reader.press(Key.Key_J)
    reader.until_read("d.md")
    reader.press(Key.Key_Escape)
    assert front.post_list.isVisible()
    assert front.sidebar.isVisible()


def test_the_post_untouched_and_cleaned_again(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_C)
    reader.until(lambda: reader.assembly.reading.raw and reader.shown() == "e.md")
    assert "The post as written" in reader.front.status.words()
    reader.press(Key.Key_C)
    reader.until(lambda: not reader.assembly.reading.raw and reader.shown() == "e.md")
    assert "The article" in reader.front.status.words()


def test_find_in_the_article_counts(reader: Driver) -> None:
    reader.until_read("e.md")
    reader.press(Key.Key_J)
    reader.until_read("d.md")
    reader.press(Key.Key_F, CONTROL)
    reader.type("paragraph 39")
    bar = reader.front.article.find_bar
    assert bar is not None
    reader.until(lambda: bar.words() == "1 of 1")
    reader.press(Key.Key_Escape)
    assert not bar.isVisible()


def test_zoom_is_kept_for_the_library(reader: Driver, start: Start) -> None:
    reader.press(Key.Key_Plus, CONTROL, times=2)
    zoom = reader.front.article.zoom
    assert zoom > 1.1
    reader.close()
    assert start().front.article.zoom == zoom


def test_every_control_has_a_name(reader: Driver) -> None:
    for button in reader.front.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
    for field in reader.front.window.findChildren(QLineEdit):
        assert field.accessibleName() or field.placeholderText(), field


# ---- opening ----


def test_the_first_start_welcomes_and_opens_what_is_dropped(start: Start, library: Path) -> None:
    reader = start()
    window = reader.front.window
    assert window.welcoming
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(library / "b.md"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))
    reader.until_listed(*ALL)
    reader.until(lambda: reader.shown() == "b.md")
    assert not window.welcoming


def test_a_missing_folder_gets_a_clear_word(start: Start, tmp_path: Path) -> None:
    reader = start(tmp_path / "gone")
    assert reader.front.window.welcoming
    page = reader.front.window.show_welcome()
    assert "gone is not there" in page.trouble()


def test_the_last_library_that_went_is_named_and_still_offered(
    start: Start, library: Path, tmp_path: Path
) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.close()
    library.rename(tmp_path / "elsewhere")
    again = start()
    assert again.front.window.welcoming
    page = again.front.window.show_welcome()
    assert "library is not there" in page.trouble()
    offered = [button for button in page.findChildren(QAbstractButton) if not button.isEnabled()]
    assert [button.text() for button in offered] == ["library (missing)"]


def test_each_library_is_taken_up_where_it_was_left(
    reader: Driver, start: Start, tmp_path: Path
) -> None:
    reader.assembly.narrowing.choose_facet(Facet.TAG, "blue", False)
    reader.until_listed("Gamma", "Beta")
    other = tmp_path / "other"
    write_post(other, "o.md", title="Other", day="2022-03-01")
    reader.assembly.opening.open(other)
    reader.until_listed("Other")
    reader.assembly.opening.open(tmp_path / "library")
    reader.until_listed("Gamma", "Beta")


# ---- what goes wrong ----


def test_problems_are_counted_and_listed(start: Start, library: Path) -> None:
    (library / "bad.md").write_text("---\ntitle: [open\n---\nbody\n", encoding="utf-8")
    reader = start(library)
    reader.until(lambda: reader.count() == 6)
    reader.until(lambda: "1 problem" in reader.front.status.words())
    reader.assembly.library_commands.show_problems()
    dialog = reader.front.window.findChildren(ProblemsDialog)[0]
    tree = dialog.findChildren(QTreeWidget)[0]
    reader.until(lambda: tree.topLevelItemCount() == 1)
    first = tree.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "bad.md"
    dialog.close()


def test_a_file_deleted_while_it_is_read_stays_on_the_page(reader: Driver, library: Path) -> None:
    reader.until_read("e.md")
    (library / "e.md").unlink()
    reader.until(lambda: reader.count() == 4)
    assert reader.shown() == "e.md"
    reader.press(Key.Key_J)
    reader.until(lambda: reader.shown() == "d.md")


def test_an_indexer_that_dies_is_started_again(reader: Driver, library: Path) -> None:
    indexer = reader.assembly.clients.indexer
    died: list[int] = []
    indexer.died.connect(died.append)
    os.kill(indexer.process_id(), signal.SIGKILL)
    reader.until(lambda: died == [1])
    assert "starts again" in reader.front.status.words()
    write_post(library, "z.md", title="Zeta", day="2022-01-06")
    reader.until_listed("Zeta", *ALL)
    assert "starts again" not in reader.front.status.words()


def test_a_crash_loses_no_session(reader: Driver, profile: Path, library: Path) -> None:
    reader.until_read("e.md")
    reader.assembly.narrowing.choose_shelf(Shelf.UNREAD)
    kept = Profile.under(profile).session_path

    def written() -> bool:
        library_session = session.load(kept).library(str(library))
        return (library_session.filter.shelf, library_session.path) == (Shelf.UNREAD, "e.md")

    reader.until(written)  # while the window still stands


def test_closes_within_a_second_and_leaves_no_child(reader: Driver) -> None:
    children = [
        reader.assembly.clients.indexer.process_id(),
        reader.assembly.clients.renderer.process_id(),
    ]
    assert all(children)
    reader.close()
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_a_folder_that_goes_while_it_is_open_is_said_and_nothing_lost(
    reader: Driver, library: Path, tmp_path: Path
) -> None:
    away = tmp_path / "unmounted"
    library.rename(away)
    reader.until(lambda: "not there any more" in reader.front.status.words())
    assert reader.titles() == list(ALL)
    away.rename(library)
    reader.until(lambda: "not there any more" not in reader.front.status.words())
    assert reader.titles() == list(ALL)


def test_indexing_can_be_stopped_and_taken_up(reader: Driver, library: Path) -> None:
    reader.front.status.cancel_asked.emit()
    assert "Indexing stopped" in reader.front.status.words()
    write_post(library, "z.md", title="Zeta", day="2022-01-06")
    reader.wait(1000)
    assert reader.count() == 5
    reader.press(Key.Key_F5)
    reader.until_listed("Zeta", *ALL)


def test_the_window_comes_back_to_the_place_it_was_left_at(start: Start, library: Path) -> None:
    reader = start(library)
    window = reader.front.window
    room = window.screen().availableGeometry()
    window.setGeometry(room.x(), room.y(), 760, 500)
    reader.wait(100)
    left = window.geometry()
    reader.close()
    assert start().front.window.geometry() == left


def test_an_index_that_cannot_be_read_is_made_again(
    start: Start, library: Path, profile: Path
) -> None:
    reader = start(library)
    reader.until_listed(*ALL)
    reader.close()
    index = Profile.under(profile).index_path(library)
    index.write_bytes(b"no database")
    start(library).until_listed(*ALL)


def test_a_damaged_state_is_told_of_until_that_was_read_and_the_backup_comes_back(
    start: Start, library: Path, profile: Path
) -> None:
    reader = start(library)
    reader.until_read("e.md")
    reader.press(Key.Key_S)
    reader.until(lambda: reader.assembly.clients.state.state_of("e.md").starred)
    reader.close()
    state = Profile.under(profile).state_path
    copy = back_up_daily(state, date(2022, 2, 22))
    for ending in ("-wal", "-shm"):
        state.with_name(state.name + ending).unlink(missing_ok=True)
    state.write_bytes(b"no database" * 1000)

    again = start(library)
    heads: list[object] = []
    again.assembly.library.heads_complete.connect(lambda: heads.append(1))
    window = again.front.window
    again.until(window.notice)
    again.until(lambda: again.assembly.clients.state.state_of("e.md").starred)
    write_post(library, "z.md", title="Zeta", day="2022-01-06")
    again.until_listed("Zeta", *ALL)
    again.assembly.library.open(library)  # all that the indexer tells at a start
    again.until(lambda: heads)
    again.until_listed("Zeta", *ALL)
    (aside,) = state.parent.glob(f"{state.name}*damaged*")
    assert copy is not None
    assert str(aside) in window.notice()
    assert any(copy.name in line for line in window.notice().splitlines())
    (close,) = (
        button
        for bar in window.findChildren(NoticeBar)
        for button in bar.findChildren(QAbstractButton)
    )
    assert close.isVisible()
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.notice() == ""
    assert not close.isVisible()


def test_escape_closes_a_notice_when_there_is_nothing_else_to_leave(reader: Driver) -> None:
    window = reader.front.window
    reader.until_read("e.md")
    width = window.width()
    window.show_notice("The file /a/" + "b" * 3000 + " was damaged.")
    reader.press(Key.Key_Slash)
    reader.type("apples")
    reader.press(Key.Key_Escape)
    assert "damaged" in window.notice()
    assert window.width() == width
    reader.until(reader.front.post_list.hasFocus)
    reader.press(Key.Key_Escape)
    assert window.notice() == ""


def test_another_version_that_has_the_folder_open_is_told_of(reader: Driver) -> None:
    reader.assembly.clients.indexer.happened.emit(OtherVersion())
    assert "Another version of Broadsheet" in reader.front.window.notice()
