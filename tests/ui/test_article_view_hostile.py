"""Hostile posts, in the real page: nothing runs, nothing is asked for, nothing is left.

Once as the program does it, rendered and sanitized, where the page must not even have to refuse;
once as they are, past the sanitizer, where the page's own walls must hold.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from reader.profile import Profile
from reader.ui.article_view.view import ArticleView
from reader.ui.theme import LIGHT
from tests.fuzz.attacks import attacks, check
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article
from tests.helpers.hostile import PAYLOADS, batched, needs_vectors, rendered
from tests.helpers.picture_server import PictureServer, serving

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
OWN = {"broadsheet://article/" + name for name in ("shell.html", "theme.css", "article.css")}
# What an executed payload would leave behind, were it to run in the page's own world.
TRACES = (
    "location.href === 'broadsheet://article/shell.html' && document.title === 'Broadsheet'"
    " && document.querySelectorAll("
    "'body > :not(.slot, .progress, .beside, .hit-count)').length === 0"
)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ArticlePageProbe]:
    view = ArticleView(Profile.under(tmp_path), LIGHT)
    view.set_library(tmp_path)
    view.resize(800, 600)
    view.show()
    yield ArticlePageProbe(view, qtbot)
    view.shut_down()
    view.deleteLater()


@pytest.fixture
def server() -> Iterator[PictureServer]:
    with serving({}) as server:
        yield server


def show_all(page: ArticlePageProbe, bodies: Iterable[str]) -> int:
    count = 0
    for number, batch in enumerate(batched(bodies)):
        page.show(article(f"{number}.md", "".join(f"<div>{body}</div>" for body in batch)))
        count += len(batch)
    assert page.ask(TRACES) is True
    return count


@needs_vectors
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_sanitized_posts_ask_for_nothing_and_leave_nothing(
    page: ArticlePageProbe, suffix: str
) -> None:
    page.requested.clear()
    shown = show_all(page, (rendered(payload, suffix) for payload in PAYLOADS))
    assert shown == len(PAYLOADS)
    assert page.refused == []
    assert page.complained == []
    foreign = [url for url in page.requested if not url.startswith("broadsheet://article/picture?")]
    assert foreign == []
    assert not [url for url in page.requested if "//" in url.partition("?")[2]]


def test_attacks_in_any_place_of_a_post_ask_for_nothing_and_leave_nothing(
    page: ArticlePageProbe,
) -> None:
    page.requested.clear()
    show_all(page, (check(attack) for attack in islice(attacks(4), 400)))
    assert (page.refused, page.complained) == ([], [])
    assert not [url for url in page.requested if "//" in url.partition("?")[2]]


@pytest.mark.parametrize("title", ["<b>x</b>", "<img src=//e.example/x.png>", "a&amp;b"])
def test_tool_tips_of_the_page_show_words_as_they_are(
    page: ArticlePageProbe, qtbot: QtBot, title: str
) -> None:
    page.show(article(html=f'<p><a id="post-a" href="b.md" title="{escape(title)}">words</a></p>'))
    box = f"{SHOWN}.querySelector('#post-a').getClientRects()[0]"
    x, y = cast("list[float]", page.ask(f"(b => [b.x + b.width / 2, b.y + b.height / 2])({box})"))
    over = QPoint(int(x), int(y))

    def hovered() -> bool:  # a busy page may miss a single move
        QTest.mouseMove(page.inside, over - QPoint(2, 0))
        QTest.mouseMove(page.inside, over)
        return bool(page.web_view.toolTip())

    def told() -> bool:
        asked = QHelpEvent(QEvent.Type.ToolTip, over, page.inside.mapToGlobal(over))
        QApplication.sendEvent(page.inside, asked)
        return bool(tip_shown())

    qtbot.waitUntil(hovered, timeout=5_000)
    qtbot.waitUntil(told, timeout=5_000)
    assert QTextDocumentFragment.fromHtml(tip_shown()).toPlainText() == title
    QToolTip.hideText()


def tip_shown() -> str:
    """Return what the tool tip on the screen holds, markup and all."""
    labels = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
    return next((one.text() for one in labels if isinstance(one, QLabel) and one.isVisible()), "")


@needs_vectors
def test_in_titles_tags_and_names_they_are_only_text(page: ArticlePageProbe) -> None:
    page.requested.clear()
    for names in batched(PAYLOADS):
        page.show(
            article(
                title=" ".join(names),
                authors=names,
                tags=names,
                source=names[0],
                source_url=names[0],
                lang=names[0],
                date=names[0],
            )
        )
        assert page.ask("document.querySelector('.slot.shown').querySelectorAll('img').length") == 0
    assert page.ask(TRACES) is True
    assert (page.refused, page.complained, page.requested) == ([], [], [])


@needs_vectors
def test_past_the_sanitizer_the_walls_of_the_page_hold(
    page: ArticlePageProbe, server: PictureServer
) -> None:
    beacon = server.address("/beacon")
    calling = [payload.replace("http://", beacon + "/") for payload in PAYLOADS]
    show_all(page, calling)
    assert server.asked == []
    assert page.complained or page.refused  # or these payloads would prove nothing


def test_what_would_load_or_run_or_go_away_does_not(
    page: ArticlePageProbe, server: PictureServer, qtbot: QtBot
) -> None:
    address = server.address("/a")
    page.show(
        article(
            html=f"""
            <img src="{address}"><img src="x" onerror="document.title='ran'">
            <img srcset="{address} 2x"><video src="{address}" poster="{address}"></video>
            <audio src="{address}" autoplay></audio><iframe src="{address}"></iframe>
            <object data="{address}"></object><embed src="{address}">
            <link rel="stylesheet" href="{address}"><link rel="prefetch" href="{address}">
            <link rel="dns-prefetch" href="{address}"><link rel="preconnect" href="{address}">
            <style>@import url({address}); body {{ background: url({address}) }}</style>
            <p style="background: url({address})">x</p>
            <meta http-equiv="refresh" content="0; url={address}"><base href="{address}/">
            <svg onload="document.title='ran'"><image href="{address}"/>
            <use href="{address}"/></svg>
            <form action="{address}" method="post"><input type="image" src="{address}" autofocus
            onfocus="document.title='ran'"></form><script>document.title = 'ran'</script>
            <details open ontoggle="document.title='ran'">x</details>
            <a href="{address}" ping="{address}" id="post-a">x</a>
            <img src="picture?{address}"><video src="picture?{address}" poster="picture?{address}">
            """
        )
    )
    page.click("#post-a")
    qtbot.wait(300)
    assert server.asked == []
    assert page.ask(TRACES) is True


def test_only_our_own_script_speaks(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article())
    said: list[object] = []
    page.pane.said.connect(said.append)
    page.web_view.page().runJavaScript(
        'console.log("0".repeat(32) + \'{"kind":"link","target":"x","generation":1}\')', 0
    )
    page.web_view.page().runJavaScript("document.title = 'the page itself'", 0)
    qtbot.wait(200)
    assert said == []
    assert page.ask("document.title") == "Broadsheet"  # the page's own world is switched off
