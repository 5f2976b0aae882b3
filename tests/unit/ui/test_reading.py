"""What the page is told, with the page and the renderer played by lists of what they are told."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reader.ui.reading import Reading
from reader.ui.render_queue import Rendered
from reader.ui.state_client import StateClient


class Renderer(QObject):
    """Answers when the test says so: the order of answers is what is tested."""

    rendered = Signal(object)
    prepared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, bool]] = []
        self.scripts: list[str] = []

    def request(self, path: str, raw: bool = False) -> None:
        self.asked.append((path, raw))

    def prepare(self, paths: Sequence[str]) -> None:
        pass

    def show_chinese(self, script: str) -> None:
        self.scripts.append(script)

    def forget(self, paths: Iterable[str]) -> None:
        pass

    def answer(self, path: str, raw: bool = False) -> None:
        self.rendered.emit(Rendered(path, raw, {"path": path}))

    def miss(self, path: str, raw: bool = False) -> None:
        self.rendered.emit(Rendered(path, raw, None, None, "gone"))

    def fail(self, path: str) -> None:
        self.rendered.emit(Rendered(path, False, None, "text", "why"))


class Page(QObject):
    painted = Signal(str)
    position_changed = Signal(str, float)
    reached_end = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show_article(
        self, article: Mapping[str, object], position: float, anchor: str = ""
    ) -> None:
        self.shown.append(str(article["path"]))

    def show_plain(self, path: str, title: str, text: str, why: str) -> None:
        self.shown.append(f"plain {path}")

    def show_nothing(self) -> None:
        self.shown.append("")


class Desk:
    def __init__(self, tmp_path: Path) -> None:
        self.renderer, self.page, self.state = Renderer(), Page(), StateClient()
        self.state.open(tmp_path / "state.db", tmp_path)
        self.reading = Reading(self.renderer, self.state, tuple)  # pyright: ignore[reportArgumentType] - see above
        self.reading.attach(self.page)  # pyright: ignore[reportArgumentType] - see above


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterable[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.state.close()


def test_an_answer_that_nobody_waits_for_any_more_is_not_shown(desk: Desk) -> None:
    desk.reading.show_post("a.md")
    desk.reading.show_post("b.md")
    desk.renderer.answer("a.md")
    assert desk.page.shown == []
    desk.renderer.answer("b.md")
    assert desk.page.shown == ["b.md"]


def test_the_old_article_goes_when_the_new_one_does_not_come(desk: Desk, qtbot: QtBot) -> None:
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    desk.reading.show_post("b.md")
    qtbot.waitUntil(lambda: desk.page.shown == ["a.md", ""])
    desk.renderer.answer("b.md")
    assert desk.page.shown[-1] == "b.md"


def test_what_cannot_be_rendered_is_plain_text_and_not_its_neighbour(desk: Desk) -> None:
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    desk.reading.show_post("b.md")
    desk.renderer.fail("b.md")
    assert desk.page.shown == ["a.md", "plain b.md"]


def test_a_post_that_breaks_while_it_is_read_stays_with_a_word(desk: Desk) -> None:
    said: list[str] = []
    desk.reading.said.connect(said.append)
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    desk.reading.files_changed(["a.md"])
    desk.renderer.fail("a.md")
    assert desk.page.shown == ["a.md"]
    assert said == ["why"]


def test_a_post_that_is_gone_stays_as_it_is_shown(desk: Desk) -> None:
    said: list[str] = []
    desk.reading.said.connect(said.append)
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    desk.reading.toggle_raw()
    desk.renderer.miss("a.md", raw=True)
    assert (desk.page.shown, said[-1]) == (["a.md"], "gone")
    assert not desk.reading.raw
    assert desk.reading.article is not None


def test_the_untouched_post_is_asked_for_and_left_with_the_next(desk: Desk) -> None:
    desk.reading.show_post("a.md")
    desk.reading.toggle_raw()
    assert desk.reading.raw
    desk.reading.show_post("b.md")
    assert not desk.reading.raw
    assert desk.renderer.asked == [("a.md", False), ("a.md", True), ("b.md", False)]


def test_a_post_is_read_after_a_moment_on_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    desk.page.painted.emit("a.md")
    assert not desk.state.state_of("a.md").read
    qtbot.waitUntil(lambda: desk.state.state_of("a.md").read)


@pytest.mark.parametrize("left", ["passed over", "gone back to", "marked unread"])
def test_a_post_is_not_read(desk: Desk, qtbot: QtBot, left: str) -> None:
    desk.reading.show_post("a.md", marks=left != "gone back to")
    desk.renderer.answer("a.md")
    desk.page.painted.emit("a.md")
    if left == "passed over":
        desk.reading.show_post("b.md")
    if left == "marked unread":
        desk.reading.leave_unread()
    qtbot.wait(500)
    assert not desk.state.state_of("a.md").read


@pytest.fixture
def patient(desk: Desk) -> Desk:
    """Return a desk with `a.md` on its page, read by nobody yet."""
    desk.reading.count_as_read("hand")
    desk.reading.show_post("a.md")
    desk.renderer.answer("a.md")
    return desk


def test_an_article_may_count_as_read_at_its_end(patient: Desk, qtbot: QtBot) -> None:
    patient.reading.count_as_read("end")
    with qtbot.waitSignal(patient.reading.settled):
        patient.page.painted.emit("a.md")
    assert not patient.state.state_of("a.md").read
    patient.page.reached_end.emit()
    assert patient.state.state_of("a.md").read


def test_an_article_that_ends_in_sight_counts_once_it_has_stayed(
    patient: Desk, qtbot: QtBot
) -> None:
    patient.reading.count_as_read("end")
    patient.page.painted.emit("a.md")
    patient.page.reached_end.emit()
    assert not patient.state.state_of("a.md").read
    qtbot.waitUntil(lambda: patient.state.state_of("a.md").read)


def test_the_end_of_one_article_is_not_the_next_ones(patient: Desk, qtbot: QtBot) -> None:
    patient.reading.count_as_read("end")
    patient.page.reached_end.emit()
    patient.reading.show_post("b.md")
    patient.renderer.answer("b.md")
    with qtbot.waitSignal(patient.reading.settled):
        patient.page.painted.emit("b.md")
    assert not patient.state.state_of("b.md").read


def test_an_article_may_count_as_read_after_a_while_or_never(patient: Desk, qtbot: QtBot) -> None:
    patient.page.painted.emit("a.md")
    qtbot.wait(500)
    assert not patient.state.state_of("a.md").read
    patient.reading.count_as_read("while")
    with qtbot.waitSignal(patient.reading.settled):
        patient.page.painted.emit("a.md")
    assert not patient.state.state_of("a.md").read
    qtbot.waitUntil(lambda: patient.state.state_of("a.md").read, timeout=8_000)


def test_another_script_is_asked_for_at_once_but_not_of_the_untouched_post(desk: Desk) -> None:
    desk.reading.show_chinese("tw")
    desk.reading.show_post("a.md")
    desk.reading.show_chinese("hk")
    desk.reading.toggle_raw()
    desk.reading.show_chinese("")
    assert desk.renderer.scripts == ["tw", "hk", ""]
    assert desk.renderer.asked == [("a.md", False), ("a.md", False), ("a.md", True)]
