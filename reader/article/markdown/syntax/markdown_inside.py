"""Markdown within HTML where it is asked for: `markdown="1"`, "block", "span", or not, "0".

https://kramdown.gettalong.org/syntax.html#html-blocks. The attribute is never shown, and what
it asks for holds for its own element: one inside, without it, is HTML again.
"""

import re
from textwrap import dedent
from typing import NamedTuple, cast

from markdown_it.rules_block import StateBlock

_ASKED = re.compile(
    r"\s+markdown\s*=\s*(?P<quote>[\"']?)(?P<how>1|0|block|span|true|false)(?P=quote)(?=[\s/>])",
    re.IGNORECASE,
)
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=\s)")
# kramdown's content models (parser/html.rb): what "1" means for them.
_SPANS = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label "
        "legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt",
    )
)
_RAW = frozenset(re.findall(r"\w+", "code kbd math option pre samp script style svg textarea var"))
_SUMMARY = re.compile(r"\A(\s*<summary\b[^\n]*</summary>)[ \t]*\n(?=[ \t]*\S)", re.IGNORECASE)
_DEEPEST = 8  # Markdown within HTML within Markdown
_DEPTH = "markdown_inside"  # in a parse's environment
_MOST = 3_000  # elements that ask, in one post
_MOST_READ = 5_000_000  # characters read to find where they end
_COUNT, _READ = "markdown_asked", "markdown_read"  # in a parse's environment


class _Element(NamedTuple):
    """An element that asks for Markdown; places in the text."""

    name: str
    how: str
    start: int
    attribute: tuple[int, int]
    inner: int
    end: int  # of what it holds; where its closing tag begins


def asks_for_markdown(content: str) -> bool:
    """Return whether a tag in the HTML says what of it is Markdown."""
    return "markdown" in content and _ASKED.search(content) is not None


def push_mixed(state: StateBlock, content: str) -> None:
    """Push the tokens of an HTML block, with Markdown where its tags ask for it."""
    notes = cast("dict[str, int]", state.env)
    notes[_DEPTH] = notes.get(_DEPTH, 0) + 1
    first_token = len(state.tokens)
    done = at = 0
    html: list[str] = []
    while (asked := _ASKED.search(content, at)) and notes.get(_READ, 0) < _MOST_READ:
        at = asked.end()
        element = _element(content, asked, done)
        notes[_READ] = notes.get(_READ, 0) + (element.end if element else len(content)) - at
        notes[_COUNT] = notes.get(_COUNT, 0) + 1
        if element is None:
            continue
        first, last = element.attribute
        html += content[done:first], content[last : element.inner]
        done = at = element.inner
        how = _how(element)
        if how and notes[_DEPTH] <= _DEEPEST and notes[_COUNT] <= _MOST:
            _push_html(state, html)
            _push_markdown(state, content[element.inner : element.end], how == "span")
            done = at = element.end
    html.append(_ASKED.sub("", content[done:]))
    _push_html(state, html)
    if len(state.tokens) - first_token > 1:  # as one block, for what is said of it below
        state.tokens[first_token].nesting, state.tokens[-1].nesting = 1, -1
    notes[_DEPTH] -= 1


def _element(content: str, asked: re.Match[str], done: int) -> _Element | None:
    start = content.rfind("<", done, asked.start())
    opening = _NAME.match(content, start) if start >= 0 else None
    inner = content.find(">", asked.end()) + 1
    if opening is None or ">" in content[start : asked.start()] or not inner:
        return None
    name = opening[1].lower()
    depth = 1
    tags = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])", re.IGNORECASE)
    for tag in tags.finditer(content, inner):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return _Element(name, asked["how"].lower(), start, asked.span(), inner, tag.start())
    return None


def _how(element: _Element) -> str:
    """Return "block" or "span", or "" where the element's content stays HTML."""
    if element.how in ("0", "false") or element.name in _RAW:
        return ""
    if element.how in ("1", "true"):
        return "span" if element.name in _SPANS else "block"
    return element.how


def _push_markdown(state: StateBlock, inner: str, span: bool) -> None:
    if span:
        token = state.push("inline", "", 0)
        token.content, token.children = inner, []
        return
    inner = _SUMMARY.sub(r"\1\n\n", inner, count=1)
    first, newline, rest = inner.partition("\n")
    inner = first.lstrip() + newline + dedent(rest.replace("\t", "    "))
    state.md.block.parse(inner, state.md, state.env, state.tokens)


def _push_html(state: StateBlock, html: list[str]) -> None:
    if any(html):
        token = state.push("html_block", "", 0)
        token.content = "".join(html)
    html.clear()
