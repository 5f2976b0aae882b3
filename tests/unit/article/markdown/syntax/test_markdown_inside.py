"""Markdown within HTML, where a tag asks for it."""

import pytest

from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<div markdown="1">\n*a*\n</div>', "<div><p><em>a</em></p>\n</div>"),
        ('<div markdown="1">\n\n- a\n\n</div>', "<div><ul>\n<li>a</li>\n</ul>\n</div>"),
        ('<p markdown="1">*a*</p>', "<p><em>a</em></p>"),
        ('<p markdown="block">*a*</p>', "<p><p><em>a</em></p>\n</p>"),
        ('<div markdown="span">*a*</div>', "<div><em>a</em></div>"),
        ('<div markdown="0">\n*a*\n</div>', "<div>\n*a*\n</div>"),
        (
            "<div class='b' markdown=1 id='c'>*a*</div>",
            "<div class='b' id='c'><p><em>a</em></p>\n</div>",
        ),
        (
            '<details markdown="1">\n  <summary>S</summary>\n* TOC\n{:toc}\n</details>',
            "<details>  <summary>S</summary>\n</details>",
        ),
        (
            '<table><tr><td markdown="span">*a*</td><td>*b*</td></tr></table>',
            "<table><tr><td><em>a</em></td><td>*b*</td></tr></table>",
        ),
        (
            '<div markdown="1">\n<div>\n*raw*\n</div>\n*a*\n</div>',
            "<div><div>\n*raw*\n</div>\n<p><em>a</em></p>\n</div>",
        ),
        (
            '<div markdown="1">\n    <div markdown="1">\n    *a*\n    </div>\n</div>',
            "<div><div><p><em>a</em></p>\n</div>\n</div>",
        ),
    ],
)
def test_what_the_attribute_asks_for(written: str, shown: str) -> None:
    assert to_html(written).strip() == shown


@pytest.mark.parametrize("written", ['<div markdown="1">\n*a*', '<span markdown="1">*a*</span>'])
def test_an_element_never_closed_or_within_a_line_is_read_as_ever(written: str) -> None:
    assert "a" in to_html(written)


def test_notes_and_links_are_the_whole_article_s() -> None:
    html = to_html('<div markdown="1">\na[^1] [b][c]\n</div>\n\n[^1]: note\n\n[c]: /u')
    assert 'href="/u"' in html
    assert "note" in html


def test_ids_given_below_are_the_element_s() -> None:
    assert to_html('<div markdown="1">\na\n</div>\n{: #b}').startswith('<div id="b">')
