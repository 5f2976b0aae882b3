"""A post becomes one clean, safe article."""

from dataclasses import replace

from reader.article.render import render_article
from reader.article.values import to_json
from reader.posts.post import BodyFormat
from reader.posts.problem import Problem
from tests.helpers.articles import About, article_of, html_of, post_of

# The shape in which an archiver keeps a newspaper's page.
SCRAPED = """<!--1645507920000-->
[部长通话 强调*合作*](https://www.example.com/story)
------

<div>
<div class="figure-media"><img class="img-fluid lazyload"
 data-src="https://static.example.com/2_4.jpg?a=1&amp;b=2" title="两人今天通话。（某社档案图）"
 alt="两人今天通话。（某社档案图）" src="data:image/gif;base64,R0lGODlh"></div>
      <figcaption>两人今天通话。（某社档案图）</figcaption>    <p>第一段。</p><p>第二段。</p>
<section id="imu"><div id="dfp-ad-imu1">        </div></section><p>第三段。</p>
<div id="innity-in-post"></div>
<div class="cx_paywall_placeholder" id="sph_cdp_40">订阅</div>
</div>
"""
ABOUT: About = {
    "title": "部长通话 强调*合作*",
    "source_url": "https://www.example.com/story",
    "body_format": BodyFormat.MARKDOWN,
}


def test_scraped_page_becomes_a_figure_and_paragraphs() -> None:
    article = article_of(SCRAPED, **ABOUT)
    caption = (
        '两人今天通话。<small class="credit"><span class="bracket">（</span>某社档案图'
        '<span class="bracket">）</span></small>'
    )
    assert article.html.startswith("<figure><img ")
    assert article.html.endswith(
        f"><figcaption>{caption}</figcaption></figure><p>第一段。</p><p>第二段。</p><p>第三段。</p>"
    )
    assert article.text == "两人今天通话。（某社档案图）\n第一段。\n第二段。\n第三段。"


def test_picture_carries_its_caption_once() -> None:
    article = article_of(SCRAPED, **ABOUT)
    (picture,) = article.pictures
    assert picture.url == "https://static.example.com/2_4.jpg?a=1&b=2"
    assert picture.caption == "两人今天通话。（某社档案图）"
    assert article.html.count("<figcaption>") == 1
    assert article.text.count("两人今天通话") == 1


def test_raw_keeps_what_cleaning_drops_and_stays_safe() -> None:
    article = article_of(SCRAPED + "<script>alert(1)</script>", raw=True, **ABOUT)
    assert "订阅" in article.text
    assert "部长通话" in article.text
    assert "script" not in article.html
    assert 'src="picture?https://static.example.com/2_4.jpg' in article.html


def test_head_problems_are_kept() -> None:
    post = post_of("<p>x</p>")
    problem = Problem("folder/post.md", 3, "The date cannot be read")
    post = replace(post, head=replace(post.head, problems=(problem,)))
    assert render_article(post).problems == (problem,)


def test_json_has_the_agreed_fields_in_order() -> None:
    shown = to_json(article_of('<p>x</p><img src="a.jpg">'))
    fields = "path title date authors source source_url tags categories lang html text"
    assert " ".join(shown) == fields + " pictures contents problems"
    assert shown["date"] == "2022-02-22T05:32:00+00:00"
    assert shown["pictures"] == [{"url": "folder/a.jpg", "alt": "", "caption": ""}]


def test_whole_page_gives_its_body() -> None:
    page = "<!doctype html><html><head><title>T</title></head><body><nav>Home</nav><p>Text</p>"
    assert html_of(page) == "<p>Text</p>"


def test_beyond_the_bounds_the_text_is_shown_with_a_reason() -> None:
    article = article_of("<div>" * 10_000 + "words <b>here</b>")
    assert "words &lt;b&gt;here" in article.html
    assert article.problems[-1].line == 10
    assert "nested" in article.problems[-1].reason


def test_too_many_elements_are_shown_unshaped() -> None:
    article = article_of("<p>x</p>" * 40_000)
    assert article.text.count("x") == 40_000
    assert "Too long" in article.problems[-1].reason


def test_empty_post_gives_an_empty_article() -> None:
    assert article_of("").html == ""
    assert article_of("   \n", body_format=BodyFormat.MARKDOWN).text == ""
