"""Emphasis beside Chinese, Japanese and Korean."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**中文。**中文", "<strong>中文。</strong>中文"),
        ("中文**（注）**中文", "中文<strong>（注）</strong>中文"),
        ("**“引号”**的", "<strong>“引号”</strong>的"),
        ("他说**“好”**。", "他说<strong>“好”</strong>。"),
        ("*说明：*看", "<em>说明：</em>看"),
        ("これは**強調です。**そう", "これは<strong>強調です。</strong>そう"),
        ("**한국어(韓國語)**는", "<strong>한국어(韓國語)</strong>는"),
        ("**`code`**中文", "<strong><code>code</code></strong>中文"),
        ("**[链接](u)**中文", '<strong><a href="u">链接</a></strong>中文'),
        ("~~删除。~~中文", "<del>删除。</del>中文"),
        ("**葛\U000e0100。**葛", "<strong>葛\U000e0100。</strong>葛"),
    ],
)
def test_emphasis_closes_beside_characters_without_spaces(written: str, shown: str) -> None:
    assert to_html(written) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize(
    "written", ["a**“b”**c", "a*“b”*c", "foo__bar__baz", "** a **", "2 * 3 * 4"]
)
def test_text_without_them_is_read_as_commonmark_has_it(written: str) -> None:
    assert to_html(written) == f"<p>{written}</p>\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("~~two~~ and ~one~", "<del>two</del> and <del>one</del>"),
        ("3~5天，8~10天", "3~5天，8~10天"),
        ("H~2~O", "H~2~O"),
        ("~~~three~~~ x", None),
        ("好的~ 谢谢~", "好的~ 谢谢~"),
    ],
)
def test_single_tildes_strike_no_ranges(written: str, shown: str | None) -> None:
    html = to_html(written)
    assert "<del>" not in html if shown is None else html == f"<p>{shown}</p>\n"
