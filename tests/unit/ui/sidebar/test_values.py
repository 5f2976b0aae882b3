"""What can be done with the values in the sidebar: added, excluded, pinned, taken along."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.saved_searches import SavedSearch
from reader.library.values import Facet, FacetCount, Filter
from reader.ui.pins import Pins
from reader.ui.sidebar import facet_drag
from reader.ui.sidebar.facet_drag import query_of
from reader.ui.sidebar.menu import ValueMenu
from reader.ui.sidebar.sections import RowKind
from reader.ui.state_client import StateClient
from reader.ui.theme import Theme
from tests.unit.ui.sidebar.test_view import Driver, counts_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class State(QObject):
    """Stands for who keeps pins, beside the searches that have a name."""

    searches_changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.searches: tuple[SavedSearch, ...] = ()

    def when_known(self, step: Callable[[], object]) -> None:
        step()

    def set_searches(self, searches: tuple[SavedSearch, ...], words: str) -> None:
        self.searches = searches
        self.searches_changed.emit(words)


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    driver = Driver(qtbot)
    Pins(driver.sidebar, cast("StateClient", State(driver.sidebar)))
    driver.sidebar.show_counts(counts_of(30))
    return driver


def at(driver: Driver, value: str, kind: RowKind = RowKind.VALUE) -> int:
    return driver.row(kind, Facet.TAG, value)


def go_to(driver: Driver, value: str, kind: RowKind = RowKind.VALUE) -> None:
    driver.focus()
    driver.list.go_to(at(driver, value, kind))


def menu_of(driver: Driver, value: str, kind: RowKind = RowKind.VALUE) -> ValueMenu:
    row = driver.model.row(at(driver, value, kind))
    driver.list.menu_asked.emit(row, driver.window.mapToGlobal(QPoint(10, 10)))
    menu = driver.sidebar.findChild(ValueMenu)
    assert menu is not None
    return menu


def take(driver: Driver, words: str, value: str, kind: RowKind = RowKind.VALUE) -> None:
    menu = menu_of(driver, value, kind)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    driver.qtbot.waitUntil(lambda: driver.sidebar.findChild(ValueMenu) is None)


def noted(signal: SignalInstance) -> list[tuple[Facet, str]]:
    told: list[tuple[Facet, str]] = []

    def note(facet: Facet, value: str) -> None:
        told.append((facet, value))

    signal.connect(note)
    return told


def pins(driver: Driver) -> list[str]:
    rows = map(driver.model.row, range(driver.model.rowCount()))
    return [row.value for row in rows if row.kind is RowKind.PIN]


def test_shift_takes_all_rows_from_the_one_before(driver: Driver) -> None:
    added: list[tuple[Facet, tuple[str, ...]]] = []

    def note(facet: Facet, values: tuple[str, ...]) -> None:
        added.append((facet, values))

    driver.sidebar.facets_added.connect(note)
    driver.click(at(driver, "tag 4"))
    driver.click(at(driver, "tag 2"), SHIFT)
    driver.click(driver.row(RowKind.VALUE, Facet.SOURCE, "zaobao.com"), SHIFT)
    assert added == [(Facet.TAG, ("tag 2", "tag 3", "tag 4"))]
    assert driver.values[-1] == (Facet.SOURCE, "zaobao.com", True)  # nothing between two facets


def test_space_adds_and_takes_out_and_enter_takes_only_this(driver: Driver) -> None:
    go_to(driver, "tag 3")
    QTest.keyClick(driver.list, Qt.Key.Key_Space)
    QTest.keyClick(driver.list, Qt.Key.Key_Return)
    assert driver.values == [(Facet.TAG, "tag 3", True), (Facet.TAG, "tag 3", False)]
    assert driver.pressed == []


def test_minus_excludes(driver: Driver) -> None:
    excluded = noted(driver.sidebar.facet_excluded)
    go_to(driver, "tag 3")
    QTest.keyClick(driver.list, Qt.Key.Key_Minus)
    assert excluded == [(Facet.TAG, "tag 3")]


def test_what_is_excluded_is_shown_and_said_to_be(driver: Driver) -> None:
    shown = Filter().excluding(Facet.TAG, "tag 29")
    driver.sidebar.show_filter(shown)
    row = at(driver, "tag 29")  # though there are many others before it
    assert driver.model.row(row).excluded
    spoken = driver.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "tag 29, excluded"
    assert not driver.model.row(driver.row(RowKind.SHELF, None, "all")).chosen


def test_an_excluded_name_is_struck_out_not_only_painted_otherwise(driver: Driver) -> None:
    def widest_stroke() -> int:
        """Return how many pixels of the name some line of the row has beside the ground's."""
        place = driver.list.visualRect(driver.model.index(at(driver, "tag 5")))
        corner = driver.list.viewport().mapTo(driver.window, place.topLeft())
        image = driver.window.grab(QRect(corner, place.size())).toImage()
        ground = image.pixel(image.width() // 2, 2)
        name = range(round(12 * image.devicePixelRatio()), image.width() // 3)
        lines = range(image.height())
        return max(sum(image.pixel(x, y) != ground for x in name) for y in lines)

    before = widest_stroke()
    driver.sidebar.show_filter(Filter().excluding(Facet.TAG, "tag 5"))
    assert widest_stroke() > before


def test_the_menu_does_what_the_keys_do(driver: Driver) -> None:
    excluded = noted(driver.sidebar.facet_excluded)
    searched = noted(driver.sidebar.search_within)
    take(driver, "Only this", "tag 1")
    take(driver, "Add", "tag 2")
    take(driver, "Exclude", "tag 3")
    take(driver, "Search within…", "tag 4")
    take(driver, "Copy name", "tag 5")
    assert driver.values == [(Facet.TAG, "tag 1", False), (Facet.TAG, "tag 2", True)]
    assert (excluded, searched) == ([(Facet.TAG, "tag 3")], [(Facet.TAG, "tag 4")])
    assert QApplication.clipboard().text() == "tag 5"


def test_only_this_of_what_is_alone_already_changes_nothing(driver: Driver) -> None:
    driver.sidebar.show_filter(Filter(facets=((Facet.TAG, ("tag 1",)),)))
    take(driver, "Only this", "tag 1")
    assert driver.values == []
    assert "Take out" in [action.text() for action in menu_of(driver, "tag 1").actions()]


def test_a_pinned_value_stands_below_the_shelves_and_is_chosen_there(driver: Driver) -> None:
    take(driver, "Pin", "tag 3")
    row = at(driver, "tag 3", RowKind.PIN)
    assert row == driver.row(RowKind.SHELF, None, "today") + 1
    driver.click(row)
    assert driver.values == [(Facet.TAG, "tag 3", False)]
    driver.sidebar.show_filter(Filter(facets=((Facet.TAG, ("TAG 3",)),)))
    assert driver.model.row(row).chosen
    spoken = driver.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "tag: tag 3, pinned, 8997 post(s), chosen"


def test_pins_go_up_and_down_by_key_and_go_with_delete(driver: Driver) -> None:
    for value in ("tag 1", "tag 2", "tag 3"):
        take(driver, "Pin", value)
    go_to(driver, "tag 3", RowKind.PIN)
    QTest.keyClick(driver.list, Qt.Key.Key_Up, ALT)
    assert pins(driver) == ["tag 1", "tag 3", "tag 2"]
    current = driver.list.current_row()
    assert current is not None
    assert (current.kind, current.value) == (RowKind.PIN, "tag 3")
    QTest.keyClick(driver.list, Qt.Key.Key_Up, ALT)
    QTest.keyClick(driver.list, Qt.Key.Key_Up, ALT)
    assert pins(driver) == ["tag 3", "tag 1", "tag 2"]
    QTest.keyClick(driver.list, Qt.Key.Key_Delete)
    assert pins(driver) == ["tag 1", "tag 2"]


def drag(driver: Driver, start: QPoint, *way: QPoint) -> None:
    viewport = driver.list.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    for place in way:
        there = QPointF(place)
        globally = QPointF(viewport.mapToGlobal(place))
        moved = QMouseEvent(QEvent.Type.MouseMove, there, globally, LEFT, LEFT, NONE)
        QApplication.sendEvent(viewport, moved)
    QTest.mouseRelease(viewport, LEFT, NONE, way[-1])


def centre(driver: Driver, value: str, kind: RowKind = RowKind.VALUE) -> QPoint:
    return driver.list.visualRect(driver.model.index(at(driver, value, kind))).center()


def test_a_pin_is_dragged_to_another_place(driver: Driver) -> None:
    for value in ("tag 1", "tag 2", "tag 3"):
        take(driver, "Pin", value)
    first, last = (centre(driver, value, RowKind.PIN) for value in ("tag 1", "tag 3"))
    drag(driver, first, first + QPoint(0, 20), last + QPoint(0, 6))
    assert pins(driver) == ["tag 2", "tag 3", "tag 1"]
    assert driver.values == []


def test_a_session_that_is_taken_up_leaves_the_pins_alone(driver: Driver) -> None:
    take(driver, "Pin", "tag 1")
    driver.sidebar.restore(driver.sidebar.state())
    assert pins(driver) == ["tag 1"]


def test_a_value_is_dragged_out_of_the_list_as_a_query(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def note(facet: Facet, value: str, _theme: Theme, _source: object) -> None:
        taken.append(query_of(facet, value))

    monkeypatch.setattr(facet_drag, "drag_value", note)
    start = centre(driver, "tag 3")
    drag(driver, start, start + QPoint(2, 0))  # a hand that trembles
    assert driver.values == [(Facet.TAG, "tag 3", False)]
    drag(driver, start, start + QPoint(30, 0), start + QPoint(60, 0))
    assert taken == ['tag:"tag 3"']
    assert len(driver.values) == 1


@pytest.mark.parametrize(
    ("facet", "value", "said"),
    [
        (Facet.TAG, "war", 'tag:"war"'),
        (Facet.TAG, "two  words", 'tag:"two words"'),
        (Facet.CATEGORY, "News/World", 'category:"News/World"'),
        (Facet.AUTHOR, "陳水扁", 'author:"陳水扁"'),
        (Facet.SOURCE, "bbc.co.uk", 'source:"bbc.co.uk"'),
        (Facet.YEAR, "2022", "after:2022 before:2023"),
        (Facet.YEAR, "2022-12", "after:2022-12 before:2023-01"),
        (Facet.YEAR, "some day", ""),
    ],
)
def test_a_value_is_said_as_a_query_says_it(facet: Facet, value: str, said: str) -> None:
    assert query_of(facet, value) == said


def shown_tags(driver: Driver) -> list[str]:
    rows = map(driver.model.row, range(driver.model.rowCount()))
    return [row.value for row in rows if row.section is Facet.TAG and row.pair]


def point_at(driver: Driver, place: QPoint) -> None:
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(driver.list.viewport().mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        NONE,
    )
    QApplication.sendEvent(driver.list.viewport(), moved)


def leave(driver: Driver) -> None:
    QApplication.sendEvent(driver.list.viewport(), QEvent(QEvent.Type.Leave))


def grown(order: tuple[int, ...]) -> dict[Facet, tuple[FacetCount, ...]]:
    return {Facet.TAG: tuple(FacetCount(f"tag {n}", 50 - at) for at, n in enumerate(order))}


def test_under_the_mouse_a_growing_library_changes_counts_and_no_places(driver: Driver) -> None:
    few = replace(counts_of(5), facets=grown((0, 1, 2, 3, 4)))
    driver.sidebar.show_counts(few)
    point_at(driver, centre(driver, "tag 1"))
    driver.sidebar.show_counts(replace(few, facets=grown((4, 7, 2, 1, 0, 3))))
    assert shown_tags(driver) == ["tag 0", "tag 1", "tag 2", "tag 3", "tag 4", "tag 7"]
    assert driver.model.row(at(driver, "tag 4")).count == 50
    leave(driver)
    assert shown_tags(driver) == ["tag 4", "tag 7", "tag 2", "tag 1", "tag 0", "tag 3"]


def test_a_mouse_that_comes_back_without_a_move_counts(driver: Driver) -> None:
    few = replace(counts_of(5), facets=grown((0, 1, 2, 3, 4)))
    driver.sidebar.show_counts(few)
    place = QPointF(centre(driver, "tag 1"))
    QApplication.sendEvent(driver.list.viewport(), QEnterEvent(place, place, place))
    driver.sidebar.show_counts(replace(few, facets=grown((4, 2, 1, 0, 3))))
    assert shown_tags(driver) == ["tag 0", "tag 1", "tag 2", "tag 3", "tag 4"]


def test_what_is_excluded_stays_in_its_place_until_one_goes_on(driver: Driver) -> None:
    few = replace(counts_of(5), facets=grown((0, 1, 2, 3, 4)))
    driver.sidebar.show_counts(few)
    go_to(driver, "tag 1")
    values = (*grown((0, 2, 3, 4))[Facet.TAG], FacetCount("tag 1", 0))
    excluding = Filter().excluding(Facet.TAG, "tag 1")
    driver.sidebar.show_counts(replace(few, filter=excluding, facets={Facet.TAG: values}))
    assert shown_tags(driver) == ["tag 0", "tag 1", "tag 2", "tag 3", "tag 4"]
    driver.posts.setFocus()
    assert shown_tags(driver) == ["tag 0", "tag 2", "tag 3", "tag 4", "tag 1"]


def test_shift_f10_opens_the_menu_of_the_current_row(driver: Driver) -> None:
    go_to(driver, "tag 3")
    QTest.keyClick(driver.list, Qt.Key.Key_F10, SHIFT)
    menu = driver.sidebar.findChild(ValueMenu)
    assert menu is not None
    menu.close()


def test_another_filter_orders_its_values_at_once(driver: Driver) -> None:
    few = replace(counts_of(5), facets=grown((0, 1, 2, 3, 4)))
    driver.sidebar.show_counts(few)
    point_at(driver, centre(driver, "tag 1"))
    other = replace(few, filter=Filter(query="x"), facets=grown((4, 2, 1, 0, 3)))
    driver.sidebar.show_counts(other)
    assert shown_tags(driver) == ["tag 4", "tag 2", "tag 1", "tag 0", "tag 3"]


def test_what_the_mouse_is_at_stays_there_when_rows_come_above_it(driver: Driver) -> None:
    driver.window.resize(240, 300)
    many = counts_of(400)
    sources = tuple(FacetCount(f"{n}.com", 90 - n) for n in range(9))
    driver.sidebar.show_counts(replace(many, facets={**many.facets, Facet.SOURCE: sources}))
    driver.list.scrollTo(driver.model.index(driver.row(RowKind.VALUE, Facet.SOURCE, "8.com")))
    row = driver.row(RowKind.VALUE, Facet.SOURCE, "4.com")
    place = driver.list.visualRect(driver.model.index(row)).center()
    point_at(driver, place)
    facets = {Facet.CATEGORY: many.facets[Facet.TAG], Facet.SOURCE: sources, **many.facets}
    driver.sidebar.show_counts(replace(many, facets={**facets, Facet.SOURCE: sources}))
    now = driver.list.indexAt(place)
    assert driver.model.row(now.row()).value == "4.com"


def test_while_nobody_is_there_the_list_stays_where_it_was_scrolled(driver: Driver) -> None:
    driver.window.resize(240, 300)
    go_to(driver, "tag 1")
    driver.posts.setFocus()
    bar = driver.list.verticalScrollBar()
    bar.setValue(0)
    many = counts_of(30)
    take(driver, "Pin", "tag 2")
    facets = {**many.facets, Facet.TAG: (FacetCount("first", 9999), *many.facets[Facet.TAG])}
    driver.sidebar.show_counts(replace(many, filter=Filter(query="x"), facets=facets))
    assert bar.value() == 0


def test_the_keyboard_stays_at_its_value_when_the_order_changes(driver: Driver) -> None:
    driver.sidebar.show_counts(replace(counts_of(5), facets=grown((0, 1, 2, 3, 4))))
    go_to(driver, "tag 1")
    other = replace(counts_of(5), filter=Filter(query="x"), facets=grown((4, 2, 3, 0, 1)))
    driver.sidebar.show_counts(other)
    current = driver.list.current_row()
    assert current is not None
    assert current.value == "tag 1"


def test_the_keyboard_keeps_its_place_when_a_menu_opens_where_a_filter_box_was(
    driver: Driver,
) -> None:
    for _ in range(8):  # the menu must be made at the address of the box
        driver.sidebar.focus_filter(Facet.TAG)
        QTest.keyClick(driver.box(), Qt.Key.Key_Escape)
        driver.qtbot.wait(20)
        go_to(driver, "tag 3")
        QTest.keyClick(driver.list, Qt.Key.Key_F10, SHIFT)
        menu = driver.sidebar.findChild(ValueMenu)
        assert menu is not None
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        driver.qtbot.wait(20)
        current = driver.list.current_row()
        assert current is not None
        assert current.value == "tag 3"
