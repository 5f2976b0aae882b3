"""Pictures painted behind an element that holds nothing else."""

import re
from html import unescape

from bs4 import BeautifulSoup, Tag

from reader.article.pictures.source_sets import best, candidates
from reader.article.pictures.sources import is_placeholder
from reader.article.trees import MEDIA, attribute, holds, names, tags_in

_LAZY = (
    "data-bg",
    "data-background",
    "data-background-image",
    "data-background-url",
    "data-bg-src",
    "data-bg-image",
    "data-bg-url",
    "data-lazy-background",
    "data-lazy-bg",
    "data-image-src",
    "data-original",
    "data-src",
    "data-image",
)
_ELEMENTS = names("div span a figure section p li td i header amp-img center")
_STYLED = re.compile(
    r"(?:^|;)\s*background(?:-image)?\s*:[^;]{0,200}?"
    r"url\(\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})'|([^\s\"')]{1,2000}))\s*\)",
    re.IGNORECASE,
)
_ICON = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*\d{1,2}(?:\.\d+)?px", re.IGNORECASE)
_TILED = re.compile(r"background-repeat\s*:\s*repeat\s*(?:;|$)|\.svg(?:[?#]|$)", re.IGNORECASE)
_PICTURE = re.compile(r"(?:url\(\s*[\"']?)?([^\"')\s]{4,2000})", re.IGNORECASE)
_NO_PICTURE = re.compile(r"#|rgb|\{|\[|[\w-]+\Z", re.IGNORECASE)
_HOLDERS = MEDIA | {"table", "input", "object", "embed", "amp-img"}


def uncover_backgrounds(soup: BeautifulSoup, body: Tag) -> None:
    """Put an <img> into every empty element of `body` that shows a picture as its background."""
    found: list[tuple[Tag, str]] = []
    for tag in tags_in(body):
        if tag.name in _ELEMENTS and tag.attrs and (source := _background(tag)):
            found.append((tag, source))
    for tag, source in found:
        if any(text.strip() for text in tag.strings) or holds(tag, _HOLDERS):
            continue
        label = attribute(tag, "aria-label") or attribute(tag, "title")
        image = soup.new_tag("img", src=source, alt=label)
        for name in ("data-width", "data-height", "data-alt"):
            if name in tag.attrs:
                image[name] = attribute(tag, name)
        tag.append(image)


def _background(tag: Tag) -> str:
    """Return the source of the picture behind `tag`, "" where there is none."""
    if "data-bgset" in tag.attrs:
        chosen = best(candidates(attribute(tag, "data-bgset")))
        return chosen.url if chosen is not None else ""
    style = attribute(tag, "style")[:4000]
    if _ICON.search(style) or _TILED.search(style):
        return ""
    for name in _LAZY:
        match = _PICTURE.match(attribute(tag, name).strip()) if name in tag.attrs else None
        if match and not _NO_PICTURE.match(match[1]) and not is_placeholder(match[1]):
            return match[1]
    match = _STYLED.search(style) if "background" in style.lower() else None
    source = next(filter(None, match.groups()), "").strip() if match is not None else ""
    return "" if is_placeholder(source) or _TILED.search(source) else unescape(source)
