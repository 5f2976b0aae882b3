"""kramdown's extensions: `{::comment}`, `{::nomarkdown}`, `{::options /}`, the `^` that ends a
block, and the marks that stand for a table of contents: none is text of the article's.

https://kramdown.gettalong.org/syntax.html#extensions
"""

import re
from bisect import bisect_right
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline

_NAMES = "comment|nomarkdown|options"
_OPENING = re.compile(rf"\{{::(?P<name>{_NAMES})(?=[\s/}}])(?P<options>(?:\\\}}|[^}}\n])*+)\}}")
_CLOSING = re.compile(r"[ ]{0,3}\{:/(?P<name>\w*)\}[ \t]*\Z")
_INLINE_END = re.compile(rf"\{{:/(?:{_NAMES})?\}}")
_OTHER_FORMAT = re.compile(r"type=[\"']?(?!html)\w")
# Jekyll and kramdown, Python-Markdown, Typora, GitLab, CSDN.
_CONTENTS = re.compile(r"(?:@?\[\[?(?:_?toc_?|目录)\]\]?|\$\{toc\})[ \t]*\Z", re.IGNORECASE)
_FIRST = frozenset("{^[@$")
_IS_LINK = "toc_is_link"  # in a parse's environment
_LONGEST = 20_000  # characters within a paragraph
_ENDS = "extension_ends"  # in a parse's environment: source -> its lines that close


def extensions(parser: MarkdownIt) -> None:
    """Teach `parser` kramdown's extensions, and to leave out marks for a table of contents."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("table", "extension", _block, ends)
    parser.block.ruler.before("paragraph", "contents", _contents)
    parser.inline.ruler.before("link", "extension", _span)


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if begin >= stop or state.src[begin] not in "{^" or state.is_code_block(start):
        return False
    line = state.src[begin:stop].rstrip()
    if line == "^":
        state.line = start if silent else start + 1
        return True
    opening = _OPENING.match(line)
    if opening is None or opening.end() != len(line):
        return False
    options = opening["options"]
    last = start if options.endswith("/") else _last_line(state, start, end, opening["name"])
    if last is None or silent:
        return last is not None
    state.line = last + 1
    if opening["name"] == "nomarkdown" and last > start and not _OTHER_FORMAT.search(options):
        token = state.push("html_block", "", 0)
        token.map = [start, state.line]
        token.content = state.getLines(start + 1, last, state.blkIndent, True)
    return True


def _last_line(state: StateBlock, start: int, end: int, name: str) -> int | None:
    """Return the line that closes the extension, or None where none does."""
    notes = cast("dict[str, dict[str, dict[str, list[int]]]]", state.env)
    known = notes.setdefault(_ENDS, {})
    if state.src not in known:
        closing = known.setdefault(state.src, {})
        for at, line in enumerate(state.src.split("\n")):
            if found := _CLOSING.match(line):
                closing.setdefault(found["name"], []).append(at)
    lines = [known[state.src].get(one, []) for one in ("", name)]
    following = [one[at] for one in lines if (at := bisect_right(one, start)) < len(one)]
    return min(following, default=end) if min(following, default=end) < end else None


def _contents(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out a line that says where a table of contents would stand."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if silent or state.src[begin] not in _FIRST or not _CONTENTS.match(state.src[begin:stop]):
        return False
    if start + 1 < end and not state.isEmpty(start + 1):
        return False
    notes = cast("dict[str, bool]", state.env)
    if _IS_LINK not in notes:
        notes[_IS_LINK] = "[toc]:" in state.src.lower()
    if notes[_IS_LINK]:
        return False
    state.line = start + 1
    return True


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{" or not state.src.startswith("{::", state.pos):
        return False
    opening = _OPENING.match(state.src, state.pos, state.posMax)
    if opening is None:
        return False
    end = opening.end()
    if not opening["options"].endswith("/"):
        closing = _INLINE_END.search(state.src, end, min(end + _LONGEST, state.posMax))
        if closing is None:
            return False
        if opening["name"] == "nomarkdown" and not silent:
            token = state.push("html_inline", "", 0)
            token.content = state.src[end : closing.start()]
        end = closing.end()
    state.pos = end
    return True
