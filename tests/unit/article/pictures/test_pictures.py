"""Each picture once, from its best source, named so that nothing loads by itself."""

import re
from base64 import b64encode
from collections.abc import Sequence
from struct import pack
from typing import Unpack

import pytest

from reader.article.extract import extract
from reader.article.render import render_article
from reader.posts.post import BodyFormat
from tests.helpers.articles import About, article_of, html_of, post_of

REAL = "https://e.example/real.jpg"


def png(width: int, height: int) -> str:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", width, height)
    return "data:image/png;base64," + b64encode(head + b"\0" * 30).decode()


LAZY = (
    "data-src data-lazy-src data-original data-original-src data-orig-file data-actualsrc "
    "data-lazyload data-lazy data-echo data-cfsrc data-ll-src data-hi-res-src data-full-url "
    "data-image data-url data-img-url data-real-src data-raw-src data-pin-media file zoomfile "
    "data-large-file data-wp-src data-opt-src data-flickity-lazyload data-splide-lazy "
    "data-delayed-url data-croporisrc lazysrc real_src data-never-heard-of"
)

OUTSIDE = (
    r"../../a.jpg /../a.jpg file:///etc/passwd ..\..\a.jpg %2e%2e/%2e%2e/a.jpg C:\a.jpg "
    r"javascript:alert(1) blob:x .. %2e%2e/..%2fa.jpg c:/a.jpg"
)


def urls(body: str, **about: Unpack[About]) -> list[str]:
    return [picture.url for picture in article_of(body, **about).pictures]


@pytest.mark.parametrize("name", LAZY.split())
def test_lazy_sources(name: str) -> None:
    assert urls(f'<img src="/blank.gif" {name}="{REAL}">') == [REAL]


@pytest.mark.parametrize(
    "markup",
    [
        f'<img data-src="{REAL}" src="https://e.example/tiny.jpg?w=20">',
        f'<img data-original="{REAL}" src="https://e.example/grey.gif">',
        f'<img src="data:image/svg+xml;utf8,<svg/>" data-lazy-srcset="{REAL} 1024w">',
        f'<img src="/static/image/common/none.gif" zoomfile="{REAL}" file="{REAL}">',
        f'<amp-img src="{REAL}" width="2" height="1"><img src="small.jpg" placeholder></amp-img>',
        f'<img data-attrs=\'{{"src":"{REAL}","width":1456,"height":970}}\'>',
        f'<img data-media=\'[{{"kind":"x"}},{{"url":"{REAL}"}}]\' src="about:blank">',
        f'<img data-interchange="[{REAL}, (default)], [https://e.example/b.jpg, (large)]">',
        f'<div style="background-image: url(&quot;{REAL}&quot;); height: 300px"></div>',
        f"<a href='/story' style='background:#eee url({REAL}) center/cover'></a>",
        f'<div class="lozad" data-background-image="{REAL}"><span> </span></div>',
        f'<div data-bg="url({REAL})"></div>',
        f'<div data-bgset="https://e.example/s.jpg 300w, {REAL} 1400w"></div>',
        f'<input type="image" src="{REAL}" alt="A">',
        f'<object data="{REAL}" type="image/jpeg">not shown</object>',
        f'<noscript><img src="{REAL}"></noscript>',
        f'<img class="lazy" src="x.gif" data-src="{REAL}"><noscript><img src="{REAL}"></noscript>',
    ],
)
def test_forms_of_one_picture(markup: str) -> None:
    assert urls(markup) == [REAL]


@pytest.mark.parametrize(
    ("template", "url"),
    [
        ("https://ichef.bbci.co.uk/news/{width}/a.jpg", "https://ichef.bbci.co.uk/news/976/a.jpg"),
        ("https://e.example/a_{w}x.jpg", "https://e.example/a_1080x.jpg"),
        ("https://e.example/a_%7Bwidth%7D.{format}", "https://e.example/a_1080.jpg"),
    ],
)
def test_blanks_that_a_script_would_fill(template: str, url: str) -> None:
    assert urls(f'<img data-src="{template}">') == [url]


def test_a_blank_takes_the_best_of_the_widths_offered() -> None:
    markup = (
        '<img data-src="https://e.example/a_{width}x.jpg" data-widths="[180, 720, 1296, 2048]">'
    )
    assert urls(markup) == ["https://e.example/a_1296x.jpg"]


@pytest.mark.parametrize(
    ("sources", "chosen"),
    [
        ('<source media="(min-width: 600px)" srcset="wide.jpg"><source srcset="else.jpg">', "wide"),
        ('<source media="(max-width: 600px)" srcset="narrow.jpg">', "a"),
        ('<source type="image/jxl" srcset="new.jxl"><source srcset="b.webp">', "b"),
        ('<source media="(prefers-color-scheme: dark)" srcset="dark.png">', "a"),
    ],
)
def test_the_source_that_applies(sources: str, chosen: str) -> None:
    (url,) = urls(f'<picture>{sources}<img src="a.jpg"></picture>', path="post.md")
    assert url.rpartition(".")[0] == chosen


