"""Links lead somewhere, without detours; bare addresses are links."""

import pytest

from tests.helpers.articles import html_of

SOURCE = "https://www.example.com/news/story"


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("//a.example/b", "https://a.example/b"),
        ("/other", "https://www.example.com/other"),
        ("other?x=1", "https://www.example.com/news/other?x=1"),
        ("../other.md", "../other.md"),
        ("note.markdown#part", "note.markdown#part"),
        ("#part", "#post-part"),
        (SOURCE + "#part", "#post-part"),
        ("http://m.example.com/news/story/?utm_source=x#part", "#post-part"),
        (SOURCE + "/other#part", SOURCE + "/other#part"),
        ("https://a.example/b?utm_source=x&c=1", "https://a.example/b?c=1"),
        ("https://www.google.com/url?q=https://a.example/b&sa=D", "https://a.example/b"),
        ("https://google.com@a.example/b", "https://a.example/b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("@/blog/other.md#part", "/blog/other.md#part"),
        ("[https://a.example/b](https://a.example/c)", "https://a.example/b"),
        ("%5Bhttps://a.example/b%5D(https://a.example/c)", "https://a.example/b"),
    ],
)
def test_where_links_lead(target: str, leads: str) -> None:
    html = html_of(f'<p><a href="{target}">words</a></p>', source_url=SOURCE)
    assert html == f'<p><a href="{leads}">words</a></p>'


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "ftp://a.b"]
)
def test_links_that_may_lead_nowhere(target: str) -> None:
    assert "href" not in html_of(f'<p><a href="{target}">words</a></p>', source_url=SOURCE)


def test_without_a_source_a_relative_link_stays() -> None:
    assert html_of('<p><a href="/other">words</a></p>') == '<p><a href="/other">words</a></p>'


def test_anchors_become_names() -> None:
    assert html_of('<p><a name="here"></a>x</p>') == '<p><a id="post-here"></a>x</p>'


@pytest.mark.parametrize(
    ("text", "address", "after"),
    [
        ("https://bit.ly/2Ys哈嘍", "https://bit.ly/2Ys", "哈嘍"),
        ("https://a.example/b.", "https://a.example/b", "."),
        ("https://a.example/b_(c))", "https://a.example/b_(c)", ")"),
        ("https://a.blogspot.comTwitter", "https://a.blogspot.com", "Twitter"),
        ("https://a.example/b========后", "https://a.example/b", "========后"),
        ("https://a.example/b--c", "https://a.example/b--c", ""),
        ("https://a.example/?q=1，后", "https://a.example/?q=1", "，后"),
    ],
)
def test_bare_addresses_become_links(text: str, address: str, after: str) -> None:
    assert html_of(f"<p>{text}</p>") == f'<p><a href="{address}">{address}</a>{after}</p>'


def test_web_and_mail_addresses_too() -> None:
    assert '<a href="http://www.a.example/b">www.a.example/b</a>' in html_of("www.a.example/b")
    assert '<a href="mailto:me@a.example">me@a.example</a>' in html_of("write me@a.example")
    assert ">me@a.com</a>Wechat" in html_of("write me@a.comWechat")


@pytest.mark.parametrize(
    "kept", ["<pre>https://a.example</pre>", "<p><code>www.a.example</code></p>"]
)
def test_code_is_not_linked(kept: str) -> None:
    assert html_of(kept) == kept
