"""The index finds what the reader sees, and what the page names."""

from reader.article.extract import EXCERPT, extract
from reader.article.render import render_article
from reader.posts.post import BodyFormat
from tests.helpers.articles import post_of

PAGE = """<article><header><h1>A title</h1></header>
<div class="entry-meta"><span class="cat-links"><a rel="category tag" href="/c">News</a></span>
</div>
<figure><img src="a.jpg"><figcaption>A caption</figcaption></figure><p>First words.</p>
<nav>Menu</nav>
<ul class="post-tags"><li>Tagged</li><li><a rel="tag" href="/t">#privacy</a></li></ul>
</article>"""


def test_text_is_the_articles() -> None:
    post = post_of(PAGE)
    assert extract(post).text == render_article(post).text == "A caption\nFirst words."


def test_excerpt_leaves_the_caption_out() -> None:
    assert extract(post_of(PAGE)).excerpt == "First words."


def test_excerpt_leaves_the_marks_of_notes_out() -> None:
    post = post_of("One[^1] two[^b].\n\n[^1]: A.\n[^b]: B.", body_format=BodyFormat.MARKDOWN)
    assert extract(post).excerpt == "One two. A. B."
    scraped = '<p>One<sup><a href="#fn1">1</a></sup> x<sup>2</sup></p><p>A <a href="#r1">↩</a></p>'
    assert extract(post_of(scraped)).excerpt == "One x2 A"


def test_excerpt_is_one_short_line() -> None:
    excerpt = extract(post_of("<p>一二三四五</p>" * 500)).excerpt
    assert len(excerpt) <= EXCERPT
    assert "\n" not in excerpt


def test_tags_and_categories_are_harvested() -> None:
    found = extract(post_of(PAGE))
    assert found.tags == ("privacy",)
    assert found.categories == ("News",)


def test_pictures_are_noticed() -> None:
    assert extract(post_of(PAGE)).has_image
    assert not extract(post_of("<p>x</p>")).has_image


def test_markdown_is_read_as_the_article_reads_it() -> None:
    post = post_of("# Head\n\n*a* [b](c) `d`\n\n- e", body_format=BodyFormat.MARKDOWN)
    assert extract(post).text == render_article(post).text == "Head\na b d\ne"


def test_bombs_give_their_plain_text() -> None:
    found = extract(post_of("<div>" * 10_000 + "\nwords\n"))
    assert "words" in found.text
