from array import array
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollBar
from pytestqt.qtbot import QtBot

from reader.library.values import Filter, Listing, PostState, PostSummary, Shelf, Sort, StateChange
from reader.ui.catalog_client import CatalogClient
from reader.ui.post_list import model
from reader.ui.post_list.dates import Span
from reader.ui.post_list.density import Density
from reader.ui.post_list.view import PostList
from reader.ui.theme import DARK, LIGHT
from tests.helpers.indexes import replace_posts
from tests.helpers.listed_posts import Library, asking, library_of, listed, numbered

COUNT = 300
READ = PostState(read=True)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, COUNT)


@pytest.fixture
def client(library: Library, qapp: object) -> Iterator[CatalogClient]:
    with asking(library) as client:
        yield client


@pytest.fixture
def view(qtbot: QtBot, client: CatalogClient) -> PostList:
    """A list with all posts in it, none of them current."""
    view = PostList(client, LIGHT)
    qtbot.addWidget(view)
    view.resize(372, 780)
    view.show()
    with qtbot.waitSignal(view.first_painted):
        view.show_listing(listed(qtbot, client))
    return view


def loaded(qtbot: QtBot, view: PostList) -> None:
    """Wait until every row in sight is painted whole."""
    qtbot.waitUntil(lambda: all(view.summary_at(each.row) for each in view.rows_in_sight()))
    qtbot.waitUntil(lambda: view.current_row() < 0 or view.current() is not None)


def tops(view: PostList) -> dict[str, int]:
    """Return where the rows in sight stand, by path."""
    placed = [(view.summary_at(each.row), each.top) for each in view.rows_in_sight()]
    return {summary.path: top for summary, top in placed if summary is not None}


def told(view: PostList) -> list[str | None]:
    """Return what becomes current from now on."""
    paths: list[str | None] = []

    def note(summary: PostSummary | None) -> None:
        paths.append(None if summary is None else summary.path)

    view.current_changed.connect(note)
    return paths


def current_path(view: PostList) -> str | None:
    summary = view.current()
    return None if summary is None else summary.path


def scroll(qtbot: QtBot, view: PostList, value: int) -> None:
    view.verticalScrollBar().setValue(value)
    loaded(qtbot, view)


def test_only_what_is_in_sight_is_laid_out_anew(
    qtbot: QtBot, view: PostList, monkeypatch: pytest.MonkeyPatch
) -> None:
    scroll(qtbot, view, 100 * view.verticalScrollBar().singleStep())
    laid: list[str] = []
    monkeypatch.setattr(view, "relay", partial(laid.append, "anew"))
    shown = [each.row for each in view.rows_in_sight()]
    for first, last, times in ((shown[-1] + 20, shown[-1] + 40, 0), (0, shown[0] + 1, 1)):
        view.updateGeometries()  # as Qt may ask for at any time
        laid.clear()
        view.posts.dataChanged.emit(view.posts.index(first), view.posts.index(last))
        assert len(laid) == times


