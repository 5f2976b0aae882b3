"""HTML blocks in Markdown as kramdown reads them.

CommonMark ends an HTML block at the first blank line, and takes indented HTML after it for
code. kramdown, for which scraped posts were written, runs a block to its closing tag. So do
we, except where the opening tag stands alone before a blank line and text: so writers for
CommonMark open Markdown inside HTML.
"""

import re
from collections.abc import Mapping
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_BLOCK_NAMES = (
    "address|article|aside|blockquote|body|center|details|dialog|div|dl|fieldset|figcaption|"
    "figure|footer|form|h[1-6]|header|html|iframe|main|menu|nav|noscript|ol|p|section|table|"
    "tbody|td|tfoot|th|thead|tr|ul|video|audio"
)
_TAG = re.compile(rf"<(/?)({_BLOCK_NAMES})(?=[\s/>])|(<!--)", re.IGNORECASE)
_OPENING = re.compile(rf"<(?:{_BLOCK_NAMES})(?=[\s>])", re.IGNORECASE)
_CONTAINERS = " \t>-*+0123456789.)"  # what may stand before a block: quotations and lists
_DEEPEST = 200  # characters
_MARKDOWN_INSIDE = re.compile(r"\bmarkdown\s*=\s*[\"']?(?:1|block|span)\b", re.IGNORECASE)


def html_blocks(parser: MarkdownIt) -> None:
    """Teach `parser` that HTML blocks run to their closing tag (a markdown-it plugin)."""
    parser.block.ruler.before(
        "html_block",
        "closed_html_block",
        _closed_html_block,
        {"alt": ["paragraph", "reference", "blockquote"]},
    )


def closing_lines(text: str) -> Mapping[int, int]:
    """Return, for each line that starts with a block's opening tag, the line that closes it."""
    closed: dict[int, int] = {}
    waiting: dict[str, list[tuple[int, bool]]] = {}
    line = line_start = counted = comment_end = 0
    for match in _TAG.finditer(text):
        start = match.start()
        if start < comment_end:
            continue
        if breaks := text.count("\n", counted, start):
            line += breaks
            line_start = text.rfind("\n", counted, start) + 1
        counted = start
        if match[3]:
            comment_end = text.find("-->", start)
            if comment_end < 0:
                break
            continue
        name = match[2].lower()
        if not match[1]:
            first = start - line_start < _DEEPEST and not text[line_start:start].strip(_CONTAINERS)
            waiting.setdefault(name, []).append((line, first))
        elif stack := waiting.get(name):
            opened, first = stack.pop()
            if first:
                closed[opened] = max(line, closed.get(opened, 0))
    return closed


def _closed_html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    opening = _OPENING.match(state.src, begin, stop)
    if opening is None or not state.md.options.html:
        return False
    environment = cast("dict[str, Mapping[int, int]]", state.env)  # the parse's own notes
    if "closing_lines" not in environment:
        environment["closing_lines"] = closing_lines(state.src)
    last = environment["closing_lines"].get(start)
    if last is None or last >= end or _opens_markdown(state, start, last):
        return False
    if any(
        state.sCount[line] < state.blkIndent and not state.isEmpty(line)
        for line in range(start + 1, last + 1)
    ):
        return False  # the list item or quotation ends before the tag does
    if silent:
        return True
    state.line = last + 1
    token = state.push("html_block", "", 0)
    token.map = [start, state.line]
    token.content = state.getLines(start, state.line, state.blkIndent, True)
    return True


def _opens_markdown(state: StateBlock, start: int, last: int) -> bool:
    """Return whether the opening tag stands alone before a blank line and Markdown."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    if _MARKDOWN_INSIDE.search(line):
        return True
    if not line.endswith(">") or line.count("<") > 1 or start + 2 > last:
        return False
    if not state.isEmpty(start + 1):
        return False
    following = start + 2
    while following < last and state.isEmpty(following):
        following += 1
    first = state.src[state.bMarks[following] : state.eMarks[following]]
    return not first.startswith((" ", "\t")) and not first.startswith("<")
