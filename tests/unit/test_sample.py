"""The sample library: what a stranger sees first."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article.render import render_article
from reader.article.values import Article
from reader.pictures.shelf import PictureShelf
from reader.posts.parse import parse_post
from reader.posts.post import DateSource

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
POSTS = sorted(SAMPLE.rglob("*.md"))


def article(path: Path) -> Article:
    modified = datetime(2000, 1, 1, tzinfo=UTC)
    post = parse_post(path.read_bytes(), path.relative_to(SAMPLE).as_posix(), modified)
    return render_article(post, shelf=PictureShelf(SAMPLE, None))


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [article(path) for path in POSTS]


def test_it_says_how_many_posts_it_has(articles: list[Article]) -> None:
    assert len(articles) == 21
    welcome = next(article for article in articles if "Welcome" in article.head.title)
    assert "twenty-one ordinary files" in welcome.text


def test_no_post_of_ours_has_a_problem(articles: list[Article]) -> None:
    assert [article.head.problems for article in articles] == [()] * len(articles)
    assert all(article.head.date.source is DateSource.FRONT_MATTER for article in articles)
    assert all(article.head.tags and article.head.categories for article in articles)
    assert all(article.head.source and article.head.authors for article in articles)


def test_every_script_we_care_for_is_there(articles: list[Article]) -> None:
    assert {article.head.lang for article in articles} == {"en", "zh-Hans", "zh-Hant", "ja", "ko"}


def test_every_picture_has_its_words_and_is_here_but_one(articles: list[Article]) -> None:
    pictures = [picture for article in articles for picture in article.pictures]
    assert all(picture.alt and picture.caption for picture in pictures)
    remote = [picture.url for picture in pictures if picture.url.startswith("http")]
    assert remote == ["https://pictures.example/lighthouse-in-fog.jpg"]
    local = {SAMPLE / picture.url for picture in pictures} - {SAMPLE / remote[0]}
    assert local == set((SAMPLE / "assets").iterdir())


def test_every_address_belongs_to_nobody(articles: list[Article]) -> None:
    # RFC 2606, section 2: names below .example are never registered.
    hosts = {
        host for path in POSTS for host in re.findall(r"https?://([^/\s)\"]+)", path.read_text())
    }
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


def test_a_link_between_two_posts_finds_the_other(articles: list[Article]) -> None:
    urls = {article.head.source_url for article in articles}
    linked = {
        url for article in articles for url in re.findall(r'href="(https://[^"]+)"', article.html)
    }
    assert linked
    assert linked <= urls


def test_it_weighs_little() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 300_000


def test_what_the_posts_promise_of_themselves_is_true(articles: list[Article]) -> None:
    text = "\n".join(article.text for article in articles)
    assert "This would be rude" not in text
    assert all("<script" not in article.html for article in articles)


def test_the_guide_to_searching_names_every_search(articles: list[Article]) -> None:
    guide = next(article for article in articles if "search" in article.head.tags)
    searches = ("boat -coffee", "boat OR 船", "tag:guide is:unread", "after:2026-10 has:image")
    assert all(f"<dt>{search}</dt>" in guide.html for search in searches)


def test_its_tasks_have_one_mark_each(articles: list[Article]) -> None:
    html = "".join(article.html for article in articles)
    assert html.count('<li class="task">☑ ') == 4
    assert html.count('<li class="task">☐ ') == html.count("☐") == 1


def test_the_japanese_post_keeps_its_readings(articles: list[Article]) -> None:
    japanese = next(article for article in articles if article.head.lang == "ja")
    assert "<ruby>朝刊<rt>ちょうかん</rt></ruby>" in japanese.html
