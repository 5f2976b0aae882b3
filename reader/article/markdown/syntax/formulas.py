r"""Mathematics in Markdown, left as the TeX it is written in: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`.

As Pandoc reads dollars (https://pandoc.org/MANUAL.html#extension-tex_math_dollars): no space
inside, no digit after, so that prices stay text; what holds words and no sign of mathematics
stays text too. `\\(` is how it is written for kramdown and MathJax.
"""

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

_LONGEST = 2_000  # characters of a formula within a paragraph
_MOST_LINES = 200
_DOUBLE = re.compile(r"\$\$((?:[^$\\]|\\.)++)\$\$", re.DOTALL)
_SINGLE = re.compile(r"\$(?![\s$])((?:[^$\\`]|\\.){1,2000}+)\$", re.DOTALL)
_BRACKETS = re.compile(
    r"(\\{1,2})(?:\((.{1,2000}?)(?<!\\)\1\)|\[(.{1,2000}?)(?<!\\)\1\])", re.DOTALL
)
_BLOCK = re.compile(r"(\$\$|\\{1,2}\[|\\begin\{(?P<name>[a-zA-Z]{3,12}\*?)\})")
_ENVIRONMENTS = frozenset(
    re.findall(
        r"\w+",
        "align alignat aligned array bmatrix cases displaymath eqnarray equation flalign gather "
        "gathered math matrix multline pmatrix smallmatrix split subequations vmatrix",
    )
)
_SIGNS = re.compile(r"[\\^_={}<>+*/|~]|[≤≥≠∈∞√∑∏∫±×÷·]|[a-zA-Z\d)]\s*-\s*[a-zA-Z\d(]")
_WORD = r"(?<![^\W\d_])[^\W\d_]"
_WORDS = re.compile(
    rf"{_WORD}{{3,40}}[\s,;.]{{1,3}}(?:{_WORD}{{1,2}}\s){{0,3}}{_WORD}{{3}}"
    r"|[\u3000-\u9fff\uac00-\ud7af]"
)
_STOPS = re.compile("[。，；！？]")
_TEXT_IN_IT = re.compile(
    r"\\(?:text|mbox|mathrm|operatorname|label|tag)\w{0,9}\s{0,3}\{[^{}]{0,200}\}"
)
_MARKS = re.compile(r"[\\^_={}<>+*|]")


def formulas(parser: MarkdownIt) -> None:
    """Teach `parser` mathematics (a markdown-it plugin)."""
    parser.inline.ruler.before("escape", "formula", _formula)
    parser.block.ruler.before(
        "fence",
        "formula_block",
        _formula_block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    parser.add_render_rule("formula", _render)
    parser.add_render_rule("formula_block", _render_block)


def is_formula(written: str) -> bool:
    """Return whether what stands between dollars is mathematics, not prices or prose."""
    if written[:1].isdigit() and " " in written and not _MARKS.search(written):
        return False  # $5, or 5$
    bare = _TEXT_IN_IT.sub("", written) if "\\" in written else written
    return not _WORDS.search(bare) or ("\\" in bare and not _STOPS.search(bare))


def _formula(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] == "$":
        match = _dollars(state)
    elif source[start] == "\\" and source.startswith(("\\(", "\\[", "\\\\(", "\\\\["), start):
        match = _brackets(state)
    else:
        return False
    if match is None:
        return False
    if not silent:
        content = next(group for group in reversed(match.groups()) if group is not None)
        state.push("formula", "code", 0).content = content
    state.pos = match.end()
    return True


def _dollars(state: StateInline) -> re.Match[str] | None:
    source, start = state.src, state.pos
    if start and source[start - 1] in "$\\":
        return None
    limit = min(state.posMax, start + _LONGEST)
    if source.startswith("$$", start):
        match = _DOUBLE.match(source, start, limit)
        if match is None or not match[1].strip() or source.startswith("$", match.end()):
            return None
        return match if is_formula(match[1]) else None
    if start and source[start - 1].isalnum() and source[start - 1].isascii():
        return None  # US$5
    match = _SINGLE.match(source, start, limit)
    if match is None or match[1][-1].isspace() or not is_formula(match[1]):
        return None
    following = source[match.end() : match.end() + 1]
    return None if following.isascii() and following.isalnum() else match


def _brackets(state: StateInline) -> re.Match[str] | None:
    match = _BRACKETS.match(state.src, state.pos, min(state.posMax, state.pos + _LONGEST))
    if match is None:
        return None
    content = match[2] if match[2] is not None else match[3]
    short = match[2] is not None and re.fullmatch(r"\s*[\w'().,-]{1,8}\s*", content)
    return match if short or (_SIGNS.search(content) and is_formula(content)) else None


def _formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if begin >= stop or state.src[begin] not in "$\\" or state.is_code_block(start):
        return False
    opening = _BLOCK.match(state.src, begin, stop)
    if opening is None:
        return False
    if opening["name"] and opening["name"].rstrip("*") not in _ENVIRONMENTS:
        return False
    last = _last_line(state, start, end, opening)
    if last is None:
        return False
    if silent:
        return True
    content = state.getLines(start, last + 1, state.blkIndent, False).strip()
    if not opening["name"]:
        mark = opening[1]
        content = content[len(mark) : len(content) - len(mark)]
    token = state.push("formula_block", "pre", 0)
    token.block, token.content, token.map = True, content, [start, last + 1]
    state.line = last + 1
    return True


def _last_line(state: StateBlock, start: int, end: int, opening: re.Match[str]) -> int | None:
    """Return the line that closes the formula, if all of it stands on lines of its own."""
    mark = opening[1]
    closing = {"$$": "$$", "\\[": "\\]", "\\\\[": "\\\\]"}.get(mark, f"\\end{{{opening['name']}}}")
    after = opening.end()
    for line in range(start, min(end, start + _MOST_LINES)):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return None
        written = state.src[after if line == start else state.bMarks[line] : state.eMarks[line]]
        if closing in written:
            whole = state.src[after : state.eMarks[line]].rstrip()
            inner = whole.removesuffix(closing)
            fits = whole.endswith(closing) and inner.strip() and closing not in inner
            return line if fits and is_formula(inner) else None
    return None


def _render(
    _renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    return f'<code class="math">{escape(tokens[at].content.strip(), quote=False)}</code>'


def _render_block(
    _renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    content = escape(tokens[at].content.strip(), quote=False)
    return f'<pre><code class="math">{content}</code></pre>\n'
