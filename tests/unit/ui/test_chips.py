"""The active filters as chips."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.library.values import Facet, Filter, Shelf
from reader.ui.chips import HEIGHT, FilterChips, chips_of, period_words
from reader.ui.theme import DARK, LIGHT

FULL = Filter(
    shelf=Shelf.UNREAD,
    query="乌克兰 -ad",
    facets=((Facet.TAG, ("联合早报", "维稳")), (Facet.YEAR, ("2022",))),
    since=date(2021, 10, 1),
    until=date(2022, 4, 30),
)


def test_every_part_of_a_filter_has_its_chip(qapp: object) -> None:
    assert [chip.words for chip in chips_of(FULL)] == [
        "Unread",
        "search: 乌克兰 -ad",
        "tag: 联合早报",
        "tag: 维稳",
        "year: 2022",
        "2021-10 … 2022-04",
    ]
    assert list(chips_of(Filter())) == []


def test_a_month_is_called_by_its_name_and_what_is_none_as_it_is(qapp: object) -> None:
    chosen = ((Facet.YEAR, ("2022-02", "2022-77", "2022-x")),)
    assert [chip.words for chip in chips_of(Filter(facets=chosen))] == [
        "February 2022",
        "year: 2022-77",
        "year: 2022-x",
    ]


def test_each_chip_takes_only_its_own_part_away(qapp: object) -> None:
    remaining = {chip.words: list(chips_of(chip.without)) for chip in chips_of(FULL)}
    everything = {chip.words for chip in chips_of(FULL)}
    for words, left in remaining.items():
        assert {chip.words for chip in left} == everything - {words}


def test_what_is_excluded_says_so_and_comes_back(qapp: object) -> None:
    shown = FULL.excluding(Facet.SOURCE, "iYouPort").excluding(Facet.YEAR, "2022-02")
    excluded = [chip for chip in chips_of(shown) if chip.excludes]
    assert [chip.words for chip in excluded] == ["not source: iYouPort", "not February 2022"]
    assert excluded[1].without == FULL.excluding(Facet.SOURCE, "iYouPort")


def test_removing_one_after_the_other_ends_with_everything(qapp: object) -> None:
    shown = FULL
    while chips := list(chips_of(shown)):
        shown = chips[-1].without
    assert shown == Filter()


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2021, 10, 1), date(2022, 4, 30), "2021-10 … 2022-04"),
        (date(2022, 2, 1), date(2022, 2, 28), "2022-02"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2020, 1, 1), date(2021, 12, 31), "2020 … 2021"),
        (date(2022, 2, 3), date(2022, 2, 3), "2022-02-03"),
        (date(2022, 2, 1), date(2022, 2, 27), "2022-02-01 … 2022-02-27"),
        (date(2022, 2, 1), None, "2022-02 …"),
        (None, date.max, "… 9999"),
    ],
)
def test_a_period_is_said_as_shortly_as_it_can_be(
    since: date | None, until: date | None, words: str
) -> None:
    assert period_words(since, until) == words


class Driver:
    """Chips in a window that has keys of its own; a removal comes back as a filter does."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.chips = FilterChips(LIGHT)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chips)
        layout.addStretch()
        self.pressed: list[str] = []
        for key in ("J", "Space", "Return", "Left", "Alt+R"):
            action = QAction(self.window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.pressed.append(key))
            self.window.addAction(action)
        self.filters: list[Filter] = []
        self.chips.removed.connect(self.take)
        self.window.resize(500, 200)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=30_000)
        self.chips.show_filter(FULL, 1204)

    def take(self, shown: Filter) -> None:
        self.filters.append(shown)
        self.chips.show_filter(shown, 3)

    def words(self) -> list[str]:
        return [chip.words() for chip in self.chips.chips()]


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    return Driver(qtbot)


def test_a_click_removes_a_chip(driver: Driver) -> None:
    QTest.mouseClick(driver.chips.chips()[0], Qt.MouseButton.LeftButton)
    assert driver.filters[-1].shelf is Shelf.ALL
    assert driver.words()[0] == "search: 乌克兰 -ad"


def test_the_keyboard_walks_and_removes_and_stays(driver: Driver) -> None:
    first = driver.chips.chips()[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert driver.chips.chips()[1].hasFocus()
    QTest.keyClick(driver.chips.chips()[1], Qt.Key.Key_Delete)
    assert driver.filters[-1].query == ""
    assert driver.chips.chips()[1].hasFocus()
    QTest.keyClick(driver.chips.chips()[1], Qt.Key.Key_Return)
    assert driver.words() == ["Unread", "tag: 维稳", "year: 2022", "2021-10 … 2022-04"]
    assert driver.pressed == []


def test_letters_and_space_are_the_windows(driver: Driver) -> None:
    chip = driver.chips.chips()[0]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chip, Qt.Key.Key_J)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert driver.pressed == ["J", "Space"]
    assert driver.filters == []


def test_a_tag_with_an_ampersand_is_no_shortcut(driver: Driver) -> None:
    driver.chips.show_filter(Filter(facets=((Facet.TAG, ("A&R",)),)), 1)
    assert driver.words() == ["tag: A&R"]
    QTest.keyClick(driver.chips.chips()[0], Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert driver.filters == []
    assert driver.pressed == ["Alt+R"]


def test_chips_wrap_and_never_take_more_than_three_lines(driver: Driver) -> None:
    many = Filter(facets=((Facet.TAG, tuple(f"标签 {n}" for n in range(40))),))
    driver.chips.show_filter(Filter(), 5)
    one_line = driver.chips.height()
    driver.chips.show_filter(many, 5)
    assert one_line + 2 * HEIGHT < driver.chips.height() < one_line + 3 * HEIGHT
    room = driver.chips.width()
    places = [chip.geometry() for chip in driver.chips.chips()]
    assert all(place.right() < room for place in places)
    assert len({place.top() for place in places}) > 3


def test_an_excluded_chip_is_an_outline_a_chosen_one_is_filled(driver: Driver) -> None:
    grounds: list[str] = []
    for shown in (Filter().toggled(Facet.TAG, "x"), Filter().excluding(Facet.TAG, "x")):
        driver.chips.show_filter(shown, 1)
        image = driver.chips.chips()[0].grab().toImage()
        ratio = image.devicePixelRatio()
        grounds.append(image.pixelColor(int(HEIGHT / 2 * ratio), int(3 * ratio)).name())
    assert grounds == [LIGHT.selection, LIGHT.list]


def test_without_filters_only_the_count_stands_there(driver: Driver) -> None:
    driver.chips.show_filter(Filter(), 21042)
    assert driver.words() == []


def test_a_chip_says_what_it_does(driver: Driver) -> None:
    assert driver.chips.chips()[2].accessibleName() == "Remove tag: 联合早报"


def test_a_theme_can_change_at_any_time(driver: Driver) -> None:
    driver.chips.set_theme(DARK)
    assert driver.chips.grab().toImage().pixelColor(1, 1).name() == DARK.list