@pytest.mark.parametrize(
    "name", ["pixel-art", "clear-sky", "gray-wolf", "loading-dock", "lazy-dog", "empty-chairs"]
)
def test_a_name_that_begins_like_a_placeholders_is_none(name: str) -> None:
    assert urls(f'<img src="https://e.example/{name}.jpg">') == [f"https://e.example/{name}.jpg"]


@pytest.mark.parametrize(
    "placeholder",
    ["data:image/gif;base64,R0lGODlh", "about:blank", "/img/spacer.gif", "loading.svg", ""],
)
def test_placeholder_is_no_picture(placeholder: str) -> None:
    assert urls(f'<p>x<img src="{placeholder}"></p>') == []
    assert urls(f'<img src="{placeholder}" srcset="{REAL} 640w">') == [REAL]


@pytest.mark.parametrize(
    ("source_set", "best"),
    [
        ("a.jpg 480w, b.jpg 1200w, c.jpg 3000w", "b.jpg"),
        ("a.jpg 2000w, b.jpg 3000w", "a.jpg"),
        ("a.jpg, b.jpg 2x", "b.jpg"),
        ("a.jpg 1x,b.jpg 2x,c.jpg 4x", "b.jpg"),
        ("a,b.jpg 640w", "a,b.jpg"),
    ],
)
def test_best_of_a_source_set(source_set: str, best: str) -> None:
    assert urls(f'<img srcset="{source_set}">', path="post.md") == [best]


def test_source_set_gives_way_to_a_larger_main_source() -> None:
    assert urls(f'<img src="{REAL}" width="1200" srcset="small.jpg 300w">') == [REAL]


def test_picture_element_gives_its_source() -> None:
    body = '<picture><source srcset="b.webp 1200w"><img src="data:," alt="A"></picture>'
    article = article_of(body, path="post.md")
    assert article.html == '<figure><img src="picture?b.webp" alt="A"></figure>'


@pytest.mark.parametrize(
    "counter",
    [
        '<img src="https://medium.com/_/stat?event=x" width="1" height="1">',
        '<img src="https://www.facebook.com/tr?id=1">',
        '<img src="https://e.example/x.gif" style="width:1px">',
        '<img src="https://e.example/x.gif" style="position:absolute; left:-9999px">',
        '<img src="https://e.example/x.gif" style="display: none">',
        '<img src="//hm.baidu.com/hm.gif?si=1">',
        '<img src="https://www.e.example/piwik.php?idsite=1" alt="">',
        '<img src="https://1234.assoc-amazon.co.uk/e/ir?t=x">',
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x"><img src="fb.png"></a>',
        '<img class="avatar" src="https://gravatar.com/avatar/0" width="48" height="48">',
    ],
)
def test_pictures_that_count_readers_go(counter: str) -> None:
    assert html_of(f"<p>x{counter}</p>") == "<p>x</p>"


def test_sizes_are_kept_and_found_on_the_box() -> None:
    assert 'width="640" height="480"' in html_of('<img src="a.jpg" width="640" height="480px">')
    boxed = '<div data-width="1080" data-height="720"><img src="a.jpg"></div>'
    assert 'width="1080" height="720"' in html_of(boxed)
    assert "width" not in html_of('<img src="a.jpg" width="100%" height="auto">')


@pytest.mark.parametrize(
    ("link", "image", "shown", "linked"),
    [
        ("a.jpg", 'src="a-300x200.jpg"', "a.jpg", False),
        ("full.jpg", 'src="t.jpg" width="300"', "full.jpg", False),
        ("full.jpg", 'src="thumbs/t.jpg"', "full.jpg", False),
        ("a.jpg", 'src="a-1024x683.jpg"', "a-1024x683.jpg", False),
        ("full.jpg", 'src="a.jpg"', "a.jpg", False),
        ("chart.png", 'src="i.gif" width="16" height="16"', "i.gif", True),
        ("https://e.example/page", 'src="a.jpg"', "a.jpg", True),
        ("", 'src="a.jpg"', "a.jpg", False),
    ],
)
def test_a_link_to_a_larger_picture(link: str, image: str, shown: str, linked: bool) -> None:
    article = article_of(f'<a href="{link}"><img {image}></a>', path="post.md")
    assert [picture.url for picture in article.pictures] == [shown]
    assert ("<a" in article.html) is linked


