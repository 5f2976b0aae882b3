"""Tables that only kramdown knows."""

import pytest

from reader.article.bounds import MAX_CELLS, TooComplexError
from reader.article.markdown.parser import to_html


def parts(written: str) -> list[str]:
    html = to_html(written)
    return [name for name in ("thead", "tbody", "tfoot") for _ in range(html.count(f"<{name}>"))]


@pytest.mark.parametrize(
    ("written", "has"),
    [
        ("| a | b |\n| c | d |", ["tbody"]),
        ("| a | b\n|---\n| c | d", ["thead", "tbody"]),
        ("|---|---|\n| a | b |\n|---|---|\n| c | d |", ["thead", "tbody"]),
        ("| a | b |\n|===\n| c | d |", ["tbody", "tfoot"]),
        ("| a | x\n|---\n| b | y\n|---\n| c | z", ["thead", "tbody", "tbody"]),
        ("| one | two | three |\n|-------------------|\n| a | b | c |", ["thead", "tbody"]),
    ],
)
def test_parts(written: str, has: list[str]) -> None:
    assert parts(written) == has


@pytest.mark.parametrize(
    "written",
    [
        "| one line |",
        "a | b\nc | d",
        "| a | b |\n| --- |\n| c |",
        "\\| a |\n\\| b |",
    ],
)
def test_other_lines_with_bars_are_text(written: str) -> None:
    assert "<table>" not in to_html(written)


def test_bars_in_code_and_escaped_ones_divide_nothing() -> None:
    html = to_html("| `a|b` | c \\| d |\n| e | f |")
    assert html.count("<td>") == 4


def test_gfm_tables_are_gfm_s() -> None:
    assert parts("| a | b |\n|---|--:|\n| 1 | 2 |") == ["thead", "tbody"]


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(TooComplexError, match="cells"):
        to_html("| a | b | c |\n" * (MAX_CELLS // 3 + 1))
