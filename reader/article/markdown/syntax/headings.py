"""Ids of headings: those written, `## Title {#id}`, and else those that sites make.

Jekyll (kramdown's GFM parser), GitHub and Hugo make the same id of a title, so links within
an article find their heading. Links to kramdown's own, older kind of id are led there, too.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# `{#id}`, `{#id .class key="value"}` or `{: #id}` at the end of a heading.
_WRITTEN = re.compile(
    r"[ \t]*\{:?[ \t]*#([A-Za-z0-9\u0080-\U0010ffff][^\s{}#]*)[^{}\n]{0,200}\}[ \t]*\Z"
)
_CLASSES = re.compile(r"[ \t]+\{:?[ \t]*(?:\.[\w-]+[ \t]*)+\}[ \t]*\Z")
_DROPPED = re.compile(r"[^\w\- ]+")
_TEXTS = ("text", "code_inline", "text_special")
_NOT_OLD = re.compile(r"[^a-zA-Z0-9 -]+")
_OLD_START = re.compile(r"\A[^a-zA-Z]+")


def heading_ids(parser: MarkdownIt) -> None:
    """Teach `parser` to give every heading an id."""
    parser.core.ruler.before("inline", "written_ids", _take_written)
    parser.core.ruler.after("inline", "heading_ids", _give_ids)


def _take_written(state: StateCore) -> None:
    for opening, inline in _headings(state.tokens):
        if not inline.content.endswith("}"):
            continue
        if found := _WRITTEN.search(inline.content):
            opening.attrSet("id", found[1])
        else:
            found = _CLASSES.search(inline.content)
        if found:
            inline.content = inline.content[: found.start()]


def _give_ids(state: StateCore) -> None:
    headings = list(_headings(state.tokens))
    if not headings:
        return
    taken = {str(opening.attrGet("id")) for opening, _ in headings if opening.attrGet("id")}
    counts: dict[str, int] = {}
    older: dict[str, str] = {}
    for opening, inline in headings:
        title = "".join(t.content for t in inline.children or () if t.type in _TEXTS)
        given = opening.attrGet("id")
        name = str(given) if given else _unused(id_of(title), taken, counts)
        if not given and name:
            opening.attrSet("id", name)
            taken.add(name)
        older.setdefault(_older_id_of(title), name)
    _lead_links(state.tokens, taken, older)


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield the opening token of each heading, and the one of its text."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[at + 1]


def id_of(title: str) -> str:
    """Return the id that GitHub and kramdown's GFM parser make of a title."""
    return _DROPPED.sub("", title.strip().lower()).replace(" ", "-")


def _older_id_of(title: str) -> str:
    """Return the id that kramdown without its GFM parser makes of a title."""
    name = _NOT_OLD.sub("", _OLD_START.sub("", title)).replace(" ", "-").lower()
    return name or "section"


def _unused(name: str, taken: set[str], counts: dict[str, int]) -> str:
    if name not in taken:
        return name
    while (numbered := f"{name}-{counts.get(name, 0) + 1}") in taken:
        counts[name] = counts.get(name, 0) + 1
    return numbered


def _lead_links(tokens: Sequence[Token], taken: set[str], older: dict[str, str]) -> None:
    """Lead links within the article to the heading they mean, however they spell its id."""
    for inline in tokens:
        if inline.type != "inline" or "#" not in inline.content:
            continue
        for token in inline.children or ():
            target = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
            name = unquote(target[1:])
            if target.startswith("#"):
                lower = name.lower()
                found = next((one for one in (name, lower) if one in taken), older.get(lower))
                token.attrSet("href", "#" + found if found else target)
