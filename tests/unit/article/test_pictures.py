"""Each picture once, from its best source, named so that nothing loads by itself."""

from typing import Unpack

import pytest

from tests.helpers.articles import About, article_of, html_of

REAL = "https://e.example/real.jpg"
LAZY = (
    "data-src data-lazy-src data-original data-original-src data-orig-file data-actualsrc "
    "data-lazyload data-lazy data-echo data-cfsrc data-ll-src data-hi-res-src data-full-url "
    "data-image data-url data-img-url data-real-src data-raw-src data-pin-media file zoomfile"
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
    ],
)
def test_pictures_that_count_readers_go(counter: str) -> None:
    assert html_of(f"<p>x{counter}</p>") == "<p>x</p>"


def test_sizes_are_kept_and_found_on_the_box() -> None:
    assert 'width="640" height="480"' in html_of('<img src="a.jpg" width="640" height="480px">')
    boxed = '<div data-width="1080" data-height="720"><img src="a.jpg"></div>'
    assert 'width="1080" height="720"' in html_of(boxed)
    assert "width" not in html_of('<img src="a.jpg" width="100%" height="auto">')


def test_link_to_the_picture_itself_goes_another_stays() -> None:
    own = '<a href="https://e.example/full.jpg"><img src="https://e.example/a.jpg"></a>'
    assert "<a" not in html_of(own)
    other = '<a href="https://e.example/page"><img src="https://e.example/a.jpg"></a>'
    assert 'href="https://e.example/page"' in html_of(other)


def test_emoji_becomes_text() -> None:
    assert (
        html_of('<p>a <img class="emoji" alt="🎉" src="https://s.w.org/x.svg"></p>')
        == "<p>a 🎉</p>"
    )


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
