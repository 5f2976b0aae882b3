"""A scraped page's wrappers -> plain paragraphs.

Wrappers dissolve; text that stands in none becomes a paragraph; runs of <br> end one; empty
elements, indents made of spaces, and what only dresses text go.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement

from reader.article.trees import BLOCKS, MEDIA, attribute, is_blank

_WRAPPERS = frozenset(
    [
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "center",
        "form",
        "fieldset",
        "address",
        "hgroup",
        "dialog",
        "body",
        "legend",
        "menu",
    ]
)
_INDENT = " \t\r\n\xa0\u3000\u200b\ufeff"
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


def settle_layout(soup: BeautifulSoup, body: Tag) -> None:
    """Leave in `body` blocks only, each of which shows something."""
    for dressed in body.find_all(["span", "font"]):
        _undress(dressed)
    for frame in body.find_all("table"):
        _unframe(frame)
    _drop_empty(body)
    _dissolve(soup, body)
    for heading in body.find_all("h1"):
        heading.name = "h2"  # the article's only h1 is its title
    for paragraph in body.find_all("p"):
        _strip(paragraph)


def _undress(tag: Tag) -> None:
    """Keep of a dressed span what means something: its weight, its slant."""
    style = attribute(tag, "style")
    if style and _BOLD.search(style):
        tag.name = "strong"
    elif style and _SLANTED.search(style):
        tag.name = "em"
    elif not (tag.name == "span" and (tag.has_attr("lang") or tag.has_attr("class"))) or (
        attribute(tag, "class") not in ("bracket", "math")
    ):
        tag.unwrap()


def _unframe(table: Tag) -> None:
    """Dissolve a table of a single cell: it only laid the page out."""
    cells = table.find_all(["td", "th"])
    if len(cells) == 1:
        for part in [*table.find_all(["caption", "colgroup", "thead", "tbody", "tfoot", "tr"])]:
            part.unwrap()
        cells[0].name = "div"
        table.name = "div"


def _drop_empty(body: Tag) -> None:
    """Drop elements that show nothing, innermost first."""
    kept = {"td", "th", "br", "hr", "col", "colgroup", "source", "wbr", "rt", "rp", *MEDIA}
    for tag in reversed(body.find_all(True)):
        if tag.name in kept or (tag.has_attr("id") and tag.name == "a"):
            continue
        if any(isinstance(child, Tag) and child.name != "br" for child in tag.children):
            continue
        if not any(_shows(child) for child in tag.children):
            tag.replace_with(" ") if tag.name not in BLOCKS and tag.contents else tag.extract()


def _shows(node: PageElement) -> bool:
    return type(node) is NavigableString and bool(node.strip(_INDENT))


def _dissolve(soup: BeautifulSoup, wrapper: Tag) -> None:
    """Replace the content of `wrapper` by blocks, its inner wrappers dissolved."""
    blocks: list[PageElement] = []
    run: list[PageElement] = []

    def end_run() -> None:
        blocks.extend(_paragraphs(soup, run))
        run.clear()

    for child in list(wrapper.children):
        child.extract()
        if not isinstance(child, Tag):
            if type(child) is NavigableString:
                run.append(child)
        elif child.name in _WRAPPERS or (child.name not in BLOCKS and _holds_block(child)):
            end_run()
            _dissolve(soup, child)
            blocks.extend(list(child.children))
        elif child.name in BLOCKS:
            end_run()
            blocks.extend(_settled(soup, child))
        else:
            run.append(child)
    end_run()
    wrapper.clear()
    wrapper.extend(blocks)


def _holds_block(tag: Tag) -> bool:
    """Return whether an inline element holds blocks. A link around blocks counts as one."""
    return tag.name not in ("ruby", "a", "del", "ins") and tag.find(BLOCKS) is not None


def _settled(soup: BeautifulSoup, block: Tag) -> list[PageElement]:
    """Return the block with its own content settled; a paragraph may become several."""
    if block.name == "p":
        content = list(block.children)
        if any(isinstance(node, Tag) and node.name == "br" for node in content):
            for node in content:
                node.extract()
            return _paragraphs(soup, content)
    elif block.name in ("blockquote", "details", "figure", "dd", "td", "th", "li"):
        for inner in block.find_all(_WRAPPERS):
            if inner.name != "body":
                _loosen(inner, block)
    elif block.name in ("ul", "ol", "table", "dl"):
        for inner in block.find_all(_WRAPPERS):
            _loosen(inner, inner.parent)
    return [block]


def _loosen(inner: Tag, outer: Tag | None) -> None:
    """Make a paragraph of a wrapper within a block, or dissolve it where it holds blocks."""
    if outer is None:
        return
    alone = inner.parent is not None and all(
        node is inner or is_blank(node) for node in inner.parent.children
    )
    if inner.find(BLOCKS) is not None or alone or inner.find("img") is not None:
        inner.unwrap()
    else:
        inner.name = "p"


def _paragraphs(soup: BeautifulSoup, run: list[PageElement]) -> list[PageElement]:
    """Return the paragraphs of a run of inline nodes; two <br> in a row end one."""
    found: list[PageElement] = []
    line: list[PageElement] = []
    breaks: list[PageElement] = []

    def end_paragraph() -> None:
        if any(not is_blank(node) for node in line):
            paragraph = soup.new_tag("p")
            paragraph.extend(line)
            found.append(paragraph)
        line.clear()

    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            breaks.append(node)
            continue
        if breaks and isinstance(node, NavigableString) and not node.strip(_INDENT):
            continue
        if len(breaks) > 1:
            end_paragraph()
        elif breaks and line:
            line.extend(breaks)
        breaks.clear()
        line.append(node)
    end_paragraph()
    return found


def _strip(paragraph: Tag) -> None:
    """Strip the spaces and breaks at a paragraph's ends: they only made an indent."""
    for end in (False, True):
        nodes = list(paragraph.children)
        for node in reversed(nodes) if end else nodes:
            if isinstance(node, Tag) and node.name != "br":
                break
            text = "" if isinstance(node, Tag) else str(node)
            stripped = text.rstrip(_INDENT) if end else text.lstrip(_INDENT)
            if not stripped:
                node.extract()
                continue
            if stripped != text:
                node.replace_with(NavigableString(stripped))
            break
