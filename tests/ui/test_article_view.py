"""The article's pane, as it is read: a real page in a real window."""

import os
import signal
import struct
import time
import zlib
from base64 import b64encode
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.profile import Profile
from reader.ui.article_view.links import Leads, Target
from reader.ui.article_view.view import ArticleView
from reader.ui.theme import DARK, LIGHT
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article
from tests.helpers.picture_server import serving

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
LONG = "".join(f"<p>Paragraph {number} of a long text.</p>" for number in range(200))


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = (b"\0" + b"\xc0\x30\x20" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# ---- what is shown ----


def test_an_article_stands_under_its_header(page: ArticlePageProbe) -> None:
    page.show(article(html="<p>The words.</p>"))
    text = page.text()
    for part in ("Title of a.md", "Somebody", "2022", "example.com ↗", "one", "The words."):
        assert part in text
    assert page.ask(f"{SHOWN}.querySelector('article').lang") == "en"


def test_what_stands_in_a_header_is_only_text(page: ArticlePageProbe) -> None:
    evil = "<img src=x onerror=alert(1)><b>x"
    page.show(article(title=evil, authors=[evil], tags=[evil], source=evil))
    assert page.text().count("<img") == 4
    assert page.ask(f"{SHOWN}.querySelectorAll('img, b').length") == 0


def test_the_newest_of_many_is_shown_and_no_other_is_said_to_be(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    for number in range(30):
        page.view.show_article(article(f"{number}.md", f"<p>text {number}</p>"), 0.0)
    qtbot.waitUntil(lambda: page.painted == ["29.md"], timeout=10_000)
    qtbot.wait(100)
    assert page.painted == ["29.md"]
    assert "text 29" in page.text()


def test_nothing_shown_is_nothing_to_be_read(page: ArticlePageProbe) -> None:
    page.show(article())
    page.view.show_nothing()
    assert page.text() == ""
    page.show(article("b.md"))
    assert "Title of b.md" in page.text()


def test_what_was_asked_for_before_the_page_stands_is_shown_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = ArticleView(Profile.under(tmp_path), LIGHT)
    qtbot.addWidget(view)
    view.show()
    painted: list[str] = []
    view.painted.connect(painted.append)
    view.show_article(article("old.md"), 0.0)
    view.show_article(article("new.md"), 0.0)
    qtbot.waitUntil(lambda: painted == ["new.md"], timeout=15_000)
    view.shut_down()


def test_an_article_laid_out_ahead_is_shown_as_it_was_prepared(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    first, second = article("a.md"), article("b.md", "<p>the second</p>")
    page.show(first)
    page.view.prepare_article(second)
    there = "[...document.querySelectorAll('.slot')].some(s => s.innerHTML.includes('the second'))"
    qtbot.waitUntil(lambda: page.ask(there) is True)
    assert "the second" not in page.text()
    page.show(second)
    assert "the second" in page.text()
    page.show(first)
    assert "Title of a.md" in page.text()


def test_an_article_rendered_anew_replaces_the_one_laid_out(page: ArticlePageProbe) -> None:
    page.show(article("a.md", "<p>before</p>"))
    page.show(article("a.md", "<p>after</p>"))
    assert "after" in page.text()
    assert "before" not in page.text()


def test_plain_text_is_shown_with_a_word_about_why(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.view.show_plain("x.md", "x.md", "a  <b>line</b>\nand another", "It took too long.")
    qtbot.waitUntil(lambda: page.painted == ["x.md"])
    assert "It took too long." in page.text()
    assert "a  <b>line</b>\nand another" in page.text()


def test_five_megabytes_and_strange_letters_come_whole(page: ArticlePageProbe) -> None:
    html = "<p>\u2028\u2029 字😀</p>" * 10 + ("<p>" + "x " * 2_500 + "</p>") * 1_000
    page.show(article(html=html, text="x"))
    assert (
        page.ask(f"{SHOWN}.querySelector('.body').innerHTML.length")
        == len(html.encode("utf-16-le")) // 2
    )


# ---- how it looks ----


def test_chinese_is_38_characters_wide_and_never_slanted(page: ArticlePageProbe) -> None:
    html = (
        "<p>字<em>重</em><i>点</i>字</p><p>Plain English, it is.</p>"
        "<figure><img src='picture?https://x.org/a.jpg'><figcaption>图"
        "<small class='credit'>社</small></figcaption></figure>"
    )
    page.show(article(html=html, lang="zh-Hans"))
    assert float(page.style(".body", "width").removesuffix("px")) == pytest.approx(684, abs=0.1)
    assert (page.style(".body p", "fontSize"), page.style(".body p", "lineHeight")) == (
        "18px",
        "34.2px",
    )
    for slanted in ("em", "i"):
        assert page.style(slanted, "fontStyle") == "normal"
    assert page.style("figcaption", "fontSize") == "13.5px"
    assert page.style("figcaption", "textAlign") == "center"
    assert page.style(".credit", "fontSize") == "12px"
    assert page.style(".picture", "height") == "300px"
    assert page.style(".body p:nth-child(2)", "textAlign") == "start"


@pytest.mark.parametrize(
    ("lang", "font"),
    [("zh-Hans", "SC"), ("zh-Hant", "TC"), ("zh-Hant-HK", "HK"), ("ja", "JP"), ("ko", "KR")],
)
def test_each_language_has_its_own_glyphs(page: ArticlePageProbe, lang: str, font: str) -> None:
    page.show(article(lang=lang, html="<p>直骨</p>"))
    assert page.style(".body p", "fontFamily").startswith(f'"Noto Serif CJK {font}"')


def test_latin_lines_hold_65_to_75_characters(page: ArticlePageProbe) -> None:
    words = "it was on a dreary night of november that i beheld the accomplishment of my toils "
    page.show(article(html=f"<p>{words * 40}</p>"))
    lines = "document.createRange()"
    count = page.ask(
        f"(p => {{ const r = {lines}; r.selectNodeContents(p);"
        "return p.textContent.length / new Set([...r.getClientRects()].map(b => b.top)).size; })"
        f"({SHOWN}.querySelector('.body p').getClientRects().length ? "
        f"{SHOWN}.querySelector('.body p') : null)"
    )
    # The range's rectangles are the lines' only where the text is one run; count by height then.
    height = float(page.style(".body p", "height").removesuffix("px"))
    line = float(page.style(".body p", "lineHeight").removesuffix("px"))
    assert count
    assert 62 <= len(words) * 40 / (height / line) <= 75


def test_colours_follow_the_theme_without_a_new_page(page: ArticlePageProbe) -> None:
    page.show(article())
    for theme in (DARK, LIGHT):
        page.view.set_theme(theme)
        colour = QColor(theme.ink)
        wanted = f"rgb({colour.red()}, {colour.green()}, {colour.blue()})"
        assert page.style(".body p", "color") == wanted
    assert len(page.painted) == 1


def test_zoom_enlarges_the_text(page: ArticlePageProbe) -> None:
    page.view.set_zoom(1.5)
    page.show(article())
    assert page.ask("devicePixelRatio") == 1.5


# ---- pictures ----


def test_a_picture_behind_a_proxy_says_both_hosts(page: ArticlePageProbe) -> None:
    address = "https://i0.wp.com/news.example/a.jpg"
    html = f'<figure><img src="picture?{address}" width="600" height="400"></figure>'
    page.show(article(html=html, pictures=[{"url": address}]))
    assert "Picture from i0.wp.com (news.example)" in page.text()


def test_a_remote_picture_is_a_field_of_its_size_until_it_is_asked_for(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    with serving({"/a.png": (200, {"Content-Type": "image/png"}, png(60, 40))}) as server:
        address = server.address("/a.png")
        html = f"<figure><img src='picture?{address}' width='600' height='400'></figure>"
        page.show(article(html=html + LONG))
        height = page.ask(f"{SHOWN}.scrollHeight")
        assert f"Picture from {address.split('/')[2]}" in page.text()
        assert page.style(".picture", "height") == "400px"
        qtbot.wait(200)
        assert server.asked == []
        page.click(".picture button")
        loaded = f"{SHOWN}.querySelector('.body img')?.naturalWidth"
        qtbot.waitUntil(lambda: page.ask(loaded) == 60, timeout=5000)
        assert page.ask(f"{SHOWN}.scrollHeight") == height
        assert [path for path, _ in server.asked] == ["/a.png"]
        assert not server.asked[0][1].keys() & {"cookie", "referer", "origin"}


def test_pictures_asked_for_by_the_window_come_too_and_stay_allowed(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    answers = {f"/{n}.png": (200, {"Content-Type": "image/png"}, png(30, 30)) for n in range(3)}
    with serving(answers) as server:
        html = "".join(f"<p><img src='picture?{server.address(path)}'></p>" for path in answers)
        page.show(article(html=html))
        page.view.load_pictures()
        count = f"{SHOWN}.querySelectorAll('.body img').length"
        qtbot.waitUntil(lambda: page.ask(count) == 3, timeout=5000)
        page.show(article(html=html))  # rendered anew, the same post
        qtbot.waitUntil(lambda: page.ask(count) == 3, timeout=5000)
        assert len(server.asked) == 3  # from the cache
        page.show(article("other.md", html=html))
        assert page.ask(count) == 0


def test_a_picture_that_does_not_come_says_so_and_can_be_tried_again(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
    with serving(answers) as server:
        page.show(article(html=f"<p><img src='picture?{server.address('/a.png')}'></p>"))
        page.view.load_pictures()
        qtbot.waitUntil(lambda: "did not send" in page.text(), timeout=5000)
        answers["/a.png"] = (200, {"Content-Type": "image/png"}, png(30, 30))
        page.click(".picture button")
        loaded = f"{SHOWN}.querySelector('.body img')?.naturalWidth"
        qtbot.waitUntil(lambda: page.ask(loaded) == 30, timeout=5000)


def test_a_picture_of_the_library_is_shown_and_none_from_outside(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    (library / "images").mkdir(parents=True)
    (library / "images" / "a b.png").write_bytes(png(50, 20))
    (tmp_path / "outside.png").write_bytes(png(50, 20))
    page.view.set_library(library)
    html = "<p><img src='picture?images/a%20b.png'></p><p><img src='picture?../outside.png'></p>"
    page.show(article(html=html))
    loaded = f"[...{SHOWN}.querySelectorAll('.body img')].map(i => i.naturalWidth)"
    qtbot.waitUntil(lambda: page.ask(loaded) == [50], timeout=5000)
    assert "not in the folder" in page.text()


def test_a_picture_that_the_post_holds_is_shown_without_asking_anybody(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    svg = b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").decode()
    html = (
        f"<p><img src='picture?data:image/png;base64,{b64encode(png(60, 40)).decode()}'"
        " width='60' height='40'></p>"
        f"<p><img src='picture?data:image/svg+xml;base64,{svg}' width='60' height='40'></p>"
    )
    page.show(article(html=html))
    loaded = f"[...{SHOWN}.querySelectorAll('.body img')].map(i => i.naturalWidth)"
    qtbot.waitUntil(lambda: page.ask(loaded) == [60], timeout=5000)
    assert not [asked for asked in page.requested if not asked.startswith("broadsheet:")]


def test_a_large_picture_that_the_post_holds_is_shown(page: ArticlePageProbe, qtbot: QtBot) -> None:
    noise = zlib.compress(os.urandom(1_400_000), 0)
    data = png(60, 40).replace(b"IEND", b"tEXt" + noise, 1)  # after the pixels: not looked at
    address = "data:image/png;base64," + b64encode(data).decode()
    assert len(address) > 1_800_000
    page.show(article(html=f"<p><img src='picture?{address}' width='60' height='40'></p>"))
    loaded = f"{SHOWN}.querySelector('.body img')?.naturalWidth"
    qtbot.waitUntil(lambda: page.ask(loaded) == 60, timeout=10_000)


def _place(page: ArticlePageProbe, selector: str) -> float:
    place = f"{SHOWN}.querySelector('{selector}').getBoundingClientRect().top"
    return float(str(page.ask(place)))


@pytest.mark.parametrize("sight", ["a picture's lower half", "text"])
def test_the_text_being_read_stays_where_it_is_when_pictures_come(
    page: ArticlePageProbe, qtbot: QtBot, sight: str
) -> None:
    sizes = {"/tall.png": (40, 900), "/flat.png": (600, 20), "/last.png": (300, 700)}
    answers = {
        path: (200, {"Content-Type": "image/png"}, png(*size)) for path, size in sizes.items()
    }
    with serving(answers) as server:
        words = "<p>words</p>" * 10
        html = words + "".join(
            f"<figure id='post-p{number}'><img src='picture?{server.address(path)}'></figure>"
            f"<p id='post-t{number}'>read</p>{words}"
            for number, path in enumerate(sizes)
        )
        page.show(article(html=html + LONG))
        top = f"{SHOWN}.scrollTop"
        wanted = _place(page, "#post-t1") - (150 if sight == "text" else 60)
        page.ask(f"({top} += {wanted}, {SHOWN}.dispatchEvent(new WheelEvent('wheel')), 1)")
        before = _place(page, "#post-t1" if sight != "text" else "#post-t1 + p")
        page.view.load_pictures()
        count = f"{SHOWN}.querySelectorAll('.body img').length"
        qtbot.waitUntil(lambda: page.ask(count) == 3, timeout=5000)
        qtbot.wait(100)
        after = _place(page, "#post-t1" if sight != "text" else "#post-t1 + p")
        assert after == pytest.approx(before, abs=1)


def test_sounds_and_films_of_the_library_play_and_what_cannot_says_so(
    page: ArticlePageProbe, qtbot: QtBot, tmp_path: Path
) -> None:
    silence = b"\0\0" * 8000 * 30
    header = struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
    wave = b"WAVEfmt " + header + b"data" + struct.pack("<I", len(silence)) + silence
    (tmp_path / "a b.wav").write_bytes(b"RIFF" + struct.pack("<I", len(wave)) + wave)
    (tmp_path / "bad.webm").write_bytes(b"\x1a\x45\xdf\xa3" + b"x" * 2000)
    page.view.set_library(tmp_path)
    html = (
        "<p><audio src='picture?a%20b.wav' controls></audio></p>"
        "<p><video src='picture?bad.webm' controls></video></p>"
        "<p><video src='picture?not%20there.mp4' controls></video></p>"
    )
    page.show(article(html=html))
    sound = f"{SHOWN}.querySelector('audio')"
    qtbot.waitUntil(lambda: page.ask(f"{sound}.duration") == 30, timeout=5000)
    page.ask(f"({sound}.currentTime = 25, 1)")
    qtbot.waitUntil(
        lambda: page.ask(f"!{sound}.seeking && {sound}.currentTime") == 25, timeout=5000
    )
    qtbot.waitUntil(lambda: page.text().count("cannot be played here") == 2, timeout=5000)
    assert "bad.webm" in page.text()
    assert "not there.mp4" in page.text()
    page.view.load_pictures()  # there is none to be asked for


# ---- what a hand does ----


def test_links_are_reported_and_never_followed(page: ArticlePageProbe) -> None:
    html = (
        "<p><a id='post-out' href='https://example.com/b'>out</a></p>"
        "<p><a id='post-in' href='../c.md'>in</a></p>"
        "<p><a id='post-bad' href='javascript:alert(1)'>bad</a></p>"
    )
    page.show(article("a/b.md", html))
    followed: list[Target] = []
    page.view.link_activated.connect(followed.append)
    for name in ("out", "in", "bad"):
        page.click(f"#post-{name}")
    assert page.ask("location.href") == "broadsheet://article/shell.html"
    assert followed == [
        Target(Leads.OUTSIDE, "https://example.com/b", "", "a/b.md"),
        Target(Leads.LIBRARY, "c.md", "", "a/b.md"),
    ]
    assert page.refused == []


def test_a_link_within_the_article_scrolls(page: ArticlePageProbe, qtbot: QtBot) -> None:
    html = f"<p><a href='#post-%E5%AD%97'>down</a></p>{LONG}<p id='post-字'>there</p>{LONG}"
    page.show(article(html=html))
    page.click(".body a")
    qtbot.waitUntil(lambda: float(str(page.ask(f"{SHOWN}.scrollTop"))) > 1000, timeout=5_000)


def test_the_place_of_a_link_is_said_while_the_mouse_is_over_it(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article(html="<p><a href='https://example.com/b'>out</a></p>"))
    pointed: list[Target | None] = []
    page.view.link_pointed.connect(pointed.append)
    page.hover(".body a")
    qtbot.waitUntil(lambda: bool(pointed))
    assert pointed == [Target(Leads.OUTSIDE, "https://example.com/b", "", "a.md")]


def test_a_tag_is_a_way_to_more_of_its_kind(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article())
    tags: list[str] = []
    page.view.tag_activated.connect(tags.append)
    page.click(".tags button")
    qtbot.waitUntil(lambda: tags == ["one"])


def test_a_page_down_scrolls_and_says_where_it_ends(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article(html=LONG))
    edges: list[int] = []
    page.view.at_edge.connect(edges.append)
    page.view.scroll_page(-1)
    qtbot.waitUntil(lambda: edges == [-1])
    with qtbot.waitSignal(page.view.reached_end, timeout=15_000):
        for _ in range(60):
            page.view.scroll_page(1)
            qtbot.wait(20)
            if len(edges) > 1:
                break
    qtbot.waitUntil(lambda: edges[1:2] == [1])


def test_an_article_opens_where_it_was_left(page: ArticlePageProbe, qtbot: QtBot) -> None:
    places: list[tuple[str, float]] = []

    def moved(path: str, place: float) -> None:
        places.append((path, place))

    page.view.position_changed.connect(moved)
    page.show(article(html=LONG), position=0.5)
    qtbot.waitUntil(lambda: bool(places))
    assert places[-1][0] == "a.md"
    assert places[-1][1] == pytest.approx(0.5, abs=0.01)


def test_letters_reach_the_window_and_arrows_scroll(
    page: ArticlePageProbe, window: QMainWindow, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    for key in ("J", "Down", "Space", "Alt+Left", "?"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: pressed.append(key))
        window.addAction(action)
    page.show(article(html=LONG))
    page.view.setFocus()
    inside = page.inside
    qtbot.waitUntil(inside.hasFocus)
    assert not inside.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QTest.keyClick(inside, Qt.Key.Key_J)
    QTest.keyClick(inside, Qt.Key.Key_Space)
    QTest.keyClick(inside, Qt.Key.Key_Question)
    QTest.keyClick(inside, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pressed == ["J", "Space", "?", "Alt+Left"]
    QTest.keyClick(inside, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: float(str(page.ask(f"{SHOWN}.scrollTop"))) > 0)
    assert pressed == ["J", "Space", "?", "Alt+Left"]


# ---- when it dies ----


def test_a_page_killed_comes_back_with_the_same_article(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.view.set_zoom(1.2)
    page.show(article(html="<p>the same</p>"))
    for deaths in range(1, 4):
        qtbot.wait(1100)  # long enough not to be held against the article
        started = time.monotonic()
        os.kill(page.pane.renderer_process(), signal.SIGKILL)
        qtbot.waitUntil(lambda count=deaths: len(page.painted) == count + 1, timeout=10_000)
        assert time.monotonic() - started < 3
        assert "the same" in page.text()
        assert page.ask("devicePixelRatio") == pytest.approx(1.2)


def test_a_page_killed_comes_back_where_it_was_read_to(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article(html=LONG))
    told: list[float] = []

    def note(_path: str, position: float) -> None:
        told.append(position)

    page.view.position_changed.connect(note)
    page.view.scroll_to(0.5)
    qtbot.waitUntil(lambda: bool(told) and told[-1] > 0.4, timeout=5_000)
    os.kill(page.pane.renderer_process(), signal.SIGKILL)
    qtbot.waitUntil(lambda: len(page.painted) == 2, timeout=10_000)
    assert float(str(page.ask(f"{SHOWN}.scrollTop"))) > 1000
    assert min(told[-2:]) > 0.4


@pytest.mark.parametrize("wait", [0, 5, 40])
def test_a_page_killed_while_an_article_opens_shows_that_one_and_no_other(
    page: ArticlePageProbe, qtbot: QtBot, wait: int
) -> None:
    page.show(article("a.md", "<p>the first</p>"))
    page.view.prepare_article(article("c.md", "<p>the third</p>"))
    page.view.show_article(article("b.md", "<p>the second</p>" + LONG * 20), 0.0)
    qtbot.wait(wait)
    os.kill(page.pane.renderer_process(), signal.SIGKILL)
    qtbot.waitUntil(lambda: page.painted[-1] == "b.md", timeout=10_000)
    qtbot.waitUntil(lambda: page.pane.is_ready, timeout=10_000)
    qtbot.waitUntil(lambda: "the second" in page.text(), timeout=10_000)
    assert "the first" not in page.text()
    assert set(page.painted) == {"a.md", "b.md"}


def test_what_the_mouse_and_the_contents_were_at_goes_with_the_page(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article(html="<p><a href='https://example.com/b'>out</a></p>"))
    pointed: list[Target | None] = []
    page.view.link_pointed.connect(pointed.append)
    page.hover(".body a")
    qtbot.waitUntil(lambda: bool(pointed))
    page.view.contents_open = True
    os.kill(page.pane.renderer_process(), signal.SIGKILL)
    qtbot.waitUntil(lambda: len(page.painted) == 2, timeout=10_000)
    assert pointed[-1] is None
    assert not page.view.contents_open
    page.pane.view.menu_wanted.emit(QPoint(10, 10))
    assert not [menu for menu in page.view.findChildren(QMenu) if menu.actions()]


def test_an_article_that_kills_the_page_twice_is_shown_as_plain_text(
    page: ArticlePageProbe, qtbot: QtBot
) -> None:
    page.show(article("good.md"))

    def kill() -> None:
        os.kill(page.pane.renderer_process(), signal.SIGKILL)

    page.view.show_article(article("bad.md", "<b>rich</b>", text="its text"), 0.0)
    for _ in range(2):
        qtbot.waitUntil(lambda: page.painted[-1] == "bad.md", timeout=10_000)
        page.painted.append("killed")
        kill()
    qtbot.waitUntil(lambda: page.painted[-1] == "bad.md", timeout=10_000)
    assert "brought down" in page.text()
    assert "its text" in page.text()
    page.show(article("good.md", "<p>good</p>"))
    assert "good" in page.text()


def test_the_menu_offers_what_can_be_done_with_a_link(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.show(article(html="<p><a href='https://example.com/b'>out</a></p>"))
    page.hover(".body a")
    page.pane.view.menu_wanted.emit(QPoint(10, 10))
    menu = page.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Open link", "Copy link"]
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == "https://example.com/b"
    menu.close()


def test_nothing_dropped_on_the_page_is_opened(page: ArticlePageProbe) -> None:
    widgets: list[QWidget] = [page.web_view, *page.web_view.findChildren(QWidget)]
    assert not any(widget.acceptDrops() for widget in widgets)


def test_painted_means_that_it_stands_on_the_screen(
    page: ArticlePageProbe, window: QMainWindow, qtbot: QtBot
) -> None:
    def dark() -> int:
        image = window.screen().grabWindow(0).toImage()
        place = window.mapToGlobal(QPoint(300, 500))
        return sum(
            image.pixelColor(place.x() + x, place.y() + y).lightness() < 128
            for x in range(0, 100, 5)
            for y in range(0, 100, 5)
        )

    page.show(article("a.md", "<p>nothing</p>"))
    page.show(article("b.md", "<p>" + "█" * 4000 + "</p>"))
    qtbot.waitUntil(lambda: dark() > 100, timeout=200)  # a busy X server is some frames behind


def test_an_address_does_not_tear_the_line_before_it_apart(page: ArticlePageProbe) -> None:
    address = "https://www.example.com/a/very/long/address"
    html = f'<p>微信打赏：<a href="{address}">{address}</a>谢谢</p><pre>其实是一段文字</pre>'
    page.show(article(html=html, lang="zh-Hans"))
    assert page.style(".body p", "textAlign") == "start"
    assert page.style(".body p a", "wordBreak") == "break-all"
    assert page.style(".body pre", "whiteSpace") == "pre-wrap"
    page.show(article("b.md", html="<p>只有普通的文字</p>", lang="zh-Hans"))
    assert page.style(".body p", "textAlign") == "justify"
