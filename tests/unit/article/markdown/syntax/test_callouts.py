"""Callouts, admonitions and containers become one thing: a passage set apart, under its title."""

import pytest

from reader.article.markdown.parser import to_html
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of

NOTE = '<blockquote class="callout"><p><strong class="callout-title">{}</strong></p>{}</blockquote>'


def shown(text: str) -> str:
    return article_of(text, body_format=BodyFormat.MARKDOWN).html


@pytest.mark.parametrize(
    ("written", "title", "inner"),
    [
        ("> [!NOTE]\n> Text", "Note", "<p>Text</p>"),
        ("> [!tip] Its *head*\n> Text", "Its <em>head</em>", "<p>Text</p>"),
        ("> [!my-kind|x] \n> Text", "My kind", "<p>Text</p>"),
        ("> [!info] Title", "Title", ""),
        ('!!! note "T"\n    a\n\n    b', "T", "<p>a</p><p>b</p>"),
        ("!!! warning\n    a", "Warning", "<p>a</p>"),
        ("::: tip Title\na\n:::", "Title", "<p>a</p>"),
        (":::note[Title]\na\n:::", "Title", "<p>a</p>"),
        (":::danger\na\n:::", "Danger", "<p>a</p>"),
        (":::message alert\na\n:::", "Warning", "<p>a</p>"),
        (":::note warn\na\n:::", "Warning", "<p>a</p>"),
        (":::note info\na\n:::", "Info", "<p>a</p>"),
        ("::: theorem Of Lines\na\n:::", "Of Lines", "<p>a</p>"),
    ],
)
def test_passages_are_set_apart(written: str, title: str, inner: str) -> None:
    assert shown(written) == NOTE.format(title, inner)


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (
            "> [!faq]- Why\n> Because",
            "<details><summary>Why</summary><p>Because</p></details>",
        ),
        (
            "> [!faq]+ Why\n> Because",
            '<details open=""><summary>Why</summary><p>Because</p></details>',
        ),
        (
            "??? faq\n    Because",
            "<details><summary>Faq</summary><p>Because</p></details>",
        ),
        (
            ":::details More\na\n:::",
            "<details><summary>More</summary><p>a</p></details>",
        ),
    ],
)
def test_folding_ones_fold(written: str, markup: str) -> None:
    assert shown(written) == markup


@pytest.mark.parametrize("kind", ["code-group", "center", "tabs"])
def test_those_that_lay_out_are_not_seen(kind: str) -> None:
    assert shown(f"::: {kind}\na\n:::\n\nb") == "<p>a</p><p>b</p>"


def test_a_note_may_have_no_title() -> None:
    assert shown(":::message\na\n:::") == '<blockquote class="callout"><p>a</p></blockquote>'


def test_one_may_stand_in_another() -> None:
    html = shown("> [!note] A\n> a\n> > [!tip] B\n> > b\n\n> plain")
    assert html.count('class="callout"') == 2
    assert html.endswith("<blockquote><p>plain</p></blockquote>")


@pytest.mark.parametrize(
    "written",
    [
        "> a [!note]",
        "> [![b](c.png)](d)",
        "!!! wow",
        "!!! 太好了",
        "::: x",
        "???",
        "```\n> [!note]\n```",
    ],
)
def test_what_is_none_stays(written: str) -> None:
    assert "callout" not in to_html(written)
