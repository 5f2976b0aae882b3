"""A whole page -> its article.

Where the article stands in a page readability-lxml says (`page_locator`); the page itself
is then pruned to that (`page_pruning`), so that pictures, captions, tables and code stay as
the page wrote them. What comes out goes on like any other body: through the clean-up rules
and all that follows. Imported only when a page is met: lxml and its companions take 140 ms
and 20 MB.
"""

import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article.pages.locator import located
from reader.article.pages.pruning import Page, drop_furniture
from reader.article.urls import absolute

_MAX_ELEMENTS = 10_000  # in a page whose article is looked for; real ones reach 5,000
_MAX_WORK = 30_000_000  # characters, each counted as often as elements stand around it
_MAX_TAG_LINKS = 30
_NUMBER = "data-broadsheet-number"
_NUMBER_WRITTEN = re.compile(rf" {_NUMBER}=\"\d+\"")
_SITE_PICTURE = re.compile(r"logo|default|avatar|icon|placeholder|fallback|sprite", re.IGNORECASE)


def article_of(page: str, source_url: str | None) -> str:
    """Return the markup of the page's article; of its whole body where none is found.

    `page` is within `bounds` and has no scripts. What comes back may still hold a title and
    a byline, and ends in the page's own links to tags, for `harvest`. Never raises.
    """
    tree = LexborHTMLParser(page)
    body = tree.body
    if body is None:
        return page
    _settle_base(tree, source_url)
    elements = [node for node in body.css("*") if node.mem_id != body.mem_id]
    if len(elements) > _MAX_ELEMENTS or _work(body) > _MAX_WORK:
        drop_furniture(body)
        return body.inner_html or ""
    for number, node in enumerate(elements):
        node.attrs[_NUMBER] = str(number)  # pyright: ignore[reportIndexIssue]
    tags = _tags(body)
    markup = _NUMBER_WRITTEN.sub("", _pruned(body, elements))
    if "<img" not in markup:
        markup = _own_picture(tree) + markup
    return markup + tags


def _work(body: LexborNode) -> int:
    """Return what it costs to look at the page's text once for each element around it."""
    work = 0
    level = [body]
    while level and work <= _MAX_WORK:
        level = [child for node in level for child in node.iter() if child.first_child is not None]
        work += sum(len(node.text()) for node in level)
    return work


def _pruned(body: LexborNode, elements: list[LexborNode]) -> str:
    page = Page(body, elements, _NUMBER)
    kept = located(body.html or "", _NUMBER)
    if not page.is_found(kept):
        drop_furniture(body)
        return body.inner_html or ""
    lead = page.prune(kept)
    return ((lead.html or "") if lead is not None else "") + (body.inner_html or "")


def _own_picture(tree: LexborHTMLParser) -> str:
    """Return a figure of the picture that an article's page names as its own, or ""."""
    said = {
        node.attributes.get("property") or "": node.attributes.get("content") or ""
        for node in tree.css("meta[property^='og:']")
    }
    picture = said.get("og:image", "").strip()
    if said.get("og:type") != "article" or not picture or _SITE_PICTURE.search(picture):
        return ""
    alt = said.get("og:image:alt", "")
    return f'<figure><img src="{escape(picture)}" alt="{escape(alt)}"></figure>'


def _tags(body: LexborNode) -> str:
    """Return the page's links to the article's tags, as sites write them."""
    links = [
        link
        for link in body.css("a[rel~=tag]")
        if not any(outer.tag in ("nav", "aside") for outer in _around(link))
    ]
    if not links or len(links) > _MAX_TAG_LINKS:
        return ""
    written = "".join(f'<a rel="tag" href="#">{escape(link.text().strip())}</a>' for link in links)
    return f'<div class="post-tags">{written}</div>'


def _around(node: LexborNode) -> Iterator[LexborNode]:
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def _settle_base(tree: LexborHTMLParser, source_url: str | None) -> None:
    """Make links and pictures absolute where the page says against what."""
    base = tree.css_first("base[href]")
    target = (base.attributes.get("href") or "").strip() if base is not None else ""
    if not target or not (against := absolute(target, source_url)):
        return
    for node, name, value in _addresses(tree):
        if resolved := absolute(value, against):
            node.attrs[name] = resolved  # pyright: ignore[reportIndexIssue]


def _addresses(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str, str]]:
    for name in ("href", "src", "data-src", "poster"):
        for node in tree.css(f"body [{name}]"):
            value = (node.attributes.get(name) or "").strip()
            if value and not value.startswith(("#", "data:")):
                yield node, name, value
