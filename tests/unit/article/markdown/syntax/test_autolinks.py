"""Bare addresses become links, and end where the address does."""

import pytest

from reader.article.bounds import MAX_LINKED
from reader.article.markdown.parser import to_html


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://e.example/a_b_c*d*", "https://e.example/a_b_c*d"),
        ("网址：https://e.example/a，好", "https://e.example/a"),
        ("见https://e.example/a。", "https://e.example/a"),
        ("（https://e.example/a）", "https://e.example/a"),
        ("“https://e.example/a”", "https://e.example/a"),
        ("(https://e.example/a_(b))", "https://e.example/a_(b)"),
        ("https://e.example/?a=1&copy=2", "https://e.example/?a=1&copy=2"),
        ("https://e.example/a?b=c, then", "https://e.example/a?b=c"),
        ("https://e.example/a&amp;", "https://e.example/a"),
        ("https://e.example/Über", "https://e.example/Über"),
        ("HTTPS://E.example/a!", "HTTPS://E.example/a"),
        ("**https://e.example**", "https://e.example"),
        ("https://github.comNext line", "https://github.com"),
        ("www.e.example/a.", "www.e.example/a"),
        ("写信给a.b_c+d@e.example。", "a.b_c+d@e.example"),
    ],
)
def test_the_address_is_what_the_link_shows(written: str, address: str) -> None:
    html = to_html(written)
    assert html.count("<a ") == 1
    assert f">{address.replace('&', '&amp;')}</a>" in html


@pytest.mark.parametrize(
    "written",
    ["`https://e.example`", "xhttps://e.example", "www.", "a@b", "https://a.b_c", "@e.example"],
)
def test_what_is_no_address_is_not_linked(written: str) -> None:
    assert "<a " not in to_html(written)


def test_links_hold_no_links() -> None:
    assert to_html("[https://a.example](https://b.example)").count("<a ") == 1
    assert to_html('<a href="https://b.example">https://a.example</a>').count("<a ") == 1


def test_there_is_an_end_to_links() -> None:
    assert to_html("https://e.example/ " * (MAX_LINKED + 9)).count("<a ") == MAX_LINKED
