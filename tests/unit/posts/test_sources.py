import pytest

from reader.posts.sources import source_of

ZAOBAO = "https://www.zaobao.com/realtime/china/story20220222-1245267"


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ({"from": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"source": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"url": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"link": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"original_url": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"canonical": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"canonical_url": f" <{ZAOBAO}> "}, ("zaobao.com", ZAOBAO)),
        ({"source": "联合早报", "url": ZAOBAO}, ("联合早报", ZAOBAO)),
        ({"source": "联合早报"}, ("联合早报", None)),
        ({"source": {"name": "联合早报", "url": ZAOBAO}}, ("联合早报", ZAOBAO)),
        ({"source": f"[联合早报]({ZAOBAO})"}, ("联合早报", ZAOBAO)),
        ({"source": ["联合早报", ZAOBAO]}, ("联合早报", ZAOBAO)),
        ({"from": "www.zaobao.com"}, ("zaobao.com", None)),
        (
            {"url": "https://www.xn--mnchen-3ya.de/"},
            ("münchen.de", "https://www.xn--mnchen-3ya.de/"),
        ),
        ({"url": "https://BÜCHER.example/"}, ("bücher.example", "https://BÜCHER.example/")),
        (
            {"url": "https://xn--80ak6aa92e.com/"},
            ("xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/"),
        ),
        ({"url": "/2022/02/permalink/"}, ("", None)),
        ({"source": "javascript:alert(1)//https://x.org"}, ("", None)),
        ({"url": "http://[broken"}, ("", None)),
        ({"url": "https://x.org/a b"}, ("", None)),
        ({"from": "ftp://x.org/", "url": ZAOBAO}, ("zaobao.com", ZAOBAO)),
        ({"from": None, "url": 7}, ("", None)),
        ({}, ("", None)),
    ],
)
def test_source(front_matter: dict[str, object], expected: tuple[str, str | None]) -> None:
    assert source_of(front_matter) == expected
