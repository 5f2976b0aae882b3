"""Every shape known to have taken long, thousands of times over, takes a moment.

Each takes under a second of a quiet core. What takes quadratic time takes many times as long,
and what holds everything twice over takes more than the memory allowed.
"""

import json
import subprocess
import sys
import time

import pytest

from reader.article.bounds import MAX_PICTURES
from reader.article.extract import extract
from reader.article.render import render_article
from reader.posts.post import BodyFormat
from tests.helpers.articles import article_of, post_of

SECONDS = 4  # of the processor, on a machine that does other work, too
MEGABYTES = 200  # above what the program takes by itself

HTML = {
    "nested boxes": lambda: "<div>" * 10_000 + "x",
    "nested lists": lambda: "<ul><li>" * 10_000 + "x",
    "nested listings": lambda: "<pre>" * 200 + "x" + "</pre>" * 200,
    "boxes nested again and again": lambda: ("<div>" * 250 + "x" + "</div>" * 250) * 380,
    "long attribute": lambda: f'<p title="{"x" * 1_000_000}">y</p>',
    "long address": lambda: f'<img src="http://e.example/{"x" * 1_000_000}">',
    "long source set": lambda: f'<img srcset="{"a.jpg 1x, " * 100_000}">',
    "breaks": lambda: "<br>" * 100_000,
    "breaks in a paragraph": lambda: "<p>" + "x<br>" * 29_000,
    "pictures": lambda: "<img src=a.jpg>" * 60_000,
    "pictures of the library": lambda: numbered('<p><img src="images/{}.jpg"></p>', 8_000),
    "pictures in paragraphs": lambda: "<p><img src=a.jpg></p>" * 15_000,
    "pictures in links": lambda: numbered('<a href="{}.jpg"><img src="a.jpg"></a>', 5_000),
    "pictures with captions in attributes": lambda: '<img src=a.jpg data-caption="x y">' * 20_000,
    "pictures with titles": lambda: '<img src=a.jpg title="A man walks on.">' * 15_000,
    "pictures in one figure": lambda: "<figure>" + "<img src=a.jpg>" * 20_000,
    "figures": lambda: (
        "<figure><img src=a.jpg><figcaption>c</figcaption></figure>" * 10_000
    ),
    "captions of one figure": lambda: "<figure>" + "<figcaption>c</figcaption>" * 20_000,
    "captions after pictures": lambda: (
        "<p><img src=a.jpg></p><p class=caption>c</p>" * 10_000
    ),
    "captions in brackets": lambda: '[caption id="x"]<img src=a.jpg> c[/caption]' * 10_000,
    "noscripts": lambda: "<img src=b.jpg><noscript><img src=a.jpg></noscript>" * 15_000,
    "players": lambda: "<audio src=a.mp3></audio>" * 15_000,
    "tweets": lambda: (
        '<blockquote class="twitter-tweet"><p>x</p><a href="https://twitter.com/a/status/1">'
        "b</a></blockquote>" * 6_000
    ),
    "listings": lambda: "<pre>x\n</pre>" * 20_000,
    "headings": lambda: "<h2>x</h2><p>y</p>" * 14_900,
    "headings of one name": lambda: "<h2 id=a>x</h2>" * 20_000,
    "links": lambda: "<p><a href=x>y</a></p>" * 14_900,
    "links that lead nowhere": lambda: "<p>" + "<a>x</a> " * 29_900,
    "places linked to": lambda: numbered('<a href="#f{0}">w</a><div id="f{0}">x</div>', 14_000),
    "advertisements": lambda: '<div class="ad-slot"><p>x</p></div>' * 15_000,
    "different classes": lambda: f'<p class="{numbered("c{} ", 150_000)}">y</p>',
    "elements of different classes": lambda: numbered('<p class="c{}">x</p>', 25_000),
    "elements of related names": lambda: numbered('<div class="related-{}">x</div>', 25_000),
    "tables": lambda: "<table><tr><td>x</td></tr></table>" * 8_000,
    "cells": lambda: f"<table>{('<tr>' + '<td>c 1</td>' * 10 + '</tr>') * 9_000}</table>",
    "line ends": lambda: "<p>x" + "\n" * 1_000_000 + "中",
    "references": lambda: "<p>" + "&copy;&eacute;x " * 90_000,
    "references in an attribute": lambda: f'<p title="{"&amp;" * 190_000}">x</p>',
    "formulas": lambda: "<p>$x$ " * 29_900,
}  # fmt: skip
MARKDOWN = {
    "quotes in quotes": lambda: "> " * 50_000 + "x",
    "lists in lists": lambda: "- " * 50_000 + "x",
    "callouts in callouts": lambda: "\n".join(
        ">" * depth + " [!note] x" for depth in range(1, 1_001)
    ),
    "containers in containers": lambda: "\n".join(
        ":" * (1_003 - depth) + " note" for depth in range(1_000)
    ),
    "open fence": lambda: "```\n" + "x\n" * 400_000,
    "open comments": lambda: "%%" * 200_000,
    "marked words": lambda: "==a== " * 100_000,
    "small numbers": lambda: "H~2~O x^2^ " * 60_000,
    "wide table": lambda: "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "b|\n" * 2,
    "bars": lambda: "|" * 500_000,
    "shortcodes": lambda: "{{< x >}}\n" * 50_000,
    "tags of a template": lambda: "{% include a.html %}\n" * 50_000,
    "open tags of a template": lambda: "{% " * 300_000,
    "attribute lists": lambda: "x\n{: .a #b}\n\n" * 50_000,
    "attribute lists in lines": lambda: "*a*{: .b} " * 50_000,
    "footnotes": lambda: numbered("a[^{0}]\n\n[^{0}]: b\n\n", 20_000),
    "abbreviations": lambda: numbered("*[AB{}]: b\n", 5_000) + "\nAB1 AB4999 " * 60_000,
    "links between notes": lambda: "[[a|b]] " * 50_000,
    "open brackets": lambda: "[" * 500_000,
    "stars": lambda: "**a **" * 150_000,
    "dollars": lambda: "$a " * 300_000,
    "references": lambda: "&amp;&copy; " * 90_000,
}  # fmt: skip
BODIES = {
    **{f"HTML: {name}": (make, BodyFormat.HTML) for name, make in HTML.items()},
    **{f"Markdown: {name}": (make, BodyFormat.MARKDOWN) for name, make in MARKDOWN.items()},
}
LARGE = ["HTML: breaks", "HTML: nested boxes", "HTML: long attribute", "Markdown: open fence"]
MEASURE = """
import json, resource, sys
from reader.article.extract import extract
from reader.article.render import render_article
from tests.helpers.articles import post_of
from tests.unit.article.test_slow_bodies import BODIES

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

render_article(post_of("<p>x</p>"))
extract(post_of("<p>x</p>"))
make, kind = BODIES[sys.argv[1]]
before = peak()
post = post_of(make(), body_format=kind)
render_article(post)
extract(post)
print(json.dumps(peak() - before))
"""


