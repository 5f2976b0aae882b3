"""Quotes, dashes and dots as sites print them."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('"Hello," it\'s', "“Hello,” it’s"),
        ("'one' and 'two'", "‘one’ and ‘two’"),
        ("the '80s", "the ’80s"),
        ("*Times*'s", "<em>Times</em>’s"),
        ("<em>Times</em>'s", "<em>Times</em>’s"),
        ("a -- b, a--b, a---b", "a – b, a–b, a—b"),
        ("wait...", "wait…"),
        ("go test ./...", "go test ./..."),
        ("git commit --amend -m x", "git commit --amend -m x"),
        ('`a -- "b"...`', "<code>a -- &quot;b&quot;...</code>"),
        ('<kbd>--x "y"</kbd> it\'s', "<kbd>--x &quot;y&quot;</kbd> it’s"),
        (r"\"straight\"", "&quot;straight&quot;"),
        ('他说"你好"...--', "他说&quot;你好&quot;...--"),
        ("它叫it's", "它叫it's"),
        ("https://e.example/a--b", '<a href="https://e.example/a--b">https://e.example/a--b</a>'),
    ],
)
def test_text_is_set_and_code_is_not(written: str, shown: str) -> None:
    assert to_html(written) == f"<p>{shown}</p>\n"


def test_code_blocks_stay() -> None:
    assert '--a "b"...' in to_html('    --a "b"...').replace("&quot;", '"')
