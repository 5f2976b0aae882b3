"""Links, notes and the table of contents, as they are met in a real page."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reader.ui.article_view.links import Target
from reader.ui.article_view.marking import Sought
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

SECTIONS = [{"level": 2, "text": f"Section {at}", "id": f"post-section-{at}"} for at in range(6)]
LONG = "".join(
    f"<h2 id='post-section-{at}'>Section {at}</h2>" + f"<p>{'Words of it. ' * 90}</p>" * 3
    for at in range(6)
)
NOTE = (
    "<p>A claim<sup id='post-r1'><a href='#post-n1'>1</a></sup> is made.</p>"
    + "<p>Between.</p>" * 60
    + "<ol><li id='post-n1'>The unusual reason. <a href='#post-r1'>↩</a></li></ol>"
)


@pytest.fixture
def view_size() -> QSize:
    return QSize(844, 700)


def long_article() -> dict[str, object]:
    return article(html=LONG, contents=SECTIONS, text="Words of it. " * 1700)


def scrolled(page: ArticlePageProbe) -> float:
    return float(str(page.ask(f"{SHOWN}.scrollTop")))


def found(page: ArticlePageProbe, qtbot: QtBot, words: str) -> int:
    """Return how often a search finds `words`."""
    counts: list[int] = []

    def note(_at: int, count: int) -> None:
        counts.append(count)

    page.view.hits_counted.connect(note)
    page.view.seek(Sought(text=words), go=True)
    qtbot.waitUntil(lambda: bool(counts), timeout=5000)
    qtbot.wait(200)
    return counts[-1]


# ---- within the article ----


def test_a_jump_is_told_with_the_place_left(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article(html=NOTE))
    jumps: list[tuple[str, float]] = []

    def note(path: str, position: float) -> None:
        jumps.append((path, position))

    page.view.jumped.connect(note)
    page.click("sup a")
    qtbot.waitUntil(lambda: jumps == [("a.md", 0.0)])
    assert scrolled(page) > 500
    page.view.scroll_to(0.0)
    qtbot.waitUntil(lambda: scrolled(page) == 0)


@pytest.mark.parametrize("name", ["section-4", "post-section-4", "Section 4", "SECTION  4"])
def test_a_place_is_found_by_name_or_words(page: ArticlePageProbe, name: str) -> None:
    page.view.show_article(long_article(), 0.0, name)
    page.show(article("other.md"))
    page.view.show_article(long_article(), 0.0, name)
    top = f"{SHOWN}.querySelector('#post-section-4').getBoundingClientRect().top"
    page.ask("1")
    assert abs(float(str(page.ask(top)))) < 80


@pytest.mark.parametrize("target", ["#post-gone", "#", "#%zz", "#Section 9"])
def test_a_link_to_a_place_that_is_not_there_is_only_words(
    page: ArticlePageProbe, target: str
) -> None:
    page.show(article(html=f"<p>Some <a href='{target}'>words</a>.</p>{LONG}"))
    assert page.style(".body a", "color") == page.style(".body p", "color")
    assert "underline" not in page.style(".body a", "textDecorationLine")
    assert page.ask(f"{SHOWN}.querySelector('.body a').hasAttribute('href')") is False


@pytest.mark.parametrize("target", ["#section-4", "#SECTION 4", "#post-section-4"])
def test_a_link_to_a_place_that_is_there_stays_one(page: ArticlePageProbe, target: str) -> None:
    page.show(article(html=f"<p><a href='{target}'>words</a></p>{LONG}"))
    page.click(".body a")
    assert page.style(".body a", "color") == "rgb(169, 60, 38)"
    assert scrolled(page) > 500


@pytest.mark.parametrize("target", ["#top", "#post-Top"])
def test_top_is_where_the_article_begins(page: ArticlePageProbe, qtbot: QtBot, target: str) -> None:
    page.show(article(html=f"{LONG}<p id='post-up'><a href='{target}'>Back to top</a></p>"), 1.0)
    page.view.scroll_to(1.0)
    qtbot.waitUntil(lambda: scrolled(page) > 500)
    page.click("#post-up a")
    qtbot.waitUntil(lambda: scrolled(page) == 0)


def test_a_place_that_others_lead_to_does_not_look_like_a_link(page: ArticlePageProbe) -> None:
    page.show(article(html="<p><a id='post-here'>A section</a></p>"))
    assert page.style(".body a", "color") == page.style(".body p", "color")
    assert page.style(".body a", "textDecorationLine") == "none"


# ---- notes ----


def test_a_note_shows_beside_its_reference(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article(html=NOTE))
    page.hover("sup a")
    shown = "getComputedStyle(document.querySelector('.beside')).visibility"
    qtbot.waitUntil(lambda: page.ask(shown) == "visible", timeout=5000)
    assert page.ask("document.querySelector('.beside').innerText.trim()") == "The unusual reason."
    assert page.ask("document.querySelectorAll('.beside [id]').length") == 0
    page.hover(".body > p:nth-child(2)")
    qtbot.waitUntil(lambda: page.ask(shown) == "hidden", timeout=5000)


def test_a_note_is_met_once_by_search_selection_and_screen_readers(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article(html=NOTE))
    page.hover("sup a")
    shown = "getComputedStyle(document.querySelector('.beside')).visibility"
    qtbot.waitUntil(lambda: page.ask(shown) == "visible", timeout=5000)
    assert found(page, qtbot, "unusual reason") == 1
    page.web_view.page().triggerAction(QWebEnginePage.WebAction.SelectAll)
    qtbot.waitUntil(lambda: "A claim" in page.view.selected_text(), timeout=5000)
    assert page.view.selected_text().count("unusual reason") == 1
    assert page.ask("document.querySelector('.beside').getAttribute('aria-hidden')") == "true"


@pytest.mark.parametrize(
    ("reference", "note", "words"),
    [
        (
            "<a href='#post-n'>[1]</a>",
            "<p><a id='post-n' href='#post-r'>[1]</a> Word’s.</p>",
            "Word’s.",
        ),
        (
            "<a href='#post-n'>1</a>",
            "<p><a id='post-n' href='#post-r'>1</a></p><p>Substack’s.</p><p>No more.</p>",
            "Substack’s.",
        ),
        (
            "<sup><a href='#post-n'>[3]</a></sup>",
            "<ol><li id='post-n'><a href='#post-r'>^</a> "
            "<a href='https://a.example/'>A book</a></li></ol>",
            "A book",
        ),
        ("<a href='#post-n'>注1</a>", "<p id='post-n'>中文的注。</p>", "中文的注。"),
    ],
)
def test_notes_of_many_hands(
    page: ArticlePageProbe, qtbot: QtBot, reference: str, note: str, words: str
) -> None:
    page.show(article(html=f"<p id='post-r'>A claim{reference}.</p>{note}"))
    page.hover(".body a")
    text = "document.querySelector('.beside.shown')?.innerText.trim()"
    qtbot.waitUntil(lambda: page.ask(text) == words, timeout=5000)


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href='#post-h'>1</a></p><h2 id='post-h'>A heading</h2>",
        "<p><a href='#post-n'>read the long part further down</a></p><p id='post-n'>x</p>",
        "<p id='post-n'>x</p><p><a href='#post-n'>1</a></p>",
        "<p><a href='#post-none'>1</a></p>",
    ],
)
def test_what_is_no_note_shows_none(page: ArticlePageProbe, qtbot: QtBot, html: str) -> None:
    page.show(article(html=html))
    page.hover(".body a")
    qtbot.wait(400)
    assert page.ask("document.querySelector('.beside.shown') === null") is True


# ---- by keyboard ----


def test_the_keyboard_steps_from_link_to_link(page: ArticlePageProbe, qtbot: QtBot) -> None:
    html = f"<p><a href='https://a.example/'>a</a></p>{NOTE}"
    page.show(article(html=html, source_url=""))
    pointed: list[Target | None] = []
    page.view.link_pointed.connect(pointed.append)
    page.view.setFocus()
    qtbot.waitUntil(lambda: page.ask("document.hasFocus()") is True)
    page.view.step_link(1)
    qtbot.waitUntil(lambda: bool(pointed) and pointed[-1] is not None)
    assert page.ask("document.activeElement.textContent") == "a"
    page.view.step_link(1)
    qtbot.waitUntil(lambda: page.ask("document.activeElement.textContent") == "1")
    assert page.ask("document.querySelector('.beside.shown') !== null") is True
    page.view.step_link(-1)
    qtbot.waitUntil(lambda: page.ask("document.activeElement.textContent") == "a")
    followed: list[Target] = []
    page.view.link_activated.connect(followed.append)
    QTest.keyClick(page.inside, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [target.place for target in followed] == ["https://a.example/"])


# ---- the table of contents ----


def test_contents_come_up_when_asked_for(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(long_article())
    displayed = f"getComputedStyle({SHOWN}.querySelector('.contents')).display"
    assert page.ask(displayed) == "none"
    assert page.view.toggle_contents()
    qtbot.waitUntil(lambda: page.view.contents_open)
    assert page.ask(displayed) == "block"
    assert page.ask("document.activeElement.textContent") == "Section 0"
    QTest.keyClick(page.inside, Qt.Key.Key_Down)
    QTest.keyClick(page.inside, Qt.Key.Key_Down)
    QTest.keyClick(page.inside, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.view.contents_open)
    top = f"{SHOWN}.querySelector('#post-section-2').getBoundingClientRect().top"
    assert abs(float(str(page.ask(top)))) < 80
    assert page.ask(displayed) == "none"


def test_contents_stand_beside_a_long_article_where_there_is_room(
    page: ArticlePageProbe, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(1500, 700)
    page.show(long_article())
    marked = f"{SHOWN}.querySelector('[aria-current]')?.textContent"
    qtbot.waitUntil(lambda: page.ask(marked) == "Section 0", timeout=5000)
    box = f"(b => [b.left, b.right])({SHOWN}.querySelector('.contents').getBoundingClientRect())"
    page_right = f"{SHOWN}.querySelector('article').getBoundingClientRect().right"
    left, right = cast("list[float]", page.ask(box))
    assert float(str(page.ask(page_right))) - 60 < left < right <= 1500
    page.view.scroll_to(0.5)
    qtbot.waitUntil(lambda: page.ask(marked) in ("Section 2", "Section 3"), timeout=5000)
    page.view.scroll_to(1.0)
    qtbot.waitUntil(lambda: page.ask(marked) == "Section 5", timeout=5000)
    assert found(page, qtbot, "Section 4") == 1
    page.web_view.page().triggerAction(QWebEnginePage.WebAction.SelectAll)
    qtbot.waitUntil(lambda: "Words" in page.view.selected_text(), timeout=5000)
    assert page.view.selected_text().count("Section 4") == 1


def test_a_short_article_has_none_beside_it(
    page: ArticlePageProbe, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(1500, 700)
    page.show(article(html=LONG, contents=SECTIONS[:2]))
    displayed = f"getComputedStyle({SHOWN}.querySelector('.contents')).display"
    assert page.ask(displayed) == "none"
    assert page.view.toggle_contents()
    qtbot.waitUntil(lambda: page.ask(displayed) == "block")
    page.show(article("b.md", contents=SECTIONS[:1]))
    assert not page.view.contents_open
    assert not page.view.toggle_contents()


# ---- cards ----


def test_a_card_says_what_it_is(page: ArticlePageProbe) -> None:
    html = (
        '<p class="embed embed-video"><a href="https://a.example/">A film</a> <small>A</small></p>'
    )
    page.show(article(html=html))
    content = f"getComputedStyle({SHOWN}.querySelector('.embed'), '::before').content"
    assert page.ask(content) == '"Video"'
    QTest.mouseMove(page.inside, QPoint(1, 1))
