"""The room kept for a picture before it comes."""

from collections.abc import Sequence

import pytest

from reader.article.pictures.sizes import size_in_address, width_in_address
from reader.article.render import render_article
from tests.helpers.articles import html_of, post_of

UNKNOWN = (0, 0)


@pytest.mark.parametrize(
    ("markup", "size"),
    [
        ('<img src="a.jpg" width="640" height="480">', (640, 480)),
        ('<img src="a.jpg" width="640px" height="480.5">', (640, 480)),
        ('<img src="a.jpg" style="width:640px; height:480px">', (640, 480)),
        ('<img src="a.jpg" style="aspect-ratio: 4 / 3">', (1000, 750)),
        ('<img src="a.jpg" width="640" style="aspect-ratio:4/3">', (640, 480)),
        ('<img data-src="a.jpg" data-width="640" data-height="480">', (640, 480)),
        ('<img data-src="a.jpg" data-rawwidth="640" data-rawheight="480">', (640, 480)),
        ('<img data-src="a.jpg" data-ratio="0.75" data-w="640">', (640, 480)),
        ('<img data-src="a.jpg" data-aspectratio="1.3333">', (1000, 750)),
        ('<img data-src="a.jpg" data-image-dimensions="1500x1000">', (1500, 1000)),
        ('<img src="a.jpg" data-orig-size="1500,1000">', (1500, 1000)),
        ('<a data-size="1500x1000" href="/page"><img src="a.jpg"></a>', (1500, 1000)),
        ('<div data-width="640" data-height="480"><img src="a.jpg"></div>', (640, 480)),
        ('<div style="position:relative;padding-bottom:75%"><img src="a.jpg"></div>', (1000, 750)),
        ('<div style="padding-top:75%;height:0"><img src="a.jpg"></div>', (1000, 750)),
        ('<span><span style="padding-bottom:75%"></span><img src="a.jpg"></span>', (1000, 750)),
        ('<img src="a-1024x683.jpg">', (1024, 683)),
        ('<amp-img src="a.jpg" width="4" height="3" layout="responsive">', (1000, 750)),
        ('<img src="https://e.example/a.jpg?w=800&amp;h=600">', (800, 600)),
        ('<img src="a.jpg" width="100%" height="auto">', UNKNOWN),
        ('<img src="a.jpg" width="1000000" height="2">', UNKNOWN),
        ('<p style="padding: 5%"><img src="a.jpg"></p>', UNKNOWN),
        ('<div data-width="9" data-height="9"><img src="a.jpg"><img src="b.jpg"></div>', UNKNOWN),
    ],
)
def test_reserved_size(markup: str, size: tuple[int, int]) -> None:
    html = html_of(markup)
    if size == UNKNOWN:
        assert "width=" not in html
    else:
        assert 'width="{}" height="{}"'.format(*size) in html


@pytest.mark.parametrize(
    ("address", "size"),
    [
        ("https://e.example/photo-1024x683.jpg", (1024, 683)),
        ("https://e.example/photo_1024x683.webp?x=1", (1024, 683)),
        ("https://i0.wp.com/e.example/a.jpg?resize=800%2C600&ssl=1", (800, 600)),
        ("https://e.example/800x600/a.jpg", (800, 600)),
        ("https://c.example/image/upload/w_800,c_fill,h_600/a.jpg", (800, 600)),
        ("https://l.googleusercontent.com/abc=w800-h600-no", (800, 600)),
        ("https://e.example/a.jpg?width=800&height=600", (800, 600)),
        ("https://e.example/a.jpg?w=800", (0, 0)),
        ("https://e.example/1990x2000.html", (0, 0)),
        ("https://e.example/a.jpg", (0, 0)),
    ],
)
def test_size_in_an_address(address: str, size: tuple[int, int]) -> None:
    assert size_in_address(address) == size


def test_width_alone_in_an_address() -> None:
    assert width_in_address("https://e.example/a.jpg?w=800") == 800
    assert width_in_address("https://1.bp.blogspot.example/x/s1600/a.jpg") == 1600


class Shelf:
    """Holds one file, of one size."""

    def first_of(self, paths: Sequence[str]) -> str | None:
        return next((path for path in paths if path == "img/a.jpg"), None)

    def named(self, written: str, post_path: str) -> str | None:
        return None

    def size(self, url: str) -> tuple[int, int]:
        return (1200, 900) if url in ("img/a.jpg", "https://e.example/a.jpg") else UNKNOWN


@pytest.mark.parametrize(
    ("markup", "size"),
    [
        ('<img src="/img/a.jpg">', (1200, 900)),
        ('<img src="https://e.example/a.jpg">', (1200, 900)),
        ('<img src="/img/a.jpg" width="600" height="600">', (600, 450)),  # the file is right
        ('<img src="/img/a.jpg" width="600">', (600, 450)),
    ],
)
def test_the_files_own_size_where_it_is_at_hand(markup: str, size: tuple[int, int]) -> None:
    html = render_article(post_of(markup), shelf=Shelf()).html
    assert 'width="{}" height="{}"'.format(*size) in html
