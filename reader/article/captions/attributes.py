"""Captions that stand in a picture's attributes only.

Galleries keep them in `data-caption` and the like; Markdown's `![](src "title")` and many
sites in `title`; some in `alt`. The last two are a last resort: `alt` describes the picture
for those who do not see it, and both are often a file's name or a search engine's bait. They
are taken only where they read like a caption and say what nothing near the picture says.

Works on serialised markup, before the index's text and the page part: both have the same
words. What else stands around the picture may still prove better; then the page drops it.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from html import escape, unescape

from reader.article.captions.credits import credit_in
from reader.article.captions.words import GUESSED, any_of, letters, words_of

_LONGEST = 400  # characters
_NEAR = 700  # characters of markup, before and after, that are looked at
_IMAGE = re.compile(r"<(?:amp-)?img(\s[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+)>")
_ATTRIBUTE = re.compile(r"\s([a-z][\w-]*+)=\"([^\"]*+)\"")
_BLOCK = re.compile(
    r"</?(?:p|div|figure|figcaption|li|ul|ol|td|th|tr|table|h[1-6]|blockquote|section|article|center|"
    r"dl|dt|dd|header|footer|main|aside|pre|hr|br)(?=[\s>])[^>]*+>"
)
_TAG = re.compile(r"<[^>]*+>?")
# Nobody's parser wrote what stands in a value: no place of it may be looked at twice.
_TAG_IN_VALUE = re.compile(r"</?(?:(br|p|div|li|ul|ol|h[1-6]|tr)\b|[a-z!])[^<>]*+>", re.IGNORECASE)
_LINK = re.compile(r"<a(\s[^>]*+)>(?:(?!</a>).)*\Z", re.DOTALL)
_CLOSED = re.compile(r"(?:\s*+</(?:picture|a|span)>)*+")
_CAPTION_NEAR = re.compile(r"\A.{0,300}?(?:<figcaption|class=\"[^\"]*capt)", re.DOTALL)
_NO_PLACE = re.compile(r"<(?:td|th|li|h[1-6]|dt|pre)(?=[\s>])[^>]*+>\Z")
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg)(?:[?#!@]|\Z)", re.IGNORECASE)
_NO_PHOTOGRAPH = re.compile(
    r"latex|codecogs|math|emoji|smil(?:ey|ies)|icon|logo|avatar|gravatar|badge|shields\.io|\bwp-smiley\b",
    re.IGNORECASE,
)
_LEAST_WIDTH = 200  # pixels, of what has a caption that says so nowhere else
_HAN = re.compile(r"[㐀-鿿぀-ヿ가-힯]")
_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|pdf|mp4)\b|https?:|www\.|[\w-]+\.(?:com|org|net|cn)\b|"
    r"\A(?:IMG|DSC|DSCN|DCIM|WX|PXL|MVIMG|mmexport|Screen\s?shot|Screenshot|image|photo)[\s_-]?\d|"
    r"\A[\w%+=-]+\Z|[{}\\$^<>]|\A\W*\d[\d\W]*\Z",
    re.IGNORECASE | re.ASCII,
)
_ENDS = re.compile(r"[.。!！?？…”’\"')）」』》]\s*\Z")
_SENTENCE_END = re.compile(r"[.。!！?？…]\s*[”’\"')）」』]?\s*\Z")
_ARTICLE_FIRST = re.compile(r"(?:An?|The|Two|Three|Some|Several)\s+[a-z]")


def with_attribute_captions(markup: str, title: str) -> str:
    """Return `markup`, serialised, with what captions are in attributes alone behind pictures.

    Each stands in a `<figcaption>` that says by an attribute where it is from. `title` is the
    article's: a picture called so has no caption.
    """
    if "<img" not in markup or not _may_hold_caption(markup):
        return markup
    pieces: list[str] = []
    done = 0
    images = list(_IMAGE.finditer(markup))
    repeated = Counter(value for image in images for value in _shown_names(image[1]))
    for image in images:
        caption = attribute_caption(markup, image, title)
        if caption and repeated[caption] < 2:
            end = _closed(markup, image.end())
            pieces += [
                markup[done:end],
                f'<figcaption {GUESSED}="">{escape(caption, quote=False)}</figcaption>',
            ]
            done = end
    return "".join((*pieces, markup[done:])) if pieces else markup


def _closed(markup: str, end: int) -> int:
    """Return where what is around the picture alone ends: its link, its <picture>."""
    closed = _CLOSED.match(markup, end)
    return closed.end() if closed else end


def _may_hold_caption(markup: str) -> bool:
    return (
        ' title="' in markup
        or (" alt=" in markup and markup.count(' alt=""') < markup.count(" alt="))
        or any(name in markup for name in words_of("attributes")["names"])
    )


@lru_cache(64)  # those of a picture are asked for twice, or thrice
def _attributes(written: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(written))


def _shown_names(written: str) -> set[str]:
    own = _attributes(written)
    return {_plain(own[name]) for name in ("title", "alt") if name in own} - {""}


def _plain(value: str) -> str:
    """Return the text of an attribute, which may hold markup, on one line."""
    if "&" in value:
        value = unescape(value)
        if "<" in value or "&" in value:
            value = unescape(_TAG_IN_VALUE.sub(_between, value))
    return " ".join(value.split())


def _between(tag: re.Match[str]) -> str:
    return " " if tag[1] else ""


def attribute_caption(markup: str, image: re.Match[str], title: str) -> str:
    """Return the caption that the attributes of `image`, matched in `markup`, hold, or ""."""
    own = _attributes(image[1])
    given = next((own[name] for name in words_of("attributes")["names"] if own.get(name)), "")
    before = markup[max(0, image.start() - _NEAR) : image.start()]
    link = _link_attributes(before) if "<a " in before else {}
    if not given:
        given = next((link[name] for name in words_of("attributes")["names"] if link.get(name)), "")
    caption = _plain(given)
    if caption:
        return caption if len(caption) <= 2 * _LONGEST and not _is_empty(caption) else ""
    candidates = _candidates(own, link, title)
    if not candidates or _NO_PHOTOGRAPH.search(f"{own.get('class', '')} {own.get('src', '')}"):
        return ""
    after = markup[image.end() : image.end() + _NEAR]
    if not _is_small(own) and _stands_alone(before, after) and not _CAPTION_NEAR.match(after):
        near = letters(_TAG.sub("", unescape(before + " " + after)))
        for candidate in candidates:
            if letters(candidate) not in near:
                return candidate
    return ""


def _candidates(own: dict[str, str], link: dict[str, str], title: str) -> list[str]:
    """Return title and alternative text as far as they read like captions, the surer first."""
    shown, alternative = _plain(own.get("title", "")), _plain(own.get("alt", ""))
    leads_away = bool(link.get("href")) and not _PICTURE_FILE.search(link["href"])
    if leads_away and not own.get("title"):
        return []  # the name of what the link leads to
    found = [shown] if reads_like_caption(shown, title) else []
    if alternative and alternative != shown and reads_like_caption(alternative, title):
        found += [alternative] if _says_something(alternative) else []
    return found


def _link_attributes(before: str) -> dict[str, str]:
    link = _LINK.search(before, max(0, before.rfind("<a ")))
    return _attributes(link[1]) if link else {}


def _is_small(own: dict[str, str]) -> bool:
    width = own.get("width", "").removesuffix("px")
    return width.isdigit() and int(width) < _LEAST_WIDTH


def _stands_alone(before: str, after: str) -> bool:
    """Return whether no text stands on the picture's own line, nor is it in a cell or heading."""
    blocks = list(_BLOCK.finditer(before))
    start = blocks[-1].end() if blocks else 0
    end = block.start() if (block := _BLOCK.search(after)) else len(after)
    if blocks and _NO_PLACE.search(before[: blocks[-1].end()]):
        return False
    return not _TAG.sub("", before[start:]).strip() and not _TAG.sub("", after[:end]).strip()


