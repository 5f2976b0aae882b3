import pytest

from reader.posts.identity import content_hash, host_of, normalized_url


def test_a_hash_is_of_16_bytes_and_the_content() -> None:
    assert len(content_hash(b"a")) == 16
    assert content_hash(b"a") == content_hash(b"a") != content_hash(b"b")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.zaobao.com/news/story-1",
        "http://zaobao.com/news/story-1/",
        "HTTPS://Zaobao.com:443/news/story-1#part",
        "https://m.zaobao.com/news/story-1?utm_source=x&utm_medium=y&fbclid=z",
        "https://amp.zaobao.com/news/story-1/amp",
        " https://zaobao.com/news/story%2D1 ",
        "https://zaobao.com/news/story-1/index.html",
        "https://wap.zaobao.com/amp/news/story-1",
        "https://zaobao.com/news/story-1?from=timeline&isappinstalled=0&spm=1.2",
        "https://www.google.com/amp/s/www.zaobao.com/news/story-1",
        "https://www-zaobao-com.cdn.ampproject.org/c/s/www.zaobao.com/news/story-1?usqp=",
    ],
)
def test_all_addresses_of_one_page_are_one(url: str) -> None:
    assert normalized_url(url) == "zaobao.com/news/story-1"


def test_what_names_the_page_stays() -> None:
    first = normalized_url("https://www.youtube.com/watch?v=a&list=b")
    assert first == normalized_url("https://youtube.com/watch?list=b&v=a&utm_campaign=c")
    assert first != normalized_url("https://youtube.com/watch?v=B&list=b")
    assert normalized_url("http://x.org:8080/") == "x.org:8080"
    assert normalized_url("https://x.org/新闻") == normalized_url(
        "https://x.org/%E6%96%B0%E9%97%BB"
    )


def test_hosts_of_other_letters_and_of_phones() -> None:
    assert normalized_url("https://例子.测试/a") == normalized_url(
        "http://xn--fsqu00a.xn--0zwm56d/a"
    )
    assert normalized_url("https://zh.m.wikipedia.org/wiki/A") == "zh.wikipedia.org/wiki/A"
    assert normalized_url("https://x.org/a?from=2010") != normalized_url("https://x.org/a")


@pytest.mark.parametrize(
    "url",
    ["", "a.md", "/a", "mailto:a@b.c", "ftp://x.org", "http://", "http://[x", "http://x:port/"],
)
def test_what_is_no_web_address_has_none(url: str) -> None:
    assert normalized_url(url) is None


def test_host() -> None:
    assert host_of("https://www.Zaobao.com/x") == "zaobao.com"
    assert host_of("https://news.zaobao.com") == "news.zaobao.com"
    assert host_of("https://news.zaobao.com./x") == "news.zaobao.com"
    assert host_of("nonsense") == ""
