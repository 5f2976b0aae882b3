"""Boxes of well-known names become callouts; their words stay."""

import pytest

from reader.article.extract import extract
from tests.helpers.articles import article_of, html_of, post_of

_CALLOUT = (
    '<blockquote class="callout"><p><strong class="callout-title">Note</strong></p>'
    "<p>Text</p></blockquote>"
)


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="admonition note"><p class="admonition-title">Note</p><p>Text</p></div>',
        '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">'
        '<svg class="octicon"><path d="M0 8"></path></svg>Note</p><p>Text</p></div>',
        '<div class="custom-block tip"><p class="custom-block-title">Note</p><p>Text</p></div>',
        '<div class="theme-admonition theme-admonition-note"><div class="admonition-heading">'
        "Note</div><div><p>Text</p></div></div>",
    ],
)
def test_a_box_becomes_a_callout(markup: str) -> None:
    article = article_of(f"<p>Before it.</p>{markup}")
    assert article.html == "<p>Before it.</p>" + _CALLOUT
    assert extract(post_of(f"<p>Before it.</p>{markup}")).text == article.text


def test_a_box_without_a_title_stays_text() -> None:
    assert html_of('<div class="admonition"><p>Text</p></div>') == "<p>Text</p>"