def reads_like_caption(text: str, title: str) -> bool:
    """Return whether `text`, on one line, may be a caption: a sentence, or names something.

    Not a file's name, an address, "image", the article's title, nor a row of keywords.
    """
    if text == title:  # as is often so
        return False
    if not 4 <= len(text) <= _LONGEST or _FILE_NAME.search(text) or _is_empty(text):
        return False
    if len(text.split()) < 2 and len(_HAN.findall(text)) < 4:
        return False
    if " | " in text or "_" in text or text.startswith(words_of("attributes")["descriptions"]):
        return False
    own, of_article = letters(text), letters(title)
    if own in of_article or (len(of_article) > 5 and of_article in own):
        return False
    return not _are_keywords(text)


def _is_empty(text: str) -> bool:
    return not _emptied().sub("", text)


@cache
def _emptied() -> re.Pattern[str]:
    empty = words_of("attributes")["empty"]
    latin = [word for word in empty if word.isascii()]
    other = [word for word in empty if not word.isascii()]
    return re.compile(rf"\b(?:{any_of(latin)})\b|{any_of(other)}|[\W\d_]+", re.IGNORECASE)


def _are_keywords(text: str) -> bool:
    """Return whether the text is a row of short words for search engines."""
    parts = [part.strip() for part in re.split(r"[,，、;；|｜/／#]", text)]
    if len(parts) < 3 or _SENTENCE_END.search(text):
        return False
    longest = max(len(_HAN.findall(part)) * 3 + len(part) for part in parts)
    return longest <= 28


def _says_something(text: str) -> bool:
    """Return whether an alternative text is a caption: a sentence, a credit, or names."""
    if _SENTENCE_END.search(text) or credit_in(text) is not None:
        return True
    if _ARTICLE_FIRST.match(text):
        return False  # "A man at a table" describes
    if len(_HAN.findall(text)) >= 6:
        return True
    words = text.split()
    return len(words) >= 2 and sum(word[:1].isupper() for word in words) >= max(2, len(words) // 3)
