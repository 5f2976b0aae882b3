"""Blocks of Markdown for the index that need no memory of what stands before them."""

import re
from collections.abc import Sequence
from html import escape

from reader.article.markdown.quick_inline import TooRare, inline

_BELOW_HEAD = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")


def code(lines: Sequence[str]) -> str:
    """Return the markup of a code block."""
    return "<pre>\n" + escape("\n".join(lines), quote=False) + "</pre>"


def quick_fence(lines: Sequence[str], at: int, fence: str) -> tuple[str, int]:
    """Return the markup of the code that `fence` begins there, and the line after it.

    Raises TooRare where nothing ends it.
    """
    indent = len(lines[at]) - len(lines[at].lstrip(" "))
    written: list[str] = []
    for end in range(at + 1, len(lines)):
        line = lines[end]
        stripped = line.strip(" ")
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            return code(written), end + 1
        written.append(line[indent:] if line[:indent].isspace() else line)
    raise TooRare


def may_open_markdown(lines: Sequence[str]) -> bool:
    """Return whether Markdown may stand in an HTML block; see `html_blocks`."""
    if any("markdown" in line for line in lines):
        return True
    empty = [at for at, line in enumerate(lines) if not line.strip(" ")]
    if not empty:
        return False
    if "<details" in lines[0].lower():
        return True
    following = next((line for line in lines[1:] if line.strip(" ")), " ")
    return empty[0] == 1 and following[0] not in " <"


def line_with(end: str, lines: Sequence[str], start: int) -> int:
    """Return the first line from `start` on that holds `end`. Raises TooRare where none does."""
    for at in range(start, len(lines)):
        if end in lines[at].lower():
            return at
    raise TooRare


def begins_table(lines: Sequence[str], at: int) -> bool:
    """Return whether the line there is the head of a table."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return "-" in below and "|" in below and _BELOW_HEAD.match(below) is not None


def quick_table(lines: Sequence[str], at: int, known: frozenset[str]) -> tuple[str, int]:
    """Return the markup of the table that begins there, and the line after it.

    `known` are the labels of links. Raises TooRare.
    """
    columns = len(_cells(lines[at]))
    if columns != len(_cells(lines[at + 1])):
        raise TooRare
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    if end < len(lines) and lines[end].strip():
        raise TooRare
    rows = [_cells(line)[:columns] for line in (lines[at], *lines[at + 2 : end])]
    written = "".join(
        "<tr>" + "".join(f"<td>{inline(cell, known)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table>{written}</table>", end


def _cells(line: str) -> Sequence[str]:
    """Return the cells of a table's row."""
    if "\\|" in line:
        raise TooRare
    return line.strip().removeprefix("|").removesuffix("|").split("|")
