"""Jekyll's and Hexo's tags -> Markdown or HTML, tag by tag.

Jekyll's own (https://jekyllrb.com/docs/liquid/tags/), Hexo's
(https://hexo.io/docs/tag-plugins), and those plugins and themes of both have made popular.
"""

import re
from html import escape

from reader.article.templates.looks import without_colour
from reader.article.templates.media import (
    Arguments,
    arguments_of,
    gallery,
    image,
    in_line,
    media_of,
)
from reader.article.templates.notes import link, linked, post_address, wrapped
from reader.article.templates.placing import NOTHING, Piece, listing
from reader.article.templates.tags import Tag
from reader.article.templates.values import PostValues, output, text_of_value
from reader.article.templates.words import shaped

_INCLUDES = ("include", "include_cached", "include_relative", "render", "partial")
# Hexo themes' tags for words in a line; what follows a mark, if any, is what is shown.
_WORDS = re.compile(r"(?:label|span|p|u|emp|wavy|del|kbd|psw|sub|sup|mark|hideinline|checkbox)\Z")
_SHOWN = re.compile(r"(?:[\w #.-]{0,30}(?:@|::|,\s))?(.*)\Z", re.DOTALL)
_BUTTONS = ("button", "btn", "link", "linkcard", "url", "site")
_PICTURE_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp)\Z", re.IGNORECASE)
_QUOTED = re.compile(r"'([^']*)'|(?<!')\"([^\"]*)\"")
_LANGUAGE = re.compile(r"lang(?:uage)?[:=]([\w+#.-]+)\Z")


def piece_of(tag: Tag, inner: str | None, values: PostValues, markdown: bool) -> Piece:
    """Return what stands for one tag, around `inner`, already expanded, where it is closed."""
    name = tag.name
    if name == "comment":
        return NOTHING
    if name == "capture":
        values.assigned[tag.arguments.strip("'\" ")] = (inner or "").strip()
        return NOTHING
    if name in ("assign", "set"):
        return _assigned(tag.arguments, values)
    if name == "codeblock" and inner is not None:
        return _codeblock(inner, tag.arguments, markdown)
    piece = _reference(name, tag.arguments, markdown)
    if piece is None and name in ("asset_img", "img"):
        piece = _picture(tag.arguments, markdown)
    if piece is None and name in _INCLUDES:
        return _included(tag.arguments, values, markdown) or NOTHING
    if piece is None and _WORDS.match(name.lower()) and inner is None:
        piece = Piece(in_line(_words_shown(name.lower(), tag.arguments), markdown))
    if piece is None:
        piece = _by_arguments(name, arguments_of(tag.arguments), inner, markdown)
    return piece or Piece(inner or "")


def _by_arguments(
    name: str, arguments: Arguments, inner: str | None, markdown: bool
) -> Piece | None:
    if name in _BUTTONS and inner is None:
        return _button(arguments, markdown)
    piece = wrapped(name, arguments, inner, markdown)
    if piece is None:
        piece = shaped(name.lower(), arguments, inner, markdown)
    if piece is None and name in ("figure", "caption") and inner is not None:
        said = in_line(arguments.first("caption") or arguments.at(0), markdown)
        caption = f"<figcaption>{said}</figcaption>" if said else ""
        return Piece(f'<figure markdown="1">\n\n{inner.strip()}\n\n{caption}</figure>', True)
    if piece is None:
        piece = media_of(name, arguments, inner, markdown)
    if piece is None and name in _BUTTONS:
        return linked(arguments, inner, markdown)
    return piece


def _words_shown(name: str, written: str) -> str:
    """Return the words that a theme's tag shows in a line, without what it says of their looks."""
    if name == "hideinline":
        return written.partition(",")[0].strip()
    marked = _SHOWN.match(written)
    shown = marked[1].strip() if marked else ""
    return without_colour(shown) if name == "label" else shown


def _assigned(written: str, values: PostValues) -> Piece:
    name, mark, expression = written.partition("=")
    shown = output(expression, values) if mark else None
    values.assigned[name.strip()] = shown or ""
    return NOTHING


