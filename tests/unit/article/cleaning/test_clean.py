"""Chrome, repeated title and byline, and twins go; the article's own text stays."""

from typing import Unpack

import pytest

from reader.article.cleaning.clean import clean, parse, serialised
from reader.article.cleaning.openings import is_title
from tests.helpers.articles import About, html_of, post_of


def cleaned(markup: str, **about: Unpack[About]) -> str:
    tree = parse(markup)
    post = post_of(markup, **about)
    clean(tree, post.head, "", markup)
    return serialised(tree)


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>A title</h1>",
        '<h2><a href="https://e.example/">A title</a></h2>',
        "<header><h1>\n   A  title\n</h1></header>",
        "<h1>A title - The Site</h1>",
        "<h3>“A title”</h3>",
    ],
)
def test_repeated_title_goes(heading: str) -> None:
    assert "title" not in cleaned(heading + "<p>Text</p>")


def test_title_with_the_sites_name_matches_the_heading_without() -> None:
    assert is_title("影响的焦虑", "影响的焦虑 - iYouPort")
    assert not is_title("影响", "影响的焦虑")
    assert is_title("？！", "？！")
    assert not is_title("", "")


def test_a_heading_further_down_stays() -> None:
    assert "<h2>A title</h2>" in cleaned("<p>The article begins.</p><h2>A title</h2>")


def test_a_paragraph_that_is_the_title_stays() -> None:
    assert cleaned("<p>A title</p>") == "<p>A title</p>"


@pytest.mark.parametrize("byline", ["By Jane Doe", "Jane Doe", "文/Jane Doe", "采写︱Jane Doe"])
def test_repeated_byline_goes(byline: str) -> None:
    assert cleaned(f"<p>{byline}</p><p>Text</p>", authors=("Jane Doe",)) == "<p>Text</p>"


def test_a_sentence_that_names_the_author_stays() -> None:
    markup = "<p>Jane Doe was born in 1970.</p>"
    assert cleaned(markup, authors=("Jane Doe",)) == markup


def test_twin_in_noscript_replaces_the_lazy_picture() -> None:
    markup = (
        '<p><img class="lazy" data-lazy-src="a.jpg" src="data:," width="640" height="480">'
        '<noscript><img src="real.jpg" alt="x"></noscript></p>'
    )
    html = cleaned(markup)
    assert html.count("<img") == 1
    assert 'src="real.jpg"' in html
    assert 'width="640"' in html


def test_noscript_without_a_twin_gives_its_picture() -> None:
    html = cleaned('<p>text<noscript><img src="a.jpg"></noscript></p>')
    assert html.startswith('<p>text<img src="a.jpg"')
    assert "noscript" not in html


def test_noscript_without_a_picture_goes() -> None:
    assert cleaned("<noscript>Please enable JavaScript</noscript><p>x</p>") == "<p>x</p>"


def test_comments_go_but_not_what_looks_like_one() -> None:
    assert cleaned('<!-- a --><p title="<!-- b">c</p><!-- d -->') == ('<p title="&lt;!-- b">c</p>')


def test_meaningful_elements_stay_and_dress_goes() -> None:
    html = html_of(
        '<p><span style="color: #515151">a</span> <font color="red">b</font> <strong>c</strong>'
        ' <mark>d</mark> <span style="font-weight: bold">e</span></p>'
    )
    assert html == "<p>a b <strong>c</strong> <mark>d</mark> <strong>e</strong></p>"


def test_zero_width_characters_go_but_for_those_that_part_words() -> None:
    assert cleaned("<p>a\u200bb\ufeff 中&#8203;文</p>") == "<p>ab 中文</p>"
    assert cleaned("<p>ภาษา\u200bไทย</p>") == "<p>ภาษา\u200bไทย</p>"
    assert cleaned("<p>👩\u200d💻</p>") == "<p>👩\u200d💻</p>"
