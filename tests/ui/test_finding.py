"""F3 and the find bar in a real window: which of the two is walked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Counts = list[tuple[int, int]]
Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALL = ("Zeta", "Epsilon", "Delta", "Gamma", "Beta", "Alpha")


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    body = "互聯網在此。\n\n<p>互联网 and needle, needle.</p>"
    write_post(library, "z.md", title="Zeta", day="2022-01-06", body=body)
    reader = start(library)
    reader.until_listed(*ALL)
    reader.until_read("z.md")
    return reader


@pytest.fixture
def counts(reader: Driver) -> Counts:
    """Return which hit was gone to, of how many, each time that was told."""
    counts: Counts = []

    def note(at: int, of: int) -> None:
        counts.append((at, of))

    view = reader.front.article.view
    assert view is not None
    view.hits_counted.connect(note)
    return counts


def search(reader: Driver, words: str) -> None:
    reader.press(Key.Key_Slash)
    reader.type(words)
    reader.press(Key.Key_Return)


def test_f3_walks_the_hits_of_the_search_and_says_which(reader: Driver, counts: Counts) -> None:
    search(reader, "互联网")
    reader.until_listed("Zeta", "Beta")
    reader.until(lambda: counts[-1:] == [(0, 2)])
    assert "of 2" not in reader.front.status.words()
    reader.press(Key.Key_F3)
    reader.until(lambda: "1 of 2" in reader.front.status.words())
    reader.press(Key.Key_F3)
    reader.until(lambda: "2 of 2" in reader.front.status.words())
    reader.press(Key.Key_F3, SHIFT)
    reader.until(lambda: "1 of 2" in reader.front.status.words())
    bar = reader.front.article.find_bar
    assert bar is not None
    assert not bar.isVisible()


def test_f3_right_after_typing_goes_to_the_first_and_says_so(reader: Driver) -> None:
    search(reader, "互联网")
    reader.press(Key.Key_F3)
    reader.until(lambda: "1 of 2" in reader.front.status.words())


def test_the_next_article_and_the_untouched_post_are_marked(reader: Driver, counts: Counts) -> None:
    search(reader, "互联网")
    reader.until(lambda: counts[-1:] == [(0, 2)])
    reader.press(Key.Key_J)
    reader.until(lambda: reader.shown() == "b.md" and counts[-1:] == [(0, 1)])
    reader.press(Key.Key_K)
    reader.until(lambda: reader.shown() == "z.md" and counts[-1:] == [(0, 2)])
    reader.press(Key.Key_C)
    reader.until(lambda: reader.assembly.reading.raw and reader.shown() == "z.md")
    reader.wait(300)
    reader.press(Key.Key_F3)
    reader.until(lambda: counts[-1:] == [(1, 2)])


def test_the_find_bar_comes_first_while_it_is_open(reader: Driver, counts: Counts) -> None:
    search(reader, "互联网")
    reader.until(lambda: counts[-1:] == [(0, 2)])
    reader.press(Key.Key_F, CONTROL)
    reader.type("needl")
    bar = reader.front.article.find_bar
    assert bar is not None
    reader.until(lambda: bar.words() == "1 of 2")
    reader.press(Key.Key_F3)
    reader.until(lambda: bar.words() == "2 of 2")
    reader.press(Key.Key_Escape)
    reader.until(lambda: counts[-1:] == [(0, 2)])
    reader.press(Key.Key_F3)
    reader.until(lambda: "1 of 2" in reader.front.status.words())


def test_what_an_input_method_composes_is_sought_once_it_is_committed(
    reader: Driver, counts: Counts
) -> None:
    reader.press(Key.Key_F, CONTROL)
    bar = reader.front.article.find_bar
    assert bar is not None
    reader.until(bar.field.hasFocus)
    counts.clear()
    for composed in ("h", "hu", "hu lian", "互联"):
        QApplication.sendEvent(bar.field, QInputMethodEvent(composed, []))
    reader.wait(200)
    assert (counts, bar.field.text(), bar.words()) == ([], "", "")
    committed = QInputMethodEvent("", [])
    committed.setCommitString("互联网")
    QApplication.sendEvent(bar.field, committed)
    reader.until(lambda: bar.words() == "1 of 2")


def test_no_input_method_takes_the_letters_of_list_and_article(reader: Driver) -> None:
    view = reader.front.article.view
    assert view is not None
    web_view = view.focusProxy()
    page = web_view.focusProxy() if web_view is not None else None
    assert web_view is not None
    assert page is not None
    for widget in (reader.front.post_list, web_view, page):
        asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(widget, asked)
        assert not asked.value(Qt.InputMethodQuery.ImEnabled)
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("字")
    QApplication.sendEvent(page, committed)
    reader.press(Key.Key_J)
    reader.until_read("e.md")


def test_what_is_found_in_one_article_is_counted_in_the_next(
    reader: Driver, counts: Counts
) -> None:
    reader.press(Key.Key_F, CONTROL)
    reader.type("互")
    bar = reader.front.article.find_bar
    assert bar is not None
    reader.until(lambda: bar.words() == "1 of 2")
    reader.front.post_list.setFocus()
    reader.press(Key.Key_G, SHIFT)
    reader.until(lambda: reader.shown() == "a.md" and bar.words() == "Not found")
    reader.press(Key.Key_K)
    reader.until(lambda: reader.shown() == "b.md" and bar.words() == "1 place")


def test_f3_opens_the_find_bar_where_nothing_is_searched(reader: Driver) -> None:
    reader.press(Key.Key_F3)
    bar = reader.front.article.find_bar
    assert bar is not None
    assert bar.isVisible()


def test_an_article_without_hits_says_so(reader: Driver) -> None:
    search(reader, "cherries")
    reader.until_listed("Gamma")
    reader.press(Key.Key_F3)
    reader.until(lambda: "No hit in this article" in reader.front.status.words())


def test_marks_go_when_the_search_is_cleared(reader: Driver, counts: Counts) -> None:
    search(reader, "needle")
    reader.until(lambda: counts[-1:] == [(0, 2)])
    reader.press(Key.Key_Escape)
    reader.until_listed(*ALL)
    reader.wait(300)
    reader.press(Key.Key_F3)
    bar = reader.front.article.find_bar
    assert bar is not None
    assert bar.isVisible()
