"""Where a picture's real source stands: lazy loading hides it in one of many attributes."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from bs4 import Tag

from reader.article.pictures.sizes import pixels, width_in_address
from reader.article.pictures.source_sets import (
    GOOD_WIDTHS,
    Candidate,
    applies,
    best,
    candidates,
    fitness,
)
from reader.article.trees import ancestor, attribute, names

# Where scripts for lazy loading keep the source that `src` is to have, the surest first.
LAZY_SOURCES = (
    "data-src",  # lazysizes, lozad, WeChat, and most others
    "data-lazy-src",  # WP Rocket, a3 Lazy Load, Jetpack
    "data-actualsrc",  # Zhihu
    "data-original",  # jQuery's lazyload, Zhihu, Weibo
    "data-cfsrc",  # Cloudflare's Mirage
    "data-ll-src",
    "data-lazyload",
    "data-lazyload-src",
    "data-lazy",
    "data-echo",
    "data-real-src",
    "data-original-src",
    "data-src-real",
    "data-srcurl",
    "data-wp-src",
    "data-opt-src",  # Optimole
    "data-cmp-src",
    "data-flickity-lazyload",
    "data-splide-lazy",
    "data-hi-res-src",
    "data-delayed-url",
    "data-defer-src",
    "data-runner-src",
    "data-ks-lazyload",
    "data-lazy-original",
    "data-raw-src",
    "data-croporisrc",  # WeChat
    "data-backsrc",
    "data-original-url",
    "data-origin",
    "data-imgsrc",
    "lazy-src",
    "lazysrc",
    "original-src",
    "real_src",
    "file",  # Discuz
)
# The picture in another size or for another purpose: only where there is no other.
SPARE_SOURCES = (
    "data-image",  # Squarespace
    "data-large-file",  # Jetpack
    "data-full-url",
    "data-image-src",
    "data-img-url",
    "data-original-image",
    "data-orig-file",
    "data-medium-file",
    "data-url",
    "data-pin-media",
    "data-img",
    "data-thumb",
    "data-preview",
    "zoomfile",  # Discuz
)
SOURCE_SETS = (
    "data-srcset",
    "data-lazy-srcset",
    "data-original-set",
    "data-opt-srcset",
    "data-flickity-lazyload-srcset",
    "data-splide-lazy-srcset",
    "data-bgset",
    "data-src-set",
    "lazy-srcset",
    "data-sources",
    "srcset",
)
# Objects written as JSON: Substack's `data-attrs`, galleries' `data-media`, Foundation's lists.
_JSON = ("data-attrs", "data-media", "data-interchange", "data-photo", "data-srcs", "data-sizes")
_JSON_ADDRESSES = ("src", "url", "original", "large", "full", "href", "image", "medium")
_MOST_JSON = 20_000  # characters
_MOST_OBJECTS = 50
_STEM = (
    "blank|spacer|space|placeholder|loading|loader|lazy|lazyload|grey|gray|transparent|pixel|trans|"
    "clear|empty|none|nothing|dummy|dot|px|1x1|preloader|shim"
)
_PLACEHOLDER = re.compile(
    rf"(?:^\s*(?:data|about|blob|javascript):|(?:^|[/=])(?:{_STEM}|(?:img|image)[-_](?:{_STEM}))(?:[-_]?(?:{_STEM}|image|img|"
    r"picture|pic|gif|icon|spinner|bg|small|large|big|thumb|min|\d{1,4}(?:x\d{1,4})?))*+"
    r"\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$))",
    re.IGNORECASE,
)
PICTURE_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|jfif|apng)(?:[?#!@]|$)", re.IGNORECASE
)
# Letters in braces for a width that a script fills in: BBC's and Shopify's forms.
_BLANK = re.compile(
    r"(?:\{\{?|%7B(?:%7B)?|\[|__)\s*(width|w|imgwidth|size|height|h|dpr|format|ext|quality|q|"
    r"resolution)\s*(?:\}\}?|%7D(?:%7D)?|\]|__)",
    re.IGNORECASE,
)
_BLANK_VALUES = {"dpr": "1", "format": "jpg", "ext": "jpg", "quality": "80", "q": "80"}
_KNOWN_WIDTHS = {"ichef.bbci.co.uk": 976}  # the largest that news pictures have
_FILLED_WIDTH = 1080
_USED = "data-used"
_SOURCES = (*LAZY_SOURCES, "src")
_UNLIKELY = names("data-share data-permalink data-link data-href data-page data-video data-poster")


@dataclass(frozen=True, slots=True)
class Sources:
    """What may be a picture's source, the best first."""

    urls: tuple[str, ...]
    inline: str = ""  # the `data:` source, which may be the picture itself


def is_placeholder(source: str) -> bool:
    """Return whether `source` only keeps a picture's place."""
    return _PLACEHOLDER.search(source[:2000]) is not None


