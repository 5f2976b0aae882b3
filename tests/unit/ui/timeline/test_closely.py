"""The timeline looked at closely: by wheel, by key, down to days."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.library.values import Counts, Days, Filter
from reader.ui.theme import LIGHT
from reader.ui.timeline import view
from reader.ui.timeline.bars import Span
from reader.ui.timeline.scale import PADDING
from reader.ui.timeline.view import Timeline

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MONTHS = tuple((f"{year}-{month:02}", 28) for year in range(2017, 2023) for month in range(1, 13))


class Driver:
    """A timeline whose questions are answered at once: one post on each of a month's first days."""

    def __init__(self, qtbot: QtBot) -> None:
        self.timeline = Timeline(LIGHT)
        self.chosen: list[tuple[date | None, date | None]] = []
        self.asked: list[tuple[date, date]] = []
        self.filter = Filter()
        self.timeline.range_chosen.connect(self.take)
        self.timeline.days_wanted.connect(self.answer)
        self.timeline.resize(372, 43)
        qtbot.addWidget(self.timeline)
        self.timeline.show()
        self.show_counts()

    def show_counts(self) -> None:
        self.timeline.show_counts(Counts(self.filter, {}, {}, MONTHS))

    def take(self, since: date | None, until: date | None) -> None:
        self.chosen.append((since, until))
        self.filter = Filter(since=since, until=until)
        self.show_counts()

    def answer(self, since: date, until: date) -> None:
        self.asked.append((since, until))
        every = (since + timedelta(days=n) for n in range((until - since).days + 1))
        posts = tuple((day, 1) for day in every if day.day <= 28)
        self.timeline.show_days(Days(self.filter, since, until, posts))

    def wheel(self, x: int, notches: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        event = QWheelEvent(
            QPointF(x, 20),
            QPointF(self.timeline.mapToGlobal(QPoint(x, 20))),
            QPoint(),
            QPoint(0, round(notches * 120)),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.timeline, event)

    def click(self, x: int) -> tuple[date, date]:
        QTest.mouseClick(self.timeline, LEFT, NONE, QPoint(x, 20))
        since, until = self.chosen[-1]
        assert since is not None
        assert until is not None
        return since, until

    def keys(self, *keys: Qt.Key, shift: bool = False) -> None:
        for key in keys:
            QTest.keyClick(self.timeline, key, SHIFT if shift else NONE)

    def shown(self) -> str:
        return self.timeline.accessibleDescription()


@pytest.fixture
def driver(qtbot: QtBot) -> Driver:
    return Driver(qtbot)


def test_the_wheel_looks_closer_down_to_days_and_back_to_all(driver: Driver) -> None:
    lengths: list[int] = []
    for _ in range(30):
        since, until = driver.click(180)
        lengths.append((until - since).days + 1)
        driver.wheel(180, 1)
    assert lengths == sorted(lengths, reverse=True)
    assert {1, 7} < set(lengths)
    assert lengths[0] >= 28
    driver.wheel(180, -60)
    assert driver.shown().count("shown") == 0


def test_what_is_under_the_mouse_stays_there(driver: Driver) -> None:
    x = PADDING + 250
    for _ in range(25):
        since, until = driver.click(x)
        driver.wheel(x, 1)
        closer = driver.click(x)
        bar = closer[1] - closer[0] + timedelta(days=1)  # to whose begin time is rounded
        assert closer[0] - bar <= until
        assert closer[1] + bar >= since


def test_no_day_is_asked_for_until_somebody_looks_so_closely(driver: Driver) -> None:
    assert driver.asked == []
    driver.wheel(180, 12)
    assert len(driver.asked) == 1
    driver.wheel(180, -0.5)
    assert len(driver.asked) == 1  # what is around was answered with it


def test_a_library_that_grows_is_asked_again_and_keeps_its_part(driver: Driver) -> None:
    driver.wheel(180, 12)
    before, asked = driver.shown(), len(driver.asked)
    driver.show_counts()
    assert driver.shown() == before
    assert len(driver.asked) == asked + 1


def test_days_of_another_filter_are_not_shown(driver: Driver) -> None:
    driver.timeline.days_wanted.disconnect(driver.answer)
    driver.wheel(180, 12)
    stale = tuple((date(2019, 1, 1) + timedelta(days=n), 1) for n in range(900))
    days = Days(Filter(query="x"), date(2018, 1, 1), date(2022, 1, 1), stale)
    driver.timeline.show_days(days)
    since, until = driver.click(PADDING + 30)
    assert (until - since).days >= 27  # months still


def test_sideways_goes_along(driver: Driver) -> None:
    driver.wheel(180, 12)
    before = driver.click(180)
    driver.wheel(180, -3, SHIFT)
    assert driver.click(180)[0] > before[1]
    driver.wheel(180, 3, SHIFT)
    assert driver.click(180)[0] == before[0]


def test_many_small_turns_of_a_touchpad_are_a_large_one(driver: Driver) -> None:
    for _ in range(3):
        driver.wheel(180, 0.1)
    assert "shown" in driver.shown()


def test_plus_and_minus_look_closer_and_less_closely(driver: Driver) -> None:
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 30)
    since, until = driver.chosen[-1]
    assert since == date(2019, 7, 1)
    driver.keys(*[Qt.Key.Key_Plus] * 16)
    assert driver.chosen[-1] == (since, until)  # looking changes nothing
    driver.keys(Qt.Key.Key_Right)
    day, same = driver.chosen[-1]
    assert day == same
    driver.keys(*[Qt.Key.Key_Minus] * 40)
    assert "shown" not in driver.shown()


