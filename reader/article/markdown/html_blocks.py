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

from reader.article.markdown.syntax.markdown_inside import asks_for_markdown, push_mixed

_BLOCK_NAMES = (
    "address|article|aside|blockquote|body|center|details|dialog|div|dl|fieldset|figcaption|"
    "figure|footer|form|h[1-6]|header|hgroup|html|iframe|main|math|menu|nav|noscript|object|ol|p|"
    "picture|section|svg|table|tbody|td|tfoot|th|thead|tr|ul|video|audio"
)
_TAG = re.compile(rf"<(/?)({_BLOCK_NAMES})(?=[\s/>])|(<!--)", re.IGNORECASE)
_OPENING = re.compile(rf"<(?:{_BLOCK_NAMES})(?=[\s>])", re.IGNORECASE)
_CONTAINERS = " \t>-*+0123456789.)"  # what may stand before a block: quotations and lists
_DEEPEST = 200  # characters
_MARKDOWN_ASKED = "markdown="
_OUTDENTS = "outdents"  # in a parse's environment: lines between which nothing is outdented
_CLOSED = "closing_lines"  # in a parse's environment: source -> what `closing_lines` returns
_INDENTED_TAG = re.compile(rf"</?(?:{_BLOCK_NAMES}|a|br|hr|img|li|span|source)(?=[\s/>])", re.I)


def html_blocks(parser: MarkdownIt) -> None:
    """Teach `parser` that HTML blocks run to their closing tag (a markdown-it plugin)."""
    parser.block.ruler.before(
        "html_block",
        "closed_html_block",
        _closed_html_block,
        {"alt": ["paragraph", "reference", "blockquote"]},
    )
    parser.block.ruler.before("code", "indented_html", _indented_html)


def closing_lines(text: str) -> Mapping[int, int]:
    """Return, for each line that starts with a block's opening tag, the line that closes it."""
    closed: dict[int, int] = {}
    waiting: dict[str, list[tuple[int, bool]]] = {}
    line = line_start = counted = comment_end = 0
    begun = -1  # the last line that starts with an opening tag
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
            if start - line_start < _DEEPEST and not text[line_start:start].strip(_CONTAINERS):
                begun = line
            waiting.setdefault(name, []).append((line, begun == line))
        elif stack := waiting.get(name):
            opened, first = stack.pop()
            if first:
                closed[opened] = max(line, closed.get(opened, 0))
    return closed


def _closed_html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.is_code_block(start) or not _OPENING.match(state.src, begin, stop):
        return False
    last = _closing_line(state, start)
    if last is None or last >= end or _ends_before(state, start, last):
        return False
    opens_markdown = _opens_markdown(state, start, last)
    if opens_markdown and _MARKDOWN_ASKED not in state.src:
        return False
    content = state.getLines(start, last + 1, state.blkIndent, True)
    asked = asks_for_markdown(content)
    if silent or (opens_markdown and not asked):
        return silent and (asked or not opens_markdown)
    state.line = last + 1
    if asked:
        push_mixed(state, content)
    else:
        token = state.push("html_block", "", 0)
        token.map = [start, state.line]
        token.content = content
    return True


def _ends_before(state: StateBlock, start: int, last: int) -> bool:
    """Return whether the list item or quotation that the tag is in ends before the tag does."""
    notes = cast("dict[str, dict[tuple[str, int], tuple[int, int]]]", state.env)
    known = notes.setdefault(_OUTDENTS, {})
    begin, outdent = known.get((state.src, state.blkIndent), (0, 0))
    if not begin <= start < outdent:
        outdent = start + 1
        while outdent < state.lineMax and (
            state.sCount[outdent] >= state.blkIndent or state.isEmpty(outdent)
        ):
            outdent += 1
        known[(state.src, state.blkIndent)] = (start, outdent)
    return outdent <= last


def _closing_line(state: StateBlock, start: int) -> int | None:
    notes = cast("dict[str, dict[str, Mapping[int, int]]]", state.env)
    known = notes.setdefault(_CLOSED, {})
    if state.src not in known:
        known[state.src] = closing_lines(state.src)
    return known[state.src].get(start)


def _opens_markdown(state: StateBlock, start: int, last: int) -> bool:
    """Return whether the opening tag stands alone before a blank line and Markdown."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    if line[:8].lower() == "<details":
        while start < last and not state.isEmpty(start + 1):
            start += 1  # the summary stands before the blank line
        line = state.src[state.bMarks[start] : state.eMarks[start]].rstrip()
    elif line.count("<") > 1:
        return False
    if not line.endswith(">") or start + 2 > last or not state.isEmpty(start + 1):
        return False
    following = start + 2
    while following < last and state.isEmpty(following):
        following += 1
    first = state.src[state.bMarks[following] : state.eMarks[following]]
    return not first.startswith((" ", "\t")) and not first.startswith("<")


def _indented_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take tags indented like code, right after an HTML block, for more of it."""
    if silent or not state.is_code_block(start) or not state.tokens:
        return False
    if state.tokens[-1].type != "html_block":
        return False
    begin = state.bMarks[start] + state.tShift[start]
    if not _INDENTED_TAG.match(state.src, begin, state.eMarks[start]):
        return False
    last = start
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        last += 1
    state.line = last
    token = state.push("html_block", "", 0)
    token.map = [start, last]
    token.content = state.getLines(start, last, state.blkIndent, True)
    return True