class TestWalking:
    def test_nothing_is_current_by_itself(self, qtbot: QtBot, view: PostList) -> None:
        view.setFocus(Qt.FocusReason.TabFocusReason)
        assert view.current() is None
        assert view.neighbours() == ()

    def test_next_and_previous_stop_at_the_ends(self, qtbot: QtBot, view: PostList) -> None:
        paths = told(view)
        assert not view.go_previous()
        assert view.go_next()
        assert view.go_next()
        assert view.go_previous()
        assert not view.go_previous()
        assert view.go_last()
        assert not view.go_next()
        assert view.go_first()
        loaded(qtbot, view)
        assert paths[:3] == ["p0000.md", "p0001.md", "p0000.md"]
        assert current_path(view) == "p0000.md"

    def test_the_current_row_is_always_in_sight(self, qtbot: QtBot, view: PostList) -> None:
        steps = [*[view.go_next] * 25, *[view.go_previous] * 25, view.go_last, view.go_previous]
        for step in steps:
            step()
            rect = view.visualRect(view.currentIndex())
            band = view.row_painter.measures.heading
            assert band <= rect.top()
            assert rect.bottom() < view.viewport().height()

    def test_a_row_far_away_is_told_of_once_it_is_loaded(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        paths = told(view)
        view.go_last()
        assert view.current() is None
        assert paths == []
        qtbot.waitUntil(lambda: bool(paths))
        assert paths == [f"p{COUNT - 1:04}.md"]

    def test_going_to_a_path_that_is_not_loaded(self, qtbot: QtBot, view: PostList) -> None:
        view.go_to_path("p0222.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0222.md")
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))

    def test_a_path_can_be_gone_to_before_there_is_a_list(
        self, qtbot: QtBot, client: CatalogClient
    ) -> None:
        view = PostList(client, LIGHT)
        qtbot.addWidget(view)
        view.go_to_path("p0033.md")
        qtbot.wait(50)
        view.show_listing(listed(qtbot, client))
        qtbot.waitUntil(lambda: current_path(view) == "p0033.md")

    def test_neighbours_are_the_next_two_and_the_one_before(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        view.go_to_path("p0005.md")
        assert view.neighbours() == ("p0006.md", "p0007.md", "p0004.md")
        view.go_first()
        assert view.neighbours() == ("p0001.md", "p0002.md")


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "row"),
        [
            (Qt.Key.Key_Down, 1),
            (Qt.Key.Key_Home, 0),
            (Qt.Key.Key_End, COUNT - 1),
            (Qt.Key.Key_Up, 0),
        ],
    )
    def test_arrows_walk(self, view: PostList, key: Qt.Key, row: int) -> None:
        view.go_first()
        QTest.keyClick(view, key)
        assert view.current_row() == row

    def test_pages_walk_by_what_is_in_sight(self, view: PostList) -> None:
        view.go_first()
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        fit = len(view.rows_in_sight())
        assert fit - 4 <= view.current_row() <= fit
        QTest.keyClick(view, Qt.Key.Key_PageUp)
        assert view.current_row() == 0

    def test_enter_opens(self, qtbot: QtBot, view: PostList) -> None:
        view.go_first()
        with qtbot.waitSignal(view.opened):
            QTest.keyClick(view, Qt.Key.Key_Return)

    @pytest.mark.parametrize("letter", "JKNSMA/?G ")
    def test_every_other_key_is_the_window_s(self, view: PostList, letter: str) -> None:
        view.go_first()
        for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), modifier, letter)
            view.keyPressEvent(event)
            assert not event.isAccepted()
        assert view.current_row() == 0

    def test_input_methods_stay_off(self, qtbot: QtBot, view: PostList) -> None:
        for step in (view.go_first, view.go_next, view.setFocus, view.go_last):
            step()
            assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            assert not view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


class TestMouse:
    def test_a_click_makes_current(self, qtbot: QtBot, view: PostList) -> None:
        loaded(qtbot, view)
        rect = view.visualRect(view.posts.index(2))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert current_path(view) == "p0002.md"

    def test_a_double_click_opens(self, qtbot: QtBot, view: PostList) -> None:
        loaded(qtbot, view)
        rect = view.visualRect(view.posts.index(2))
        with qtbot.waitSignal(view.opened):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def test_a_heading_is_no_row(self, view: PostList) -> None:
        view.go_to_path("p0001.md")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 10))
        assert current_path(view) == "p0001.md"
        assert not view.indexAt(QPoint(50, 10)).isValid()

    def test_the_ring_is_for_the_keyboard_alone(self, qtbot: QtBot, view: PostList) -> None:
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.clearFocus()
        view.setFocus(Qt.FocusReason.TabFocusReason)
        assert view.ring_shown()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 100))
        assert not view.ring_shown()


