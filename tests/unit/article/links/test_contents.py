"""Headings can be linked to, and make the table of contents."""

import time

import pytest

from reader.article.values import Heading
from tests.helpers.articles import article_of, html_of


def test_headings_are_named_by_their_words() -> None:
    article = article_of("<h1>A Walk, twice!</h1><p>x</p><h3>第一节 开始</h3><p>y</p>")
    assert article.contents == (
        Heading(2, "A Walk, twice!", "post-a-walk-twice"),
        Heading(3, "第一节 开始", "post-第一节-开始"),
    )
    for heading in article.contents:
        assert f'id="{heading.id}"' in article.html


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ('<h2 id="own">A</h2>', "post-own"),
        ('<h2><span id="Hi.st">History</span></h2>', "post-Hi.st"),
        ('<h2 id="two words">A b</h2>', "post-a-b"),
        ("<h2>…</h2>", "post-section"),
        ('<h2 id="post-own">A</h2>', "post-own"),
    ],
)
def test_a_name_that_is_given_stays(heading: str, named: str) -> None:
    article = article_of(heading + "<p>x</p>")
    assert [each.id for each in article.contents] == [named]
    assert f'id="{named}"' in article.html


def test_each_name_is_given_once() -> None:
    article = article_of('<p><a id="a">words</a></p><h2>A</h2><h2>A</h2><h2 id="a-1">B</h2>')
    assert [each.id for each in article.contents] == ["post-a-1", "post-a-2", "post-a-1-1"]


def test_a_link_finds_the_heading_it_means() -> None:
    html = html_of('<p><a href="#two-words">words</a></p><h2>Two words</h2>')
    assert 'href="#post-two-words"' in html
    assert 'id="post-two-words"' in html


def test_headings_of_quotations_and_tables_are_not_the_articles() -> None:
    assert article_of("<blockquote><h2>A</h2><p>x</p></blockquote>").contents == ()
    assert article_of("<h2> </h2><p>x</p>").contents == ()


def test_the_untouched_post_has_none() -> None:
    assert article_of("<h2>A</h2>", raw=True).contents == ()


def test_thousands_of_headings_of_one_name_take_no_time() -> None:
    started = time.process_time()
    contents = article_of("<h2>A</h2><p>x</p>" * 10_000).contents
    assert len(contents) == 500
    assert time.process_time() - started < 5
