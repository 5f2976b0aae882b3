"""Bodies made to take long are shown at once, and no piece of them is lost."""

import time

import pytest

from reader.article.bounds import MAX_CELLS, MAX_LINKED
from reader.article.extract import extract
from reader.article.render import render_article
from reader.article.values import Article
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of, html_of, post_of

MILLION = 1_000_000
EMBED = '<iframe src="https://video.example/x"></iframe>'
WIDE = "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "b|\n" * 300
SLOW = {
    "bare ampersands": "&" * MILLION,
    "ampersands": "&amp;" * MILLION,
    "no-break spaces": "&nbsp;" * MILLION,
    "no-break spaces as such": "x<p>" + "\xa0" * MILLION,
    "fewer ampersands": "x<p>" + "&amp;" * 190_000,
    "embeds": EMBED * 20_000,
    "ampersands before long text": "<p>" + "&amp;" * 5_001 + "x\n" * 300_000,
    "fewer embeds": EMBED * 5_000,
    "dead embeds": "<iframe></iframe>" * 20_000,
    "deep list and empty lines": "- " * 30_000 + "x" + "\n" * 30_000,
    "almost a style sheet": ("<p>a{" + "a:" * 400 + "}!</p>\n") * 5,
    "addresses": "someone@mail.example " * 100_000,
}


@pytest.mark.parametrize("body", SLOW.values(), ids=SLOW)
@pytest.mark.parametrize("raw", [False, True], ids=["shaped", "raw"])
def test_slow_bodies_are_rendered_at_once(body: str, raw: bool) -> None:
    started = time.process_time()
    article_of(body, raw=raw)
    assert time.process_time() - started < 3  # under a second each on a machine of one's own


@pytest.mark.parametrize("body", SLOW.values(), ids=SLOW)
def test_slow_bodies_are_extracted_at_once(body: str) -> None:
    started = time.process_time()
    extract(post_of(body))
    assert time.process_time() - started < 3


def test_wide_table_of_short_rows_is_plain_text_at_once() -> None:
    started = time.process_time()
    article = article_of(WIDE, body_format=BodyFormat.MARKDOWN)
    extract(post_of(WIDE, body_format=BodyFormat.MARKDOWN))
    assert time.process_time() - started < 3
    assert str(MAX_CELLS) in reason(article)
    assert article.text.count("b|") == 301 - 1


def test_many_tables_count_together() -> None:
    table = "|a" * 50 + "|\n" + "|-" * 50 + "|\n" + "b|\n" * 98 + "\n"
    assert not article_of(table, body_format=BodyFormat.MARKDOWN).problems
    assert reason(article_of(table * 4, body_format=BodyFormat.MARKDOWN))


def test_ampersands_beyond_the_limit_are_all_shown() -> None:
    assert article_of("&amp;" * 300_000).text == "&amp;" * 300_000


def test_long_text_keeps_its_references() -> None:
    body = "&amp;lt; &lt;i&gt; &amp;&amp;x &amp;#38; &nbsp;y &quot; &amp; " * 3_000
    short = "&amp;lt; &lt;i&gt; &amp;&amp;x &amp;#38; &nbsp;y &quot; &amp; "
    for raw in (False, True):
        once = article_of(f"<p>{short}z</p>", raw=raw).html[3:].removesuffix("z</p>")
        assert article_of(f"<p>{body}z</p>", raw=raw).html == f"<p>{once * 3_000}z</p>"


def test_only_so_many_addresses_become_links() -> None:
    article = article_of("<p>someone@mail.example and</p>" * (MAX_LINKED + 7))
    assert article.html.count('<a href="mailto:') == MAX_LINKED
    assert article.text.count("someone@mail.example") == MAX_LINKED + 7
    assert str(MAX_LINKED) in reason(article)
    assert not article_of("<p>someone@mail.example</p>" * (MAX_LINKED - 1)).problems


def test_embeds_and_addresses_in_a_row_stand_where_they_stood() -> None:
    markup = f"<p>a</p>{EMBED}<iframe></iframe>b http://x.example/ c {EMBED}<p>d</p>"
    card = '<p class="embed embed-page"><a href="https://video.example/x">video.example</a></p>'
    link = '<a href="http://x.example/">http://x.example/</a>'
    assert html_of(markup) == f"<p>a</p>{card}<p>b {link} c</p>{card}<p>d</p>"


def test_embed_within_an_embed_is_one_card() -> None:
    markup = f'<object src="https://video.example/x">y{EMBED}</object><p>d</p>'
    article = render_article(post_of(markup), raw=True)
    assert article.html.count("video.example</a>") == 1


def reason(article: Article) -> str:
    (problem,) = article.problems
    return problem.reason


MARKS = {
    "blanks for an address": "![x](" + " " * 20_000 + "\x01)",
    "an address of blanks": "[x](/a" + " " * 1_900 + "\x01(",
    "line ends in an attribute": '<p title="' + "\n" * 100_000 + '">x</p>',
    "line ends and tags": "\n<b>" * 200 + "x" + "</b>\n" * 200,
    "relations": '<a href="/" rel=\'' + "rel=" * 100_000 + "'>x</a>",
    **{
        f"{start} in a description": f'<img src="a.jpg" alt="{start * 10_000}">'
        for start in ("<p", "<pre", "<script ", "<!--", "<svg>", "</p ", "<b =")
    },
    "blanks after a linked title": "[a](https://e.example)" + "\t " * 15_000 + "x",
    "a width of blanks": '<img src="a.jpg" width="1' + " " * 30_000 + 'x">',
    "a player's width of blanks": '<iframe src="//e.example" width="' + " " * 30_000 + 'x">',
    "a table's rule of blanks": "a | b\n" + " " * 30_000 + "-|x",
    "a table's rule and blanks": "a | b\n|-" + " " * 30_000 + "x",
}


@pytest.mark.parametrize("body", MARKS.values(), ids=MARKS)
def test_slow_marks_are_read_at_once(body: str) -> None:
    post = post_of(body, body_format=BodyFormat.MARKDOWN)
    started = time.process_time()
    render_article(post)
    extract(post)
    assert time.process_time() - started < 3
