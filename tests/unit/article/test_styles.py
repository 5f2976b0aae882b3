"""Styles that mean something become elements; others are dress."""

import pytest

from reader.article.styles import meaning_of
from tests.helpers.articles import html_of

MEANT = {
    "font-weight: 700": "strong",
    "FONT-WEIGHT:bold; color: #333": "strong",
    "font-style: italic": "em",
    "text-decoration: underline": "u",
    "text-decoration-line: line-through": "s",
    "vertical-align: super; font-size: 80%": "sup",
    "vertical-align: sub": "sub",
    "background-color: #ffff00": "mark",
    "background: yellow": "mark",
    "background-color: rgb(255, 250, 165)": "mark",
}
DRESS = [
    "color: red",
    "color: #515151",
    "font-family: Arial; font-size: 12pt",
    "font-weight: 400",
    "background-color: #fff",
    "background: rgb(249, 249, 249)",
    "background-color: transparent",
    "background: url(a.png)",
    "text-decoration: none",
    "vertical-align: baseline",
    "",
]


@pytest.mark.parametrize(("style", "name"), MEANT.items())
def test_what_is_meant_becomes_an_element(style: str, name: str) -> None:
    html = html_of(f'<p>Some <span style="{style}">words</span> of a line.</p>')
    assert html == f"<p>Some <{name}>words</{name}> of a line.</p>"


@pytest.mark.parametrize("style", DRESS)
def test_dress_goes(style: str) -> None:
    assert meaning_of(style) == ""
    assert html_of(f'<p>Some <span style="{style}">words</span>.</p>') == "<p>Some words.</p>"
