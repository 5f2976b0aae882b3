"""Which bodies are whole pages, as a clipper saved them.

SingleFile, "Save page as" and news archivers write a page as it was sent, with its head,
navigation and footer, behind the front matter and sometimes a line of their own. Asked of
every post, so it looks at little.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.article import bounds
from reader.article.survey import survey

_LEAD_IN = 2_000  # characters that may stand before the page: comment, linked title, a note
_FEWEST_LINKS = 12  # in the furniture of a page that does not say that it is one
_COMMENT = r"<!--(?>[^-]++|-(?!->))*+(?:-->|\Z)"
_START = re.compile(
    rf"(?:\s++|{_COMMENT}|<\?xml[^>]*+>)*+<(?:!doctype\s++html\b|(?:html|head|body)[\s>])",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:!doctype\s|(?:html|head|body)[\s>])", re.IGNORECASE)
_LINE = re.compile(r"(?:\A\s*+|^[ \t]*+)<", re.MULTILINE)
_MARKUP = re.compile(r"\s*+<")
_FENCE = re.compile(r"^ {0,3}(?:`{3}|~{3})", re.MULTILINE)
# Scripts and styles, unread; an unclosed one runs to the end, as in browsers.
_RAW_TEXT = re.compile(
    r"<(script|style)\b[^>]*+>[^<]*+(?:<(?!/\1)[^<]*+)*+(?:</\1[^>]*+>|\Z)", re.IGNORECASE
)
_LARGE_DATA = re.compile(r"\bdata:[^\"'\s)>]{50000,}+")  # a picture within the page
_LANDMARK = re.compile(
    r"<(nav|header|footer)(?=[\s>])|\srole=[\"']?(navigation|banner|contentinfo)\b", re.IGNORECASE
)
_NAVIGATION = re.compile(r"<[nN][aA][vV]")
_FURNITURE = (
    "nav a, header a, footer a, aside a, [role=navigation] a, [role=banner] a, [role=contentinfo] a"
)
_ARTICLE = frozenset(("article", "main"))


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A body that holds a whole page."""

    before: str  # what stands before the page, in the post's own format
    page: str  # without scripts and styles


def saved_page(body: str) -> SavedPage | None:
    """Return the page that `body` is, after at most a few words of its own, or None.

    A page says so with a doctype, `<html>`, `<head>` or `<body>`. Markup that does not is
    still one if it has navigation, a header or footer, and many links in them.
    """
    at = _page_start(body)
    if at is None:
        return SavedPage("", body) if _MARKUP.match(body) and _has_furniture(body) else None
    page = _RAW_TEXT.sub("", body[at:])
    if len(page) > bounds.MAX_SIZE:
        page = _LARGE_DATA.sub("data:,", page)
    return SavedPage(body[:at], page)


def _page_start(body: str) -> int | None:
    behind_comment = "<!--" in body[:_LEAD_IN]
    if _PAGE.search(body, 0, len(body) if behind_comment else 2 * _LEAD_IN) is None:
        return None
    for line in _LINE.finditer(body, 0, _LEAD_IN):
        if _START.match(body, line.start()):
            fences = _FENCE.findall(body, 0, line.start())
            return None if len(fences) % 2 else line.start()  # code in a Markdown post
    return None


def _has_furniture(body: str) -> bool:
    if "navigation" not in body and _NAVIGATION.search(body) is None:
        return False  # nearly every post
    held = survey(body)
    if "nav" not in held.elements and "navigation" not in held.tags:
        return False
    marks = {(tag or role).lower() for tag, role in _LANDMARK.findall(body)}
    has_navigation = bool(marks & {"nav", "navigation"})
    if not has_navigation or not marks & {"header", "footer", "banner", "contentinfo"}:
        return False
    if bounds.objection(body):
        return False
    links = LexborHTMLParser("<body>" + body).css(_FURNITURE)
    return sum(not _in_article(link) for link in links) >= _FEWEST_LINKS


def _in_article(node: LexborNode) -> bool:
    outer = node.parent
    while outer is not None and outer.tag not in _ARTICLE:
        outer = outer.parent
    return outer is not None
