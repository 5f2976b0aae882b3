"""A whole page gives its article, with what belongs to it, and nothing else."""

import subprocess
import sys
import time

import pytest

from reader.article.extract import extract
from reader.article.pages.whole_page import article_of
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of as article_of_post
from tests.helpers.articles import post_of

MENU = "<nav><ul>" + "<li><a href='/s'>A section</a></li>" * 9 + "</ul></nav>"
WORDS = "A sentence of the article, with commas, and long enough to be counted by anybody. "
TEXT = f"<p>{WORDS * 3}</p>"
CHINESE = "<p>" + "这是文章的一段文字，写得足够长，好让任何人都能看出它是正文。" * 4 + "</p>"


def page(inside: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Site</title>{head}</head><body>"
        f"<header class='site'><a href='/'>The site</a></header>{MENU}"
        f"<main><article>{inside}</article></main>"
        "<aside><h3>Most read</h3><ul><li><a href='/b'>Another story</a></li></ul></aside>"
        "<div class='newsletter-signup'><p>Subscribe to our letter.</p></div>"
        "<footer>All rights reserved <a href='/imprint'>Imprint</a></footer></body></html>"
    )


def found(inside: str, head: str = "") -> str:
    return article_of(page(inside, head), "https://e.example/news/1")


@pytest.mark.parametrize("text", [TEXT * 6, CHINESE * 6], ids=["english", "chinese"])
def test_navigation_footer_and_margin_are_left_out(text: str) -> None:
    markup = found(text)
    assert markup.count("</p>") == 6
    for chrome in ("section", "Most read", "Another story", "All rights", "The site"):
        assert chrome not in markup


@pytest.mark.parametrize(
    "own",
    [
        "<figure><img src='a.jpg'><figcaption>The sea</figcaption></figure>",
        "<div class='media'><img src='a.jpg'><div class='credit'>The sea</div></div>",
        "<h2 id='1-a-tool-shed'>A shed</h2>",
        "<table><tr><th>Year</th></tr><tr><td>1999</td></tr></table>",
        "<p>Three things:</p><ul><li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li></ul>",
        "<pre><code>if a < b: pass</code></pre>",
        "<blockquote>Said in the street.</blockquote>",
        "<iframe src='https://player.vimeo.com/video/1'></iframe>",
        "<p>A sentence with a <a class='popup' href='/x'>link in it</a>, of some length.</p>",
    ],
)
def test_what_belongs_to_the_text_stays(own: str) -> None:
    markup = found(TEXT * 3 + own + TEXT * 3)
    plain = own.replace("'", '"').replace("a < b", "a &lt; b")
    assert plain.replace("<table><tr>", "<table><tbody><tr>").split("</tr>")[0] in markup


def test_attributes_that_later_steps_read_stay() -> None:
    lazy = '<img class="lazy" data-src="a.jpg" width="800" height="600">'
    assert lazy in found(TEXT * 3 + f"<p>{lazy}</p>" + TEXT)
    assert "data-broadsheet" not in found(TEXT * 3)


def test_every_section_of_a_text_stays() -> None:
    long = [f"<section class='s'><div>{TEXT * 3}{number}</div></section>" for number in "123"]
    linked = f"<section class='s'><div><p>{WORDS}<a href='/x'>more of it</a></p></div></section>"
    markup = found("".join((long[0], linked, *long[1:])))
    assert markup.count("</section>") == 4
    assert "more of it" in markup


def test_a_figure_above_the_text_goes_with_it() -> None:
    lead = "<div class='header'><figure><img src='lead.jpg'></figure></div>"
    markup = found(f"{lead}<div class='content'>{TEXT * 6}</div>")
    assert markup.count("lead.jpg") == 1
    assert markup.index("lead.jpg") < markup.index("A sentence")


@pytest.mark.parametrize(
    ("kind", "picture", "shown"),
    [
        ("article", "sea.jpg", True),
        ("article", "site-logo.png", False),
        ("website", "a.jpg", False),
    ],
)
def test_an_article_without_pictures_has_the_one_its_page_names(
    kind: str, picture: str, shown: bool
) -> None:
    head = (
        f"<meta property='og:type' content='{kind}'>"
        f"<meta property='og:image' content='https://e.example/{picture}'>"
    )
    assert (picture in found(TEXT * 6, head)) is shown


def test_a_base_says_against_what_addresses_stand() -> None:
    markup = found(f"{TEXT * 6}<p><a href='c'>{WORDS}</a></p>", "<base href='/b/'>")
    assert 'href="https://e.example/b/c"' in markup


def test_tags_are_harvested_and_not_shown() -> None:
    body = page(f"{TEXT * 6}<footer><a rel='tag' href='/t'>Sea</a></footer>")
    extracted = extract(post_of(body))
    assert extracted.tags == ("Sea",)
    assert "Sea" not in extracted.text


def test_where_no_article_is_found_the_body_stays_without_its_furniture() -> None:
    tiles = "".join(f"<li><a href='/{number}'>Tile {number}</a></li>" for number in range(30))
    markup = article_of(f"<html><body>{MENU}<ul>{tiles}</ul><h2>Few words</h2></body></html>", None)
    assert "Tile 7" in markup
    assert "Few words" in markup
    assert "A section" not in markup


@pytest.mark.parametrize("body_format", list(BodyFormat))
def test_a_post_shows_the_article_behind_its_own_words(body_format: BodyFormat) -> None:
    body = "<!--1-->\n[A title](https://e.example/a)\n----\n\n" + page(
        f"<h1>A title</h1>{TEXT * 6}"
    )
    article = article_of_post(body, title="A title", body_format=body_format)
    assert article.text == "\n".join([(WORDS * 3).strip()] * 6)
    assert article.text == extract(post_of(body, title="A title", body_format=body_format)).text


def test_the_untouched_post_is_the_whole_page() -> None:
    article = article_of_post(page(TEXT * 6), raw=True)
    assert "All rights reserved" in article.text
    assert "A section" in article.text


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<frameset><frame src='x'></frameset>",
        "\x00\x01" * 1000 + TEXT,
        "<div>" * 200 + TEXT * 100 + "</div>" * 200,
        '<div class="comment">' * 100 + TEXT + "</div>" * 100,
        '<p title="' + "a " * 500_000 + '">' + TEXT,
        "<p>" + " " * 1_000_000 + "</p>" + TEXT,
        f"<p style='{'display : x;' * 80_000}'>{TEXT}",
        '<b class="comment">x</b> ' * 9_000,
        "<div><img src='a.jpg'></div>" * 4_900 + TEXT * 9,
        "<div class='comment extra'><div>a</div></div>" * 4_900 + TEXT,
        "<p>" + '<a href="/x">word word word</a> ' * 9_000 + "</p>",
        "<table><tr><td>" * 30 + TEXT * 50,
        TEXT * 4_000,
        "<br>words" * 60_000,
    ],
    ids=lambda inside: f"{inside[:24]}…{len(inside)}",
)
def test_hostile_pages_take_little_time(inside: str) -> None:
    body = post_of(page(inside))
    began = time.process_time()
    extract(body)
    assert time.process_time() - began < 3  # a third of it on a machine with nothing else to do


def test_only_whole_pages_pay_for_the_library() -> None:
    program = (
        "import sys\n"
        "from reader.article.extract import extract\n"
        "from tests.helpers.articles import post_of\n"
        "extract(post_of('<div><p>Text</p></div>'))\n"
        "assert 'readability' not in sys.modules\n"
        "extract(post_of('<html><p>Text</p></html>'))\n"
        "assert 'readability' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
