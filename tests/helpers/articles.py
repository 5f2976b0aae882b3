"""Posts and articles for tests, made by hand."""

from datetime import UTC, datetime
from typing import TypedDict, Unpack

from reader.article.render import render_article
from reader.article.values import Article
from reader.posts.post import BodyFormat, DateSource, Post, PostDate, PostHead


def post_of(
    body: str,
    *,
    title: str = "A title",
    path: str = "folder/post.md",
    authors: tuple[str, ...] = (),
    source: str = "",
    source_url: str | None = None,
    body_format: BodyFormat = BodyFormat.HTML,
) -> Post:
    """Return a post with this body."""
    head = PostHead(
        path=path,
        title=title,
        title_is_heading=False,
        date=PostDate(datetime(2022, 2, 22, 5, 32, tzinfo=UTC), DateSource.FRONT_MATTER),
        authors=authors,
        source=source,
        source_url=source_url,
        tags=(),
        categories=(),
        lang=None,
        front_matter={},
        problems=(),
    )
    return Post(head, body, 10, body_format)


class About(TypedDict, total=False):
    """What `post_of` takes beside the body."""

    title: str
    path: str
    authors: tuple[str, ...]
    source: str
    source_url: str | None
    body_format: BodyFormat


def article_of(body: str, *, raw: bool = False, **about: Unpack[About]) -> Article:
    """Return the article of a post with this body."""
    return render_article(post_of(body, **about), raw)


def html_of(body: str, **about: Unpack[About]) -> str:
    """Return the article's markup."""
    return article_of(body, **about).html