class TestNewListings:
    def test_the_same_listing_again_moves_nothing(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        scroll(qtbot, view, 12_345)
        before = tops(view)
        view.show_listing(listed(qtbot, client))
        assert tops(view) == before

    def test_posts_above_move_nothing_once_scrolled(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        scroll(qtbot, view, 12_345)
        before = tops(view)
        newer = [replace(numbered(-n), path=f"new{n}.md") for n in range(1, 4)]
        replace_posts(library.index, ["p0002.md", *list(before)[3:4]], newer)
        view.show_listing(listed(qtbot, client))
        assert view.count() == COUNT + 1
        kept = list(before)[:3]
        assert {path: tops(view)[path] for path in kept} == {path: before[path] for path in kept}

    def test_the_current_post_stays_under_the_eye(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_to_path("p0020.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0020.md")
        loaded(qtbot, view)
        paths, before = told(view), tops(view)
        replace_posts(library.index, list(before)[:2], [replace(numbered(-1), path="new.md")])
        view.show_listing(listed(qtbot, client))
        assert current_path(view) == "p0020.md"
        assert tops(view)["p0020.md"] == before["p0020.md"]
        assert paths == []

    def test_what_comes_and_goes_above_the_current_post_does_not_move_it(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_to_path("p0020.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0020.md")
        loaded(qtbot, view)
        before = tops(view)
        above = list(before)[list(before).index("p0020.md") - 1]
        replace_posts(library.index, [above], [])
        view.show_listing(listed(qtbot, client))
        assert tops(view)["p0020.md"] == before["p0020.md"]

    def test_many_new_posts_leave_the_current_one_in_sight_at_the_top_too(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_first()
        loaded(qtbot, view)
        newer = [replace(numbered(-n), path=f"new{n}.md") for n in range(1, 60)]
        replace_posts(library.index, [], newer)
        view.show_listing(listed(qtbot, client))
        loaded(qtbot, view)
        assert current_path(view) == "p0000.md"
        assert "p0000.md" in tops(view)

    def test_a_post_gone_to_stays_current_though_it_is_not_loaded_yet(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_first()
        loaded(qtbot, view)
        again = listed(qtbot, client)
        paths = told(view)
        view.go_last()
        view.show_listing(replace(again, ids=again.ids[1:]))
        assert view.current_row() == COUNT - 2
        qtbot.waitUntil(lambda: bool(paths))
        assert paths == [f"p{COUNT - 1:04}.md"]

    def test_at_the_top_new_posts_come_into_sight(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_first()
        replace_posts(library.index, [], [replace(numbered(-1), path="new.md")])
        view.show_listing(listed(qtbot, client))
        loaded(qtbot, view)
        assert list(tops(view))[:2] == ["new.md", "p0000.md"]
        assert current_path(view) == "p0000.md"

    def test_another_filter_starts_at_the_top(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_to_path("p0002.md")
        scroll(qtbot, view, 22_222)
        paths = told(view)
        view.show_listing(listed(qtbot, client, Filter(query='"number 17"')))
        assert view.verticalScrollBar().value() == 0
        assert view.count() == 1
        assert paths == [None]
        assert view.go_next()
        qtbot.waitUntil(lambda: paths == [None, "p0017.md"])

    def test_another_filter_keeps_the_post_it_holds(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_to_path("p0017.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0017.md")
        paths = told(view)
        view.show_listing(listed(qtbot, client, Filter(query='"number 17"')))
        assert view.current_row() == 0
        view.show_listing(listed(qtbot, client))
        assert view.current_row() == 17
        assert paths == []

    def test_a_post_is_current_again_when_it_is_listed_again(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_to_path("p0003.md")
        paths = told(view)
        view.show_listing(listed(qtbot, client, Filter(query='"number 17"')))
        view.show_listing(listed(qtbot, client))
        qtbot.waitUntil(lambda: paths == [None, "p0003.md"])
        assert view.current_row() == 3

    def test_it_is_current_again_though_its_summary_was_forgotten(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        view.go_to_path("p0003.md")
        everything = listed(qtbot, client)
        monkeypatch.setattr(model, "KEPT", 1)
        view.show_listing(listed(qtbot, client, Filter(query='"number 17"')))
        qtbot.waitUntil(lambda: view.row_of("p0017.md") == 0)
        assert view.row_of("p0003.md") is None
        monkeypatch.undo()
        paths = told(view)
        view.show_listing(everything)
        qtbot.waitUntil(lambda: paths == ["p0003.md"])

    def test_a_post_whose_date_changed_is_found_again(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_to_path("p0003.md")
        paths = told(view)
        replace_posts(library.index, ["p0003.md"], [replace(numbered(40), path="p0003.md")])
        view.show_listing(listed(qtbot, client))
        qtbot.waitUntil(lambda: current_path(view) == "p0003.md")
        assert view.current_row() in (39, 40)
        assert paths == []

    def test_a_post_that_went_is_told(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_to_path("p0003.md")
        paths = told(view)
        replace_posts(library.index, ["p0003.md"], [])
        view.show_listing(listed(qtbot, client))
        qtbot.waitUntil(lambda: paths == [None])
        assert view.go_next()
        qtbot.waitUntil(lambda: paths == [None, "p0004.md"])

    def test_another_library_leaves_nothing(self, view: PostList) -> None:
        view.go_first()
        paths = told(view)
        view.apply_state(StateChange({}, {"p0000.md": READ}))
        view.clear()
        assert (view.count(), view.current_row(), paths) == (0, -1, [None])


class TestVeryManyHits:
    def test_a_post_that_is_not_among_the_first_is_not_lost(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.show_listing(listed(qtbot, client))
        view.go_to_path("p0040.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0040.md")
        told: list[object] = []
        view.current_changed.connect(told.append)
        whole = listed(qtbot, client, Filter(query="number "))
        view.show_listing(Listing(whole.filter, whole.ids[:10], COUNT, whole=False))
        assert (view.count(), view.current_row()) == (10, -1)
        assert told == []
        view.show_listing(whole)
        assert (view.count(), view.current_row()) == (COUNT, 40)
        assert view.verticalScrollBar().value() == 0

    def test_what_was_gone_to_among_the_first_stays_current(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        whole = listed(qtbot, client, Filter(query="number "))
        view.show_listing(Listing(whole.filter, whole.ids[:10], COUNT, whole=False))
        view.go_to(3)
        qtbot.waitUntil(lambda: current_path(view) == "p0003.md")
        view.show_listing(whole)
        assert current_path(view) == "p0003.md"


class TestReadingState:
    def test_a_post_just_read_stays_in_the_list_of_the_unread(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        unread = Filter(shelf=Shelf.UNREAD)
        everything = listed(qtbot, client, unread)
        view.show_listing(everything)
        view.go_to_path("p0002.md")
        qtbot.waitUntil(lambda: current_path(view) == "p0002.md")
        view.apply_state(StateChange({"p0002.md": PostState()}, {"p0002.md": READ}))
        without = array("q", [post for post in everything.ids if post != everything.ids[2]])
        view.show_listing(Listing(unread, without, COUNT))
        assert (view.count(), current_path(view)) == (COUNT, "p0002.md")
        view.show_listing(listed(qtbot, client))
        view.show_listing(Listing(unread, without, COUNT))
        assert view.count() == COUNT - 1

    def test_of_posts_read_only_the_last_stays_where_that_is_preferred(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.keep_stayers(False)
        unread = Filter(shelf=Shelf.UNREAD)
        everything = listed(qtbot, client, unread)
        view.show_listing(everything)
        for row in (2, 3):
            path = f"p000{row}.md"
            view.go_to_path(path)
            qtbot.waitUntil(lambda path=path: current_path(view) == path)
            view.apply_state(StateChange({path: PostState()}, {path: READ}))
            gone = set(everything.ids[2 : row + 1])
            without = array("q", [post for post in everything.ids if post not in gone])
            view.show_listing(Listing(unread, without, COUNT))
            assert (view.count(), current_path(view)) == (COUNT - (row - 2), path)

    def test_what_is_done_shows_at_once(self, qtbot: QtBot, view: PostList) -> None:
        loaded(qtbot, view)
        before = view.grab().toImage()
        starred = PostState(starred=True)
        view.apply_state(StateChange({"p0001.md": PostState()}, {"p0001.md": starred}))
        summary = view.summary_at(1)
        assert summary is not None
        assert summary.starred
        assert view.grab().toImage() != before


class TestNextUnread:
    @staticmethod
    def read(view: PostList, numbers: range) -> None:
        paths = [f"p{number:04}.md" for number in numbers]
        view.apply_state(StateChange(dict.fromkeys(paths, PostState()), dict.fromkeys(paths, READ)))

    def test_it_is_found_among_the_rows_loaded(self, qtbot: QtBot, view: PostList) -> None:
        view.go_first()
        self.read(view, range(4))
        assert view.go_next_unread()
        assert current_path(view) == "p0004.md"

    def test_it_is_found_far_beyond_them(self, qtbot: QtBot, view: PostList) -> None:
        view.go_first()
        self.read(view, range(250))
        assert view.go_next_unread()
        qtbot.waitUntil(lambda: current_path(view) == "p0250.md")

    def test_it_is_looked_for_from_the_top_again(self, qtbot: QtBot, view: PostList) -> None:
        view.go_last()
        self.read(view, range(2, COUNT))
        assert view.go_next_unread()
        qtbot.waitUntil(lambda: current_path(view) == "p0000.md")

    def test_there_may_be_none(self, qtbot: QtBot, view: PostList) -> None:
        view.go_first()
        self.read(view, range(COUNT))
        paths = told(view)
        with qtbot.waitSignal(view.no_unread):
            view.go_next_unread()
        assert paths == []


class TestPainting:
    def test_an_empty_list_is_painted_only_once_it_is_known_to_be_empty(
        self, qtbot: QtBot, client: CatalogClient
    ) -> None:
        view = PostList(client, LIGHT)
        qtbot.addWidget(view)
        view.resize(372, 400)
        view.show()
        blank = view.grab().toImage()
        nothing = Listing(Filter(), array("q"), 0)
        with qtbot.assertNotEmitted(view.first_painted, wait=50):
            view.show_listing(nothing, settled=False)
        assert view.grab().toImage() == blank
        with qtbot.waitSignal(view.first_painted):
            view.show_listing(nothing)
        assert view.grab().toImage() != blank

    def test_another_theme_is_painted(self, view: PostList) -> None:
        before = view.grab().toImage()
        view.set_theme(DARK)
        assert view.grab().toImage() != before

    def test_a_larger_font_makes_higher_rows(self, view: PostList) -> None:
        before = view.visualRect(view.posts.index(0)).height()
        font = view.font()
        font.setPixelSize(26)
        view.setFont(font)
        assert view.visualRect(view.posts.index(0)).height() > 1.7 * before

    def test_the_day_stays_in_sight(self, qtbot: QtBot, view: PostList) -> None:
        scroll(qtbot, view, 3000)
        first, second = view.rows_in_sight()[:2]
        assert first.top < 0
        strip = view.grab().toImage().copy(0, 0, 200, 20)
        scroll(qtbot, view, 3050)
        assert view.grab().toImage().copy(0, 0, 200, 20) == strip
        assert view.indexAt(QPoint(60, 10)).row() == -1
        assert second.top > 0

    def test_a_list_by_relevance_has_no_days(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.show_listing(listed(qtbot, client, Filter(query="text", sort=Sort.RELEVANCE)))
        assert view.visualRect(view.posts.index(0)).top() == 0

    def test_the_rows_reach_under_a_scroll_bar_that_floats(self, view: PostList) -> None:
        bar = QScrollBar()
        view.setVerticalScrollBar(bar)
        assert view.viewport().width() == view.width()
        assert view.visualRect(view.posts.index(0)).width() == view.width()

    def test_of_200_000_rows_only_those_in_sight_are_measured(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        measured = 0
        height = view.row_painter.height

        def counted(summary: PostSummary | None, span: Span) -> int:
            nonlocal measured
            measured += 1
            return height(summary, span)

        monkeypatch.setattr(view.row_painter, "height", counted)
        ids = array("q", range(200_000 << 20, 0, -(1 << 20)))
        view.show_listing(Listing(Filter(), ids, 200_000))
        view.grab()
        view.doItemsLayout()
        view.resize(400, 800)
        view.grab()
        assert 0 < measured < 200

    def test_a_screen_reader_hears_a_row(self, qtbot: QtBot, view: PostList) -> None:
        loaded(qtbot, view)
        QAccessible.setActive(True)
        interface = QAccessible.queryAccessibleInterface(view)
        assert interface is not None
        assert interface.childCount() == COUNT
        row = interface.child(1)
        assert row is not None
        assert row.text(QAccessible.Text.Name).startswith("Title 1. Unread.")


class TestDensity:
    def test_closer_rows_show_more_and_what_was_in_sight_stays(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        view.go_to(100)
        loaded(qtbot, view)
        for density in (Density.COMPACT, Density.TITLES):
            before, top = len(view.rows_in_sight()), tops(view)["p0100.md"]
            view.set_density(density)
            loaded(qtbot, view)
            assert len(view.rows_in_sight()) > before
            assert abs(tops(view)["p0100.md"] - top) < 40

    def test_unread_and_starred_posts_show_it_in_every_density(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        loaded(qtbot, view)
        for density in Density:
            view.set_density(density)
            plain = view.grab().toImage()
            starred = PostState(starred=True)
            view.apply_state(StateChange({"p0001.md": PostState()}, {"p0001.md": starred}))
            assert view.grab().toImage() != plain
            view.apply_state(StateChange({"p0001.md": starred}, {"p0001.md": PostState()}))


class TestSelecting:
    def test_shift_selects_without_reading(self, qtbot: QtBot, view: PostList) -> None:
        view.go_first()
        loaded(qtbot, view)
        paths = told(view)
        for _ in range(3):
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert view.selection.count == 4
        assert current_path(view) == "p0000.md"
        assert paths == []

    def test_a_plain_key_goes_on_from_the_last_row_selected(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        view.go_first()
        view.extend(3)
        view.go_next()
        loaded(qtbot, view)
        assert current_path(view) == "p0004.md"
        assert view.selection.count == 1

    def test_all_rows_are_selected_at_once(self, view: PostList) -> None:
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert view.selection.count == COUNT

    def test_clicks_add_and_extend(self, qtbot: QtBot, view: PostList) -> None:
        loaded(qtbot, view)
        view.go_first()
        click_row(view, 2, Qt.KeyboardModifier.ControlModifier)
        click_row(view, 4, Qt.KeyboardModifier.ShiftModifier)
        assert [row for row in range(9) if view.selection.holds(row)] == [2, 3, 4]
        assert view.current_row() == 0
        click_row(view, 1, Qt.KeyboardModifier.NoModifier)
        assert (view.selection.count, view.current_row()) == (1, 1)

    def test_where_keys_go_on_outlives_a_newer_listing(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_to(5)
        view.point_at(9)
        view.show_listing(listed(qtbot, client))
        assert (view.current_row(), view.selection.cursor) == (5, 9)

    def test_the_selection_outlives_a_newer_listing(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, library: Library
    ) -> None:
        view.go_to(2)
        view.extend(2)
        replace_posts(library.index, (), (numbered(-1),))
        view.show_listing(listed(qtbot, client))
        loaded(qtbot, view)
        assert [row for row in range(9) if view.selection.holds(row)] == [3, 4, 5]
        assert current_path(view) == "p0002.md"

    def test_another_filter_begins_with_nothing_but_the_current(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        view.go_to(2)
        view.extend(2)
        view.show_listing(listed(qtbot, client, Filter(query="number")))
        assert view.selection.count == 1

    def test_a_menu_is_for_what_is_selected_or_for_the_row_pointed_at(
        self, qtbot: QtBot, view: PostList
    ) -> None:
        loaded(qtbot, view)
        view.go_first()
        view.extend(2)
        menu_at(qtbot, view, 1)
        assert view.selection.count == 3
        menu_at(qtbot, view, 4)
        assert [row for row in range(9) if view.selection.holds(row)] == [4]
        assert view.current_row() == 0


def click_row(view: PostList, row: int, modifiers: Qt.KeyboardModifier) -> None:
    at = view.visualRect(view.posts.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def menu_at(qtbot: QtBot, view: PostList, row: int) -> None:
    at = view.visualRect(view.posts.index(row)).center()
    reason = QContextMenuEvent.Reason.Mouse
    with qtbot.waitSignal(view.menu_asked):
        QApplication.sendEvent(
            view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
        )


def test_letters_reach_the_window_s_actions(qtbot: QtBot, client: CatalogClient) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = PostList(client, LIGHT)
    window.setCentralWidget(view)
    heard: list[str] = []
    for key in ("J", "N", "Space", "Home"):
        action = QAction(key, window)
        action.setShortcut(key)
        action.triggered.connect(partial(heard.append, key))
        window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.setFocus()
    for code in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_Space, Qt.Key.Key_Home):
        QTest.keyClick(view, code)
    assert heard == ["J", "N", "Space", "Home"]


class TestOrders:
    @pytest.mark.parametrize("sort", list(Sort))
    def test_every_order_lists_every_post_under_headings(
        self, qtbot: QtBot, client: CatalogClient, view: PostList, sort: Sort
    ) -> None:
        view.show_listing(listed(qtbot, client, Filter(sort=sort)))
        loaded(qtbot, view)
        assert view.count() == COUNT
        assert view.visualRect(view.posts.index(0)).top() == (
            0 if sort is Sort.RELEVANCE else view.row_painter.measures.heading
        )
        for post in view.posts.ids[::50]:
            row = view.posts.row_of_id(post)
            assert row is not None
            assert view.posts.ids[row] == post

    def test_what_is_read_stays_where_it_is_among_the_unread(
        self, qtbot: QtBot, client: CatalogClient, view: PostList
    ) -> None:
        unread_first = Filter(sort=Sort.UNREAD)
        view.show_listing(listed(qtbot, client, unread_first))
        view.go_to(3)
        loaded(qtbot, view)
        path = current_path(view)
        assert path is not None
        view.apply_state(StateChange({path: PostState()}, {path: READ}))
        ids = view.posts.ids
        read = array("q", [*ids[:3], *ids[4:], ids[3]])
        headings = ((ids[0], "Unread"), (ids[3], "Read"))
        view.show_listing(Listing(unread_first, read, COUNT, headings=headings))
        assert view.current_row() == 3
        assert current_path(view) == path
