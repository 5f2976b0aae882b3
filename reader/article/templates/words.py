"""Template tags around words that have a shape of their own: verse, readings, tabs, times."""

import re
from html import escape

from reader.article.templates.looks import title_of
from reader.article.templates.media import Arguments, in_line
from reader.article.templates.placing import Piece, quotation

_READINGS = ("py", "pinyin", "rt", "ruby", "furigana", "reading")
_TITLES = ("title", "header", "name", "label", "tabtitle")
_TAB = re.compile(r"(?:tab|tabs?-?(?:item|panel|pane)|step|codetab|card)\Z")
_ROWS = re.compile(r"(?:sub){0,2}tabs|timeline\Z")
# Hexo's themes name tabs and times in comments: `<!-- tab Title@icon -->`.
_NAMED = re.compile(r"<!--[ \t]*(?:tab|timeline|node)[ \t]+(?P<title>[^\n<>@]{1,120}?)[ \t]*"
                    r"(?:@[^\n<>]{0,60})?-->")  # fmt: skip


def shaped(name: str, arguments: Arguments, inner: str | None, markdown: bool) -> Piece | None:
    """Return what such a tag stands for, or None where its name tells nothing."""
    if name == "ruby":
        return _ruby(arguments, inner)
    if inner is None:
        return None
    if name in ("poem", "poetry", "verse"):
        return _poem(arguments, inner, markdown)
    if _TAB.match(name):
        return _titled(_tab_title(arguments), inner, markdown)
    if _ROWS.match(name):
        named = _NAMED.sub(lambda found: _heading(found["title"], markdown), inner)
        title = title_of(arguments.written) if name == "timeline" else ""
        return _titled(title, named, markdown) if title else Piece(named)
    return None


def _ruby(arguments: Arguments, inner: str | None) -> Piece:
    """Return words with their reading, as Hugo's themes write them in three ways."""
    words = inner or arguments.first("rb", "base", "text") or arguments.at(0)
    reading = arguments.first(*_READINGS) or arguments.at(1 if inner is None else 0)
    if not words or not reading or "\n" in words:
        return Piece(words)
    shown = words if inner else escape(words, quote=False)
    return Piece(f"<ruby>{shown}<rt>{escape(reading, quote=False)}</rt></ruby>")


def _poem(arguments: Arguments, inner: str, markdown: bool) -> Piece:
    """Return verse: its lines end where they are written to end."""
    title = in_line(arguments.first("title"), markdown)
    mark = "\\" if markdown else "<br>"
    verse = re.sub(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)", lambda _: mark + "\n", inner.strip())
    heading = _heading(title, markdown) if title else ""
    return quotation(heading + verse, in_line(arguments.first("author"), markdown), markdown)


def _tab_title(arguments: Arguments) -> str:
    if title := arguments.first(*_TITLES):
        return title
    quoted = arguments.written[:1] in "\"'`“"
    return arguments.at(0) if quoted or arguments.named else title_of(arguments.written)


def _titled(title: str, inner: str, markdown: bool) -> Piece:
    """Return a tab's or a step's text under its title."""
    if not title:
        return Piece(inner)
    return Piece(_heading(title, markdown) + (inner.strip("\n") if markdown else inner), True)


def _heading(title: str, markdown: bool) -> str:
    title = " ".join(title.split())
    return f"**{title}**\n\n" if markdown else f"<p><strong>{in_line(title, False)}</strong></p>"
