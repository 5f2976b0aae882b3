"""kramdown's attribute lists: given to what they touch, never shown."""

import pytest

from reader.article.markdown.parser import to_html
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("para\n{: .a #b key='v'}", '<p class="a" id="b" key="v">para</p>'),
        ("{: .a}\npara", '<p class="a">para</p>'),
        ("{: .a}\n\npara", "<p>para</p>"),
        ("one\n{: .a}\ntwo", '<p class="a">one</p>\n<p>two</p>'),
        ("{: .a}\n{: .b}\npara", '<p class="a b">para</p>'),
        ("> quote\n{: .a}", '<blockquote class="a">\n<p>quote</p>\n</blockquote>'),
        ("* item\n{: .a}", '<ul class="a">\n<li>item</li>\n</ul>'),
        ("* {: .a} item", '<ul>\n<li class="a">item</li>\n</ul>'),
        ("# head\n{: #own}", '<h1 id="own">head</h1>'),
        ("***\n{: .a}", '<hr class="a" />'),
        ("{:x: .a #b}\n\npara\n{: x .c}", '<p class="a c" id="b">para</p>'),
        ("para\n{: x}\n\n{:x: .a}", '<p class="a">para</p>'),
        ("    code\n{: .language-ruby}", '<pre><code class="language-ruby">code\n</code></pre>'),
        ("para\n{.a #b}", '<p class="a" id="b">para</p>'),
        ("<div>x</div>\n{: #b}", '<div id="b">x</div>'),
        ("*a*{: .b} **c**{: #d}", '<p><em class="b">a</em> <strong id="d">c</strong></p>'),
        ("[a](u){: .b}{: .c}", '<p><a href="u" class="b c">a</a></p>'),
        ("![a](u){: width='9'}", '<p><img src="u" alt="a" width="9" /></p>'),
        ("[words]{.a}", '<p><span class="a">words</span></p>'),
        ("* Contents\n{:toc}\n\ntext", "<p>text</p>"),
        ("1. TOC\n{:toc .list}\n\ntext", "<p>text</p>"),
    ],
)
def test_lists_belong_to_what_they_touch(written: str, shown: str) -> None:
    assert to_html(written).strip() == shown


@pytest.mark.parametrize(
    "written", ["text{: .a} more", "`{: .a}`", r"*a*\{: .b}", "{ not: a list }", "{}"]
)
def test_what_is_no_list_stays_text(written: str) -> None:
    assert "{" in to_html(written)


def test_ids_given_are_places_that_links_lead_to() -> None:
    body = "[down](#here)\n\npara\n{: #here}"
    html = article_of(body, body_format=BodyFormat.MARKDOWN).html
    assert 'href="#post-here"' in html
    assert 'id="post-here"' in html


def test_a_caption_of_a_template_may_begin_as_a_list_does() -> None:
    shown = article_of('{% img a.jpg "{: #a} words" %}', body_format=BodyFormat.MARKDOWN)
    assert "words" in shown.text
