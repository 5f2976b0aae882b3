"""The same picture once: no twin that stood in <noscript>, none twice in a row."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reader.article.pictures.early import TWIN
from reader.article.pictures.wrappers import origin_of
from reader.article.trees import ancestor, attribute, first_named, replace, tags_named
from reader.article.urls import picture_of

_SIZED_NAME = re.compile(
    r"(?:[-_](?:\d{2,5}x\d{2,5}|scaled|e\d{10,}|rotated))+(?=\.\w{2,5}$)|@\dx(?=\.\w{2,5}$)"
)
_SIZED_PART = re.compile(r"/(?:\d{2,5}x\d{2,5}|[sw]\d{2,4}(?:-h\d{2,4})?(?:-[a-z]+)*)/")
_LONGEST_ADDRESS = 4_000  # characters; longer ones are compared as they are
_NAMED = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$", re.IGNORECASE)


def drop_repeats(soup: BeautifulSoup, body: Tag) -> None:
    """Drop from `body` pictures that are shown a second time where nobody means it."""
    images = tags_named(body, ("img",))
    keys = [picture_key(picture_of(attribute(image, "src"))) for image in images]
    if len(set(keys)) == len(keys):
        for image in images:
            image.attrs.pop(TWIN, None)
        return
    own = {key for image, key in zip(images, keys, strict=True) if TWIN not in image.attrs}
    dropped: dict[int, list[Tag]] = {}
    for image, key in zip(images, keys, strict=True):
        if TWIN in image.attrs:
            del image.attrs[TWIN]
            if key in own:
                dropped[id(image)] = []
            own.add(key)
    shown = {
        id(image): key for image, key in zip(images, keys, strict=True) if id(image) not in dropped
    }
    for lesser in _in_a_row(body, shown):
        dropped[id(lesser)] = []
    if dropped:
        replace(soup, dropped)


def _in_a_row(body: Tag, keys: Mapping[int, str]) -> Iterator[Tag]:
    """Yield the pictures shown twice with nothing in between, the lesser of each two.

    `keys` are those of the pictures that are shown, by `id`.
    """
    last: Tag | None = None
    last_key = ""
    captioned: dict[int, bool] = {}  # figures that have a caption, by `id`
    for node in body.descendants:
        if isinstance(node, Tag):
            key = keys.get(id(node))
            if key is None:
                continue
            if last is not None and key == last_key:
                second = _is_captioned(node, captioned)
                if not second or not _is_captioned(last, captioned):
                    yield last if second else node
                if not second:
                    continue
            last, last_key = node, key
        elif last is not None and _is_between(node):
            last, last_key = None, ""


def picture_key(url: str) -> str:
    """Return what is the same for all sizes and wrappers of one picture."""
    if url.startswith("data:") or len(url) > _LONGEST_ADDRESS:
        return url
    url = origin_of(url) or url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = _SIZED_PART.sub("/", parts.path)
    if not _NAMED.search(path):
        return f"{parts.netloc}{path}?{parts.query}"
    return parts.netloc.lower() + _SIZED_NAME.sub("", path)


def _is_captioned(image: Tag, known: dict[int, bool]) -> bool:
    figure = ancestor(image, "figure")
    if figure is None:
        return False
    if id(figure) not in known:
        known[id(figure)] = first_named(figure, "figcaption") is not None
    return known[id(figure)]


def _is_between(node: object) -> bool:
    """Return whether `node` is text that parts two pictures. A caption belongs to one."""
    if type(node) is not NavigableString or not node.strip():
        return False
    return ancestor(node, "figcaption") is None
