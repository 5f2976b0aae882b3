"""Sizes of pictures, cards, and the names of listings."""

import pytest

from reader.article.markdown.parser import line_to_html, to_html
from reader.posts.post import BodyFormat
from tests.helpers.articles import html_of


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        ("![](a.png =250x)", '<img src="a.png" alt="" width="250" />'),
        ("![x](a.png =9x20)", '<img src="a.png" alt="x" width="9" height="20" />'),
        ('![x](a.png "T" =9x)', '<img src="a.png" alt="x" title="T" width="9" />'),
        ("![](https://a.example/b.png =50%x)", 'src="https://a.example/b.png" alt="" width="50"'),
    ],
)
def test_sizes_are_no_part_of_an_address(written: str, markup: str) -> None:
    assert markup in line_to_html(written)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("@[youtube](ab_1-2)", "https://www.youtube.com/watch?v=ab_1-2"),
        ("@[card](https://a.example/x)", "https://a.example/x"),
        ("@[codepen](https://a.example/pen/x)", "https://a.example/pen/x"),
    ],
)
def test_cards(written: str, address: str) -> None:
    html = html_of(f"before\n\n{written}\n\nafter", body_format=BodyFormat.MARKDOWN)
    assert f'<a href="{address}">' in html
    assert "@" not in html


def test_what_is_no_card_stays() -> None:
    assert "@" in to_html("@[me](mail)")
    assert "@" in to_html("write to @[them](https://a.example) now")


@pytest.mark.parametrize(
    ("info", "markup"),
    [
        ("cs:Program.cs", '<p><strong>Program.cs</strong></p><pre><code class="language-cs">'),
        ('js {1,3} title="a.js"', '<p><strong>a.js</strong></p><pre><code class="language-js">'),
        (":out.txt", '<p><strong>out.txt</strong></p><pre><code class="language-text">'),
        ("bash:no-line-numbers", '<pre><code class="language-bash">'),
        ("{.python .numberLines}", '<pre><code class="language-python">'),
        ("python{3}", '<pre><code class="language-python">'),
        ("js", '<pre><code class="language-js">'),
    ],
)
def test_a_listing_has_its_language_and_its_name(info: str, markup: str) -> None:
    html = to_html(f"```{info}\nx\n```").replace("\n", "")
    assert html.startswith(markup)
