"""Who published a post, and where."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from reader.posts.addresses import shown_host
from reader.posts.identity import host_of, web_url

_URL_KEYS: Final = (
    *("from", "source", "source_url", "url", "link", "original_url", "original"),
    *("canonical", "canonical_url"),
)
_NAME_KEYS: Final = (
    *("source_name", "source", "from", "publisher", "publication", "site_name", "site"),
)
_MARKDOWN_LINK: Final = re.compile(
    r"\[([^\]]{0,500})\]\(\s*<?(https?://[^\s)>]{1,2000})>?(?:\s[^)]{0,200})?\)"
)
_BARE_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_MAX_NAME: Final = 200
_MAX_SOURCE: Final = 4000  # characters of a value that are looked at; browsers stop at 2,000


def source_of(front_matter: Mapping[str, object]) -> tuple[str, str | None]:
    """Return the name of who published it ("" if unknown) and the post's own URL there.

    `front_matter` has lower-case keys. A name that is written down wins over the URL's host,
    which comes in its own letters where they cannot deceive.
    """
    url = next(_urls(front_matter), None)
    name = next(_names(front_matter), "")
    return name or (_host(url) if url else ""), url


def _urls(front_matter: Mapping[str, object]) -> Iterator[str]:
    for key in _URL_KEYS:
        for text in _texts(front_matter.get(key), "url", "link", "href"):
            link = _MARKDOWN_LINK.search(text)
            url = web_url(link[2] if link else text)
            if url:
                yield url


def _names(front_matter: Mapping[str, object]) -> Iterator[str]:
    for key in _NAME_KEYS:
        for text in _texts(front_matter.get(key), "name", "title"):
            link = _MARKDOWN_LINK.search(text)
            name = " ".join((link[1] if link else text).split())
            name = name.removeprefix("[[").removesuffix("]]")
            if not name or name[:4].lower() == "http" or "://" in name or name[0] in "/<{":
                continue
            if _BARE_HOST.fullmatch(name):
                name = _host(f"https://{name}")
            if name and name.isprintable():
                yield name[:_MAX_NAME]


def _host(url: str) -> str:
    return shown_host(host_of(url))


def _texts(value: object, *keys: str) -> Iterator[str]:
    """Yield the text, each text of a list, or a mapping's under `keys`."""
    if isinstance(value, str):
        yield value[:_MAX_SOURCE]
    elif isinstance(value, list):
        for item in cast("list[object]", value)[:20]:
            if isinstance(item, str | Mapping):
                yield from _texts(cast("object", item), *keys)
    elif isinstance(value, Mapping):
        mapping = cast("Mapping[str, object]", value)
        yield from (text[:_MAX_SOURCE] for key in keys if isinstance(text := mapping.get(key), str))
