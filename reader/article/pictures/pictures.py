"""Every picture once, from its best source, named so that nothing loads by itself.

Lazy loading hides the real source in one of many attributes; `srcset` and <picture> offer
several. Pictures that count readers are dropped. Room is kept for each: no text moves when it
comes.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from reader.article.pictures.backgrounds import uncover_backgrounds
from reader.article.pictures.counters import is_button, is_counter
from reader.article.pictures.headers import UNKNOWN, Size
from reader.article.pictures.inline import inline_picture, keeps_a_place
from reader.article.pictures.media import MEDIA_FILE, settle_media
from reader.article.pictures.places import Places
from reader.article.pictures.repeats import drop_repeats
from reader.article.pictures.shelf import Shelf
from reader.article.pictures.sizes import (
    declared_size,
    holds_one,
    pixels,
    reserved,
    width_in_address,
)
from reader.article.pictures.sources import (
    LAZY_SOURCES,
    PICTURE_FILE,
    SOURCE_SETS,
    SPARE_SOURCES,
    is_small,
    sources_of,
)
from reader.article.pictures.wrappers import origin_of
from reader.article.trees import ancestor, attribute, names, replace, tags_named, text_of
from reader.article.urls import picture_address

_TAKEN = frozenset((*LAZY_SOURCES, *SPARE_SOURCES, *SOURCE_SETS)) | names(
    "src alt sizes width height style loading decoding fetchpriority data-attrs"
)
_LIGHTBOX = re.compile(r"lightbox|fancybox|gallery|zoom|swipebox|colorbox|magnific|thickbox", re.I)
_THUMBNAIL = re.compile(r"thumb|[-_./](?:small|mini|preview|tn|sm|s|t)[-_./]|[?&]w=\d{2,3}\b", re.I)


_MOST_OF_A_SHAPE = 50  # pixels
MAX_SETTLED = 2_000  # pictures of one post; each takes a fifth of a millisecond


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The picture to be shown."""

    url: str  # absolute, a library path, or `data:`
    size: Size  # to keep free for it


def settle_pictures(
    soup: BeautifulSoup, body: Tag, post_path: str, source_url: str | None, shelf: Shelf
) -> None:
    """Give every picture, audio and video of `body` its one source, or drop it.

    Pictures keep their other attributes, in which captions may stand. Library paths are taken
    as `shelf` has them; what a scraped post names relative to its own page, and the library
    does not hold, means that page's site.
    """
    places = Places(post_path, source_url, shelf)
    uncover_backgrounds(soup, body)
    dropped: dict[int, list[PageElement]] = {}
    for count, image in enumerate(tags_named(body, ("img", "amp-img", "amp-anim"))):
        if image.name != "img":
            _become_plain(image)
        settled = _settle if count < MAX_SETTLED else _settle_plainly
        if not settled(image, places):
            dropped[id(image)] = []
    if dropped:
        replace(soup, dropped)
    unwrapped = {
        id(picture): [child for child in picture.contents if getattr(child, "name", "") != "source"]
        for picture in tags_named(body, ("picture",))
    }
    if unwrapped:
        replace(soup, unwrapped)
    for media in tags_named(body, ("audio", "video")):
        settle_media(soup, media, places)
    drop_repeats(soup, body)


def _become_plain(image: Tag) -> None:
    """Make an <img> of an AMP picture, whose sides may be no more than its shape, as 16 by 9."""
    image.name = "img"
    image.clear()  # a placeholder, and a fallback
    sides = [pixels(attribute(image, name)) for name in ("width", "height")]
    if 0 < max(sides) <= _MOST_OF_A_SHAPE and min(sides) > 0:
        image["data-aspectratio"] = f"{sides[0]}/{sides[1]}"
        del image["width"], image["height"]


def _settle(image: Tag, places: Places) -> bool:
    """Settle one picture; return whether it is to be shown."""
    sources = sources_of(image)
    if is_counter(image, sources.urls):
        return False
    url = places.best_of(sources.urls)
    chosen = _chosen(image, url, places) if url is not None else _inline(image, sources.inline)
    if chosen is None or is_button(image, chosen.url, chosen.size[0]):
        return False
    if MEDIA_FILE.search(chosen.url) and not chosen.url.startswith("data:"):
        return _become_media(image, chosen.url)
    settled = {"src": picture_address(chosen.url), "alt": attribute(image, "alt").strip()}
    if chosen.size != UNKNOWN:
        settled["width"], settled["height"] = map(str, chosen.size)
    image.attrs = settled | {
        name: value for name, value in image.attrs.items() if name not in _TAKEN
    }
    return True


def _settle_plainly(image: Tag, places: Places) -> bool:
    """Name the picture as it is written: nobody looks through thousands more of them."""
    url = places.plain(attribute(image, "src"))
    image.attrs = {"src": picture_address(url), "alt": attribute(image, "alt")} if url else {}
    return url is not None


def _chosen(image: Tag, url: str, places: Places) -> _Chosen:
    """Return the picture at `url`, or the larger one that a link around it leads to."""
    link = _link_around(image)
    size = reserved(image, url, places.size(url))
    if link is None:
        return _Chosen(url, size)
    target = places.best_of([attribute(link, "href").strip()])
    if target is None or not (PICTURE_FILE.search(target) or target == url):
        return _Chosen(url, size)
    declared = declared_size(image)
    if 0 < declared[0] <= 64 and 0 < declared[1] <= 64 and not _same(url, target):
        return _Chosen(url, size)  # an icon that leads to a picture of its own
    link.unwrap()
    known = width_in_address(url) or places.size(url)[0] or pixels(attribute(image, "width"))
    marked = " ".join(str(value) for value in link.attrs.values())
    thumbnail = is_small(known) or (
        not known and bool(_THUMBNAIL.search(url) or _LIGHTBOX.search(marked))
    )
    if target == url or not thumbnail:
        return _Chosen(url, size)
    return _Chosen(target, _enlarged(size, target, places))


def _enlarged(size: Size, target: str, places: Places) -> Size:
    """Return the size of the larger picture: its own, else the small one's shape."""
    measured = places.size(target)
    if measured != UNKNOWN or size == UNKNOWN:
        return measured
    width = max(size[0], 1000)
    return width, max(1, round(width * size[1] / size[0]))


def _same(url: str, target: str) -> bool:
    def plain(address: str) -> str:
        name = (origin_of(address) or address).partition("?")[0].rpartition("/")[2]
        return re.sub(r"(?:[-_](?:\d+x\d+|scaled|thumb|small|[stmlbz]))?\.\w+$", "", name)

    return plain(url) == plain(target)


def _link_around(image: Tag) -> Tag | None:
    """Return the link that holds the picture and nothing else to be seen."""
    link = ancestor(image, "a")
    if link is None or not holds_one(link) or text_of(link):
        return None
    if not attribute(link, "href").strip():
        link.unwrap()
        return None
    return link


def _inline(image: Tag, source: str) -> _Chosen | None:
    """Return the picture that the post itself holds, or None where it only keeps a place."""
    found = inline_picture(source) if source else None
    if found is None:
        return None
    address, size = found
    if keeps_a_place(size, declared_size(image)) or attribute(image, "aria-hidden") == "true":
        return None
    return _Chosen(address, reserved(image, "", size))


def _become_media(image: Tag, url: str) -> bool:
    """Make a player of a "picture" that is a film or a sound."""
    match = MEDIA_FILE.search(url)
    image.name = "audio" if match is not None and match["sound"] else "video"
    image.attrs = {"src": url}
    return True
