r"""Mathematics stays the TeX it is; prices and variables of shells stay text."""

import time
from contextlib import suppress

import pytest

from reader.article.bounds import TooComplexError
from reader.article.markdown.parser import to_html


def line(text: str) -> str:
    return to_html(text).strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("$x_1 * y_1 * z$", "x_1 * y_1 * z"),
        ("$n$", "n"),
        ("$2n$", "2n"),
        ("$\\text{if } x < 0$", "\\text{if } x &lt; 0"),
        ("$$E = mc^2$$", "E = mc^2"),
        ("\\(a_1*b*\\)", "a_1*b*"),
        ("\\\\(a_1 + b_1\\\\)", "a_1 + b_1"),
        ("\\[x = y\\]", "x = y"),
        ("设$x$为", "x"),
    ],
)
def test_formulas_in_a_line(written: str, formula: str) -> None:
    assert f'<code class="math">{formula}</code>' in line("a " + written + " b")


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("$$\na &= b \\\\\nc &= d\n$$", "a &amp;= b \\\\\nc &amp;= d"),
        ("$$ x = 1 $$", "x = 1"),
        ("\\[\nx = 1\n\\]", "x = 1"),
        ("\\\\[ x = 1 \\\\]", "x = 1"),
        ("\\begin{align}\nx\n\\end{align}", "\\begin{align}\nx\n\\end{align}"),
        ("text\n$$\nx=1\n$$\nmore", "x=1"),
    ],
)
def test_formulas_of_their_own(written: str, formula: str) -> None:
    assert f'<pre><code class="math">{formula}</code></pre>' in to_html(written)


@pytest.mark.parametrize(
    "written",
    [
        "$5 and $10",
        "$5, or 5$ more",
        "between $5-$10 a month",
        "US$5 to HK$10",
        "$1,000和$2,000",
        "从$5涨到$10，又跌到8$。",
        "$HOME:$PATH and $USER/$X",
        "($TSLA, $AAPL)",
        "$foo bar and baz$",
        "$ x $",
        "$$",
        "a $$ b $$$ c",
    ],
)
def test_prices_stay_text(written: str) -> None:
    assert line(written) == written


def test_code_and_escapes_come_first() -> None:
    assert line("`$x$`") == "<code>$x$</code>"
    assert line("\\$5\\$ and \\(an aside, you know\\)") == "$5$ and (an aside, you know)"
    assert "math" not in to_html("```\n$$\nx\n$$\n```")


def test_it_stays_in_its_list_item() -> None:
    html = to_html("- a\n\n  $$\n  x\n  $$\n- b")
    assert html.count("<li>") == 2
    assert '<code class="math">x</code>' in html


@pytest.mark.parametrize(
    "hostile",
    ["$a" * 1_900, "$$\n" * 3_000, "\\(" * 1_900, "$$\n" + "a" * 500_000 + "\n$$", "$$a b" * 900],
)
def test_hostile_formulas_take_no_time(hostile: str) -> None:
    started = time.process_time()
    with suppress(TooComplexError):
        to_html(hostile)
    assert time.process_time() - started < 1
