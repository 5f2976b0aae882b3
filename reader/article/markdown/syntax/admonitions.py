"""Admonitions as MkDocs and Python-Markdown write them: `!!! note "Title"`, text indented below.

They become the callouts that other sites' notes become. https://python-markdown.github.io/
extensions/admonition; `???` folds (Material for MkDocs).
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.admon.index import admonition

# Known kinds, or a title in quotes: the kind is not shown beside it, and no text may be lost.
_OPENING = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]*(?:abstract|admonition|attention|bug|caution|check|cite|danger|done|"
    r"error|example|fail|failure|faq|help|hint|important|info|missing|note|question|quote|seealso|"
    r"success|summary|tip|tldr|todo|warning|[\w-]+(?=[ \t][^\"\n]*\"[^\n]+\"))(?=[ \t\"]|\Z)"
    r"(?P<more>[^\n]*)",
    re.IGNORECASE,
)
_RULES = {
    "admonition_open": '<blockquote class="callout">\n',
    "admonition_title_open": '<p><strong class="callout-title">',
    "admonition_title_close": "</strong></p>\n",
    "admonition_close": "</blockquote>\n",
}
_FOLDED = {
    "admonition_open": "<details>\n",
    "admonition_title_open": "<summary>",
    "admonition_title_close": "</summary>\n",
    "admonition_close": "</details>\n",
}


def admonitions(parser: MarkdownIt) -> None:
    """Teach `parser` admonitions."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", "admonition", _admonition, ends)
    for name in _RULES:
        parser.add_render_rule(name, _render)


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.src[begin : begin + 3] not in ("!!!", "???"):
        return False
    opening = _OPENING.match(state.src[begin:stop])
    if opening is None or not (_holds_text(state, start, end) or not opening["more"].strip()):
        return False
    return admonition(state, start, end, silent)


def _holds_text(state: StateBlock, start: int, end: int) -> bool:
    """Return whether the next line, or the one after an empty one, is indented below."""
    below = start + 1
    if below < end and state.isEmpty(below):
        below += 1
    return (
        below < end and not state.isEmpty(below) and state.sCount[below] > state.sCount[start] + 1
    )


def _render(
    _renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    token = tokens[at - 2] if tokens[at].type == "admonition_title_close" else tokens[at]
    if token.markup == "???+" and tokens[at].type == "admonition_open":
        return "<details open>\n"
    return (_FOLDED if token.markup.startswith("?") else _RULES)[tokens[at].type]
