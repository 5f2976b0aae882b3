"""A post's body -> markup within bounds, whatever it is written in."""

import re
from dataclasses import dataclass

from reader.article import bounds
from reader.article.captions.shortcodes import with_shortcode_captions
from reader.article.cleaning.openings import is_title
from reader.article.markdown.parser import to_html
from reader.article.markdown.quick import quick_html
from reader.article.pages.detection import SavedPage, saved_page
from reader.article.pictures.inline import shortened
from reader.article.templates.expand import expanded
from reader.article.templates.values import PostValues
from reader.posts.post import BodyFormat, Post

# What archivers put first: a comment with the time, and the title as a linked heading.
_LEADING_COMMENT = re.compile(r"\s*<!--[^<>]{0,200}-->\s*")
_LINKED_TITLE = re.compile(
    r"\s*(?:#{1,6}[ \t]+)?\[(.{1,500})\]\(<?https?://\S{1,3000}>?\)[ \t]*+#*+[ \t]*+"
    r"(?:\n[ \t]*+[-=]{2,}+[ \t]*+)?(?:\n|$)"
)
_ELEMENT_START = re.compile(
    r"\s*<(article|div|section|main|table|figure|body|html)(?=[\s>])", re.IGNORECASE
)

# It asks for Markdown, or stands alone before an empty line and text.
_OPENS_MARKDOWN = re.compile(
    r"[^<>]{0,500}?\smarkdown=|[^<>]{0,500}>[ \t]*\n(?:[ \t]*\n)+(?=[^\s<])"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Markup to be shaped, or why there is none."""

    markup: str
    objection: str | None = None  # plain words


def markup_of(post: Post, raw: bool = False, quick: bool = False) -> Source:
    """Return the markup of the post's body, Markdown rendered, or why it is not taken on.

    `quick` asks for markup with the same words, of Markdown that the index reads by itself.
    """
    body = post.body if raw else without_linked_title(post.body, post.head.title)
    if len(body) > bounds.MAX_SIZE:
        body = shortened(body)
    if (saved := saved_page(body)) is not None:
        return _of_page(post, saved, raw)
    if len(body) > bounds.MAX_SIZE:
        return Source("", bounds.objection(body))
    if not raw:
        body = with_shortcode_captions(body)
    markdown = post.body_format is BodyFormat.MARKDOWN and not is_markup(body)
    body = expanded(body, _values(post), markdown)
    if markdown:
        try:
            body = (quick and quick_html(body)) or to_html(body, post.keeps_lines)
        except bounds.TooComplexError as reason:
            return Source("", str(reason))
    return Source(body, bounds.objection(body))


def _of_page(post: Post, saved: SavedPage, raw: bool) -> Source:
    """Return the page's article, or the page itself, behind the words before it."""
    if reason := bounds.objection(saved.page):
        return Source("", reason)
    page = saved.page
    if not raw:
        from reader.article.pages.whole_page import article_of  # noqa: PLC0415 - 140 ms

        page = article_of(page, post.head.source_url)
    if post.body_format is not BodyFormat.MARKDOWN or not saved.before.strip():
        return Source(saved.before + page)
    return Source(to_html(saved.before, post.keeps_lines) + page)


def _values(post: Post) -> PostValues:
    head = post.head
    return PostValues(head.front_matter, head.title, head.date.moment.date().isoformat())


def without_linked_title(body: str, title: str) -> str:
    """Return `body` without a leading comment and linked heading that repeats the title.

    Done on the source: a title may hold brackets, stars and underscores of its own, which
    Markdown would read as markup.
    """
    start = 0
    while comment := _LEADING_COMMENT.match(body, start):
        start = comment.end()
    heading = _LINKED_TITLE.match(body, start)
    if heading is not None and is_title(heading[1].replace("\\", ""), title):
        return body[heading.end() :]
    return body


def is_markup(body: str) -> bool:
    """Return whether a Markdown body is one HTML element, so that it needs no Markdown."""
    opening = _ELEMENT_START.match(body)
    if opening is None or _OPENS_MARKDOWN.match(body, opening.end()):
        return False
    name = opening[1]
    depth = 0
    for tag in re.finditer(rf"<(/?)(?i:{name})(?=[\s/>])[^>]*+>", body):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return not body[tag.end() :].strip()
    return False