def numbered(pattern: str, count: int) -> str:
    return "".join(map(pattern.format, range(count)))


@pytest.mark.parametrize("name", BODIES)
def test_every_shape_takes_a_moment(name: str) -> None:
    make, kind = BODIES[name]
    post = post_of(make(), body_format=kind, source_url="https://e.example/a")
    began = time.process_time()
    render_article(post)
    rendered = time.process_time()
    extract(post)
    assert rendered - began < SECONDS
    assert time.process_time() - rendered < SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="resource is POSIX's")
@pytest.mark.parametrize("name", LARGE)
def test_large_bodies_take_little_memory(name: str) -> None:
    command = [sys.executable, "-c", MEASURE, name]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout) < MEGABYTES


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Long</h2><p>title</p>" * 500,
        "<p>" + "title " * 1_000,
    ],
    ids=["headings", "words"],
)
def test_long_titles_and_names_take_a_moment(body: str) -> None:
    about = post_of(body, title="[*a " * 100_000, authors=("a " * 50_000,) * 20)
    began = time.process_time()
    render_article(about)
    extract(about)
    assert time.process_time() - began < SECONDS


def test_pictures_beyond_the_limit_are_left_out_and_the_text_is_not() -> None:
    more = 7
    article = article_of('<p>x<img src="https://e.example/a.jpg">y</p>' * (MAX_PICTURES + more))
    assert len(article.pictures) == MAX_PICTURES
    assert article.text.count("x") == MAX_PICTURES + more
    (problem,) = article.problems
    assert str(MAX_PICTURES) in problem.reason
