"""Every picture once, from its best source, named so that nothing loads by itself.

Lazy loading hides the real source in one of many attributes; `srcset` and <picture> offer
several. Pictures that count readers are dropped.
"""

import re
from dataclasses import dataclass

from bs4 import Tag

from reader.article.trees import attribute, classes, tags_named, text_of
from reader.article.urls import picture_address, picture_url

BEST_WIDTH = 1600  # pixels; twice the article's width

# Where scripts for lazy loading keep the real source, the surest first.
_LAZY_SOURCES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-orig-file",
    "data-actualsrc",
    "data-lazyload",
    "data-lazy",
    "data-echo",
    "data-cfsrc",
    "data-ll-src",
    "data-hi-res-src",
    "data-full-url",
    "data-image",
    "data-url",
    "data-img-url",
    "data-real-src",
    "data-raw-src",
    "data-pin-media",
    "file",  # Discuz
    "zoomfile",
)
_SOURCE_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "srcset")
_PLACEHOLDER = re.compile(
    r"(?:^data:|^about:|^blob:|(?:^|/)(?:blank|spacer|placeholder|loading|lazy|lazyload|grey|gray|"
    r"transparent|pixel|trans|1x1|clear|empty|img-placeholder)[\w.-]*\.(?:gif|png|svg|jpe?g)$)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"^(?:https?:)?//(?:pixel\.wp\.com|stats\.wordpress\.com|b\.scorecardresearch\.com|"
    r"(?:www\.)?google-analytics\.com|(?:www\.)?facebook\.com/tr\b|[\w.]*doubleclick\.net|"
    r"medium\.com/_/stat|feeds\.feedburner\.com/~|[\w.]*\.feedsportal\.com|"
    r"(?:hm|cnzz|s\d*)\.(?:baidu|cnzz)\.com|pixel\.quantserve\.com)",
    re.IGNORECASE,
)
_DESCRIPTOR = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([wxh])(?:,(\S*))?$")
_PIXELS = re.compile(r"\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$")
_STYLE_WIDTH = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[01]px", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg)(?:[?#!@]|$)", re.IGNORECASE)
_MOST_EMOJI = 8  # characters an emoji's alternative text may have


@dataclass(frozen=True, slots=True)
class _Candidate:
    url: str
    width: float  # pixels; 0 where unknown


def settle_pictures(body: Tag, post_path: str) -> None:
    """Give every picture, audio and video of `body` its one source, or drop it."""
    for image in tags_named(body, ("img", "amp-img")):
        _settle(image, post_path)
    for picture in tags_named(body, ("picture",)):
        for source in picture.find_all("source"):
            source.extract()
        picture.unwrap()
    for media in tags_named(body, ("audio", "video")):
        _settle_media(media, post_path)


def _settle(image: Tag, post_path: str) -> None:
    image.name = "img"
    alt = attribute(image, "alt").strip()
    if _is_emoji(image, alt):
        image.replace_with(alt)
        return
    if _is_counter(image):
        image.extract()
        return
    url = _best_source(image, post_path)
    if url is None:
        image.extract()
        return
    width, height = _size(image)
    _unlink(image, url, post_path)
    image.attrs.clear()
    image["src"] = picture_address(url)
    image["alt"] = alt
    if width and height:
        image["width"], image["height"] = str(width), str(height)


def _best_source(image: Tag, post_path: str) -> str | None:
    """Return the best source's URL or library path; None where there is none."""
    plain = [attribute(image, name).strip() for name in (*_LAZY_SOURCES, "src")]
    plain = [source for source in plain if source and not _PLACEHOLDER.search(source)]
    main = next(
        (url for source in plain if (url := picture_url(source, post_path)) is not None), None
    )
    offered = _offered(image)
    best = _best_candidate(offered)
    if best is None:
        return main
    better = picture_url(best.url, post_path)
    if better is None or main is None:
        return better or main
    known_width = _pixels(attribute(image, "width"))
    listed = any(picture_url(candidate.url, post_path) == main for candidate in offered)
    return better if listed or best.width > max(known_width, 1) else main


