"""Links followed by keyboard, through the whole window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.ui.article_view.links import Leads, Target
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

pytestmark = pytest.mark.window
Start = Callable[..., Driver]
LONG = "\n\n".join(["Many words. " * 60] * 20)


@pytest.fixture
def reader(start: Start, tmp_path: Path) -> Driver:
    folder = tmp_path / "linked"
    write_post(folder, "2022-01-01-far.md", title="Far", day="2022-01-01", body="Too far.")
    body = f"{LONG}\n\n## The second part\n\nThere.\n\n{LONG}"
    write_post(folder, "goal.md", title="Goal", day="2022-01-02", body=body)
    links = (
        "[inside](goal.md#the-second-part) [by URL](https://www.example.org/goal.md?utm_source=x) "
        "[permalink](/2022/01/01/far/) [file](paper.pdf)"
    )
    write_post(folder, "start.md", title="Start", day="2022-01-03", body=links)
    (folder / "paper.pdf").write_bytes(b"%PDF")
    driver = start(folder)
    driver.until(lambda: driver.front.article.view is not None)
    driver.until(lambda: driver.count() == 3)
    driver.assembly.moving.show_post("start.md")
    driver.until_read("start.md")
    return driver


def scrolled(driver: Driver) -> float:
    return driver.assembly.clients.state.state_of("goal.md").position


def test_a_link_is_said_and_leads_to_its_place_and_back(reader: Driver) -> None:
    view = reader.front.article.view
    assert view is not None
    reader.assembly.moving.focus_article()
    reader.until(lambda: QApplication.focusWidget() is not reader.front.post_list)
    view.step_link(1)  # the header's, to the original: it is this very post
    reader.until(lambda: "In this library: Start" in reader.front.status.words())
    view.step_link(1)
    reader.until(lambda: "In this library: Goal" in reader.front.status.words())
    reader.press(Qt.Key.Key_Return)
    reader.until_read("goal.md")
    reader.until(lambda: 0.3 < scrolled(reader) < 0.7)
    reader.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    reader.until(lambda: reader.shown() == "start.md")


@pytest.mark.parametrize(
    ("leads", "place", "shown"),
    [
        (Leads.OUTSIDE, "https://www.example.org/goal.md?utm_source=x", "goal.md"),
        (Leads.LIBRARY, "2022/01/01/far", "2022-01-01-far.md"),
        (Leads.LIBRARY, "Goal", "goal.md"),
    ],
)
def test_a_link_leads_to_the_post_that_is_here(
    reader: Driver, leads: Leads, place: str, shown: str
) -> None:
    reader.assembly.links.follow(Target(leads, place, "", "start.md"))
    reader.until(lambda: reader.shown() == shown)


def test_a_link_to_nothing_says_so(reader: Driver) -> None:
    reader.assembly.links.follow(Target(Leads.LIBRARY, "nowhere.md", "", "start.md"))
    reader.until(lambda: "There is no post nowhere.md" in reader.front.status.words())


def test_going_back_within_an_article_returns_to_the_place(reader: Driver) -> None:
    view = reader.front.article.view
    assert view is not None
    reader.assembly.moving.show_post("goal.md")
    reader.until_read("goal.md")
    view.scroll_to_anchor("the-second-part")
    reader.until(lambda: 0.3 < scrolled(reader) < 0.7)
    reader.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    reader.until(lambda: scrolled(reader) < 0.05)
    assert reader.shown() == "goal.md"
    reader.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    reader.until(lambda: 0.3 < scrolled(reader) < 0.7)


def test_a_short_article_says_that_it_has_no_contents(reader: Driver) -> None:
    reader.press(Qt.Key.Key_O)
    reader.until(lambda: "no headings" in reader.front.status.words())
