"""Emphasis and strikethrough, also where Chinese, Japanese and Korean use no spaces.

CommonMark (6.2) lets `**` close after punctuation only before a space or more punctuation, so
`**中文。**中文` keeps its stars. The CJK-friendly amendments
(https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md) count a CJK
character on the other side as a space. Text without such characters is read as before.
"""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

_FULL_WIDTH = "\ufe01"  # after a curly quote: its full-width form
_QUOTES = "\u2018\u2019\u201c\u201d"
_IDEOGRAPHIC_VARIATIONS = ("\U000e0100", "\U000e01ef")


class _Run(NamedTuple):
    """A run of equal marks, and whether it may open and close what it marks."""

    length: int
    opens: bool
    closes: bool


class _Kind(NamedTuple):
    """What the rules ask of a character beside a run."""

    space: bool
    punctuation: bool
    cjk: bool


_SPACE = _Kind(space=True, punctuation=False, cjk=False)


def cjk_emphasis(parser: MarkdownIt) -> None:
    """Teach `parser` emphasis and strikethrough beside CJK characters."""
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("strikethrough", _strikethrough)


def _emphasis(state: StateInline, silent: bool) -> bool:
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    run = _run(state, splits_words=mark == "*")
    for _ in range(run.length):
        _push(state, mark, run, run.length)
    state.pos += run.length
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:
    """Read `~~` and, as GitHub does, `~`.

    A single one may not stand within a word: `3~5天，8~10天` are ranges, in Chinese text.
    """
    if silent or state.src[state.pos] != "~":
        return False
    run = _run(state, splits_words=True)
    if run.length == 1:
        run = _run(state, splits_words=False)
    if run.length > 2:
        state.push("text", "", 0).content = "~" * run.length
    else:
        _push(state, "~" * run.length, run, 0)
    state.pos += run.length
    return True


def _push(state: StateInline, mark: str, run: _Run, length: int) -> None:
    """Add a mark that may become a tag; `length` counts for CommonMark's rule of three."""
    state.push("text", "", 0).content = mark
    at = len(state.tokens) - 1
    state.delimiters.append(Delimiter(ord(mark[0]), length, at, -1, run.opens, run.closes))


def _run(state: StateInline, splits_words: bool) -> _Run:
    """Return the run at the state's position (CommonMark 6.2, as amended)."""
    start = end = state.pos
    mark = state.src[start]
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before = _before(state.src, start) if start else _SPACE
    after = _kind(state.src[end]) if end < state.posMax else _SPACE
    western_before = before.punctuation and not before.cjk
    western_after = after.punctuation and not after.cjk
    left = not after.space and (not western_after or before.space or western_before or before.cjk)
    right = not before.space and (not western_before or after.space or western_after or after.cjk)
    opens = left and (splits_words or not right or before.punctuation)
    closes = right and (splits_words or not left or after.punctuation)
    return _Run(end - start, opens, closes)


def _before(text: str, start: int) -> _Kind:
    """Return the kind of the character that ends at `start`, variation selector and all."""
    last = text[start - 1]
    if "\ufe00" <= last <= "\ufe0e" and start > 1:
        base = text[start - 2]
        kind = _kind(base)
        return kind._replace(cjk=kind.cjk or (last == _FULL_WIDTH and base in _QUOTES))
    return _kind(last)


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    return _Kind(
        space=isWhiteSpace(ord(character)),
        punctuation=category(character)[0] in "PS",  # CommonMark 2.1
        cjk=_is_cjk(character),
    )


def _is_cjk(character: str) -> bool:
    """Return whether a character is wide and no emoji, or Hangul, or marks a Han variation."""
    if character < "\u1100":
        return False
    if _IDEOGRAPHIC_VARIATIONS[0] <= character <= _IDEOGRAPHIC_VARIATIONS[1]:
        return True
    if "\u2010" <= character < "\u2e80" or "\U0001f000" <= character < "\U00020000":
        return False  # symbols, and emoji
    hangul = "\u1100" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"
    return hangul or east_asian_width(character) in "WFH"