def test_the_arrows_lead_on_beyond_what_is_shown(driver: Driver) -> None:
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 30, *[Qt.Key.Key_Plus] * 16)
    driver.keys(Qt.Key.Key_Right)
    first = driver.chosen[-1][0]
    assert first is not None
    for step in range(1, 100):
        driver.keys(Qt.Key.Key_Right)
        assert driver.chosen[-1] == (first + timedelta(days=step), first + timedelta(days=step))
    driver.keys(*[Qt.Key.Key_Left] * 40, shift=True)
    last = first + timedelta(days=99)
    assert driver.chosen[-1] == (last - timedelta(days=40), last)


def test_escape_clears_then_shows_all_and_then_is_the_windows(driver: Driver) -> None:
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.wheel(180, 12)
    driver.click(180)
    driver.keys(Qt.Key.Key_Escape)
    assert driver.chosen[-1] == (None, None)
    assert driver.shown().startswith("All dates, shown: ")
    driver.keys(Qt.Key.Key_Escape)
    assert driver.shown() == "All dates"


def test_where_one_looks_is_shown_below_the_bars(driver: Driver) -> None:
    def track() -> set[str]:
        image = driver.timeline.grab().toImage()
        y = int(39 * image.devicePixelRatio())
        return {image.pixelColor(x, y).name() for x in range(30, image.width() - 30)}

    assert track() == {LIGHT.list}
    driver.wheel(180, 6)
    assert {LIGHT.hairline, LIGHT.faint} <= track()


def test_another_library_is_shown_whole(driver: Driver) -> None:
    driver.wheel(180, 12)
    driver.timeline.begin(None)
    driver.show_counts()
    assert driver.shown() == "All dates"


def test_what_was_looked_at_is_shown_again_however_narrow_the_first_counts(
    driver: Driver, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(driver.timeline.looked_at):
        driver.wheel(180, 12)
    part, before = driver.timeline.part, driver.shown()
    assert part is not None
    assert Span.of_text(part.text) == part
    driver.timeline.begin(part)
    driver.timeline.show_counts(Counts(Filter(query="x"), {}, {}, (("2020-05", 2),)))
    assert driver.shown() == before
    driver.show_counts()
    assert driver.shown() == before


def test_a_time_in_which_there_are_no_posts_any_more_is_not_shown_again(driver: Driver) -> None:
    driver.timeline.begin(Span(date(1990, 1, 1), date(1990, 3, 1)))
    driver.show_counts()
    assert driver.shown() == "All dates"


@pytest.mark.parametrize("text", ["", "2022", "2022-01-01", "2022-02-01/2022-01-01", "a/b", "//"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert Span.of_text(text) is None


def test_the_keyboard_s_steps_are_said(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def note(_: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(view, "announce", note)
    driver.timeline.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(Qt.Key.Key_Home)
    driver.keys(Qt.Key.Key_Right, shift=True)
    driver.keys(Qt.Key.Key_Plus)
    assert said[:2] == ["January 2017 · 28 post(s)", "January 2017 – February 2017 · 56 post(s)"]
    assert "shown: " in said[2]
