"""Sound and film of the library itself, which play."""

import re

from bs4 import BeautifulSoup, Tag

from reader.article.pictures.headers import UNKNOWN
from reader.article.pictures.media_cards import FREE, MEDIA_SOURCES, POSTERS
from reader.article.pictures.places import Places
from reader.article.pictures.sizes import declared_size
from reader.article.trees import attribute, tags_named
from reader.article.urls import host, picture_address

MEDIA_FILE = re.compile(
    r"\.(?:(?P<sound>mp3|ogg|oga|opus|m4a|aac|flac|wav|weba)|(?P<film>mp4|m4v|webm|ogv|mov|mkv))"
    r"(?:[?#]|\Z)",
    re.IGNORECASE,
)


def settle_media(soup: BeautifulSoup, media: Tag, places: Places) -> None:
    """Let audio and video of the library itself play; leave a card where it lies elsewhere."""
    written = [
        attribute(tag, name).strip()
        for tag in (media, *tags_named(media, ("source",)))
        for name in MEDIA_SOURCES
    ]
    written = sorted(filter(None, written), key=lambda one: FREE.search(one) is None)
    url = places.best_of(written)
    posters = [one for name in POSTERS if (one := attribute(media, name).strip())]
    poster = places.best_of(posters) if media.name == "video" else None
    size = declared_size(media)
    media.clear()
    media.attrs = {}
    if url is None:
        media.extract()
    elif "://" in url:
        media.name, media["class"] = "p", f"embed embed-{media.name}"
        link = soup.new_tag("a", href=url)
        link.string = host(url)
        media.append(link)
    else:
        media.attrs = {"src": picture_address(url), "controls": ""}
        if poster is not None:
            media["poster"] = picture_address(poster)
        if size != UNKNOWN and media.name == "video":
            media["width"], media["height"] = map(str, size)
