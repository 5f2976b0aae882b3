"""Whose picture a proxy's address passes on."""

import pytest

from reader.article.pictures.wrappers import origin_of

ORIGIN = "https://site.example/wp-content/a.jpg"
QUOTED = "https%3A%2F%2Fsite.example%2Fwp-content%2Fa.jpg"


@pytest.mark.parametrize(
    "url",
    [
        "https://i0.wp.com/site.example/wp-content/a.jpg?resize=640%2C427&ssl=1",
        "https://i2.wp.com/site.example/wp-content/a.jpg",
        f"https://images.weserv.nl/?url={QUOTED}&w=600",
        "https://images.weserv.nl/?url=ssl:site.example/wp-content/a.jpg",
        "https://wsrv.nl/?url=site.example/wp-content/a.jpg&w=300",
        "https://wsrv.nl/?url=//site.example/wp-content/a.jpg",
        f"https://res.cloudinary.com/demo/image/fetch/w_400,q_auto/{ORIGIN}",
        f"https://res.cloudinary.com/demo/image/fetch/w_400/{QUOTED}",
        f"https://substackcdn.com/image/fetch/w_1456,c_limit,f_auto,q_auto:good/{QUOTED}",
        f"https://i1.wp.com/substackcdn.com/image/fetch/w_1100/{QUOTED}?w=600&ssl=1",
        f"https://focus.googleusercontent.com/gadgets/proxy?container=focus&url={QUOTED}",
        f"https://other.example/_next/image?url={QUOTED}&w=1920&q=75",
        f"https://other.example/imageproxy/600x/{ORIGIN}",
        f"https://other.example/cdn-cgi/image/width=600/{ORIGIN}",
        "https://cdn.statically.io/img/site.example/f=auto,w=600/wp-content/a.jpg",
        "https://cdn.statically.io/img/site.example/wp-content/a.jpg",
    ],
)
def test_origin(url: str) -> None:
    found = origin_of(url)
    assert found is not None
    assert found.partition("?")[0] == ORIGIN


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (
            "https://cdn.jsdelivr.net/gh/user/repo@main/img/a.jpg",
            "https://raw.githubusercontent.com/user/repo/main/img/a.jpg",
        ),
        (
            "https://fastly.jsdelivr.net/gh/user/repo/img/a.jpg",
            "https://raw.githubusercontent.com/user/repo/HEAD/img/a.jpg",
        ),
        (
            "https://site.example/_next/image?url=%2Fimages%2Fa.jpg&w=1920",
            "https://site.example/images/a.jpg",
        ),
        ("https://i0.wp.com/site.example/a.jpg?ssl=0", "http://site.example/a.jpg"),
    ],
)
def test_other_origins(url: str, origin: str) -> None:
    assert origin_of(url) == origin


@pytest.mark.parametrize(
    "url",
    [
        ORIGIN,
        "images/a.jpg",
        "data:image/png;base64,AAAA",
        "https://i0.wp.com/",
        "https://i0.wp.com/localhost/a.jpg",
        "https://wsrv.nl/?url=127.0.0.1/a.jpg",
        "https://wsrv.nl/?url=http%3A%2F%2F192.168.0.1%2Fa.jpg",
        "https://wsrv.nl/?url=file%3A%2F%2F%2Fetc%2Fpasswd",
        "https://wsrv.nl/?url=http%3A%2F%2Fuser%3Aword%40site.example%2Fa.jpg",
        "https://res.cloudinary.com/demo/image/fetch/javascript:alert(1)",
        "https://site.example/article?url=https%3A%2F%2Fother.example%2Fa.jpg",
        "https://[",
        "",
    ],
)
def test_no_origin_that_may_be_asked(url: str) -> None:
    assert origin_of(url) is None


def test_wrappers_in_one_another_end() -> None:
    url = "https://i0.wp.com/" * 2000 + "site.example/a.jpg"
    origin_of(url)
