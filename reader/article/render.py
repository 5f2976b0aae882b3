"""Post -> Article: Markdown/HTML > clean > captions > pictures > links > SANITIZE."""

from html import escape

from bs4 import Tag

from reader.article import bounds
from reader.article.boxes import settle_boxes
from reader.article.captions.captions import settle_captions
from reader.article.chinese import (
    Script,
    Shown,
    show_body,
    show_contents,
    show_head,
    shown_in,
)
from reader.article.cleaning.clean import parse
from reader.article.code.highlighting import highlight
from reader.article.layout import written
from reader.article.lines import settle_spaces
from reader.article.links.contents import settle_headings
from reader.article.links.links import settle_links
from reader.article.pictures.inline import is_too_large
from reader.article.pictures.pictures import settle_pictures
from reader.article.pictures.shelf import EMPTY_SHELF, Shelf
from reader.article.prepared import prepared
from reader.article.sanitize import sanitize
from reader.article.source import markup_of
from reader.article.text import visible_text
from reader.article.trees import ancestor, attribute, body_of, first_named, tags_named, text_of
from reader.article.urls import picture_of
from reader.article.values import Article, Picture
from reader.article.well_formed import parsed
from reader.posts.post import Post
from reader.posts.problem import Problem


def render_article(
    post: Post,
    raw: bool = False,
    shelf: Shelf = EMPTY_SHELF,
    script: Script = Script.WRITTEN,
) -> Article:
    """Return `post` as an article, or, if `raw`, as it was written, only made safe.

    `shelf` knows the pictures at hand; Chinese is shown in `script`, except where raw. Never
    raises for any post: what cannot be shaped is shown as plain text, with a Problem.
    """
    return _article(post, raw, shelf, None if raw else shown_in(script, post.head))


def _article(post: Post, raw: bool, shelf: Shelf, shown: Shown | None) -> Article:
    source = markup_of(post, raw)
    if source.objection:
        return _plain(post, source.objection)
    try:
        return _rendered(post, source.markup, raw, shelf, shown)
    except RecursionError:
        return _plain(post, f"tags are nested more than {bounds.MAX_DEPTH} deep")


def _rendered(post: Post, markup: str, raw: bool, shelf: Shelf, shown: Shown | None) -> Article:
    head = post.head
    tree = parse(markup)
    ready = prepared(tree, markup, head, raw)
    problems = list(head.problems)
    if ready.pictures_left_out:
        reason = f"Only the first {bounds.MAX_PICTURES} pictures are shown"
        problems.append(Problem(head.path, post.body_line, reason))
    markup = ready.markup if raw else settle_spaces(ready.markup)
    if markup.count("<") > bounds.MAX_SHAPED:
        reason = "Too long to be shaped: pictures left out"
        problems.append(Problem(head.path, post.body_line, reason))
        html = sanitize(markup)
        return Article(head, html, visible_text(html), (), tuple(problems))
    body = _shaped(post, markup, raw, shelf, problems)
    contents = () if raw else settle_headings(body)
    if shown is not None:
        show_body(body, shown, head.lang or "")
        head, contents = show_head(head, shown), show_contents(contents, shown)
    html = sanitize(body.decode_contents(formatter="minimal") if raw else written(body))
    pictures = _pictures(body)
    if any(is_too_large(picture.url) for picture in pictures):
        reason = "A picture that the post itself holds is too large to be shown"
        problems.append(Problem(head.path, post.body_line, reason))
    return Article(
        head,
        html,
        visible_text(html),
        pictures,
        tuple(problems),
        contents,
    )


def _shaped(post: Post, markup: str, raw: bool, shelf: Shelf, problems: list[Problem]) -> Tag:
    """Return the body of the shaped tree; what it lacks is added to `problems`."""
    head = post.head
    soup = parsed(markup)
    body = body_of(soup)
    settle_pictures(soup, body, head.path, head.source_url, shelf)
    if not raw:
        settle_captions(soup, body)
        highlight(soup, body)
        settle_boxes(soup, body, markup)
    if not settle_links(soup, body, head.source_url, head.path):
        reason = f"Only the first {bounds.MAX_LINKED} addresses in the text are links"
        problems.append(Problem(head.path, post.body_line, reason))
    return body


def _pictures(body: Tag) -> tuple[Picture, ...]:
    """Return the pictures of a shaped body, each with its figure's caption."""
    found: list[Picture] = []
    captions: dict[int, str] = {}  # by the id of the figure
    for image in tags_named(body, ("img",)):
        figure = ancestor(image, "figure")
        if figure is not None and id(figure) not in captions:
            caption = first_named(figure, "figcaption")
            captions[id(figure)] = text_of(caption) if caption is not None else ""
        found.append(
            Picture(
                url=picture_of(attribute(image, "src")),
                alt=attribute(image, "alt"),
                caption=captions[id(figure)] if figure is not None else "",
            )
        )
    return tuple(found)


def _plain(post: Post, reason: str) -> Article:
    """Return the post's text, tags and all, as paragraphs, with the reason as a Problem."""
    head = post.head
    lines = [line.strip() for line in post.body[: bounds.MAX_SIZE].splitlines() if line.strip()]
    html = sanitize("\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines))
    problem = Problem(head.path, post.body_line, f"Shown as plain text: {reason}")
    return Article(head, html, "\n".join(lines), (), (*head.problems, problem))
