"""What was embedded is a quiet card that opens in the browser, or goes."""

import time

import pytest

from reader.article.extract import extract
from reader.article.links.services import KINDS, embedded_at, embeds
from tests.helpers.articles import article_of, html_of, post_of

VIDEO = "abcdefghijk"
WATCH = f"https://www.youtube.com/watch?v={VIDEO}"


def card(page: str, name: str, kind: str, title: str = "") -> str:
    small = f" <small>{name}</small>" if title else ""
    return f'<p class="embed embed-{kind}"><a href="{page}">{title or name}</a>{small}</p>'


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"https://www.youtube.com/embed/{VIDEO}?x=1", WATCH),
        (f"//www.youtube-nocookie.com/embed/{VIDEO}", WATCH),
        (f"https://youtu.be/{VIDEO}?t=30", WATCH),
        (f"https://www.youtube.com/shorts/{VIDEO}", WATCH),
        (f"https://m.youtube.com/watch?list=x&v={VIDEO}", WATCH),
        (f"http://www.youtube.com/v/{VIDEO}&hl=en", WATCH),
        (
            "https://www.youtube.com/embed/videoseries?list=PLabcdef",
            "https://www.youtube.com/playlist?list=PLabcdef",
        ),
        ("https://player.vimeo.com/video/123?title=0", "https://vimeo.com/123"),
        ("https://player.vimeo.com/video/123?h=0a1b&x", "https://vimeo.com/123/0a1b"),
        (
            "//player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD",
            "https://www.bilibili.com/video/BV1xx411c7mD",
        ),
        ("//player.bilibili.com/player.html?aid=17&page=1", "https://www.bilibili.com/video/av17"),
        ("http://player.youku.com/embed/XMTIz==", "https://v.youku.com/v_show/id_XMTIz==.html"),
        (
            "http://player.youku.com/player.php/sid/XMTIz/v.swf",
            "https://v.youku.com/v_show/id_XMTIz.html",
        ),
        (
            "https://v.qq.com/txp/iframe/player.html?vid=a0123456789",
            "https://v.qq.com/x/page/a0123456789.html",
        ),
        (
            "https://www.dailymotion.com/embed/video/x7abc",
            "https://www.dailymotion.com/video/x7abc",
        ),
        (
            "https://embed.ted.com/talks/lang/en/some_one_on_it",
            "https://www.ted.com/talks/some_one_on_it",
        ),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&w=1",
            "https://www.facebook.com/a/videos/1/",
        ),
        (
            "https://open.spotify.com/embed-podcast/episode/abc",
            "https://open.spotify.com/episode/abc",
        ),
        (
            "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=x",
            "https://soundcloud.com/a/b",
        ),
        (
            "https://embed.podcasts.apple.com/us/podcast/a/id1?i=2",
            "https://podcasts.apple.com/us/podcast/a/id1?i=2",
        ),
        (
            "https://www.mixcloud.com/widget/iframe/?feed=%2Fa%2Fb%2F",
            "https://www.mixcloud.com/a/b/",
        ),
        ("https://codepen.io/me/embed/preview/abc?x", "https://codepen.io/me/pen/abc"),
        (
            "https://maps.google.com/maps?q=Berlin%20Mitte&output=embed",
            "https://www.google.com/maps?q=Berlin%20Mitte",
        ),
        ("https://datawrapper.dwcdn.net/AbCd1/2/", "https://datawrapper.dwcdn.net/AbCd1/"),
        (
            "https://flo.uri.sh/visualisation/12/embed",
            "https://public.flourish.studio/visualisation/12/",
        ),
        ("https://t.me/durov/1?embed=1", "https://t.me/durov/1"),
        (
            "https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fabcdefghijk&x=1",
            WATCH,
        ),
        (
            "https://docs.google.com/viewer?url=https%3A%2F%2Fa.example%2Fb.pdf",
            "https://a.example/b.pdf",
        ),
        ("https://unknown.example/x?y=1", "https://unknown.example/x?y=1"),
    ],
)  # fmt: skip
def test_players_lead_to_pages(address: str, page: str) -> None:
    assert f'<a href="{page}">'.replace("&", "&amp;") in html_of(
        f'<iframe src="{address}"></iframe>'
    )


