"""Markdown -> HTML, as the writers of posts mean it.

CommonMark with what real sites add: tables, strikethrough, footnotes, definition lists, task
lists, attribute lists, and mathematics left as it is written. HTML blocks run to their
closing tag, and Liquid is left out.
"""

from collections.abc import Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader.article.bounds import TooComplexError
from reader.article.html_blocks import closing_lines, html_blocks
from reader.article.liquid import without_liquid
from reader.article.wide_tables import bounded_tables

# Characters that begin or end inline markup. Pairing them can take quadratic time; the
# longest real posts hold some thousands.
_MARKS = frozenset("*_[]<`~$!&\\{")
_MAX_MARKS = 12_000
_MAX_LINES = 15_000  # outside HTML blocks; 50 microseconds each
_MAX_MARKS_A_BLOCK = 4_000


def to_html(text: str) -> str:
    """Return the HTML of Markdown `text`, unsafe as it may be. Raises `TooComplexError`."""
    lines = text.count("\n") + text.count("\r")
    if lines > _MAX_LINES:
        lines -= sum(last - first for first, last in closing_lines(text).items())
        if lines > _MAX_LINES:
            raise TooComplexError(f"it has more than {_MAX_LINES} lines of Markdown")
    return _parser().render(without_liquid(text))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60})
    parser.enable(["table", "strikethrough"])
    bounded_tables(parser)
    html_blocks(parser)
    footnote_plugin(parser)
    deflist_plugin(parser)
    dollarmath_plugin(parser, allow_space=False, allow_digits=False, double_inline=True)
    attrs_plugin(parser)
    parser.core.ruler.before("inline", "bounds", _keep_bounds)
    parser.core.ruler.after("inline", "tasks", _mark_tasks)
    parser.core.ruler.push("alignment", _align_cells)
    parser.add_render_rule("s_open", lambda *_: "<del>")
    parser.add_render_rule("s_close", lambda *_: "</del>")
    parser.add_render_rule("math_inline", _render_math)
    parser.add_render_rule("math_block", _render_math)
    parser.add_render_rule("math_inline_double", _render_math)
    return parser


def _keep_bounds(state: StateCore) -> None:
    """Stop before inline markup that would take too long."""
    total = 0
    for token in state.tokens:
        if token.type == "inline":
            marks = sum(map(token.content.count, _MARKS))
            total += marks
            if marks > _MAX_MARKS_A_BLOCK or total > _MAX_MARKS:
                raise TooComplexError("it holds too many marks to be read as Markdown")


def _mark_tasks(state: StateCore) -> None:
    """Show `[ ]` and `[x]` at the start of list items as boxes; forms are never shown."""
    for before, token in zip(state.tokens[1:], state.tokens[2:], strict=False):
        if token.type != "inline" or before.type != "paragraph_open" or not token.children:
            continue
        first = token.children[0]
        if first.type == "text" and first.content[:4].lower() in ("[ ] ", "[x] "):
            at = state.tokens.index(before)
            if state.tokens[at - 1].type == "list_item_open":
                box = "☐ " if first.content[1] == " " else "☑ "
                first.content = box + first.content[4:]


def _align_cells(state: StateCore) -> None:
    """Write a cell's alignment as an attribute: styles do not pass the sanitizer."""
    for token in state.tokens:
        style = str(token.attrs.get("style", "")) if token.type in ("th_open", "td_open") else ""
        if style.startswith("text-align:"):
            token.attrs = {"align": style.removeprefix("text-align:")}


def _render_math(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[at]
    code = f'<code class="math">{escape(token.content.strip())}</code>'
    return f"<p>{code}</p>\n" if token.block else code
