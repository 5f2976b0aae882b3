"""kramdown's tables: without a head, with lines drawn between their parts, with a foot.

https://kramdown.gettalong.org/syntax.html#tables. Only where each line begins with a bar, and
the lines are no table of GFM's: kramdown takes any line with a bar in it for a table.
"""

import re
from typing import Literal, NamedTuple, cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from reader.article.bounds import MAX_CELLS, TooComplexError

_RULE = re.compile(r"\|[ \t|:+=-]*[-=][ \t|:+=-]*\Z")
_PIECE = re.compile(r"\\\||(?P<code>`+)[^`\n]+(?P=code)|(?P<bar>\|)")
_ALIGNMENTS = {(True, True): "center", (True, False): "left", (False, True): "right"}

Part = Literal["thead", "tbody", "tfoot"]


class _Row(NamedTuple):
    part: Part
    cells: list[str]
    begins: bool  # a part of its own


def plain_tables(parser: MarkdownIt) -> None:
    """Teach `parser` the tables that only kramdown knows."""
    parser.block.ruler.after("table", "plain_table", _table)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or state.src[state.bMarks[start] + state.tShift[start]] != "|":
        return False
    lines = _lines(state, start, end)
    if len(lines) < 2 or state.is_code_block(start):
        return False
    rules = [line if _RULE.match(line) else None for line in lines]
    if all(rules) or not _ruled_as_kramdown(lines, rules):
        return False
    rows = _rows(lines, rules)
    notes = cast("dict[str, int]", state.env)
    notes["cells"] = notes.get("cells", 0) + sum(len(row.cells) for row in rows)
    if notes["cells"] > MAX_CELLS:
        raise TooComplexError(f"its tables hold more than {MAX_CELLS} cells")
    state.line = start + len(lines)
    _push(state, rows, _alignments(next(filter(None, rules[1:]), "")))
    return True


def _lines(state: StateBlock, start: int, end: int) -> list[str]:
    """Return the lines from `start` on that begin with a bar and hold another, or are a rule."""
    lines: list[str] = []
    for line in range(start, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        indented = state.sCount[line] - state.blkIndent
        if (
            not 0 <= indented < 4
            or text[:1] != "|"
            or not (text.count("|") > 1 or _RULE.match(text))
        ):
            break
        lines.append(text)
    return lines


def _ruled_as_kramdown(lines: list[str], rules: list[str | None]) -> bool:
    """Return whether the first rule is none of GFM's, gone wrong.

    It stands above, or belongs to the foot, or is not closed, or is drawn right across.
    """
    at = next((number for number, rule in enumerate(rules) if rule), 0)
    rule = rules[at]
    if rule is None or at == 0 or "=" in rule or not rule.endswith("|"):
        return True
    return rule.count("|") == 2 and abs(len(rule) - len(lines[0])) <= 1


def _rows(lines: list[str], rules: list[str | None]) -> list[_Row]:
    """Return the rows: those above the first rule are the head, those below `|===` the foot."""
    rows: list[_Row] = []
    part: Part = "tbody"
    begins, headed = True, False
    for line, rule in zip(lines, rules, strict=True):
        if rule is None:
            rows.append(_Row(part, _cells(line), begins))
            begins = False
        elif "=" in rule:
            part, begins = "tfoot", True
        elif rows and not headed and part == "tbody":
            rows = [row._replace(part="thead") for row in rows]
            begins = headed = True
        elif rows and part == "tbody":
            begins = True
    return rows


def _cells(line: str) -> list[str]:
    cells: list[str] = []
    begin = 1
    for piece in _PIECE.finditer(line, 1):
        if piece["bar"]:
            cells.append(line[begin : piece.start()])
            begin = piece.end()
    if line[begin:].strip():
        cells.append(line[begin:])
    return [cell.strip().replace("\\|", "|") for cell in cells]


def _alignments(rule: str) -> list[str]:
    cells = [cell.strip() for cell in re.split(r"[|+]", rule.strip("|+ \t"))]
    return [_ALIGNMENTS.get((cell[:1] == ":", cell[-1:] == ":"), "") for cell in cells]


def _push(state: StateBlock, rows: list[_Row], alignments: list[str]) -> None:
    state.push("table_open", "table", 1)
    for number, row in enumerate(rows):
        if row.begins:
            if number:
                state.push(f"{rows[number - 1].part}_close", rows[number - 1].part, -1)
            state.push(f"{row.part}_open", row.part, 1)
        state.push("tr_open", "tr", 1)
        tag = "th" if row.part == "thead" else "td"
        for column, cell in enumerate(row.cells):
            opening = state.push(f"{tag}_open", tag, 1)
            if column < len(alignments) and alignments[column]:
                opening.attrs = {"align": alignments[column]}
            inline = state.push("inline", "", 0)
            inline.content, inline.children = cell, []
            state.push(f"{tag}_close", tag, -1)
        state.push("tr_close", "tr", -1)
    state.push(f"{rows[-1].part}_close", rows[-1].part, -1)
    state.push("table_close", "table", -1)
