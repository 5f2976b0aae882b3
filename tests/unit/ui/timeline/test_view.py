"""The timeline under a hand and a keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.library.values import Counts, Facet, Filter
from reader.ui.theme import DARK, LIGHT
from reader.ui.timeline.scale import PADDING, WIDEST
from reader.ui.timeline.view import Timeline

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
YEAR = tuple((f"2022-{month:02}", month * 3) for month in range(1, 13))


def counts_of(
    since: date | None = None, until: date | None = None, months: tuple[tuple[str, int], ...] = YEAR
) -> Counts:
    return Counts(Filter(since=since, until=until), {}, {}, months)


class Driver:
    """A timeline in a window that has keys of its own; a choice comes back as counts do."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.timeline = Timeline(LIGHT)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.timeline)
        self.pressed: list[str] = []
        for key in ("J", "Left", "Right", "Esc", "Home"):
            action = QAction(self.window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.pressed.append(key))
            self.window.addAction(action)
        self.chosen: list[tuple[date | None, date | None]] = []
        self.timeline.range_chosen.connect(self.take)
        self.window.resize(372, 100)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=30_000)
        self.timeline.show_counts(counts_of())

    def take(self, since: date | None, until: date | None) -> None:
        self.chosen.append((since, until))
        self.timeline.show_counts(counts_of(since, until))

    def place(self, bar: int) -> QPoint:
        return QPoint(int(PADDING + (bar + 0.4) * WIDEST), 30)

    def drag(self, first: int, last: int) -> None:
        QTest.mousePress(self.timeline, LEFT, pos=self.place(first))
        QTest.mouseMove(self.timeline, self.place(last))
        QTest.mouseRelease(self.timeline, LEFT, pos=self.place(last))

    def keys(self, *keys: Qt.Key, shift: bool = False) -> None:
        for key in keys:
            modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.timeline, key, modifiers)


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    return Driver(qtbot)


def test_a_click_takes_a_month(driver: Driver) -> None:
    QTest.mouseClick(driver.timeline, LEFT, pos=driver.place(1))
    assert driver.chosen == [(date(2022, 2, 1), date(2022, 2, 28))]


@pytest.mark.parametrize(("first", "last"), [(2, 5), (5, 2)])
def test_a_drag_takes_all_between_either_way(driver: Driver, first: int, last: int) -> None:
    driver.drag(first, last)
    assert driver.chosen == [(date(2022, 3, 1), date(2022, 6, 30))]


def test_a_drag_past_the_end_takes_all_to_the_end(driver: Driver) -> None:
    driver.drag(10, 40)
    assert driver.chosen == [(date(2022, 11, 1), date(2022, 12, 31))]


def test_a_double_click_takes_all_dates_again(driver: Driver) -> None:
    driver.drag(2, 5)
    QTest.mouseDClick(driver.timeline, LEFT, pos=driver.place(3))
    assert driver.chosen[-1] == (None, None)


def test_a_click_beside_the_bars_chooses_nothing(driver: Driver) -> None:
    QTest.mouseClick(driver.timeline, LEFT, pos=driver.place(20))
    assert driver.chosen == []


def test_the_keyboard_steps_extends_and_clears(driver: Driver) -> None:
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(Qt.Key.Key_Home, Qt.Key.Key_Right)
    assert driver.chosen[-1] == (date(2022, 2, 1), date(2022, 2, 28))
    driver.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    assert driver.chosen[-1] == (date(2022, 2, 1), date(2022, 4, 30))
    driver.keys(Qt.Key.Key_Left, shift=True)
    assert driver.chosen[-1] == (date(2022, 2, 1), date(2022, 3, 31))
    driver.keys(Qt.Key.Key_Left)
    assert driver.chosen[-1] == (date(2022, 2, 1), date(2022, 2, 28))
    driver.keys(Qt.Key.Key_Escape)
    assert driver.chosen[-1] == (None, None)
    assert driver.pressed == []


def test_other_keys_are_the_windows_and_so_is_an_escape_with_nothing_to_clear(
    driver: Driver,
) -> None:
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(Qt.Key.Key_J, Qt.Key.Key_Escape)
    assert driver.pressed == ["J", "Esc"]
    assert driver.chosen == []


def test_it_says_what_is_chosen(driver: Driver) -> None:
    assert driver.timeline.accessibleDescription() == "All dates"
    driver.drag(1, 3)
    assert driver.timeline.accessibleDescription() == "February 2022 – April 2022"
    driver.drag(0, 11)
    assert driver.timeline.accessibleDescription() == "2022"


def test_the_chosen_bars_wear_the_accent(driver: Driver) -> None:
    def reddest() -> int:
        image = driver.timeline.grab().toImage()
        ratio = image.devicePixelRatio()
        x = int(driver.place(11).x() * ratio)
        colour = image.pixelColor(x, int(25 * ratio))
        return colour.red() - colour.blue()

    before = reddest()
    driver.drag(10, 11)
    assert reddest() > before + 60


def test_a_tag_is_shown_within_the_time_of_the_whole_library(driver: Driver) -> None:
    tag = Filter(facets=((Facet.TAG, ("guide",)),))
    driver.timeline.show_counts(Counts(tag, {}, {}, (("2022-06", 2),)))
    QTest.mouseClick(driver.timeline, LEFT, pos=driver.place(5))
    assert driver.chosen == [(date(2022, 6, 1), date(2022, 6, 30))]


def test_another_library_has_a_time_of_its_own(driver: Driver) -> None:
    driver.timeline.begin(None)
    tag = Filter(facets=((Facet.TAG, ("guide",)),))
    driver.timeline.show_counts(Counts(tag, {}, {}, (("1999-06", 2),)))
    QTest.mouseClick(driver.timeline, LEFT, pos=driver.place(0))
    assert driver.chosen == [(date(1999, 6, 1), date(1999, 6, 30))]


@pytest.mark.parametrize("width", [1, 20, 100, 1600])
def test_any_width_and_any_dates_can_be_painted(driver: Driver, width: int) -> None:
    driver.timeline.set_theme(DARK)
    driver.window.setMinimumSize(0, 0)
    for months in ((), (("2022-02", 1),), (("0001-01", 1), ("9999-12", 7)), YEAR):
        driver.timeline.resize(width, 44)
        driver.timeline.show_counts(counts_of(date(1970, 1, 1), None, months))
        driver.timeline.grab()
