"""How an article is set: measured on the real page, and on paper."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.theme import DARK, LIGHT, SEPIA, Theme
from tests.helpers.article_page import SHOWN, ArticlePageProbe, article

pytestmark = pytest.mark.window
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

CHINESE = "报纸的版面有自己的呼吸，行与行之间留着空白，字与字之间彼此相望，读者由此安静下来。"
ENGLISH = "A page of newsprint breathes between its lines, and the reader grows quiet over it. "
CELLS = "".join(f"<td>第{number}栏</td><td>一句较长的说明文字在这里</td>" for number in range(8))
WIDE_TABLE = f"<table><tr>{CELLS}</tr></table>"
LISTING = f"<pre><code>{'x = 1; ' * 60}</code></pre>"
FIGURE = (
    "<figure><img src='picture?https://x.org/a.jpg' width='600' height='400'>"
    "<figcaption>The caption.<small class='credit'>Agency</small></figcaption></figure>"
)
EVERYTHING = f"""
<h2>Heading</h2><p>Words, <a href="https://x.org/">a link</a>, <code>code</code>, <kbd>K</kbd>,
<mark>a mark</mark>, <del>gone</del><sup><a href="#post-n">1</a></sup>.</p><h5>Small heading</h5>
<ul><li>item</li></ul><blockquote><p>quoted</p></blockquote>{FIGURE}
<pre><code><span class="code-keyword">def</span> <span class="code-comment"># why</span>
<span class="code-string">"s"</span> <span class="code-number">1</span></code></pre>
<table><thead><tr><th>head</th></tr></thead><tr><td>cell</td></tr></table>
<blockquote class="callout"><p><strong class="callout-title">Note</strong></p><p>said</p>
</blockquote>
<details open><summary>More</summary><p>of it</p></details>
<p class="embed embed-video"><a href="https://x.org/v">A film</a> <small>x.org</small></p>
<ol><li id="post-n">The note.</li></ol>"""

# Every colour that text is set in, and the ground it stands on, as [words, red, green, …].
PAIRS = """((shown) => {
  const numbers = (colour) => {
    const found = colour.match(/[\\d.]+(?:e-?\\d+)?/g).map(Number);
    const scale = colour.startsWith("color") ? 255 : 1;
    return [...found.slice(0, 3).map((n) => n * scale), found[3] ?? 1];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3]));
  const ground = (element) => {
    const own = numbers(getComputedStyle(element).backgroundColor);
    if (own[3] === 1 || !element.parentElement) return own.slice(0, 3);
    return over(own, ground(element.parentElement));
  };
  const words = [...shown.querySelectorAll("*")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return words.map((element) => {
    const behind = ground(element);
    return [element.textContent.trim().slice(0, 20),
      ...over(numbers(getComputedStyle(element).color), behind), ...behind];
  });
})"""

# How many characters stand on each line of the first paragraph but its last.
LINES = f"""(() => {{
  const text = {SHOWN}.querySelector(".body p").firstChild;
  const range = document.createRange();
  const lines = new Map();
  for (let at = 0; at < text.length; at += 1) {{
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const top = Math.round(range.getBoundingClientRect().top / 10);
    lines.set(top, (lines.get(top) ?? 0) + 1);
  }}
  return [...lines.values()].slice(0, -1);
}})()"""

# Where the first line of each block of text stands, in half lines below the first of all.
GRID = f"""(() => {{
  const body = {SHOWN}.querySelector(".body");
  const line = Number.parseFloat(getComputedStyle(body).lineHeight);
  const blocks = [...body.querySelectorAll("p, h2, h3, h4, li, dt, dd")];
  const tops = blocks.filter((block) => !block.querySelector("p")).map(
    (block) => block.getBoundingClientRect().top);
  return tops.map((top) => (top - tops[0]) / (line / 2));
}})()"""


def numbers(page: ArticlePageProbe, expression: str) -> list[float]:
    return cast("list[float]", page.ask(expression))


# ---- the measure, and the lines ----


@pytest.mark.parametrize(
    ("lang", "text", "least", "most"), [("zh-Hans", CHINESE, 36, 40), ("en", ENGLISH, 65, 75)]
)
def test_a_line_holds_as_much_as_is_read_well(
    page: ArticlePageProbe, lang: str, text: str, least: int, most: int
) -> None:
    page.show(article(html=f"<p>{text * 20}</p>", lang=lang, text=text))
    counts = numbers(page, LINES)
    assert len(counts) > 8
    assert least <= sum(counts) / len(counts) <= most


@pytest.mark.parametrize(("lang", "text"), [("zh-Hans", CHINESE), ("en", ENGLISH)])
def test_all_levels_of_text_share_one_grid(page: ArticlePageProbe, lang: str, text: str) -> None:
    loose, nested = f"<ul><li><p>{text}</p></li><li><p>{text}</p></li></ul>", "<ol><li>a</li></ol>"
    html = (
        f"<p>{text * 3}</p><h2>{text}</h2><h3>{text}</h3><p>{text}</p><ul><li>{text * 2}</li>"
        f"<li><p>{text}</p>{nested}</li><li>{text}</li></ul>{loose}<p>{text}<code>x</code></p>"
        f"<h4>a</h4><blockquote><p>{text}</p><p>{text}</p></blockquote><dl><dt>a</dt><dd>{text}</dd>"
        f"<dt>b</dt><dd>{text}</dd></dl><p>a</p><hr><p>the end</p>"
    )
    page.show(article(html=html, lang=lang, text=text))
    places = numbers(page, GRID)
    assert len(places) == 20
    assert [place for place in places if abs(place - round(place)) > 0.03] == []


def test_a_caption_stands_under_the_middle_of_its_picture(page: ArticlePageProbe) -> None:
    page.show(article(html=FIGURE))
    body = f"(box => box.x + box.width / 2)({SHOWN}.querySelector('.body').getBoundingClientRect())"
    for part in (".picture", "figcaption"):
        box = f"{SHOWN}.querySelector('{part}').getBoundingClientRect()"
        middle = page.ask(f"{box}.x + {box}.width / 2")
        assert middle == pytest.approx(page.ask(body), abs=1)
    assert page.style("figcaption", "textAlign") == "center"
    assert page.style("figcaption", "fontSize") == "13.5px"


# ---- colours ----


def contrast(pair: list[float]) -> float:
    def luminance(channels: list[float]) -> float:
        parts = [channel / 255 for channel in channels]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(pair[:3]), luminance(pair[3:])))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, SEPIA], ids=lambda theme: theme.name)
@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_every_word_can_be_read_on_its_ground(
    page: ArticlePageProbe, theme: Theme, lang: str
) -> None:
    page.view.set_theme(theme)
    page.show(article(html=EVERYTHING, lang=lang, note="why it is plain"))
    pairs = cast("list[list[float | str]]", page.ask(f"{PAIRS}({SHOWN})"))
    assert len(pairs) > 30
    for words, *pair in pairs:
        assert contrast(cast("list[float]", pair)) >= 4.5, words


def test_stress_in_an_alphabet_is_slanted_and_widens_no_line(page: ArticlePageProbe) -> None:
    heights: list[str] = []
    for name in ("span", "i"):
        html = f"<p>{CHINESE * 2}<{name}>The Village Voice</{name}>{CHINESE * 2}</p>"
        page.show(article(html=html, lang="zh-Hans"))
        heights.append(page.style(".body p", "height"))
    assert heights[0] == heights[1]
    assert page.style(".body i", "fontStyle") == "italic"
    page.show(article(html=f"<p>{CHINESE}<em>老大哥 Big Brother</em></p>", lang="zh-Hans"))
    assert page.style(".body em", "fontStyle") == "normal"


# ---- what is wider than the column ----


def test_what_is_too_wide_scrolls_on_its_own_and_columns_stay_legible(
    page: ArticlePageProbe,
) -> None:
    page.show(article(html=f"<p>{CHINESE}</p>{WIDE_TABLE}{LISTING}", lang="zh-Hans", text=CHINESE))
    for box in (SHOWN, f"{SHOWN}.querySelector('.body')"):
        assert page.ask(f"{box}.scrollWidth <= {box}.clientWidth"), box
    for box in (".table", "pre"):
        shown = f"{SHOWN}.querySelector('{box}')"
        assert page.ask(f"{shown}.scrollWidth > {shown}.clientWidth"), box
    range_of = (
        "(cell => { const r = document.createRange(); r.selectNodeContents(cell); return r; })"
    )
    for at, most in ((0, 1), (1, 2)):
        cell = f"{SHOWN}.querySelectorAll('td')[{at}]"
        assert float(str(page.ask(f"{range_of}({cell}).getClientRects().length"))) <= most


def test_the_keyboard_reaches_and_moves_what_scrolls(page: ArticlePageProbe, qtbot: QtBot) -> None:
    page.web_view.setFocus()
    fits = "<table><tr><td>1</td></tr></table>"
    page.show(article(html=f"<p><a href='https://x.org/'>a</a></p>{fits}{WIDE_TABLE}{LISTING}"))
    now = "document.activeElement"
    for stop in ("A source", "A", "DIV table", "PRE"):
        page.view.step_link(1)
        named = f"{now}.tagName + ' ' + {now}.className"
        wanted = f"{stop} stepped"
        qtbot.waitUntil(lambda named=named, wanted=wanted: page.ask(named) == wanted)
        assert page.ask(f"getComputedStyle({now}).outlineStyle") == "solid"
        if stop.startswith("A"):
            continue
        assert page.ask(f"{now}.scrollLeft") == 0
        QTest.keyClick(page.inside, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: float(str(page.ask(f"{now}.scrollLeft"))) > 0)


def test_notes_are_smaller_and_other_lists_are_not(page: ArticlePageProbe) -> None:
    html = (
        "<p>Words<sup><a href='#post-fn%3A1'>1</a></sup></p><ul><li>item</li></ul>"
        "<ol><li id='post-fn:1'><p>The note.</p></li></ol>"
    )
    page.show(article(html=html))
    assert page.style("ol", "fontSize") == "15px"
    assert page.style("ul", "fontSize") == "18px"


def test_arabic_runs_from_the_right_and_code_in_it_does_not(page: ArticlePageProbe) -> None:
    page.show(article(html=f"<p>صحيفة اليوم</p><ul><li>خبر</li></ul>{LISTING}", lang="ar"))
    assert page.style("p", "direction") == page.style("li", "direction") == "rtl"
    assert page.style("pre", "direction") == "ltr"
    text = (
        "(range => (range.selectNodeContents(shown.querySelector('p')),"
        " range.getBoundingClientRect().right))(document.createRange())"
    )
    edge = "shown.querySelector('p').getBoundingClientRect().right"
    assert page.ask(f"(shown => Math.abs({text} - {edge}) < 2)({SHOWN})") is True


def test_an_aside_set_as_code_is_read_as_text(page: ArticlePageProbe) -> None:
    code = "<pre>for x in y:  # 每一个\n    print(x)</pre>"
    page.show(article(html=f"<pre>{CHINESE * 3}</pre>{code}", lang="zh-Hans", text=CHINESE))
    fonts = page.ask(f"[...{SHOWN}.querySelectorAll('pre')].map(p => getComputedStyle(p).fontSize)")
    assert fonts == ["18px", "14.5px"]
