"""Sound and film of other places, as cards that open in the browser."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.urls import host

# Free formats first: every build of the engine plays them.
FREE = re.compile(r"\.(?:webm|ogv|ogg|oga|opus|weba|mp3|flac|wav)(?:[?#]|\Z)", re.IGNORECASE)
MEDIA_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")
POSTERS = ("poster", "data-poster", "data-thumb")
_REMOTE = re.compile(r"(?:https?:)?//[^\s/?#\\]", re.IGNORECASE)


def make_media_cards(tree: LexborHTMLParser, markup: str) -> None:
    """Put cards into `tree` for the sounds and films of other places, on lexbor's tree.

    For the page and for the index alike: a card is text. What stands for a film, its poster,
    becomes a picture before it.
    """
    if "<video" not in markup and "<audio" not in markup:
        return
    for media in tree.css("video, audio"):
        written = [
            source
            for node in (media, *media.css("source"))
            for name in MEDIA_SOURCES
            if (source := (node.attributes.get(name) or "").strip())
        ]
        if written and all(map(_REMOTE.match, written)):
            source = min(written, key=lambda one: FREE.search(one) is not None)
            _make_card(tree, media, re.sub(r"\s", "%20", source))


def _make_card(tree: LexborHTMLParser, media: LexborNode, source: str) -> None:
    attributes = media.attributes
    address = "https:" + source if source.startswith("//") else source
    poster = next((found for name in POSTERS if (found := attributes.get(name))), "")
    if poster:
        picture = tree.create_node("img")
        _set(picture, "src", poster)
        for name in ("width", "height"):
            _set(picture, name, attributes.get(name) or "")
        media.insert_before(picture)
    card, link = tree.create_node("p"), tree.create_node("a")
    _set(card, "class", f"embed embed-{media.tag}")
    _set(link, "href", address)
    title = (attributes.get("title") or attributes.get("aria-label") or "").strip()
    link.insert_child(title[:200] or host(address) or address[:200])
    card.insert_child(link)
    media.insert_before(card)
    media.decompose(recursive=False)


def _set(node: LexborNode, name: str, value: str) -> None:
    if value:
        node.attrs[name] = value  # pyright: ignore[reportIndexIssue]
