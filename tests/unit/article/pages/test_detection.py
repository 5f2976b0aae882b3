"""Which bodies are whole pages."""

import pytest

from reader.article.pages.detection import SavedPage, saved_page

LINKS = "".join(f"<a href='/{number}'>Section {number}</a>" for number in range(12))
WITHOUT_HEAD = (
    f"<header>The site</header><nav>{LINKS}</nav><main><p>Text.</p></main><footer>c</footer>"
)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><body><p>Text</p></body></html>",
        "<!doctype html> <html lang=en><!-- Page saved with SingleFile --><meta charset=utf-8>",
        "\n<html><head></head></html>",
        "<body class='single'><p>Text</p></body>",
        "<!-- saved from url=(0014)about:internet -->\n<HTML><BODY>Text</BODY></HTML>",
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'></html>",
        WITHOUT_HEAD,
    ],
)
def test_a_page_is_known_by_its_doctype_or_its_furniture(page: str) -> None:
    assert saved_page(page) == SavedPage("", page)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Plain words.",
        "<div><p>One scraped element.</p></div>",
        "<article><header><h1>Title</h1></header><p>Text</p><footer>Tags</footer></article>",
        "<article><nav><a href='#a'>1</a></nav><header>h</header><p>Text</p></article>",
        f"<article><header>h</header><nav>{LINKS}</nav><p>Its own contents.</p></article>",
        "A page begins like this:\n\n```html\n<!DOCTYPE html>\n<html>\n```\n",
        "In a paragraph: <html> is the first element.",
        "<headline>No head</headline>",
        "words\n" * 500 + "<html></html>",
    ],
)
def test_other_bodies_are_not(body: str) -> None:
    assert saved_page(body) is None


def test_what_stands_before_the_page_is_kept_apart() -> None:
    before = "<!--1645507920000-->\n[Site – A title](https://e.example/a)\n------\n\n"
    found = saved_page(before + "<!DOCTYPE html>\n<html></html>")
    assert found == SavedPage(before, "<!DOCTYPE html>\n<html></html>")


def test_scripts_and_styles_are_left_out_even_unclosed() -> None:
    found = saved_page("<html><style>p > a {}</style><p>Text</p><SCRIPT>if (a < b) '</p>'</SCRIPT>")
    assert found == SavedPage("", "<html><p>Text</p>")
    assert saved_page("<html><p>Text</p><script>open") == SavedPage("", "<html><p>Text</p>")


def test_a_page_too_large_for_its_pictures_loses_them_and_not_its_text() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 3_000_000 + "'>"
    found = saved_page(f"<html><p>Text</p>{picture}{picture}</html>")
    assert found is not None
    assert found.page.count("<img src='data:,'>") == 2
