"""The line below the article, in a real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.library.values import Filter
from reader.ui import article_end
from tests.helpers.article_page import SHOWN, ArticlePageProbe
from tests.helpers.small_library import write_post
from tests.helpers.windows import Driver

Start = Callable[..., Driver]
Key = Qt.Key
LINE = f"[...{SHOWN}.querySelectorAll('.ending span, .ending kbd')].map((e) => e.textContent)"


@pytest.fixture
def reader(start: Start, library: Path) -> Driver:
    reader = start(library)
    reader.until_read("e.md")
    return reader


@pytest.fixture
def page(reader: Driver, qtbot: QtBot) -> ArticlePageProbe:
    view = reader.front.article.view
    assert view is not None
    return ArticlePageProbe(view, qtbot)


def until_line(reader: Driver, page: ArticlePageProbe, *words: str) -> None:
    reader.until(lambda: page.ask(LINE) == list(words))


def test_the_line_is_about_the_list_as_it_is_now(
    reader: Driver, page: ArticlePageProbe, library: Path
) -> None:
    until_line(reader, page, "1 of 5", "Next", "Delta", "example.org", "Space")
    reader.press(Key.Key_J)
    until_line(reader, page, "2 of 5", "Next", "Gamma", "example.org", "Space")
    write_post(library, "n.md", title="News", day="2022-03-01")
    until_line(reader, page, "3 of 6", "Next", "Gamma", "example.org", "Space")
    (library / "sub/c.md").unlink()
    until_line(reader, page, "3 of 5", "Next", "Beta", "example.org", "Space")
    reader.front.preferences.change(at_end="stay")
    until_line(reader, page, "3 of 5")
    reader.assembly.narrowing.set(Filter(query="apples"))
    reader.until_listed("Alpha")
    reader.press(Key.Key_End)
    until_line(reader, page, "1 of 1")


def test_a_click_goes_to_what_the_line_names(reader: Driver, page: ArticlePageProbe) -> None:
    until_line(reader, page, "1 of 5", "Next", "Delta", "example.org", "Space")
    page.click(".ending .title")
    reader.until(lambda: reader.shown() == "d.md")
    assert reader.front.post_list.current_row() == 1


def test_the_key_is_the_one_that_the_user_gave_and_looked_for_once(
    reader: Driver, page: ArticlePageProbe, monkeypatch: pytest.MonkeyPatch
) -> None:
    until_line(reader, page, "1 of 5", "Next", "Delta", "example.org", "Space")
    reader.front.preferences.change(keys={"page-down": ["F7"]})
    until_line(reader, page, "1 of 5", "Next", "Delta", "example.org", "F7")
    made: list[object] = []
    monkeypatch.setattr(article_end, "commands_with", made.append)
    reader.press(Key.Key_J)
    until_line(reader, page, "2 of 5", "Next", "Gamma", "example.org", "F7")
    assert made == []
    monkeypatch.undo()
    reader.front.preferences.change(keys={"page-down": []})
    until_line(reader, page, "2 of 5", "Next", "Gamma", "example.org")


def test_the_line_is_no_part_of_the_article(reader: Driver, page: ArticlePageProbe) -> None:
    until_line(reader, page, "1 of 5", "Next", "Delta", "example.org", "Space")
    inside = page.ask(f"{SHOWN}.querySelector('article .ending') !== null")
    assert inside is False
