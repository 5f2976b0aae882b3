"""What other sites would show within the article, as quiet cards that open in the browser.

Works on lexbor's tree before the clean-up, for the page and for the index alike. A card is
`<p class="embed embed-video"><a href="…">Title</a> <small>YouTube</small></p>`; without a
title the link is the service's name. Nothing is fetched for it. Posts that are quoted in full
(tweets and the like) stay quotations.
"""

import re
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.bounds import MAX_EMBEDS
from reader.article.links.services import Element, Embedded, Quotation, embedded_at, embeds
from reader.article.name_sets import names
from reader.article.needs import may_match
from reader.article.survey import Survey, survey
from reader.article.urls import absolute, host
from reader.posts.addresses import opened_address, shown_host

_FRAMES = ("iframe", "frame", "embed", "object")
_ALL_FRAMES = ", ".join(_FRAMES)
_WORDPRESS = ".wp-block-embed__wrapper, .wp-embed-wrapper"
_SOURCES = (
    *("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-original", "data-lazyload"),
    *("data-url", "data-iframe-src", "data-orig-src", "data-ezsrc", "data-pin-src", "data"),
    # Held back until the reader consents.
    *("data-src-cmplz", "data-cmp-src", "data-consent-src", "data-cookieblock-src"),
    *("data-cookie-consent-src", "data-suppressedsrc", "data-borlabs-src"),
)
_TITLES = ("title", "data-title", "videotitle", "playlabel", "aria-label")
# Words of titles that players put on every frame.
_IDLE = names(
    "youtube vimeo ted dailymotion spotify soundcloud instagram facebook twitter tiktok x bilibili "
    "google embedded embed media video audio external interactive html5 web the post of play view "
    "on player content widget map chart tweet button 视频 視頻 播放器 框架 嵌入 影片 视频播放器"
)
_BEFORE_TITLE = re.compile(
    r"^(?:(?:youtube|spotify|vimeo) embed|play(?: video)?|embedded content|video)\s*[:：]\s*",
    re.IGNORECASE,
)
_TINY = re.compile(r"\s*+0*+1?(?:px)?\s*+")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$|!)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_UNSHOWN = re.compile("[\x00-\x1f\x7f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_LONGEST_TITLE = 200


def settle_embeds(tree: LexborHTMLParser, markup: str, source_url: str | None) -> None:
    """Put cards in `tree`, parsed from `markup`, where the page embedded something."""
    held = survey(markup)
    if may_match(_all_selectors(), held):
        _Cards(tree, source_url, held).settle()


@cache
def _all_selectors() -> str:
    told = (*embeds().quotations, *embeds().elements)
    return ", ".join((_ALL_FRAMES, _WORDPRESS, *(one.selector for one in told)))


def is_card(node: LexborNode) -> bool:
    """Return whether the element is a card, or a post of others that is quoted in full."""
    return (node.attrs.get("class") or "").startswith("embed embed-")


class _Cards:
    """One article's cards, in the making."""

    def __init__(self, tree: LexborHTMLParser, source_url: str | None, held: Survey) -> None:
        self._tree, self._source_url, self._held = tree, source_url, held
        self._done: set[int] = set()  # elements that need not be looked at any more
        self._pages: set[str] = set()  # already carded
        self._left = MAX_EMBEDS

    def settle(self) -> None:
        for quotation in embeds().quotations:
            for node in self._matching(quotation.selector):
                self._quote(node, quotation)
        for element in embeds().elements:
            for node in self._matching(element.selector):
                self._settle_element(node, element)
        for node in self._matching(_ALL_FRAMES):
            self._settle_frame(node)
        for node in self._matching(_WORDPRESS):
            self._settle_address(node)

    def _matching(self, selectors: str) -> list[LexborNode]:
        return self._tree.css(selectors) if may_match(selectors, self._held) else []

    def _quote(self, node: LexborNode, quotation: Quotation) -> None:
        """Leave a quoted post as it is, with its link; make a card of one that says nothing."""
        named = _attribute(node, quotation.address) if quotation.address else ""
        links = [link for link in node.css("a[href]") if _leads(link, quotation.links)]
        page = named or (_attribute(links[-1], "href") if links else "")
        address = opened_address(absolute(page, self._source_url))
        embedded = embedded_at(address) if page else None
        if embedded is None:
            return
        said = _one_line(node.text())
        words = said
        for idle in quotation.idle:
            words = words.replace(idle, "")
        linked = sum(len(_one_line(link.text())) for link in node.css("a"))
        if node.tag == "blockquote" and len(words) > linked:
            node.attrs["class"] = "embed embed-post"  # pyright: ignore[reportIndexIssue]
            self._pages.add(embedded.page)
            if not links:
                self._sign(node, embedded)
            return
        self._replace(node, embedded, said if said not in quotation.idle else "")

    def _sign(self, node: LexborNode, embedded: Embedded) -> None:
        line, link = self._tree.create_node("p"), self._tree.create_node("a")
        link.attrs["href"] = embedded.page  # pyright: ignore[reportIndexIssue]
        link.insert_child(embedded.service or shown_host(host(embedded.page)))
        line.insert_child(link)
        node.insert_child(line)

    def _settle_element(self, node: LexborNode, element: Element) -> None:
        value = _attribute(node, element.attribute)
        if not value or node.mem_id in self._done:
            return
        names = re.findall(r"\{([a-z-]+)\}", element.address)
        filled = element.address.replace("{0}", value)
        for name in names:
            filled = filled.replace(f"{{{name}}}", _attribute(node, name))
        if node.css_first("blockquote") is not None and node.text().strip():
            return  # it is quoted in full
        embedded = embedded_at(absolute(filled, self._source_url))
        if embedded is not None:
            self._replace(node, embedded, _title_of(node))

    def _settle_frame(self, node: LexborNode) -> None:
        if node.mem_id in self._done:
            return
        address = self._address_of(node)
        if node.tag == "object" and (not address or _attribute(node, "type").startswith("image/")):
            return  # what it holds instead is shown
        twin = "wp-embedded-content" in _attribute(node, "class") and _follows_card(node)
        embedded = embedded_at(address) if address and not twin and not _is_unseen(node) else None
        if embedded is None:
            self._drop(node)
        else:
            self._replace(node, embedded, _title_of(node))

    def _settle_address(self, node: LexborNode) -> None:
        """Make a card of an address that WordPress would have embedded."""
        address = node.text().strip()
        if _ADDRESS.fullmatch(address) and node.css_first("a, img, blockquote, p") is None:
            embedded = embedded_at(opened_address(address))
            if embedded is not None:
                self._replace(node, embedded, "")

    def _address_of(self, node: LexborNode) -> str:
        """Return what a frame shows as an absolute http(s) address, "" where it is none."""
        attributes = node.attributes
        written = [attributes.get(name) or "" for name in _SOURCES]
        if node.tag == "object":
            for inner in node.css("param[value], embed[src]"):
                self._done.add(inner.mem_id)
                if inner.tag == "embed":
                    written.append(_attribute(inner, "src"))
                elif _attribute(inner, "name").lower() in ("movie", "src", "url", "filename"):
                    written.append(_attribute(inner, "value"))
        for source in filter(None, map(str.strip, written)):
            address = absolute(source, self._source_url)
            if address[:8].lower().startswith(("http://", "https://")) and host(address):
                return opened_address(re.sub(r"\s", "%20", address))
        return ""

    def _replace(self, node: LexborNode, embedded: Embedded, title: str) -> None:
        """Put a card in the stead of `node`, unless it is the twin of one that stands there."""
        self._done.add(node.mem_id)
        for inner in node.css(_ALL_FRAMES):
            self._done.add(inner.mem_id)
        noscript = node.parent
        if noscript is not None and noscript.tag == "noscript" and not noscript.css("img"):
            node = noscript
        if self._left > 0 and not (embedded.page in self._pages and _follows_card(node)):
            self._pages.add(embedded.page)
            self._left -= 1
            node.insert_before(self._card(embedded, title))
        if node.tag not in _FRAMES and len(node.text()) > _LONGEST_TITLE:
            node.unwrap()  # more than a placeholder
        else:
            self._drop(node)

    def _card(self, embedded: Embedded, title: str) -> LexborNode:
        name = embedded.service or shown_host(host(embedded.page)) or embedded.page
        title = _UNSHOWN.sub("", title)[:_LONGEST_TITLE].strip()
        card, link = self._tree.create_node("p"), self._tree.create_node("a")
        card.attrs["class"] = f"embed embed-{embedded.kind}"  # pyright: ignore[reportIndexIssue]
        link.attrs["href"] = embedded.page  # pyright: ignore[reportIndexIssue]
        link.insert_child(title or name)
        card.insert_child(link)
        if title and title != name:
            small = self._tree.create_node("small")
            small.insert_child(name)
            card.insert_child(" ")
            card.insert_child(small)
        return card

    def _drop(self, node: LexborNode) -> None:
        self._done.add(node.mem_id)
        node.decompose(recursive=False)


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _leads(link: LexborNode, parts: tuple[str, ...]) -> bool:
    address = _attribute(link, "href")
    return any(part in address for part in parts)


def _follows_card(node: LexborNode) -> bool:
    """Return whether a card or a quotation stands just before `node`."""
    before = node.prev
    while before is not None and before.tag in ("-text", "-comment", "script"):
        if before.tag == "-text" and (before.text_content or "").strip():
            return False
        before = before.prev
    return before is not None and is_card(before)


def _is_unseen(node: LexborNode) -> bool:
    """Return whether a frame is there to be fetched, not to be seen."""
    attributes = node.attributes
    tiny = any(
        name in attributes and _TINY.fullmatch(attributes[name] or "-")
        for name in ("width", "height")
    )
    style = _attribute(node, "style")
    return tiny or "hidden" in attributes or bool(style and _UNSEEN_STYLE.search(style))


def _title_of(node: LexborNode) -> str:
    """Return the title that an element names for what it shows; "" for one every frame has."""
    attributes = node.attributes
    for written in (*(attributes.get(name) for name in _TITLES), _words_in(node)):
        if not written:
            continue
        title = _BEFORE_TITLE.sub("", _one_line(written[: 2 * _LONGEST_TITLE]))
        words = {word for word in re.findall(r"\w+", title.lower()) if not word.isdigit()}
        if not _ADDRESS.match(title) and any("frame" not in word for word in words - _IDLE):
            return title
    return ""


def _words_in(node: LexborNode) -> str:
    return "" if node.tag in ("iframe", "frame", "object", "script") else node.text()


def _one_line(text: str) -> str:
    return " ".join(text.split())
