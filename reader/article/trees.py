"""Small questions that every shaping step asks of the BeautifulSoup tree."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "colgroup",
        "col",
    ]
)
MEDIA = frozenset(["img", "video", "audio", "iframe", "picture"])


def parsed(markup: str) -> BeautifulSoup:
    """Return the tree of well-formed `markup`, whose top is `body`."""
    return BeautifulSoup(f"<body>{markup}</body>", "lxml", multi_valued_attributes=None)


def body_of(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the article."""
    return soup.body or soup


def text_of(element: PageElement) -> str:
    """Return the element's text on one line."""
    return " ".join(element.get_text().split())


def attribute(tag: Tag, name: str) -> str:
    """Return the attribute's value as text, "" where there is none."""
    value = tag.attrs.get(name)
    return value if isinstance(value, str) else ""


def classes(tag: Tag) -> list[str]:
    """Return the element's classes."""
    return attribute(tag, "class").split()


def is_blank(node: PageElement) -> bool:
    """Return whether the node shows nothing: space, a comment, a break, an empty element."""
    if isinstance(node, NavigableString):
        return not node.strip() or type(node) is not NavigableString
    if not isinstance(node, Tag):
        return True
    if node.name in MEDIA or node.name == "hr":
        return False
    return not node.get_text(strip=True) and not any(
        isinstance(inner, Tag) and (inner.name in MEDIA or inner.name == "hr")
        for inner in node.descendants
    )


def siblings_before(node: PageElement) -> Iterator[PageElement]:
    """Yield what stands before `node` and shows something, the nearest first."""
    return (sibling for sibling in node.previous_siblings if not is_blank(sibling))


def siblings_after(node: PageElement) -> Iterator[PageElement]:
    """Yield what stands after `node` and shows something, the nearest first."""
    return (sibling for sibling in node.next_siblings if not is_blank(sibling))


def only_pictures(node: PageElement) -> list[Tag]:
    """Return the pictures of an element that shows nothing else; [] of any other."""
    if not isinstance(node, Tag) or node.name in ("figcaption", "pre"):
        return []
    if node.name == "img":
        return [node]
    pictures = node.find_all("img")
    if not pictures or node.get_text(strip=True):
        return []
    return list(pictures) if node.find(["video", "audio", "iframe", "hr"]) is None else []
