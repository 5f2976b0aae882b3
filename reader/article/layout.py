"""The shaped tree -> markup of plain blocks.

Wrappers dissolve; text that stands in none becomes a paragraph; runs of <br> end one; empty
elements, indents made of spaces, and what only dresses text go. The tree is written out in
one walk and not changed: moving thousands of nodes about would take longer than all else.
"""

import re
from html import escape
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString, PageElement, RubyParenthesisString, RubyTextString

from reader.article.styles import meaning_of
from reader.article.trees import BLOCKS, MEDIA, ancestor, attribute, names, tags_in, text_of

_WRAPPERS = names(
    "div section article main header footer aside center form fieldset address hgroup dialog "
    "body legend menu dir nav"
)
_INNER_BLOCKS = names("blockquote details dd td th li figcaption")
_HOLDING_BLOCKS = names("ul ol dl table tbody thead tfoot tr figure colgroup")
_FRAMED = MEDIA | {"pre", "table", "blockquote"}
_KEPT_EMPTY = names("td th hr col wbr rp rt")
_VOID = names("img hr col wbr br")
_INDENT = " \t\r\n\f\xa0\u3000\u200b\ufeff"
_VISIBLE = (NavigableString, RubyTextString, RubyParenthesisString)  # not comments, not scripts
_BREAK = "<br>"
_LINE_END = re.compile(r"\n\s*")
_LINE = re.compile(r"<(p|h[2-6])((?: id=\"[^\"]*\")?)>(.*)</\1>", re.DOTALL)
_PICTURES = re.compile(r"(?:(?:<a [^<>]*>)?<img [^<>]*>(?:</a>)?(?:\s|<br>)*)+")


def written(body: Tag) -> str:
    """Return the markup of `body` as blocks, each of which shows something."""
    return "".join(_blocks(body, _around(body)))


def _around(body: Tag) -> frozenset[int]:
    """Return, by their ids, inline elements that hold blocks, and so are only wrappers.

    And figures that hold what a figure is for.
    """
    found: set[int] = set()
    framing: set[int] = set()
    for tag in tags_in(body):
        outer = tag.parent
        if tag.name in BLOCKS:
            while outer is not None and outer.name not in BLOCKS and id(outer) not in found:
                found.add(id(outer))
                outer = outer.parent
        if _is_framed(tag):
            outer = tag.parent
            while outer is not None and id(outer) not in framing:
                framing.add(id(outer))
                if outer.name == "figure":
                    found.add(id(outer))
                outer = outer.parent
    return frozenset(found)


def _blocks(wrapper: Tag, around: frozenset[int]) -> list[str]:
    """Return the blocks of a wrapper, its inner wrappers dissolved."""
    blocks: list[str] = []
    run: list[str] = []
    for child in wrapper.children:
        if not isinstance(child, Tag):
            run.append(_text(child))
        elif child.name in BLOCKS or id(child) in around:
            blocks += _paragraphs(run)
            run.clear()
            blocks += _block(child, around)
        else:
            run.append(_inline(child))
    return blocks + _paragraphs(run)


def _block(block: Tag, around: frozenset[int]) -> list[str]:
    """Return a block as it is written: none, one, or several."""
    name = block.name
    if name == "a":
        return _linked(block, _blocks(block, around))
    if name == "table" and (cell := _frame(block)) is not None:
        return _blocks(cell, around)
    if name in _WRAPPERS or name not in BLOCKS or _is_stray(block, around):
        return _blocks(block, around)
    if name == "p" and not attribute(block, "class").startswith("embed"):
        return _blocks(block, around)
    content = _inside(block, around)
    return [_element(block, content)] if content or name in _KEPT_EMPTY else []


def _inside(block: Tag, around: frozenset[int]) -> str:
    """Return the markup that stands in a block which is kept."""
    if block.name == "pre":
        return _verbatim(block) if text_of(block) else ""
    if block.name in _INNER_BLOCKS:
        return _content(block, around)
    if block.name in _HOLDING_BLOCKS:
        return "".join(_blocks_only(block, around))
    return _trimmed("".join(map(_written_inside, block.children)))


def _content(block: Tag, around: frozenset[int]) -> str:
    """Return what a block that may hold text or blocks holds; one lone paragraph as text."""
    if not any(isinstance(child, Tag) and _is_block(child, around) for child in block.children):
        return _trimmed("".join(map(_written_inside, block.children)))
    blocks = _blocks(block, around)
    if len(blocks) == 1 and block.name != "blockquote":
        lone = _LINE.fullmatch(blocks[0])
        return lone[3] if lone is not None and lone[1] == "p" else blocks[0]
    return "".join(blocks)


