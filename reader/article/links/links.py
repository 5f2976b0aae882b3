"""Links that lead somewhere, and bare addresses made links."""

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from reader.article.bounds import MAX_LINKED
from reader.article.links.anchors import same_page, settle_anchors
from reader.article.trees import attribute, replace, tags_named, unwrap
from reader.article.urls import absolute
from reader.posts.addresses import opened_address

_POST_FILE = re.compile(r"\.(?:md|markdown|mkdn?|mdown|txt)(?:[#?]|$)", re.IGNORECASE)
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
# An address that an editor made a link within a link: `[a](b)`; Zola's `@/` is the root.
_TWICE = re.compile(r"\A(?:\[|%5B)(https?://[^\[\]\s]{1,2000}?)(?:\]|%5D)\(.*\)\Z", re.DOTALL)
_RULE = re.compile(r"[-=_~*]{5,}")  # a line drawn after the address, its line break lost
_UNLINKED = frozenset(("a", "pre", "code", "script", "style", "textarea"))


def settle_links(soup: BeautifulSoup, body: Tag, source_url: str | None, path: str) -> bool:
    """Resolve the links of `body` against the post's source, and link bare addresses.

    `path` is the post's own. Returns whether fewer than `MAX_LINKED` bare addresses were
    linked; what comes after so many stays text.
    """
    links = tags_named(body, ("a",))
    is_same = same_page(source_url, path)
    known: dict[str, str] = {}
    for link in links:
        if "href" in link.attrs:
            written = attribute(link, "href")
            if written not in known:
                target = _settled(written.strip(), source_url)
                page, hash_, place = target.partition("#")
                known[written] = "#" + place if hash_ and place and is_same(page) else target
            link.attrs["href"] = known[written]
    settle_anchors(soup, body, links)
    unwrap(soup, [link for link in links if link.attrs.keys().isdisjoint(("href", "id"))])
    left = MAX_LINKED
    replaced: dict[int, list[NavigableString | Tag]] = {}
    for text in _texts_with_addresses(body):
        if pieces := _with_links(soup, text, left):
            replaced[id(text)] = pieces
            left -= len(pieces) // 2
    if replaced:
        replace(soup, replaced)
    return left > 0


def _settled(target: str, source_url: str | None) -> str:
    """Return where a link leads, as it is opened: absolute where that can be known."""
    if target.startswith(("[", "%5B", "@/")):
        target = target[1:] if target[0] == "@" else _TWICE.sub(r"\1", target)
    if not target.startswith("#") and not _SCHEME.match(target) and not _POST_FILE.search(target):
        target = absolute(target, source_url)
    return opened_address(re.sub(r"\s", "%20", target))


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
        link = soup.new_tag("a", href=opened_address(target))
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
