"""Hugo's shortcodes -> Markdown or HTML.

Hugo's own (https://gohugo.io/shortcodes/), and what popular themes add, by their arguments;
of others the inner text is kept.
"""

import re

from reader.article.templates.media import Arguments, arguments_of, in_line, media_of
from reader.article.templates.notes import linked, post_address, wrapped
from reader.article.templates.placing import NOTHING, Piece
from reader.article.templates.tags import Tag
from reader.article.templates.values import PostValues
from reader.article.templates.words import shaped

_INLINE = re.compile(r"(?:kbd|abbr|mark|highlight-text|sup|sub|underline|color|span|keyword)\Z")
_BUTTONS = re.compile(r"button|btn|cta|link|href|card|url")


def piece_of(tag: Tag, inner: str | None, values: PostValues, markdown: bool) -> Piece:
    """Return what stands for one shortcode, around `inner` where it is closed."""
    name = tag.name.lower().rpartition("/")[2]
    arguments = arguments_of(tag.arguments)
    if name in ("ref", "relref"):
        return Piece(_referred(arguments))
    if name == "param":
        return Piece(_parameter(arguments.at(0), values))
    if name in ("comment", "comments", "rawhtml", "html", "raw"):
        return NOTHING if name.startswith("comment") else Piece(inner or "")
    piece = wrapped(name, arguments, inner, markdown)
    if piece is None:
        piece = shaped(name, arguments, inner, markdown)
    if piece is None:
        piece = media_of(name, arguments, inner, markdown)
    if piece is None and _BUTTONS.search(name):
        piece = linked(arguments, inner, markdown)
    if piece is None and inner is None:
        words = arguments.first("text", "content", "body", "message")
        if not words and _INLINE.match(name):
            words = " ".join(arguments.plain)
        piece = Piece(in_line(words, markdown))
    return piece or Piece(inner or "")


def _referred(arguments: Arguments) -> str:
    """Return the address of the page that `ref` and `relref` name."""
    page = arguments.first("path") or arguments.at(0)
    if not page or page.startswith("#") or "://" in page:
        return page
    return post_address(re.sub(r"/_?index\.md(?=#|\Z)", "/index.md", page))


def _parameter(path: str, values: PostValues) -> str:
    """Return a field of the front matter: Hugo lets `params.a` be written `a`."""
    for written in (f"page.{path}", f"page.params.{path}"):
        try:
            value = values.look_up(written)
        except LookupError:
            return ""
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
    return ""
