"""Markdown -> HTML, as the writers of posts mean it.

CommonMark with what real sites add: tables, strikethrough, footnotes, definition lists, task
lists, attribute lists, and mathematics left as it is written. HTML blocks run to their
closing tag.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader.article.bounds import TooComplexError
from reader.article.markdown.html_blocks import closing_lines, html_blocks
from reader.article.markdown.syntax.abbreviations import abbreviations
from reader.article.markdown.syntax.admonitions import admonitions
from reader.article.markdown.syntax.attribute_lists import attribute_lists
from reader.article.markdown.syntax.autolinks import autolinks
from reader.article.markdown.syntax.callouts import callouts
from reader.article.markdown.syntax.components import components
from reader.article.markdown.syntax.emphasis import cjk_emphasis
from reader.article.markdown.syntax.extensions import extensions
from reader.article.markdown.syntax.formulas import formulas
from reader.article.markdown.syntax.headings import heading_ids
from reader.article.markdown.syntax.loose import loose_marks
from reader.article.markdown.syntax.obsidian import obsidian
from reader.article.markdown.syntax.own_lines import own_lines
from reader.article.markdown.syntax.plain_tables import plain_tables
from reader.article.markdown.syntax.terms import definition_lists
from reader.article.markdown.syntax.typography import typography
from reader.article.markdown.syntax.zenn import zenn
from reader.article.markdown.wide_tables import bounded_tables

# Characters that begin or end inline markup. Pairing them can take quadratic time; the
# longest real posts hold some thousands.
_MARKS = frozenset("*_[]<`~^$!&\\{")
_DOUBLE_MARKS = ("==", "%%")
_MAX_MARKS = 12_000
_MAX_LINES = 12_000  # outside HTML blocks; 50 microseconds each
_MAX_MARKS_A_BLOCK = 4_000
_BOX = re.compile(r"\[([ xX])\][ \t]")
_OPTIONS = {"html": True, "maxNesting": 60, "strikethrough_single_tilde": True}
_LONGEST_LINE = 10_000


def to_html(text: str, keeps_lines: bool = False) -> str:
    """Return the HTML of Markdown `text`, unsafe as it may be. Raises `TooComplexError`.

    With `keeps_lines`, the end of a line within a paragraph is one of the paragraph, too.
    """
    if text.count(":::") > _MAX_MARKS:
        raise TooComplexError("it holds too many marks to be read as Markdown")
    lines = text.count("\n") + text.count("\r")
    if lines > _MAX_LINES:
        lines -= sum(last - first for first, last in closing_lines(text).items())
        if lines > _MAX_LINES:
            raise TooComplexError(f"it has more than {_MAX_LINES} lines of Markdown")
    return markdown_parser(keeps_lines=keeps_lines).render(text)


def line_to_html(text: str) -> str:
    """Return the HTML of one line of Markdown, without a paragraph around it."""
    return markdown_parser().renderInline(text[:_LONGEST_LINE])


@cache
def markdown_parser(typographic: bool = True, keeps_lines: bool = False) -> MarkdownIt:
    """Return the parser; unless `typographic`, quotes and dashes stay as they are written."""
    parser = MarkdownIt("commonmark", {**_OPTIONS, "breaks": keeps_lines})
    parser.enable(["table", "strikethrough"])
    bounded_tables(parser)
    plain_tables(parser)
    html_blocks(parser)
    components(parser)
    footnote_plugin(parser)
    definition_lists(parser)
    formulas(parser)
    obsidian(parser)
    callouts(parser)
    attribute_lists(parser)
    extensions(parser)
    admonitions(parser)
    attrs_plugin(parser, spans=True)
    abbreviations(parser)
    heading_ids(parser)
    cjk_emphasis(parser)
    autolinks(parser)
    loose_marks(parser)
    own_lines(parser)
    zenn(parser)
    if typographic:
        typography(parser)
    parser.core.ruler.before("inline", "bounds", _keep_bounds)
    parser.core.ruler.after("inline", "tasks", _mark_tasks)
    parser.core.ruler.push("alignment", _align_cells)
    parser.add_render_rule("s_open", lambda *_: "<del>")
    parser.add_render_rule("s_close", lambda *_: "</del>")
    return parser


def _keep_bounds(state: StateCore) -> None:
    """Stop before inline markup that would take too long."""
    total = 0
    for token in state.tokens:
        if token.type == "inline":
            marks = sum(map(token.content.count, _MARKS))
            marks += sum(map(token.content.count, _DOUBLE_MARKS))
            total += marks
            if marks > _MAX_MARKS_A_BLOCK or total > _MAX_MARKS:
                raise TooComplexError("it holds too many marks to be read as Markdown")


def _mark_tasks(state: StateCore) -> None:
    """Show `[ ]` and `[x]` at the start of list items as boxes; forms are never shown."""
    for item, before, token in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if item.type != "list_item_open" or before.type != "paragraph_open" or not token.children:
            continue
        first = token.children[0]
        if first.type == "text" and (box := _BOX.match(first.content)):
            first.content = ("☐ " if box[1].isspace() else "☑ ") + first.content[box.end() :]
            item.attrJoin("class", "task")  # its box is its mark


def _align_cells(state: StateCore) -> None:
    """Write a cell's alignment as an attribute: styles do not pass the sanitizer."""
    for token in state.tokens:
        style = str(token.attrs.get("style", "")) if token.type in ("th_open", "td_open") else ""
        if style.startswith("text-align:"):
            token.attrs = {"align": style.removeprefix("text-align:")}
