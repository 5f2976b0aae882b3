"""Definition lists whose terms stand on several lines: `one`, `two`, then `: what they mean`.

https://kramdown.gettalong.org/syntax.html#definition-lists; the plugin knows one term only.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

_MOST = 20  # terms of one definition


def definition_lists(parser: MarkdownIt) -> None:
    """Teach `parser` definition lists."""
    deflist_plugin(parser)
    ruler = parser.block.ruler
    plain = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))["deflist"]

    def deflist(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        last = None if silent else _last_term(state, start, end)
        if last is None:
            return plain(state, start, end, silent)
        first_token = len(state.tokens)
        if not plain(state, last, end, False):
            return False
        terms = [token for line in range(start, last) for token in _term(state, line)]
        state.tokens[first_token + 1 : first_token + 1] = terms
        return True

    ruler.at("deflist", deflist, {"alt": ["paragraph", "reference", "blockquote"]})


def _last_term(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line just before the first definition, if there are terms before it."""
    for line in range(start + 1, min(end, start + _MOST)):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return None
        begin = state.bMarks[line] + state.tShift[line]
        if state.src[begin] == ":" and state.src[begin + 1 : begin + 2] in (" ", "\t"):
            return line - 1 if line - 1 > start else None
    return None


def _term(state: StateBlock, line: int) -> list[Token]:
    opening, inline, closing = (
        Token("dt_open", "dt", 1),
        Token("inline", "", 0),
        Token("dt_close", "dt", -1),
    )
    inline.content = state.getLines(line, line + 1, state.blkIndent, False).strip()
    inline.children = []
    for token, level in ((opening, 1), (inline, 2), (closing, 1)):
        token.level = state.level + level
        token.block = True
        token.map = [line, line + 1]
    return [opening, inline, closing]