@pytest.mark.parametrize(
    ("embed", "shown"),
    [
        (
            f'<iframe src="https://youtu.be/{VIDEO}" title="How it was built"></iframe>',
            card(WATCH, "YouTube", "video", "How it was built"),
        ),
        (
            f'<iframe src="https://youtu.be/{VIDEO}" title="YouTube video player"></iframe>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<iframe src="about:blank" data-lazy-src="https://youtu.be/{VIDEO}"></iframe>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<iframe srcdoc="<b>x" data-src="https://youtu.be/{VIDEO}"></iframe>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<iframe data-src="https://youtu.be/{VIDEO}"></iframe><noscript><iframe src="https://youtu.be/{VIDEO}"></iframe></noscript>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<noscript><iframe src="https://youtu.be/{VIDEO}"></iframe></noscript>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<object><param name="movie" value="http://www.youtube.com/v/{VIDEO}"><embed src="http://www.youtube.com/v/{VIDEO}"></object>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            '<object data="https://a.example/b.pdf" type="application/pdf">Sorry</object>',
            card("https://a.example/b.pdf", "a.example", "document"),
        ),
        (
            f'<lite-youtube videoid="{VIDEO}" playlabel="Play: A film"></lite-youtube>',
            card(WATCH, "YouTube", "video", "A film"),
        ),
        (
            f'<amp-youtube data-videoid="{VIDEO}" layout="responsive"></amp-youtube>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            f'<div class="rll-youtube-player" data-id="{VIDEO}"></div>',
            card(WATCH, "YouTube", "video"),
        ),
        (
            '<amp-twitter data-tweetid="12"></amp-twitter>',
            card("https://x.com/i/status/12", "X", "post"),
        ),
        (
            '<script src="https://gist.github.com/me/0123456789ab.js"></script>',
            card("https://gist.github.com/me/0123456789ab", "GitHub Gist", "code"),
        ),
        (
            '<script async data-telegram-post="durov/68"></script>',
            card("https://t.me/durov/68", "Telegram", "post"),
        ),
        (
            '<p class="codepen" data-slug-hash="abc" data-user="me"><span>See the Pen <a href="https://codepen.io/me/pen/abc">Fish</a></span></p>',
            card("https://codepen.io/me/pen/abc", "CodePen", "code", "See the Pen Fish"),
        ),
        (
            '<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>',
            card("https://www.facebook.com/a/posts/1", "Facebook", "post"),
        ),
        (
            '<iframe src="https://xn--80ak6aa92e.com/x"></iframe>',
            card("https://xn--80ak6aa92e.com/x", "xn--80ak6aa92e.com", "page"),
        ),
        (
            f'<iframe src="https://youtu.be/{VIDEO}" title="a&#x202e;b <i>c</i>"></iframe>',
            card(WATCH, "YouTube", "video", "ab &lt;i&gt;c&lt;/i&gt;"),
        ),
        (
            '<iframe src="/chart.html"></iframe>',
            card("https://www.example.com/chart.html", "example.com", "page"),
        ),
    ],
)  # fmt: skip
def test_embeds_become_cards(embed: str, shown: str) -> None:
    assert html_of(f"<div>{embed}</div>", source_url="https://www.example.com/a/b") == shown


def test_a_figures_caption_stays_with_its_card() -> None:
    html = html_of(
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
        f"https://youtu.be/{VIDEO}\n</div><figcaption>What it is</figcaption></figure>"
    )
    assert html == (
        f"<figure>{card(WATCH, 'YouTube', 'video')}<figcaption>What it is</figcaption></figure>"
    )


@pytest.mark.parametrize(
    "embed",
    [
        '<iframe src="about:blank"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=G-1"></iframe>',
        '<iframe src="https://a.example/x" width="1" height="1"></iframe>',
        '<iframe src="https://a.example/x" style="display:none"></iframe>',
        '<iframe src="https://a.example/x" hidden></iframe>',
        '<iframe src="//www.facebook.com/plugins/like.php?href=x"></iframe>',
        '<iframe src="https://ad.doubleclick.net/x"></iframe>',
        '<iframe src="https://ads.news.example/x"></iframe>',
        '<iframe src="https://me.substack.com/embed"></iframe>',
        '<iframe srcdoc="<p>words</p>"></iframe>',
        "<iframe></iframe>",
        "<embed>",
    ],
)
def test_what_shows_a_reader_nothing_goes(embed: str) -> None:
    assert html_of(f"<p>x</p>{embed}") == "<p>x</p>"


TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">Hello</p>&mdash; Some One (@one) '
    '<a href="https://twitter.com/one/status/12?ref_src=twsrc">May 5</a></blockquote>'
)


def test_a_tweet_is_a_quotation_with_its_link() -> None:
    assert html_of(TWEET) == (
        '<blockquote class="embed embed-post"><p lang="en">Hello</p><p>— Some One (@one) '
        '<a href="https://twitter.com/one/status/12">May 5</a></p></blockquote>'
    ).replace(' lang="en"', "")


def test_a_quoted_post_without_a_link_gets_one() -> None:
    html = html_of(
        '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1">'
        "<section><p>What she says there</p></section></blockquote>"
    )
    assert '<p>What she says there</p><p><a href="https://www.tiktok.com/@a/video/1">' in html


@pytest.mark.parametrize(
    "empty",
    [
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/one/status/12"></a></blockquote>',
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/one/status/12?s=20">https://twitter.com/one/status/12</a></blockquote>',
    ],
)
def test_a_tweet_that_says_nothing_is_a_card(empty: str) -> None:
    html = html_of(empty)
    assert html.startswith('<p class="embed embed-post"><a href="https://twitter.com/one/status/12')
    assert "blockquote" not in html


def test_an_instagram_frame_is_a_card() -> None:
    html = html_of(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab1/'
        '?utm_source=x"><div><a href="https://www.instagram.com/p/Ab1/">View this post on Instagram'
        "</a></div></blockquote>"
    )
    assert html == card("https://www.instagram.com/p/Ab1/", "Instagram", "post")


def test_the_index_has_the_words_of_cards() -> None:
    body = f'<p>words</p><iframe src="https://youtu.be/{VIDEO}" title="A film"></iframe>{TWEET}'
    assert extract(post_of(body)).text == article_of(body).text
    assert "A film" in article_of(body).text


def test_thousands_of_embeds_take_no_time() -> None:
    frames = "".join(f'<iframe src="https://a.example/{at}"></iframe>' for at in range(5_000))
    started = time.process_time()
    assert html_of(frames).count("<a ") == 5_000
    assert time.process_time() - started < 4


def test_the_table_is_whole() -> None:
    services = {service.name: service for service in embeds().by_host.values()}
    assert len(services) > 60
    for name, service in services.items():
        assert service.kind in KINDS, name
    assert embedded_at("https://ad.nl/embed/1") is not None  # a newspaper


@pytest.mark.parametrize("address", [WATCH, "https://www.facebook.com/a/posts/1"])
def test_a_card_is_no_line_of_a_share_bar(address: str) -> None:
    html = html_of(f'<iframe src="{address}"></iframe><p>{"Many words. " * 40}</p>')
    assert html.startswith('<p class="embed')
