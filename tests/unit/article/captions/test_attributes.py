"""Titles and alternative texts: which are captions, and that page and index agree."""

import pytest

from reader.article.captions.attributes import reads_like_caption, with_attribute_captions
from reader.article.extract import extract
from tests.helpers.articles import article_of, post_of

SRC = "src='https://e.example/a.jpg'"


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        (f"<p><img {SRC} title='The harbour at dawn'></p>", "The harbour at dawn"),
        (f"<p><img {SRC} alt='Ms. Roe speaks on Monday.'></p>", "Ms. Roe speaks on Monday."),
        (f"<p><img {SRC} alt='王毅在北京与客人会谈'></p>", "王毅在北京与客人会谈"),
        (f"<p><img {SRC} data-image-caption='&lt;p&gt;At sea&lt;/p&gt;'></p>", "At sea"),
        (f"<p><img {SRC} alt='A man at a table'></p>", ""),
        (f"<p><img {SRC} alt='IMG_2231.JPG' title='harbour-at-dawn-1024x768'></p>", ""),
        (f"<p><img {SRC} alt='vpn, proxy, best vpn'></p>", ""),
        (f"<p><img {SRC} alt='在这里插入图片描述'></p>", ""),
        (f"<p><img {SRC} alt='A title' title='A title - The Site'></p>", ""),
        (f"<p><a href='/b'><img {SRC} alt='Another Story Is Told.'></a></p>", ""),
        (f"<p>See <img {SRC} alt='The Big Button.'> here.</p>", ""),
        (
            f"<table><tr><td><img {SRC} alt='The Big Flag.'></td><td>3</td></tr><tr><td>b</td>"
            "<td>4</td></tr></table>",
            "",
        ),
        (f"<p><img {SRC} width='40' alt='The Big Button.'></p>", ""),
        (f"<p><img {SRC} alt='Ms. Roe speaks.'></p><p>Ms. Roe speaks. Then all go.</p>", ""),
        (f"<p><img {SRC} alt='Ms. Roe Speaks'></p><p><img {SRC} alt='Ms. Roe Speaks'></p>", ""),
    ],
)
def test_last_resort(markup: str, caption: str) -> None:
    post = post_of(markup + "<p>The article.</p>")
    article = article_of(post.body)
    assert next((picture.caption for picture in article.pictures), "") == caption
    assert extract(post).text.split() == article.text.split()
    assert extract(post).has_image


def test_better_caption_wins() -> None:
    article = article_of(f"<p><img {SRC} title='The harbour'></p><p><em>Boats at dawn</em></p>")
    assert article.pictures[0].caption == "Boats at dawn"
    assert "The harbour" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        "image",
        "图片",
        "screenshot 2",
        "a_b c_d",
        "https://e.example/a b",
        "logo | The Site",
        "x" * 900,
    ],
)
def test_is_no_caption(text: str) -> None:
    assert not reads_like_caption(text, "Anything")


def test_markup_without_any_is_handed_back() -> None:
    markup = '<p><img src="a.jpg" alt=""></p>'
    assert with_attribute_captions(markup, "A title") is markup
