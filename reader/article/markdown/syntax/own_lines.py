"""What stands on a line of its own in the source stays on one: pictures, marks of lists.

Writers put a picture on its own line without an empty one around it, set up lists with marks
that Markdown does not know (`•`, `1、`, `（一）`), and leave empty items in their outlines, which
CommonMark reads as text, or as a line under a heading.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.lheading import lheading
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_MARK: Final = re.compile(
    r"[•●○◦▪■◆◇‣▶►➤✔✓✗✘☑☐→★☆·][ \t\u3000]*\S|[①-⑳⓪]"
    r"|(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、)"
)
_COMMENT: Final = re.compile(r"(?:<!--(?:[^-]|-(?!->)){0,300}+-->[ \t]*)+(?=[^\s<])")
_BREAKS: Final = ("softbreak", "hardbreak")
_PICTURE: Final = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_EMPTY_ITEM: Final = re.compile(r"\n[ \t]*[-*+][ \t]*(?=\n|\Z)")


def own_lines(parser: MarkdownIt) -> None:
    """Teach `parser` to keep such lines apart."""
    parser.block.ruler.before("html_block", "comment_before", _pass_comment)
    parser.block.ruler.at("lheading", _underlined, {"alt": []})
    parser.core.ruler.before("inline", "empty_items", _drop_empty_items)
    parser.core.ruler.after("inline", "own_lines", _keep_lines)


def _pass_comment(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Pass over a comment that text follows on its line: CommonMark would take all for HTML."""
    begin = state.bMarks[start] + state.tShift[start]
    found = _COMMENT.match(state.src, begin, state.eMarks[start]) if not silent else None
    if found is not None and not state.is_code_block(start):
        state.bMarks[start], state.tShift[start] = found.end(), 0
        state.sCount[start] = state.blkIndent
    return False


def _underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a heading with a line under it; one dash within a list is an empty item."""
    count, line = len(state.tokens), state.line
    if not lheading(state, start, end, silent):
        return False
    if state.blkIndent == 0 or state.level == 0 or silent:
        return True
    under = state.line - 1
    if state.src[state.bMarks[under] + state.tShift[under] : state.eMarks[under]].strip() != "-":
        return True
    del state.tokens[count:]
    state.line = line
    return False


def _drop_empty_items(state: StateCore) -> None:
    """Drop the marks of empty items, which are no text of the item around them."""
    lists = 0
    for token in state.tokens:
        if token.type in ("list_item_open", "list_item_close"):
            lists += token.nesting
        elif lists and token.type == "inline" and "\n" in token.content:
            token.content = _EMPTY_ITEM.sub("", token.content)


def _keep_lines(state: StateCore) -> None:
    tokens: list[Token] = []
    changed = False
    at = 0
    while at < len(state.tokens):
        token = state.tokens[at]
        paragraph = state.tokens[at : at + 3]
        if token.type == "paragraph_open" and _has_lines(paragraph):
            _break_before_marks(paragraph[1])
            parts = [] if token.attrs else list(_parted(paragraph[1].children or []))
            if len(parts) > 1:
                for part in parts:
                    tokens += _paragraph(paragraph, part)
                changed = True
                at += 3
                continue
        tokens.append(token)
        at += 1
    if changed:
        state.tokens = tokens


def _has_lines(paragraph: Sequence[Token]) -> bool:
    children = paragraph[1].children if len(paragraph) > 1 else None
    return any(child.type in _BREAKS for child in children or ())


def _lines(children: Sequence[Token]) -> list[list[Token]]:
    """Return the lines of a paragraph, each with the break that ends it."""
    lines: list[list[Token]] = [[]]
    for child in children:
        lines[-1].append(child)
        if child.type in _BREAKS:
            lines.append([])
    return lines


def _break_before_marks(inline: Token) -> None:
    """End a line where the next begins with a mark of a list, if two lines do."""
    children = inline.children or []
    starts = [
        child
        for child, following in pairwise(children)
        if child.type == "softbreak"
        and following.type == "text"
        and _MARK.match(following.content.lstrip())
    ]
    first = children[0].content if children and children[0].type == "text" else ""
    if len(starts) + bool(_MARK.match(first)) > 1:
        for child in starts:
            child.type, child.tag = "hardbreak", "br"


def _parted(children: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the parts of a paragraph: rows of pictures with what they are called, and text.

    What marks open, a link or stress, must close in the same part.
    """
    lines = _lines(children)
    shown = [_is_picture(line) for line in lines]
    if all(shown) or not any(shown):
        return
    part: list[Token] = []
    for at, line in enumerate(lines):
        begins = at > 0 and shown[at] and not shown[at - 1]
        ends = at > 0 and not shown[at] and _is_over(lines, shown, at)
        if part and (begins or ends) and sum(token.nesting for token in part) == 0:
            yield part
            part = []
        part += line
    if part:
        yield part


def _is_over(lines: Sequence[Sequence[Token]], shown: Sequence[bool], at: int) -> bool:
    """Return whether a picture's part ends before the line `at`: it is not what it is called."""
    if shown[at - 1]:
        return not _is_stressed(lines[at])
    return at > 1 and shown[at - 2] and _is_stressed(lines[at - 1])


def _is_picture(line: Sequence[Token]) -> bool:
    """Return whether a line holds pictures and nothing else; a link may be around one."""
    pictures = 0
    for token in line:
        if token.type == "image" or (token.type == "html_inline" and _is_tag(token.content)):
            pictures += 1
        elif token.type not in ("link_open", "link_close", *_BREAKS) and token.content.strip():
            return False
    return pictures > 0


def _is_tag(markup: str) -> bool:
    return _PICTURE.fullmatch(markup) is not None


def _is_stressed(line: Sequence[Token]) -> bool:
    """Return whether a whole line is stressed, as a caption under its picture is."""
    marks = [token for token in line if token.content.strip() or token.nesting]
    return bool(marks) and marks[0].type == "em_open" and marks[-1].type == "em_close"


def _paragraph(old: Sequence[Token], children: list[Token]) -> list[Token]:
    """Return the tokens of a paragraph of its own, with these children."""
    while children and children[-1].type in _BREAKS:
        children.pop()
    opening = old[0].copy(hidden=False)
    inline = old[1].copy(children=children, content="".join(child.content for child in children))
    return [opening, inline, old[2].copy(hidden=False)]
