"""The sidebar under a hand and a keyboard."""

from dataclasses import replace
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCursor, QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.library.values import Counts, Facet, FacetCount, Filter, Shelf
from reader.ui.sidebar.arrangement import STEP
from reader.ui.sidebar.menu import SectionMenu
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.rows import SidebarRows
from reader.ui.sidebar.sections import RowKind
from reader.ui.sidebar.view import Sidebar
from reader.ui.theme import DARK, LIGHT
from reader.ui.tool_tip import tool_tip

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def counts_of(tags: int, more: int = 0) -> Counts:
    values = tuple(FacetCount(f"tag {number}", 9000 - number + more) for number in range(tags))
    return Counts(
        Filter(),
        dict.fromkeys(Shelf, 21042),
        {Facet.TAG: values, Facet.SOURCE: (FacetCount("zaobao.com", 4211),)},
        (),
    )


def model_of(sidebar: Sidebar) -> SidebarModel:
    model = sidebar.findChild(SidebarModel)
    assert model is not None
    return model


class Driver:
    """A sidebar in a window that has keys of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.sidebar = Sidebar(LIGHT)
        self.posts = QPushButton("the list of posts")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.posts)
        layout.addWidget(self.sidebar)
        self.pressed: list[str] = []
        for key in ("J", "K", "Down", "Space", "Home", "Esc", "T", "Shift+A", "Return"):
            action = QAction(self.window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.pressed.append(key))
            self.window.addAction(action)
        self.shelves: list[Shelf] = []
        self.values: list[tuple[Facet, str, bool]] = []
        self.sidebar.shelf_chosen.connect(self.shelves.append)
        self.sidebar.facet_chosen.connect(self.take)
        # What is under the screen's own pointer, wherever a test before left it, keeps its place.
        QCursor.setPos(self.window.screen().geometry().bottomRight())
        self.window.setGeometry(0, 0, 240, 700)
        self.window.show()
        qtbot.addWidget(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=30_000)
        self.posts.setFocus()
        found = self.sidebar.findChild(SidebarRows)
        assert found is not None
        self.list = found
        self.model = model_of(self.sidebar)

    def take(self, facet: Facet, value: str, add: bool) -> None:
        self.values.append((facet, value, add))

    def row(self, kind: RowKind, facet: Facet | None, value: str = "") -> int:
        row = self.model.row_of(kind, facet, value)
        assert row is not None
        return row

    def click(
        self,
        row: int,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        right: int | None = None,
    ) -> None:
        rect = self.list.visualRect(self.model.index(row))
        place = rect.center() if right is None else QPoint(rect.right() - right, rect.bottom() - 8)
        QTest.mouseClick(self.list.viewport(), LEFT, modifiers, place)

    def focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(self.list.hasFocus)

    def box(self) -> QLineEdit:
        boxes = [box for box in self.sidebar.findChildren(QLineEdit) if box.isVisible()]
        assert len(boxes) == 1
        return boxes[0]


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    driver = Driver(qtbot)
    driver.sidebar.show_counts(counts_of(30))
    return driver


def test_a_click_chooses_only_this_and_ctrl_adds(driver: Driver) -> None:
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "tag 1"))
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "tag 2"), CTRL)
    driver.click(driver.row(RowKind.SHELF, None, "unread"))
    assert driver.values == [(Facet.TAG, "tag 1", False), (Facet.TAG, "tag 2", True)]
    assert driver.shelves == [Shelf.UNREAD]


def test_a_press_that_is_dragged_elsewhere_chooses_nothing(driver: Driver) -> None:
    viewport = driver.list.viewport()
    first, second = (driver.list.visualRect(driver.model.index(row)).center() for row in (1, 2))
    QTest.mousePress(viewport, LEFT, pos=first)
    QTest.mouseRelease(viewport, LEFT, pos=second)
    assert driver.shelves == []


def test_a_click_leaves_the_keyboard_where_it_was(driver: Driver) -> None:
    driver.posts.setFocus()
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "tag 1"))
    assert driver.posts.hasFocus()


def test_the_keyboard_walks_and_chooses(driver: Driver) -> None:
    driver.focus()
    for _ in range(6):
        QTest.keyClick(driver.list, Qt.Key.Key_Down)
    QTest.keyClick(driver.list, Qt.Key.Key_Up)
    QTest.keyClick(driver.list, Qt.Key.Key_Return)
    QTest.keyClick(driver.list, Qt.Key.Key_Down)
    QTest.keyClick(driver.list, Qt.Key.Key_Down)
    QTest.keyClick(driver.list, Qt.Key.Key_Return, CTRL)
    assert driver.values == [(Facet.TAG, "tag 0", False), (Facet.TAG, "tag 2", True)]
    assert "Down" not in driver.pressed
    assert "Return" not in driver.pressed


def test_letters_space_and_escape_are_the_windows(driver: Driver) -> None:
    driver.focus()
    place = driver.list.currentIndex()
    for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        QTest.keyClick(driver.list, key)
    QTest.keyClick(driver.list, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert driver.pressed == ["J", "K", "T", "Space", "Esc", "Shift+A"]
    assert driver.list.currentIndex() == place


def test_no_input_method_stands_between_a_letter_and_the_window(driver: Driver) -> None:
    driver.focus()
    QTest.keyClick(driver.list, Qt.Key.Key_Down)
    assert not driver.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_headings_collapse_and_the_session_remembers(driver: Driver, qtbot: QtBot) -> None:
    driver.click(driver.row(RowKind.HEADING, Facet.TAG))
    driver.click(driver.row(RowKind.HEADING, Facet.SOURCE))
    driver.click(driver.row(RowKind.HEADING, Facet.SOURCE))
    assert driver.model.row_of(RowKind.VALUE, Facet.TAG, "tag 0") is None
    another = Sidebar(DARK)
    qtbot.addWidget(another)
    another.restore(driver.sidebar.state())
    another.show_counts(counts_of(30))
    model = model_of(another)
    assert model.row_of(RowKind.VALUE, Facet.TAG, "tag 0") is None
    assert model.row_of(RowKind.VALUE, Facet.SOURCE, "zaobao.com") is not None


def test_left_and_right_close_and_open_a_section(driver: Driver) -> None:
    driver.focus()
    driver.list.setCurrentIndex(driver.model.index(driver.row(RowKind.VALUE, Facet.TAG, "tag 3")))
    QTest.keyClick(driver.list, Qt.Key.Key_Left)
    assert driver.model.row_of(RowKind.VALUE, Facet.TAG, "tag 3") is None
    assert driver.model.row(driver.list.currentIndex().row()).kind is RowKind.HEADING
    QTest.keyClick(driver.list, Qt.Key.Key_Right)
    assert driver.model.row_of(RowKind.VALUE, Facet.TAG, "tag 3") is not None


def nested_counts() -> Counts:
    tags = ("war", 9, ""), ("peace", 5, ""), ("war/europe", 4, "war"), ("war/asia", 3, "war")
    facets = {Facet.TAG: tuple(FacetCount(*row) for row in tags)}
    return Counts(Filter(), dict.fromkeys(Shelf, 9), facets, ())


def shown_tags(driver: Driver) -> list[str]:
    rows = map(driver.model.row, range(driver.model.rowCount()))
    return [row.value for row in rows if row.kind is RowKind.VALUE]


def test_right_unfolds_and_goes_in_left_goes_out_and_folds(driver: Driver) -> None:
    driver.sidebar.show_counts(nested_counts())
    driver.focus()
    driver.list.setCurrentIndex(driver.model.index(driver.row(RowKind.VALUE, Facet.TAG, "war")))

    def press(key: Qt.Key) -> str:
        QTest.keyClick(driver.list, key)
        return driver.model.row(driver.list.currentIndex().row()).value

    assert press(Qt.Key.Key_Right) == "war"
    assert shown_tags(driver) == ["war", "war/europe", "war/asia", "peace"]
    assert press(Qt.Key.Key_Right) == "war/europe"
    assert press(Qt.Key.Key_Down) == "war/asia"
    assert press(Qt.Key.Key_Left) == "war"
    assert press(Qt.Key.Key_Left) == "war"
    assert shown_tags(driver) == ["war", "peace"]
    assert press(Qt.Key.Key_Left) == ""  # the section's heading
    assert shown_tags(driver) == []
    assert driver.values == []


def test_the_chevron_unfolds_and_the_name_chooses(driver: Driver) -> None:
    driver.sidebar.show_counts(nested_counts())
    war = driver.model.index(driver.row(RowKind.VALUE, Facet.TAG, "war"))
    chevron = QPoint(9, driver.list.visualRect(war).center().y())
    QTest.mouseClick(driver.list.viewport(), LEFT, pos=chevron)
    assert shown_tags(driver) == ["war", "war/europe", "war/asia", "peace"]
    assert driver.values == []
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "war/asia"))
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "war"), CTRL)
    assert driver.values == [(Facet.TAG, "war/asia", False), (Facet.TAG, "war", True)]
    QTest.mouseClick(driver.list.viewport(), LEFT, pos=chevron)
    assert shown_tags(driver) == ["war", "peace"]
    peace = driver.list.visualRect(
        driver.model.index(driver.row(RowKind.VALUE, Facet.TAG, "peace"))
    )
    QTest.mouseClick(driver.list.viewport(), LEFT, pos=QPoint(9, peace.center().y()))
    assert driver.values[-1] == (Facet.TAG, "peace", False)  # nothing to unfold there


def test_the_session_remembers_what_is_unfolded(driver: Driver, qtbot: QtBot) -> None:
    driver.sidebar.show_counts(nested_counts())
    row = driver.model.row(driver.row(RowKind.VALUE, Facet.TAG, "war"))
    with qtbot.waitSignal(driver.sidebar.arranged):
        driver.list.unfold_asked.emit(row, True)
    another = Sidebar(DARK)
    qtbot.addWidget(another)
    another.restore(driver.sidebar.state())
    another.show_counts(nested_counts())
    assert model_of(another).row_of(RowKind.VALUE, Facet.TAG, "war/asia") is not None


def test_ten_thousand_values_are_rows_in_less_than_a_frame(qapp: object) -> None:
    values = tuple(
        FacetCount(f"tag {n}" if n % 3 else f"tag {n % 999}/{n}", 9000 - n, "tag 1" * (not n % 3))
        for n in range(10_000)
    )
    model = SidebarModel()
    model.arrange(model.arrangement.with_unfolded(Facet.TAG, "tag 1", True))
    taken: list[float] = []
    for step in range(7):
        shown = Filter(facets=((Facet.TAG, ("tag 4000",)),) * (step % 2))
        counts = Counts(shown, dict.fromkeys(Shelf, 1), {Facet.TAG: values}, ())
        started = process_time()
        model.show_counts(counts)
        taken.append(process_time() - started)
    assert min(taken[2:]) < 0.016


def test_t_types_into_the_tags_box_and_enter_takes_the_first(driver: Driver) -> None:
    driver.sidebar.focus_filter(Facet.TAG)
    box = driver.box()
    driver.qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "tag 27")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert driver.values == [(Facet.TAG, "tag 27", False)]
    assert driver.pressed == []
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert driver.list.hasFocus()
    assert driver.model.row(driver.list.currentIndex().row()).value == "tag 27"


def test_escape_clears_the_box_then_closes_it(driver: Driver) -> None:
    driver.sidebar.focus_filter(Facet.TAG)
    box = driver.box()
    QTest.keyClicks(box, "27")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert driver.model.row_of(RowKind.FILTER, Facet.TAG) is None
    assert driver.list.hasFocus()
    assert driver.pressed == []


def test_the_glass_opens_the_box_and_closes_it_again(driver: Driver) -> None:
    heading = driver.row(RowKind.HEADING, Facet.TAG)
    driver.click(heading, right=18)
    assert driver.box().hasFocus()
    driver.click(heading, right=18)
    assert driver.model.row_of(RowKind.FILTER, Facet.TAG) is None


def test_a_box_being_typed_into_outlives_new_counts(driver: Driver) -> None:
    driver.sidebar.focus_filter(Facet.TAG)
    box = driver.box()
    QTest.keyClicks(box, "tag 2")
    driver.sidebar.show_counts(counts_of(25, more=7))
    assert driver.box() is box
    assert (box.text(), box.hasFocus()) == ("tag 2", True)


def test_new_counts_move_neither_the_scroll_place_nor_the_keyboard(driver: Driver) -> None:
    driver.sidebar.show_counts(counts_of(400))
    driver.click(driver.row(RowKind.MORE, Facet.TAG))
    driver.focus()
    row = driver.row(RowKind.VALUE, Facet.TAG, "tag 200")
    driver.list.setCurrentIndex(driver.model.index(row - 1))
    QTest.keyClick(driver.list, Qt.Key.Key_Down)
    driver.qtbot.waitUntil(lambda: driver.list.verticalScrollBar().value() > 0)
    place = driver.list.verticalScrollBar().value()
    driver.sidebar.show_counts(counts_of(390, more=3))
    driver.qtbot.wait(50)
    assert driver.list.verticalScrollBar().value() == place
    assert driver.model.row(driver.list.currentIndex().row()).value == "tag 200"
    assert driver.list.hasFocus()


def test_a_row_that_goes_does_not_take_the_scroll_place_with_it(driver: Driver) -> None:
    driver.window.resize(240, 300)
    driver.click(driver.row(RowKind.VALUE, Facet.TAG, "tag 0"))
    bar = driver.list.verticalScrollBar()
    driver.qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    gone = counts_of(30)
    tags = gone.facets[Facet.TAG][1:]
    driver.sidebar.show_counts(replace(gone, facets={**gone.facets, Facet.TAG: tags}))
    driver.qtbot.wait(50)
    assert driver.model.row_of(RowKind.VALUE, Facet.TAG, "tag 0") is None
    assert bar.value() == 100


def test_the_context_menu_sorts_and_says_that_something_changed(driver: Driver) -> None:
    driver.sidebar.show_counts(counts_of(12))
    row = driver.model.row(driver.row(RowKind.HEADING, Facet.TAG))
    driver.list.menu_asked.emit(row, driver.window.mapToGlobal(QPoint(10, 10)))
    menu = driver.sidebar.findChild(SectionMenu)
    assert menu is not None
    by_name = next(action for action in menu.actions() if action.text() == "Sort by name")
    with driver.qtbot.waitSignal(driver.sidebar.arranged):
        by_name.trigger()
    menu.close()
    first = driver.row(RowKind.HEADING, Facet.TAG) + 1
    shown = [driver.model.row(first + step).value for step in range(8)]
    assert shown == [f"tag {number}" for number in range(8)]
    assert driver.sidebar.state()["orders"] == {"tag": "name"}


def test_a_name_cut_short_is_told_and_never_interpreted(driver: Driver) -> None:
    hostile = "<img src=x> " + "long " * 20
    counts = counts_of(1)
    tags = (FacetCount(hostile, 1), FacetCount("short", 1))
    driver.sidebar.show_counts(replace(counts, facets={Facet.TAG: tags}))
    for value, told in ((hostile, tool_tip(hostile.strip())), ("short", "")):
        index = driver.model.index(driver.row(RowKind.VALUE, Facet.TAG, value))
        place = driver.list.visualRect(index).center()
        viewport = driver.list.viewport()
        event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)
        driver.qtbot.waitUntil(lambda told=told: QToolTip.text() == told)


def test_thousands_of_tags_need_no_widgets_and_little_time(driver: Driver) -> None:
    driver.sidebar.show_counts(counts_of(5000))
    widgets = len(driver.sidebar.findChildren(QWidget))
    started = perf_counter()
    driver.click(driver.row(RowKind.MORE, Facet.TAG))
    driver.qtbot.waitUntil(lambda: driver.list.verticalScrollBar().maximum() > STEP * 20)
    assert perf_counter() - started < 0.5
    assert len(driver.sidebar.findChildren(QWidget)) == widgets


def test_filtering_a_facet_that_has_no_values_does_nothing(driver: Driver) -> None:
    driver.sidebar.focus_filter(Facet.AUTHOR)
    assert driver.model.row_of(RowKind.FILTER, Facet.AUTHOR) is None


def test_a_theme_can_change_at_any_time(driver: Driver) -> None:
    driver.sidebar.focus_filter(Facet.TAG)
    driver.sidebar.set_theme(DARK)
    image = driver.sidebar.grab().toImage()
    assert image.pixelColor(2, image.height() - 2).name() == DARK.side