def _offered(image: Tag) -> list[_Candidate]:
    """Return the candidates of the picture's source sets, its <picture>'s included."""
    sets = [attribute(image, name) for name in _SOURCE_SETS]
    picture = image.find_parent("picture")
    if picture is not None:
        sources = picture.find_all("source")
        sets += [attribute(source, name) for source in sources for name in _SOURCE_SETS]
    return [candidate for written in sets for candidate in _candidates(written)]


def _candidates(source_set: str) -> list[_Candidate]:
    """Return the candidates of one `srcset`. A density counts as 800 pixels each."""
    if "data:" in source_set:
        return []
    found: list[_Candidate] = []
    url = ""
    for word in source_set.split():
        size = _DESCRIPTOR.match(word)
        if size is None:
            if url:
                found.append(_Candidate(url, 0))
            url = word.strip(",")
            if word.endswith(",") and url:
                found.append(_Candidate(url, 0))
                url = ""
            continue
        if url and size[2] != "h":
            found.append(_Candidate(url, float(size[1]) * (800 if size[2] == "x" else 1)))
        url = size[3] or ""  # "1x,next.jpg"
    if url:
        found.append(_Candidate(url, 0))
    return [candidate for candidate in found if not _PLACEHOLDER.search(candidate.url)]


def _best_candidate(candidates: list[_Candidate]) -> _Candidate | None:
    """Return the widest candidate up to `BEST_WIDTH`, else the narrowest of those beyond."""
    fitting = [candidate for candidate in candidates if candidate.width <= BEST_WIDTH]
    if fitting:
        return max(fitting, key=lambda candidate: candidate.width)
    return min(candidates, key=lambda candidate: candidate.width, default=None)


def _is_emoji(image: Tag, alt: str) -> bool:
    return (
        bool(alt) and len(alt) <= _MOST_EMOJI and bool({"emoji", "wp-smiley"} & set(classes(image)))
    )


def _is_counter(image: Tag) -> bool:
    """Return whether the picture is there to be fetched, not to be seen."""
    sizes = (attribute(image, "width"), attribute(image, "height"))
    if all(re.fullmatch(r"\s*[01](?:px)?\s*", size) for size in sizes):
        return True
    return bool(
        _STYLE_WIDTH.search(attribute(image, "style")) or _COUNTER.match(attribute(image, "src"))
    )


def _size(image: Tag) -> tuple[int, int]:
    """Return width and height in pixels, from the picture or the box made for it; 0 unknown."""
    for names in (("width", "height"), ("data-width", "data-height")):
        width, height = (_pixels(attribute(image, name)) for name in names)
        if width > 1 and height > 1:
            return width, height
    box = image.parent
    for _ in range(2):
        if box is None:
            break
        width, height = (_pixels(attribute(box, name)) for name in ("data-width", "data-height"))
        if width > 1 and height > 1:
            return width, height
        box = box.parent
    return 0, 0


def _pixels(written: str) -> int:
    match = _PIXELS.match(written)
    return int(match[1]) if match and len(match[1]) <= 5 else 0


def _unlink(image: Tag, url: str, post_path: str) -> None:
    """Take away a link around a picture alone that leads only to a picture file."""
    link = image.find_parent("a")
    if link is None or text_of(link):
        return
    target = attribute(link, "href")
    if _PICTURE_FILE.search(target) or picture_url(target, post_path) == url or not target:
        link.unwrap()


def _settle_media(media: Tag, post_path: str) -> None:
    """Keep audio and video of the library itself; leave a link to any other."""
    sources = [media, *media.find_all("source")]
    written = [attribute(source, "src").strip() for source in sources]
    url = next((url for one in written if (url := picture_url(one, post_path)) is not None), None)
    if url is None:
        media.extract()
        return
    if "://" in url:
        media.clear()
        media.name = "iframe"  # the embeds step makes a card of it
        media.attrs = {"src": url}
        return
    poster = picture_url(attribute(media, "poster"), post_path)
    media.clear()
    media.attrs = {"src": picture_address(url), "controls": ""}
    if poster is not None:
        media["poster"] = picture_address(poster)
