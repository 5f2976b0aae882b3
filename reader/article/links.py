"""Links that lead somewhere, cards for what was embedded, and bare addresses made links."""

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reader.article.bounds import MAX_LINKED
from reader.article.trees import attribute, replace, tags_named
from reader.article.urls import absolute, host

_POST_FILE = re.compile(r"\.(?:md|markdown|mkd|txt)(?:[#?]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# Addresses written as text. Only ASCII: Chinese text follows without a space.
_REST = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{4,2000}"
_BARE = re.compile(
    rf"(?P<url>https?://{_REST})"
    rf"|(?<![\w./@-])(?P<web>www\.{_REST})"
    r"|(?<![\w.+/:-])(?P<mail>[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
    r"(?![\w-])",
    re.ASCII,
)
_AFTER_ADDRESS = ".,;:!?'\")]*_~"
# A scraper that lost line breaks glues the next line's word to a bare host.
_GLUED = re.compile(
    r"((?:https?://|[\w.+-]+@)[a-z0-9.-]+\.(?:com|org|net|io|tv|cn|tw|hk))(?=[A-Z][a-z])"
)
_RULE = re.compile(r"[-=_~*]{5,}")  # a line drawn after the address, its line break lost
_UNLINKED = frozenset(("a", "pre", "code", "script", "style", "textarea"))
_EMBEDS = ("iframe", "embed", "object")
_YOUTUBE = re.compile(r"(?:youtube(?:-nocookie)?\.com/embed/|youtu\.be/)([\w-]{6,20})")
_VIMEO = re.compile(r"player\.vimeo\.com/video/(\d+)")


def settle_links(soup: BeautifulSoup, body: Tag, source_url: str | None) -> bool:
    """Resolve the links of `body` against the post's source, and link bare addresses.

    Returns whether fewer than `MAX_LINKED` were; what comes after so many stays text.
    """
    for link in tags_named(body, ("a",)):
        _settle(link, source_url)
    left = MAX_LINKED
    replaced: dict[int, list[NavigableString | Tag]] = {}
    for text in _texts_with_addresses(body):
        if pieces := _with_links(soup, text, left):
            replaced[id(text)] = pieces
            left -= len(pieces) // 2
    if replaced:
        replace(soup, replaced)
    return left > 0


def make_cards(soup: BeautifulSoup, body: Tag) -> None:
    """Replace every embedded page or video by a link that opens in the browser."""
    replaced: dict[int, list[Tag]] = {}
    for embed in tags_named(body, _EMBEDS):
        source = absolute(attribute(embed, "src") or attribute(embed, "data-src"), None)
        target = _watched(source)
        if not target.lower().startswith(("http://", "https://")) or not host(target):
            replaced[id(embed)] = []
            continue
        card, link = soup.new_tag("p"), soup.new_tag("a")
        card["class"] = "embed"
        link["href"] = target
        link.string = host(target)
        card.append(link)
        replaced[id(embed)] = [card]
    if replaced:
        replace(soup, replaced)


def _watched(source: str) -> str:
    """Return the page on which people watch what an embedded player plays."""
    if match := _YOUTUBE.search(source):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := _VIMEO.search(source):
        return f"https://vimeo.com/{match[1]}"
    return source


def _settle(link: Tag, source_url: str | None) -> None:
    name = attribute(link, "name")
    if name and not link.get("id"):
        link["id"] = name
    if not link.has_attr("href"):
        if not link.has_attr("id"):
            link.unwrap()
        return
    target = attribute(link, "href").strip()
    if not target.startswith("#") and not _SCHEME.match(target) and not _POST_FILE.search(target):
        target = absolute(target, source_url)
    if source_url and "#" in target and _same_page(target, source_url):
        target = "#" + target.partition("#")[2]
    link["href"] = re.sub(r"\s", "%20", target)


def _same_page(target: str, source_url: str) -> bool:
    """Return whether the link leads to another place of the article itself."""
    page = target.partition("#")[0].rstrip("/")
    return page == source_url.partition("#")[0].rstrip("/")


def _texts_with_addresses(body: Tag) -> list[NavigableString]:
    return [
        text
        for text in body.descendants
        if isinstance(text, NavigableString)
        and ("://" in text or "@" in text or "www." in text)
        and not any(parent.name in _UNLINKED for parent in text.parents)
    ]


def _with_links(
    soup: BeautifulSoup, text: NavigableString, most: int
) -> list[NavigableString | Tag]:
    """Return the text in pieces, each second of them a link, `most` at most; [] without any."""
    written, done = str(text), 0
    pieces: list[NavigableString | Tag] = []
    for match in _BARE.finditer(written):
        if len(pieces) >= 2 * most:
            break
        address = _trimmed(match[0])
        target = {"web": "http://", "mail": "mailto:"}.get(match.lastgroup or "", "") + address
        if not _is_address(target):
            continue
        link = soup.new_tag("a", href=target)
        link.string = address
        pieces += [NavigableString(written[done : match.start()]), link]
        done = match.start() + len(address)
    if pieces:
        pieces.append(NavigableString(written[done:]))
    return pieces


def _trimmed(address: str) -> str:
    """Return the address without what belongs to the sentence around it."""
    if glued := _GLUED.match(address):
        return glued[1]
    address = _RULE.split(address, maxsplit=1)[0]
    while address and address[-1] in _AFTER_ADDRESS:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _is_address(address: str) -> bool:
    try:
        return address.startswith("mailto:") or "." in (urlsplit(address).hostname or "")
    except ValueError:
        return False
