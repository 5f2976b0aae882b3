"""Addresses are opened without trackers, and shown so that nobody is deceived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.posts.addresses import opened_address, shown_address, shown_host


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        ("https://a.example/b?utm_source=x&utm_medium=y", "https://a.example/b"),
        ("https://a.example/b?x=1&fbclid=q&y=%20#c", "https://a.example/b?x=1&y=%20#c"),
        ("https://a.example/b?spm=a1.b2&id=7", "https://a.example/b?id=7"),
        ("https://a.example/b?ref=home&from=2010", "https://a.example/b?ref=home&from=2010"),
        ("https://www.google.com/url?q=https://b.example/%3Fx%3D1&sa=D", "https://b.example/?x=1"),
        ("https://google.co.uk/url?url=http://b.example/", "http://b.example/"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2F%3Ffbclid%3D1&h=A", "https://b.example/"),
        ("https://t.umblr.com/redirect?z=http%3A%2F%2Fb.example%2Fc&t=1", "http://b.example/c"),
        ("https://link.zhihu.com/?target=https%3A//b.example/c", "https://b.example/c"),
        ("https://href.li/?https://b.example/c", "https://b.example/c"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("https://www.google.com/search?q=https://b.example", "https://www.google.com/search?q=https://b.example"),
        ("https://google.com@evil.example/x@y", "https://evil.example/x@y"),
        ("https://user:word@b.example", "https://b.example"),
        ("mailto:a@b.example?utm_source=x", "mailto:a@b.example?utm_source=x"),
        ("#part", "#part"),
        ("../a.md?utm_source=x", "../a.md?utm_source=x"),
        ("https://[bad/url?utm_source=x", "https://[bad/url"),
    ],
)  # fmt: skip
def test_what_is_opened(written: str, opened: str) -> None:
    assert opened_address(written) == opened


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Example.COM", "example.com"),
        ("xn--fsqu00a.xn--0zwm56d", "例子.测试"),
        ("例子.测试", "例子.测试"),
        ("xn--mnchen-3ya.example", "münchen.example"),
        ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
        ("xn--e1afmkfd.com", "пример.com"),
        ("東京タワーtokyo.example", "東京タワーtokyo.example"),
        # All of these would pass for others.
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),  # "apple" in Cyrillic letters
        ("аpple.com", "xn--pple-43d.com"),  # its first letter is Cyrillic
        ("paypαl.com", "xn--paypl-g9d.com"),  # a Greek alpha
        ("gıthub.com", "xn--gthub-n4a.com"),
        ("googleノevil.example", "xn--googleevil-jb7j.example"),
        ("xn--a.example", "xn--a.example"),  # no such name
        ("e\u0301.example", "é.example"),
        ("שלום.example", "xn--9dbne9b.example"),
        ("a\u202eb.example", "xn--ab-m1t.example"),
        ("ex\u3164ample.example", "xn--example-8r7k.example"),
    ],
)
def test_how_hosts_are_shown(name: str, shown: str) -> None:
    result = shown_host(name)
    if shown.startswith("xn--") and not name.isascii():
        assert result.startswith("xn--")
        assert result.isascii()
    else:
        assert result == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("HTTPS://Example.com/Path", "https://example.com/Path"),
        ("https://google.com@evil.example/", "https://evil.example/"),
        ("https://google.com:x@evil.example:8080/", "https://evil.example:8080/"),
        ("https://a.example/%E6%96%B0%E9%97%BB", "https://a.example/新闻"),
        ("https://a.example/%2F%20%0a%00", "https://a.example/%2F%20%0a%00"),
        ("https://a.example/%E2%80%AEgpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://a.example/\u3164", "https://a.example/%E3%85%A4"),
        ("https://a.example/שלום", "https://a.example/%D7%A9%D7%9C%D7%95%D7%9D"),
        ("https://a.example/%FF", "https://a.example/%FF"),
        ("https://аpple.com\\@b.example/", "https://xn--pple-43d.com\\@b.example/"),
        ("mailto:a@b.example\u2028", "mailto:a@b.example%E2%80%A8"),
        ("注/二.md", "注/二.md"),
    ],
)  # fmt: skip
def test_how_addresses_are_shown(url: str, shown: str) -> None:
    assert shown_address(url) == shown


@given(st.text() | st.text().map("https://".__add__))
def test_nothing_shown_is_unseen(url: str) -> None:
    assert shown_address(url).isprintable()
    assert isinstance(opened_address(url), str)
