"""Wrappers dissolve into plain blocks, each of which shows something."""

import pytest

from tests.helpers.articles import html_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<div><section><p>a</p></section></div>", "<p>a</p>"),
        ("<div>a<p>b</p>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("a<br><br>b<br>c", "<p>a</p><p>b<br>c</p>"),
        ("<p>a<br><br><br>b</p>", "<p>a</p><p>b</p>"),
        ("<p>&nbsp;&nbsp;a&nbsp;</p><p>　　b</p>", "<p>a</p><p>b</p>"),
        ("<p></p><p>&nbsp;</p><p><br></p><div><span> </span></div><p>a</p>", "<p>a</p>"),
        ("<ul><li></li><li><div>a</div></li></ul>", "<ul><li>a</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<h1>a</h1>", '<h2 id="post-a">a</h2>'),
        ("<h2><div>a</div></h2>", '<h2 id="post-a">a</h2>'),
        ("<span><div>a</div><div>b</div></span>", "<p>a</p><p>b</p>"),
        ('<a href="/x"><h3>a</h3></a>', '<h3 id="post-a"><a href="/x">a</a></h3>'),
        ("<table><tr><td><p>a</p></td></tr></table>", "<p>a</p>"),
        ("<blockquote>a</blockquote>", "<blockquote>a</blockquote>"),
        ("<figure><p>a</p></figure>", "<p>a</p>"),
        ("<pre>  a\n   b</pre>", "<pre>  a\n   b</pre>"),
        ("<p>a <i></i>b</p>", "<p>a b</p>"),
        ("<p><strong>a<br>b</strong></p>", "<p><strong>a<br>b</strong></p>"),
        ("<details><summary>s</summary><p>a</p></details>",) * 2,
        ("<dl><dt>t</dt><dd>d</dd></dl>",) * 2,
        ("<p>H<sub>2</sub>O <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",) * 2,
        ("<p>a</p><hr><p>b</p>",) * 2,
    ],
)
def test_blocks(written: str, shown: str) -> None:
    assert html_of(written) == shown


def test_table_stays_a_table() -> None:
    table = "<table><thead><tr><th>a</th><th></th></tr></thead><tbody><tr><td>b</td><td>c</td></tr>"
    assert html_of(table + "</tbody></table>") == table + "</tbody></table>"


def test_line_ends_are_no_spaces_in_chinese() -> None:
    html = html_of(
        '<p>\n 投资\n <a href="https://a.example/">\n  一万亿\n </a>\n 的，\n 中\n English\n 文</p>'
    )
    assert html == '<p>投资<a href="https://a.example/">一万亿</a>的，中 English 文</p>'
