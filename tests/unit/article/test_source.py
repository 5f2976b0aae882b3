"""A body becomes markup; a title that repeats is taken off while it is still source."""

import pytest

from reader.article.source import is_markup, markup_of, without_linked_title
from reader.posts.post import BodyFormat
from tests.helpers.articles import post_of


@pytest.mark.parametrize(
    "heading",
    [
        "[A *title*](https://e.example/)\n------\n",
        "<!--1645507920000-->\n[A *title*](https://e.example/)\n------\n",
        "<!--NaN-->\n<!-- x -->\n# [A *title*](https://e.example/x?(y))\n",
        "\n[A *title*](<https://e.example/>)\n===\n",
    ],
)
def test_leading_linked_title_goes(heading: str) -> None:
    assert without_linked_title(heading + "\nText", "A *title*").strip() == "Text"


def test_another_link_stays() -> None:
    body = "[Another](https://e.example/)\n------\nText"
    assert without_linked_title(body, "A title") == body


@pytest.mark.parametrize(
    ("body", "markup"),
    [
        ("<div>\n<p>a</p>\n\n<div>b</div></div>\n", True),
        ("<article>a</article>", True),
        ("<div>a</div>\n\n*b*", False),
        ("<div>a", False),
        ("*a*", False),
        ("<div>a</div><div>b</div>", False),
        ("<divider>a</divider>", False),
        ('<div dir="rtl" markdown="1">\n\n*a*\n\n</div>', False),
        ('<div class="markdown-body">\n<p>a</p>\n</div>', True),
        ("<div align='center'>\n\n*a*\n\n</div>", False),
        ("<div>\n\n<p>a</p>\n\nb</div>", True),
    ],
)
def test_one_html_element_needs_no_markdown(body: str, markup: bool) -> None:
    assert is_markup(body) is markup


def test_html_is_taken_as_it_is() -> None:
    assert markup_of(post_of("*a*")).markup == "*a*"


def test_markdown_is_rendered() -> None:
    source = markup_of(post_of("*a*", body_format=BodyFormat.MARKDOWN))
    assert source.markup == "<p><em>a</em></p>\n"


def test_too_much_is_refused_with_a_reason() -> None:
    post = post_of("*a **a " * 9_000, body_format=BodyFormat.MARKDOWN)
    assert "too many marks" in str(markup_of(post).objection)