def test_a_larger_picture_has_the_small_ones_shape() -> None:
    body = '<a href="https://e.example/a.jpg"><img src="https://e.example/a-300x200.jpg"></a>'
    assert 'width="1000" height="667"' in html_of(body)


@pytest.mark.parametrize(
    ("image", "text"),
    [
        ('<img class="emoji" alt="🎉" src="https://s.w.org/x.svg">', "🎉"),
        ('<img src="https://s.w.org/images/core/emoji/2.3/svg/1f389.svg" alt="🎉">', "🎉"),
        ('<img class="emoji" alt=":tada:" src="https://e.example/emoji/unicode/1f389.png">', "🎉"),
        ('<img class="emoji" alt="" src="https://e.example/emoji/1f1e8-1f1f3.png">', "🇨🇳"),
        ('<img class="wp-smiley" alt=":)" src="https://e.example/a.gif">', ":)"),
        ('<img class="W_img_face" alt="[微笑]" src="https://e.example/a.gif">', "[微笑]"),
    ],
)
def test_a_picture_of_an_emoji_becomes_text(image: str, text: str) -> None:
    body = f"<p>a {image} b</p>"
    assert html_of(body) == f"<p>a {text} b</p>"
    assert extract(post_of(body)).text == f"a {text} b"


PHOTO = "https://e.example/p/photo"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f'<img src="{PHOTO}.jpg"><p> </p><img src="{PHOTO}.jpg">', 1),
        (f'<img src="{PHOTO}-300x200.jpg"><img src="{PHOTO}-scaled.jpg">', 1),
        (f'<img src="{PHOTO}.jpg"><img src="https://i0.wp.com/e.example/p/photo.jpg?w=600">', 1),
        (f'<img src="{PHOTO}.jpg"><p>words</p><img src="{PHOTO}.jpg">', 2),
        (f'<img src="{PHOTO}.jpg"><img src="{PHOTO}-2.jpg">', 2),
        ('<img src="https://e.example/i?id=1"><img src="https://e.example/i?id=2">', 2),
        (f'<img src="{PHOTO}.jpg"><p>words</p><noscript><img src="{PHOTO}.jpg"></noscript>', 1),
        (
            f'<noscript><img src="{PHOTO}.jpg"></noscript><p>words</p><img data-src="{PHOTO}.jpg">',
            1,
        ),
    ],
)
def test_the_same_picture_once(body: str, count: int) -> None:
    assert len(urls(body)) == count


def test_of_two_the_one_with_a_caption_stays() -> None:
    with_caption = f'<figure><img src="{PHOTO}.jpg"><figcaption>Words</figcaption></figure>'
    (picture,) = article_of(
        f'<p><img src="{PHOTO}-1.jpg"></p>'.replace("-1", "") + with_caption
    ).pictures
    assert picture.caption == "Words"


# ---- pictures that the post itself holds ----


def test_a_picture_that_the_post_holds_is_shown() -> None:
    (url,) = urls(f'<img src="{png(600, 400)}">')
    assert url == png(600, 400)
    html = html_of(f'<img src="{png(600, 400)}">')
    assert re.search(
        r'src="picture\?data:image/png;base64,[^"]+" alt="" width="600" height="400"', html
    )


@pytest.mark.parametrize(
    "source",
    [
        png(1, 1),
        "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
        "data:image/png;base64,PHN2Zz48L3N2Zz4=",
        "data:text/html;base64,PHA+",
        "data:image/png;base64,!!!!",
        "data:image/png,abc",
        "data:,",
    ],
)
def test_what_is_no_picture_of_pixels_is_not_shown(source: str) -> None:
    assert urls(f'<p>x<img src="{source}"></p>') == []


def test_blurred_pixels_until_the_picture_comes_are_not_shown() -> None:
    assert urls(f'<img src="{png(20, 15)}" width="800" height="600">') == []
    assert urls(f'<img src="{png(20, 15)}" data-src="{REAL}">') == [REAL]


def test_one_too_large_is_named_without_its_data() -> None:
    source = png(600, 400) + "AAAA" * 600_000
    article = article_of(f'<img src="{source}">')
    assert [picture.url for picture in article.pictures] == ["data:image/png;base64,"]
    assert "too large" in article.problems[-1].reason


@pytest.mark.parametrize("markup", ['<p>Words</p><img src="{}">', "Words\n\n![]({})\n"])
def test_pictures_that_make_a_post_too_large_are_left_out_and_its_words_are_not(
    markup: str,
) -> None:
    markdown = BodyFormat.MARKDOWN if markup.startswith("W") else BodyFormat.HTML
    large = png(600, 400).rstrip("=") + "AAAA" * 350_000
    article = article_of(markup.format(large) * 4, body_format=markdown)
    assert [picture.url for picture in article.pictures] == ["data:image/png;base64,"] * 4
    assert article.text.split() == ["Words"] * 4
    assert "too large" in article.problems[-1].reason
    assert (
        extract(post_of(markup.format(large) * 4, body_format=markdown)).text.split()
        == ["Words"] * 4
    )


