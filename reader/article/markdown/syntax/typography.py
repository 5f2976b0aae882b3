"""Curly quotes, dashes and dots, as the sites show them that such posts are written for.

kramdown (Jekyll), goldmark (Hugo) and Hexo's renderer all write "..." and -- and straight
quotes so. Dashes are read more carefully than kramdown does: ` --option` stays. Text with
Chinese or Japanese characters stays as it is: kramdown turns quotes without spaces round
them the wrong way, and a curly quote takes a whole character's width there.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.token import Token

_TAG = re.compile(r"<(/?)([a-zA-Z]+)")
_CODE_TAGS = frozenset(("code", "kbd", "math", "pre", "samp", "tt", "var"))
_CODE = "code_text"  # a text's type while quotes are changed
_STRAIGHT = re.compile(r"[\"']|--|\.\.\.")
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_DOTS = re.compile(r"(?<![./])\.{3}(?![./])")
_EM_DASH = re.compile(r"(?<!-)---(?!-)")
_EN_DASH = re.compile(r"(?<![-\s])--(?![-\s])|(?<=\s)--(?=\s)")
_DECADE = re.compile(r"(?<![\w'\"])'(?=\d\ds?\b(?!'))")
_MOST_QUOTES = 1_000  # a paragraph; each takes as long as its text


def typography(parser: MarkdownIt) -> None:
    """Teach `parser` to write quotes, dashes and dots as printers do."""
    parser.core.ruler.before("text_join", "typography", _improve)  # escaped marks stand alone


def _improve(state: StateCore) -> None:
    for inline in state.tokens:
        if inline.type != "inline" or not inline.children:
            continue
        text = inline.content
        if not _STRAIGHT.search(text) or _CJK.search(text):
            continue
        _dash(inline.children)
        if text.count('"') + text.count("'") <= _MOST_QUOTES:
            process_inlines(inline.children, state)
        for token in inline.children:
            if token.type == _CODE:
                token.type = "text"


def _dash(tokens: Sequence[Token]) -> None:
    """Improve dashes, dots and apostrophes; set aside the texts that are code or addresses."""
    inside = ""  # the tag that holds code
    linked = closed = False
    for token in tokens:
        if token.type == "html_inline":
            tag = _TAG.match(token.content)
            name = tag[2].lower() if tag else ""
            if name in _CODE_TAGS and inside in ("", name):
                inside = "" if tag and tag[1] else name
        elif token.info == "auto":
            linked = token.nesting == 1
        elif token.type == "text" and (inside or linked):
            token.type = _CODE
        elif token.type == "text":
            if closed and token.content[:1] == "'":
                token.content = "’" + token.content[1:]
            token.content = _dashed(token.content)
        closed = token.type == "html_inline" and token.content[:2] == "</"


def _dashed(text: str) -> str:
    if "'" in text:
        text = _DECADE.sub("’", text)
    if "..." in text:
        text = _DOTS.sub("…", text)
    if "--" in text:
        text = _EN_DASH.sub("–", _EM_DASH.sub("—", text))
    return text
