"""What the user prefers of the page, and of the pictures on it, while an article is read."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from reader.ui.settings import Settings
from reader.ui.theme import BLACK
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article
from tests.helpers.picture_server import serving

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
LONG = "".join(f"<p>{f'Paragraph {number}. ' * 30}</p>" for number in range(80))
GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def first_in_sight(page: ArticlePageProbe) -> str:
    """Return the beginning of the first paragraph that is on the screen."""
    found = (
        f"[...{SHOWN}.querySelectorAll('.body p')]"
        ".find(p => p.getBoundingClientRect().bottom > 1).textContent.slice(0, 14)"
    )
    return str(page.ask(found))


def test_measures_change_in_place_and_the_line_being_read_stays(page: ArticlePageProbe) -> None:
    page.show(article(html=LONG), position=0.5)
    before = first_in_sight(page)
    for settings in (
        Settings(size=26),
        Settings(width=30, line=2.2),
        Settings(),
        Settings(size=12),
    ):
        page.view.set_settings(settings)
        assert page.style(".body p", "fontSize") == f"{settings.size}px"
        assert first_in_sight(page) == before
    assert len(page.painted) == 1


def test_a_line_is_as_wide_and_as_high_as_it_was_chosen(page: ArticlePageProbe) -> None:
    page.view.set_settings(Settings(size=16, line=2.0, width=30, justify="never"))
    page.show(article(html="<p>" + "漢字" * 300 + "</p>", lang="zh-Hant"))
    assert round(float(page.style(".body p", "width").removesuffix("px"))) == 480
    assert page.style(".body p", "lineHeight") == "32px"
    assert page.style(".body p", "textAlign") == "start"
    page.view.set_settings(Settings(justify="always"))
    assert page.style(".body p", "textAlign") == "justify"


def test_fonts_are_of_the_language_and_the_usual_ones_follow(page: ArticlePageProbe) -> None:
    chosen = Settings(
        typeface="sans", fonts={"hant": "Noto Serif CJK TC", "latin": "No Such Font 3"}
    )
    page.view.set_settings(chosen)
    page.show(article(html="<p>漢字</p><pre><code>x</code></pre>", lang="zh-Hant"))
    assert page.style(".body p", "fontFamily").startswith('"Noto Serif CJK TC", "Noto Sans CJK TC"')
    page.show(article("b.md", html="<p>汉字</p>", lang="zh-Hans"))
    assert page.style(".body p", "fontFamily").startswith('"Noto Sans CJK SC"')
    page.show(article("c.md"))
    families = page.style(".body p", "fontFamily")
    assert families.startswith('"No Such Font 3", "Noto Sans"')
    assert families.endswith("sans-serif")


def test_the_black_theme_is_black(page: ArticlePageProbe) -> None:
    page.view.set_theme(BLACK)
    page.show(article())
    assert page.ask("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"


def test_contents_stand_beside_only_where_the_column_leaves_room(page: ArticlePageProbe) -> None:
    width = cast("int", page.ask("innerWidth"))
    page.show(article())
    for settings in (Settings(size=12, width=24), Settings(size=32, width=60)):
        page.view.set_settings(settings)
        roomy = page.ask("document.body.classList.contains('roomy')")
        assert roomy == (width >= settings.size * settings.width + 600)


def test_remote_pictures_may_always_come_but_only_with_the_article_shown(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    answer = (200, {"Content-Type": "image/gif"}, GIF)
    with serving({"/a.gif": answer, "/b.gif": answer}) as server:
        page.view.set_settings(Settings(pictures="always"))
        ahead = article("b.md", html=f"<p><img src='picture?{server.address('/b.gif')}'></p>")
        page.show(article(html=f"<p><img src='picture?{server.address('/a.gif')}'></p>"))
        page.view.prepare_article(ahead)
        qtbot.waitUntil(lambda: page.ask(f"{SHOWN}.querySelectorAll('img').length") == 1)
        qtbot.wait(300)
        assert [path for path, _ in server.asked] == ["/a.gif"]
        page.show(ahead)
        qtbot.waitUntil(lambda: len(server.asked) == 2)


def test_remote_pictures_that_may_never_come_are_not_offered(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    with serving({"/a.gif": (200, {"Content-Type": "image/gif"}, GIF)}) as server:
        page.show(article(html=f"<p><img src='picture?{server.address('/a.gif')}'></p>" + LONG))
        assert "Load pictures" in page.text()
        page.view.set_settings(Settings(pictures="never"))
        qtbot.waitUntil(lambda: "Load pictures" not in page.text())
        assert "Picture from" in page.text()
        page.view.load_pictures()
        page.ask(
            f"{SHOWN}.append(Object.assign(new Image, "
            f"{{src: 'picture?{server.address('/a.gif')}'}}))"
        )
        qtbot.wait(300)
        assert server.asked == []
        page.view.set_settings(Settings())
        qtbot.waitUntil(lambda: "Load pictures" in page.text())


def test_an_article_laid_out_again_stays_where_it_was_read(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article(html=LONG))
    page.view.scroll_to(0.5)
    before = first_in_sight(page)
    qtbot.wait(400)
    page.view.set_settings(Settings(pictures="never"))
    qtbot.waitUntil(lambda: len(page.painted) == 2)
    assert first_in_sight(page) == before