# ---- where pictures lie ----


class Shelf:
    """A library of a few files."""

    def __init__(self, *paths: str) -> None:
        self._paths = paths

    def first_of(self, paths: Sequence[str]) -> str | None:
        return next((path for path in paths if path in self._paths), None)

    def named(self, written: str, post_path: str) -> str | None:
        return next((path for path in self._paths if path.endswith("/" + written)), None)

    def size(self, url: str) -> tuple[int, int]:
        return 0, 0


@pytest.mark.parametrize(
    ("source", "source_url", "url"),
    [
        ("a.jpg", None, "folder/a.jpg"),
        ("b.jpg", None, "folder/post/b.jpg"),  # Hexo's folder of the post
        ("c.jpg", None, "attachments/c.jpg"),  # by its name alone
        ("../../../img/d.jpg", None, "img/d.jpg"),  # the root has nothing above it
        ("/img/d.jpg", "https://e.example/x/y", "img/d.jpg"),
        ("/img/e.jpg", "https://e.example/x/y", "https://e.example/img/e.jpg"),
        ("e.jpg", "https://e.example/x/y", "https://e.example/x/e.jpg"),
        ("../../e.jpg", "https://e.example/x/y", "https://e.example/e.jpg"),
        ("/img/e.jpg", None, "img/e.jpg"),  # lost, and said to be
        ("../../e.jpg", None, None),
    ],
)
def test_what_a_relative_source_means(source: str, source_url: str | None, url: str | None) -> None:
    shelf = Shelf("folder/a.jpg", "folder/post/b.jpg", "attachments/c.jpg", "img/d.jpg")
    post = post_of(f'<p>x<img src="{source}"></p>', source_url=source_url)
    found = [picture.url for picture in render_article(post, shelf=shelf).pictures]
    assert found == ([url] if url else [])


def test_of_several_sources_the_one_that_is_there() -> None:
    post = post_of('<img src="/img/a.jpg" srcset="/img/a-480.jpg 480w, /img/a-1200.jpg 1200w">')
    (picture,) = render_article(post, shelf=Shelf("img/a.jpg")).pictures
    assert picture.url == "img/a.jpg"


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("a.jpg", "folder/a.jpg"),
        ("../a.jpg", "a.jpg"),
        ("/images/a.jpg", "images/a.jpg"),
        ("images/%E4%B8%AD.jpg?x=1", "folder/images/中.jpg"),
        ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
    ],
)
def test_where_pictures_lie(source: str, path: str) -> None:
    assert urls(f'<img src="{source}">') == [path]


@pytest.mark.parametrize("source", OUTSIDE.split())
def test_no_picture_from_outside(source: str) -> None:
    assert urls(f'<p>x<img src="{source}"></p>') == []


def test_address_is_encoded_as_a_url_needs() -> None:
    html = html_of('<img src="https://e.example/中 &quot;a&quot;%zz#x.jpg">')
    assert 'src="picture?https://e.example/%E4%B8%AD%20%22a%22%25zz"' in html


def test_sound_of_the_library_plays_any_other_is_a_card() -> None:
    assert html_of('<audio src="../media/a.mp3" autoplay>') == (
        '<p><audio src="picture?media/a.mp3" controls=""></audio></p>'
    )
    assert html_of('<video><source src="https://e.example/v.mp4"></video>') == (
        '<p class="embed embed-video"><a href="https://e.example/v.mp4">e.example</a></p>'
    )


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (
            '<video src="a.webm" width="640" height="360" poster="a.jpg">',
            'width="640" height="360"',
        ),
        ('<video><source src="a.mp4"><source src="a.webm"></video>', 'src="picture?a.webm"'),
        ('<img src="a.mp4">', '<video src="picture?a.mp4" controls="">'),
        ('<img src="a.mp3" alt="A">', '<audio src="picture?a.mp3" controls="">'),
    ],
)
def test_sound_and_film_of_the_library(markup: str, shown: str) -> None:
    assert shown in html_of(markup, path="post.md")


def test_what_stands_for_a_film_of_another_place_is_a_picture() -> None:
    body = (
        '<video poster="https://e.example/p.jpg" title="T" src="https://e.example/v.mp4"></video>'
    )
    article = article_of(body)
    assert [picture.url for picture in article.pictures] == ["https://e.example/p.jpg"]
    assert '<a href="https://e.example/v.mp4">T</a>' in article.html
    assert extract(post_of(body)).text == article.text == "T"
