"""Where in a whole page the article stands: readability-lxml's judgement, and no more."""

import logging
import re

from lxml.etree import XPath, tostring
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from readability.readability import Document, Unparseable

from reader.article.trees import names

_NEVER_TEXT = names(
    "script style template noscript svg link meta nav dialog input select textarea button"
)
_HIDDEN = XPath("//*[@hidden or @role='navigation' or contains(@class, 'sf-hidden')]")
_STYLED = XPath("//*[@style]")
_HIDING = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)"
)

logging.getLogger("readability.readability").disabled = True  # it would print what fails


def located(page: str, number: str) -> frozenset[str]:
    """Return the `number` attributes of the elements of `page` that are its article.

    None of them where no article is found, or the page defeats the library: that is no
    more than a page whose whole body is shown.
    """
    locator = _Locator(page, number)
    try:
        locator.summary(html_partial=True, keep_all_images=True)
    except (Unparseable, RecursionError):
        return frozenset()
    return locator.kept


class _Locator(Document):
    """The library's judge, on a page whose elements are numbered."""

    def __init__(self, page: str, number: str) -> None:
        super().__init__(page)
        self.kept: frozenset[str] = frozenset()
        self._number = number
        self._number_written = re.compile(rf' {number}="\d+"')

    def _parse(self, input: str) -> HtmlElement:  # noqa: A002 - the library's name
        """Read the page, without what is not text; comments and base are dealt with."""
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        page = document_fromstring(input.encode("utf-8", "replace"), parser=parser)
        hiding = [node for node in _STYLED(page) if _HIDING.search(node.get("style") or "")]
        for node in [*page.iter(*_NEVER_TEXT), *_HIDDEN(page), *hiding]:
            if node.getparent() is not None and node.tag != "body":
                node.drop_tree()
        return page

    def get_link_density(self, elem: HtmlElement) -> float:
        """Return what part of the element's text is links; as the library, in less time."""
        in_links = sum(_length(link) for link in elem.iterfind(".//a"))
        return in_links / max(_length(elem), 1)

    def get_clean_html(self) -> str:
        """Note which elements are left. The library asks how long this is."""
        article = self._html()
        numbers = (node.get(self._number) for node in article.iter("*"))
        self.kept = frozenset(number for number in numbers if number is not None)
        return self._number_written.sub("", tostring(article, encoding="unicode", method="html"))


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))
