"""The text that markup shows: a block a line."""

import pytest

from reader.article.text import visible_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<p>a <b>b</b>c</p>", "a bc"),
        ("a<br>b", "a\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<p>a &amp; &lt;b&gt;&nbsp; c</p>", "a & <b> c"),
        ('<p title="a > b">c</p>', "c"),
        ("<p>a\n   b</p>", "a b"),
        ("<p>中\n   文，\n English</p>", "中文， English"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<script>x < y</script><style>p</style>z", "z"),
        ("a\u200bb\xadc", "abc"),
        ("<!-- a -->b", "b"),
        ("<p>1 < 2</p>", "1 < 2"),
        ("", ""),
        ("<p>中文\n<ul><li>一\n</li></ul>\n<p>好\n吗", "中文\n一\n好吗"),
    ],
)
def test_visible_text(markup: str, text: str) -> None:
    assert visible_text(markup) == text