def _blocks_only(block: Tag, around: frozenset[int]) -> list[str]:
    """Return the blocks and pictures of an element that holds no text of its own."""
    blocks: list[str] = []
    is_one_figure = block.name == "figure" and attribute(block, "class") != "gallery"
    for child in block.children:
        if not isinstance(child, Tag):
            if stray := _text(child).strip(_INDENT):
                blocks.append(stray)
        elif _is_block(child, around):
            inner = _block(child, around)
            if is_one_figure:  # a picture stands in it, in no figure of its own
                inner = [one.removeprefix("<figure>").removesuffix("</figure>") for one in inner]
            blocks += inner
        else:
            blocks.append(_inline(child).strip(_INDENT).replace(_BREAK, ""))
    return blocks


def _is_block(tag: Tag, around: frozenset[int]) -> bool:
    return tag.name in BLOCKS or id(tag) in around


def _frame(table: Tag) -> Tag | None:
    """Return the one cell of a table that only laid the page out; None of a real table."""
    cells = list(islice((tag for tag in tags_in(table) if tag.name in ("td", "th")), 2))
    return cells[0] if len(cells) == 1 else None


def _is_stray(block: Tag, around: frozenset[int]) -> bool:
    """Return whether it is a figure of nothing that a figure is for, or the caption of none."""
    if block.name not in ("figure", "figcaption"):
        return False
    figure = block if block.name == "figure" else ancestor(block, "figure")
    return figure is None or id(figure) not in around


def _is_framed(tag: Tag) -> bool:
    return tag.name in _FRAMED or attribute(tag, "class").startswith("embed")


def _linked(link: Tag, blocks: list[str]) -> list[str]:
    """Return the blocks that a link was put around, with the link inside each."""
    lines = map(_LINE.fullmatch, blocks)
    return [
        f"<{line[1]}{line[2]}>{_element(link, line[3])}</{line[1]}>"
        if line is not None and "<a " not in block
        else block
        for line, block in zip(lines, blocks, strict=True)
    ]


def _paragraphs(run: list[str]) -> list[str]:
    """Return the paragraphs of a run of inline markup; two <br> in a row end one."""
    paragraphs: list[list[str]] = [[]]
    for line in "".join(run).split(_BREAK):
        if stripped := line.strip(_INDENT):
            paragraphs[-1].append(stripped)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [_paragraph(_BREAK.join(lines)) for lines in paragraphs if lines]


def _paragraph(markup: str) -> str:
    name = "figure" if _PICTURES.fullmatch(markup) else "p"
    return f"<{name}>{markup}</{name}>"


def _trimmed(markup: str) -> str:
    """Return inline markup without the spaces and breaks at its ends."""
    if _BREAK not in markup:
        return markup.strip(_INDENT)
    lines = [line.strip(_INDENT) for line in markup.strip(_INDENT).split(_BREAK)]
    shown = [at for at, line in enumerate(lines) if line]
    return _BREAK.join(lines[shown[0] : shown[-1] + 1]) if shown else ""


def _written_inside(node: PageElement) -> str:
    return _inline(node) if isinstance(node, Tag) else _text(node)


def _text(node: PageElement) -> str:
    """Return a text's markup, its line ends as spaces."""
    text = _exact(node)
    return _LINE_END.sub(" ", text) if "\n" in text else text


def _exact(node: PageElement) -> str:
    return escape(str(node), quote=False) if type(node) is NavigableString else ""


def _inline(tag: Tag) -> str:
    """Return inline markup; a space where the element shows nothing else."""
    if tag.name == "br":
        return _BREAK
    if tag.name in _VOID or tag.name in MEDIA:
        return _element(tag, "")
    content = "".join(map(_written_inside, tag.children))
    if tag.name in BLOCKS:  # within a heading or a term
        return f" {content.strip(_INDENT)} "
    name = _meaning(tag)
    if name is None:
        return content
    if attribute(tag, "class") == "credit":
        content = content.strip(_INDENT)
    bare = content.replace(_BREAK, "").strip(_INDENT)
    if not bare and not tag.has_attr("id"):
        return content
    return _element(tag, content, name)


def _meaning(tag: Tag) -> str | None:
    """Return the name an inline element keeps; None where it only dresses its text."""
    if tag.name not in ("span", "font"):
        return tag.name
    style = attribute(tag, "style")
    if style and (name := meaning_of(style)):
        return name
    meant = tag.has_attr("lang") or attribute(tag, "class") in ("bracket", "math")
    return "span" if meant else None


def _verbatim(block: Tag) -> str:
    """Return the markup of preformatted text: its spaces are its own."""
    return "".join(
        _element(child, _verbatim(child), child.name) if isinstance(child, Tag) else _exact(child)
        for child in block.children
    )


def _element(tag: Tag, content: str, name: str = "") -> str:
    name = name or tag.name
    if name == "h1":
        name = "h2"  # the article's only h1 is its title
    opening = f"<{name}{_attributes(tag)}>" if tag.attrs else f"<{name}>"
    return opening if name in _VOID else f"{opening}{content}</{name}>"


def _attributes(tag: Tag) -> str:
    return "".join(
        f' {key}="{escape(value)}"'
        for key, value in tag.attrs.items()
        if isinstance(value, str) and key not in ("style", "data-offset-key")
    )
