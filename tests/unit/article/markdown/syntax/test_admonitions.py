"""Admonitions become the callouts that other notes become."""

import pytest

from reader.article.markdown.parser import to_html


def test_kind_title_and_text() -> None:
    assert to_html('!!! warning "Mind *this*"\n    One.\n\n    - two\n\nafter') == (
        '<blockquote class="callout">\n<p><strong class="callout-title">Mind <em>this</em></strong>'
        "</p>\n<p>One.</p>\n<ul>\n<li>two</li>\n</ul>\n</blockquote>\n<p>after</p>\n"
    )


def test_folded_ones_are_details() -> None:
    html = to_html("??? note\n    x\n\n???+ tip\n    y")
    assert html.startswith("<details>\n<summary>Note</summary>\n<p>x</p>")
    assert "<details open>\n<summary>Tip</summary>" in html


@pytest.mark.parametrize(
    "written", ["!!! wow great", "??? really", "!!! note to self", "!!! unheard of\n    x"]
)
def test_shouting_is_text(written: str) -> None:
    html = to_html(written)
    assert html.startswith(("<p>!!!", "<p>???"))
