"""Tables in Markdown, as long as they hold no more cells than are shown at once.

A row that is written short is filled up with empty cells to the width of the head, so some
thousand characters could ask for a million cells.
"""

from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import table

from reader.article.bounds import MAX_CELLS, TooComplexError

_DELIMITER = frozenset("|-: \t")


def bounded_tables(parser: MarkdownIt) -> None:
    """Teach `parser` to raise `TooComplexError` before it makes tables too big."""
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not silent and start + 1 < end:
        environment = cast("dict[str, int]", state.env)  # the parse's own notes
        most = MAX_CELLS - environment.get("cells", 0)
        columns = _columns(state, start)
        if columns and _rows(state, start, end, most // columns) * columns > most:
            raise TooComplexError(f"its tables hold more than {MAX_CELLS} cells")
        if table(state, start, end, silent):
            environment["cells"] = MAX_CELLS - most + columns * (state.line - start)
            return True
        return False
    return table(state, start, end, silent)


def _columns(state: StateBlock, start: int) -> int:
    """Return how many columns the delimiter row below the head has; 0 if it is none."""
    begin, stop = state.bMarks[start + 1] + state.tShift[start + 1], state.eMarks[start + 1]
    row = state.src[begin:stop].strip()
    head = state.src.count("|", state.bMarks[start], state.eMarks[start])
    columns = row.removeprefix("|").removesuffix("|").count("|") + 1
    return columns if set(row) <= _DELIMITER and "-" in row and head + 1 >= columns else 0


def _rows(state: StateBlock, start: int, end: int, most: int) -> int:
    """Return how many lines there are before the next empty one, looking no further than `most`."""
    line = start
    while line < end and line - start <= most and not state.isEmpty(line):
        line += 1
    return line - start