def sources_of(image: Tag) -> Sources:
    """Return the written sources of a picture, the one that suits the article best first."""
    held = image.attrs
    written = [attribute(image, name).strip() for name in _SOURCES if name in held]
    inline = next((source for source in written if source[:5].lower() == "data:"), "")
    plain = [_filled(one, image) for one in written if one and not is_placeholder(one)]
    offered = [one for one in _offered(image) if not is_placeholder(one.url)]
    told = [] if plain and "data-attrs" not in image.attrs else list(_from_json(image))
    chosen = best(offered)
    ordered = plain + [one.url for one in told]
    if chosen is not None:
        ordered.insert(0 if _is_better(chosen, plain, offered, image) else 1, chosen.url)
    if not ordered or (inline and not plain):
        ordered += _spare(image)
    return Sources(tuple(dict.fromkeys(filter(None, ordered))), inline)


def _is_better(
    chosen: Candidate, plain: Sequence[str], offered: Sequence[Candidate], image: Tag
) -> bool:
    """Return whether a candidate is to be shown in the stead of the picture's main source."""
    if not plain or any(candidate.url == plain[0] for candidate in offered):
        return True
    known = max(width_in_address(plain[0]), pixels(attribute(image, "width")))
    if not known:
        return True
    return bool(chosen.width) and fitness(chosen.width) > fitness(known)


def _offered(image: Tag) -> list[Candidate]:
    """Return the candidates of the picture's source sets, its <picture>'s before."""
    found: list[Candidate] = []
    picture = ancestor(image, "picture")
    if picture is not None and _USED not in picture.attrs:
        picture[_USED] = ""  # a <picture> is for one <img>
        others: list[Candidate] = []
        for source in picture.find_all("source", limit=40):
            fits = applies(attribute(source, "media"), attribute(source, "type"))
            if "dark" not in attribute(source, "media"):
                (found if fits else others).extend(_sets_of(source))
        found = found or (others if is_placeholder(attribute(image, "src")) else [])
    return found + _sets_of(image)


def _sets_of(tag: Tag) -> list[Candidate]:
    return [
        Candidate(_filled(candidate.url, tag), candidate.width or width_in_address(candidate.url))
        for name in SOURCE_SETS
        if name in tag.attrs
        for candidate in candidates(attribute(tag, name))
    ]


def _from_json(image: Tag) -> Iterator[Candidate]:
    """Yield the sources in attributes that hold JSON, the first named first."""
    for name in _JSON:
        value = attribute(image, name).strip()
        if value[:1] not in ("{", "[") or len(value) > _MOST_JSON:
            continue
        try:
            told = json.loads(value)
        except (ValueError, RecursionError):
            yield from map(Candidate, re.findall(r"https?://[^\s,\"'\]\[(){}]+", value)[:1])
            continue
        for one in islice(_objects(told), _MOST_OBJECTS):
            addresses = (one.get(key) for key in _JSON_ADDRESSES)
            for address in addresses:
                if isinstance(address, str) and _is_likely(address):
                    yield Candidate(address)
                    break


def _objects(told: object) -> Iterator[dict[str, object]]:
    """Yield the objects in a JSON value, the outer first, four levels deep at most."""
    level = [told]
    for _ in range(4):
        inner: list[object] = []
        for value in level[:_MOST_OBJECTS]:
            if isinstance(value, dict):
                found = cast("dict[str, object]", value)
                yield found
                inner += found.values()
            elif isinstance(value, list):
                inner += cast("list[object]", value)
        level = inner


def _is_likely(address: str) -> bool:
    """Return whether a text of which nothing else is known may be a picture's address."""
    return bool(PICTURE_FILE.search(address)) or bool(
        re.match(r"(?:https?:)?//\S+/\S", address) and not re.search(r"\.html?(?:[?#]|$)", address)
    )


def _spare(image: Tag) -> list[str]:
    """Return sources kept for other purposes, and any unknown attribute's that names a picture."""
    known = [attribute(image, name).strip() for name in SPARE_SOURCES]
    others = [
        value.strip()
        for name, value in image.attrs.items()
        if isinstance(value, str)
        and name.startswith("data-")
        and name not in _UNLIKELY
        and len(value) < 2000
        and " " not in value.strip()
        and PICTURE_FILE.search(value)
    ]
    return [
        _filled(one, image)
        for one in (*known, *others)
        if one and one[0] not in "{[" and not is_placeholder(one)
    ]


def _filled(url: str, tag: Tag) -> str:
    """Return `url` with the blanks that a script would fill, "" where it cannot be."""
    if not _BLANK.search(url):
        return url
    widths = [int(number) for number in re.findall(r"\d{2,4}", attribute(tag, "data-widths"))]
    known = (width for host, width in _KNOWN_WIDTHS.items() if host in url)
    width = max(widths, key=fitness) if widths else next(known, _FILLED_WIDTH)

    def fill(blank: re.Match[str]) -> str:
        name = blank[1].lower()
        if name in ("height", "h"):
            return str(round(width * 2 / 3))
        return _BLANK_VALUES.get(name, str(width))

    return _BLANK.sub(fill, url)


def is_small(width: int) -> bool:
    """Return whether a known width is less than the article would show well."""
    return 0 < width < GOOD_WIDTHS[0]
