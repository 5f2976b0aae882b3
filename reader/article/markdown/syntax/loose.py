r"""What kramdown reads and CommonMark does not: addresses with spaces, headings without one, and
`\\` that breaks a line.

`![](/images/my cat.jpg)` is a picture on Jekyll's sites, and stars and brackets elsewhere.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

# A path with spaces in it, that starts or ends as paths do, so that it is no remark in brackets.
_SPACED = re.compile(
    r"\([ \t]*+(?P<address>[^()\n<>\"]{1,2000}+)(?:(?<=[ \t])\"(?P<title>[^\"\n]*+)\"[ \t]*+)?\)"
)
_BEGINS_AS_PATH = re.compile(r"https?://[^ ]|\.{0,2}/.")
_ENDS_AS_PATH = re.compile(r"\.[A-Za-z0-9]{2,5}\Z")
_BREAK = re.compile(r"\\\\\n[ \t]*(?=\S)")
# A single `#` before a word is a tag.
_HEADING = re.compile(r"(#{2,6})(?=[^\s#])")


def loose_marks(parser: MarkdownIt) -> None:
    """Teach `parser` addresses with spaces, and kramdown's line breaks."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.after("heading", "tight_heading", _tight_heading, ends)
    parser.inline.ruler.before("escape", "kramdown_break", _line_break)
    parser.inline.ruler.after("image", "spaced_address", _spaced)


def _tight_heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith("##", begin) or state.is_code_block(start):
        return False
    found = _HEADING.match(state.src, begin, stop)
    if found is None or silent:
        return found is not None
    tag = f"h{len(found[1])}"
    opening = state.push("heading_open", tag, 1)
    inline = state.push("inline", "", 0)
    closing = state.push("heading_close", tag, -1)
    opening.markup = closing.markup = found[1]
    opening.map = inline.map = [start, start + 1]
    inline.content, inline.children = state.src[found.end() : stop].rstrip(" \t#"), []
    state.line = start + 1
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    """Break a line after two backslashes, though not in LaTeX, where they are the text."""
    if state.src[state.pos] != "\\":
        return False
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if found is None or "\\begin{" in state.src:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _spaced(state: StateInline, silent: bool) -> bool:
    """Read a link or a picture whose address holds spaces."""
    picture = state.src.startswith("![", state.pos)
    start = state.pos + picture
    if state.src[start : start + 1] != "[" or "](" not in state.src:
        return False
    end = parseLinkLabel(state, start, not picture)
    found = _SPACED.match(state.src, end + 1, state.posMax) if end >= 0 else None
    address = _spaced_path(found["address"]) if found is not None else None
    if found is None or address is None:
        return False
    target = state.md.normalizeLink(address)
    if not state.md.validateLink(target):
        return False
    if not silent:
        title = {"title": found["title"]} if found["title"] else {}
        _push(state, picture, (start + 1, end), {"src" if picture else "href": target} | title)
    state.pos = found.end()
    return True


def _spaced_path(written: str) -> str | None:
    """Return what stands in the brackets as an address, if it is a path with spaces in it."""
    address = written.rstrip(" \t")
    is_path = _BEGINS_AS_PATH.match(address) or _ENDS_AS_PATH.search(address[-6:])
    return address if is_path and (" " in written or "\t" in written) else None


def _push(
    state: StateInline, picture: bool, label: tuple[int, int], attributes: dict[str, str]
) -> None:
    if picture:
        children: list[Token] = []
        state.md.inline.parse(state.src[slice(*label)], state.md, state.env, children)
        token = state.push("image", "img", 0)
        token.attrs, token.children = {**attributes, "alt": ""}, children
        token.content = state.src[slice(*label)]
        return
    most = state.posMax
    state.pos, state.posMax = label
    state.push("link_open", "a", 1).attrs = {**attributes}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = most
