"""What holds of every article, whatever the post."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.extract import extract
from reader.article.render import render_article
from reader.article.sanitize import sanitize
from reader.article.urls import library_path, picture_address, picture_of, picture_url
from reader.posts.post import BodyFormat
from tests.fuzz.attacks import Attack, check, payload, place
from tests.helpers.articles import post_of


def words(written: str) -> st.SearchStrategy[str]:
    return st.sampled_from(written.split())


NAMES = words(
    "p div span a b em figure figcaption img br table tr td ul li blockquote pre code h1 h2 iframe "
    "noscript picture source video svg math script style section article small font ruby wbr"
)
ATTRIBUTES = words(
    "src href class id style alt title data-src srcset width height data-caption poster name"
)
VALUES = st.one_of(
    words("a.jpg ../../a.jpg https://e.example/a.jpg javascript:alert(1) caption #x credit //e 1"),
    words("data:image/png;base64,AA wp-caption-text color:red a.jpg,b.jpg"),
    st.text(max_size=12),
)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["图：a", "https://a.example/b", " \n ", "（法新社）", "A title"]),
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Draw tags and texts in any order: mostly HTML, seldom well formed."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(0, 14))):
        kind = draw(st.integers(0, 3))
        if kind == 0:
            pieces.append(draw(TEXTS))
        elif kind == 1:
            pieces.append(f"</{draw(NAMES)}>")
        else:
            written = draw(st.lists(st.tuples(ATTRIBUTES, VALUES), max_size=3))
            attributes = "".join(f' {name}="{value}"' for name, value in written)
            pieces.append(f"<{draw(NAMES)}{attributes}>")
    return "".join(pieces)


BODIES = st.one_of(markup(), st.text(max_size=200))


@given(BODIES, st.sampled_from(BodyFormat), st.booleans())
@settings(max_examples=300, deadline=None)
def test_render_and_extract_never_fail(body: str, body_format: BodyFormat, raw: bool) -> None:
    post = post_of(body, body_format=body_format, source_url="https://e.example/a")
    article = render_article(post, raw)
    extract(post)
    assert not article.problems
    for picture in article.pictures:
        assert picture.url.startswith(("https://", "http://")) or ".." not in picture.url.split("/")


@given(st.integers(0, 2**32), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_dialect_makes_an_article_unsafe_or_fail(seed: int, words: str) -> None:
    random = Random(seed)  # noqa: S311 - for tests
    body = place(random, payload(random) + words)
    check(Attack(body, random.choice(list(BodyFormat)), raw=bool(seed % 2)))
    extract(post_of(body, body_format=random.choice(list(BodyFormat))))


@given(markup())
@settings(max_examples=300, deadline=None)
def test_sanitizing_an_article_again_changes_nothing(body: str) -> None:
    html = render_article(post_of(body)).html
    assert sanitize(html) == html


@given(st.text(max_size=60), st.sampled_from(["a.md", "a/b.md", "a/b/c.md"]))
def test_no_path_leaves_the_library(reference: str, post_path: str) -> None:
    path = library_path(reference, post_path)
    if path is not None:
        assert ".." not in path.split("/")
        assert not path.startswith("/")


@given(st.lists(st.sampled_from(["..", ".", "a", "%2e%2e", "", "b c", "中"]), max_size=8))
def test_no_climbing_path_leaves_the_library(parts: list[str]) -> None:
    path = library_path("/".join(parts), "a/b.md")
    assert path is None or not (path.startswith(("/", "..")) or "/../" in path)


@given(st.text(min_size=1, max_size=60))
def test_an_address_names_its_picture(source: str) -> None:
    url = picture_url(source, "post.md")
    if url is not None and "://" not in url:
        assert picture_of(picture_address(url)) == url