def _codeblock(inner: str, written: str, markdown: bool) -> Piece:
    """Return Octopress's and Hexo's `codeblock [title] [lang:x] [url] [link text]`."""
    words = written.split()
    language = next((match[1] for word in words if (match := _LANGUAGE.match(word))), "")
    shown = [word for word in words if not re.match(r"[\w-]+[:=](?!//)|https?://", word)]
    return listing(inner, language, " ".join(shown).strip("\"'"), markdown)


def _reference(name: str, written: str, markdown: bool) -> Piece | None:
    """Return what a tag that names another post or a file stands for; None of any other."""
    words = arguments_of(written).plain
    first = words[0] if words else ""
    if name == "post_url":
        return Piece(post_address(f"/_posts/{first.removeprefix('/')}"))
    if name == "link" and len(words) == 1 and "://" not in first:
        return Piece(post_address(first))
    if name in ("post_link", "post_path"):
        target = post_address(f"/_posts/{first.removeprefix('/')}")
        title = " ".join(word for word in words[1:] if word not in ("true", "false"))
        shown = title or first.rpartition("/")[2].replace("-", " ")
        return Piece(target) if name == "post_path" else link(target, shown, markdown)
    if name == "asset_path":
        return Piece(escape(first))
    if name == "asset_link":
        return link(first, " ".join(words[1:]) or first, markdown)
    return None


def _picture(written: str, markdown: bool) -> Piece | None:
    """Return `img [class names] source [width] [height] [title [alt]]` of Hexo and Octopress."""
    quoted = _QUOTED.findall(written)
    words = _QUOTED.sub("", written).split()
    at = next((at for at, word in enumerate(words) if _PICTURE_FILE.search(word)), None)
    if at is None:
        at = next((at for at, word in enumerate(words) if "/" in word), None)
    if at is None:
        return None
    rest = words[at + 1 :]
    while rest and re.fullmatch(r"\d{1,5}(?:px|%)?|auto", rest[0]):
        rest.pop(0)
    titles = [word for pair in quoted for word in re.split(r"\"\s+\"", pair[0] or pair[1])]
    titles = [title.strip('"') for title in titles] or [" ".join(rest)]
    title, alt = titles[0], titles[-1]
    caption = f"<figcaption>{in_line(title, markdown)}</figcaption>" if title else ""
    return Piece(f"<figure>{image(words[at], alt)}{caption}</figure>", True)


def _included(written: str, values: PostValues, markdown: bool) -> Piece | None:
    """Return the picture, recording or gallery that an include shows; None of any other."""
    name, _, rest = written.strip().partition(" ")
    name = name.strip("\"',").rpartition("/")[2]
    bare = re.findall(r"([\w-]+)\s*[=:]\s*([A-Za-z_][\w.\[\]-]*)(?=[\s,]|\Z)", rest)
    arguments = arguments_of(rest)
    named = dict(arguments.named)
    for key, path in bare:
        try:
            named[key] = text_of_value(path, values)
        except LookupError:
            continue
    arguments = Arguments(named, arguments.plain)
    if name.removesuffix(".html") == "gallery":
        listed = values.front_matter.get(arguments.first("id") or "gallery")
        return gallery(listed, in_line(arguments.first("caption"), markdown))
    title = named.pop("title", "") if name.startswith("figure") and "caption" not in named else ""
    piece = media_of(name, arguments, None, markdown)
    if piece and title:  # a remark: there would have been a place for a caption
        titled = piece.markup.replace("<img ", f'<img title="{escape(title)}" ', 1)
        piece = Piece(titled, piece.block)
    return piece or wrapped(name.removesuffix(".html"), arguments, None, markdown)


def _button(arguments: Arguments, markdown: bool) -> Piece | None:
    """Return a link: themes write `button url, text, icon`, `button text, url`, `link text url`."""
    if "," in arguments.written and not arguments.named:
        parts = [part.strip(" \"'") for part in arguments.written.split(",")]
        target = next((part for part in parts if "/" in part), "")
        words = next((part for part in parts if part and part != target), "")
        return link(target, words, markdown) if target and words else None
    target = next((word for word in arguments.plain if "/" in word), "")
    words = [word for word in arguments.plain if word not in (target, "true", "false")]
    if target and words:
        return link(target, " ".join(words), markdown)
    named = arguments.at(0) if arguments.written[:1] in "\"'`“" and not target else ""
    return linked(arguments, None, markdown) or (link("", named, markdown) if named else None)
