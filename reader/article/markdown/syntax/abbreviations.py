"""Abbreviations: `*[HTML]: Hypertext Markup Language`, and each HTML in the text explains itself.

https://kramdown.gettalong.org/syntax.html#abbreviations
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_DEFINITION = re.compile(r"\*\[(?P<short>[^\[\]\n]{1,80})\]:[ \t]*(?P<long>[^\n]*)")
# A word, or a mark; Chinese and Japanese words have no spaces round them.
_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_WORD = re.compile(rf"{_LETTER}++|\S")
_IS_LETTER = re.compile(_LETTER)
_DEFINED = "abbreviations"  # in a parse's environment: abbreviation -> its meaning
_ALIKE = 4  # abbreviations that begin with the same word
_MOST_FOUND = 5_000


def abbreviations(parser: MarkdownIt) -> None:
    """Teach `parser` abbreviations."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "list"]}
    parser.block.ruler.before("list", "abbreviation", _definition, ends)
    parser.core.ruler.push("abbreviations", _explain)


def _definition(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith("*[", begin, stop) or state.is_code_block(start):
        return False
    found = _DEFINITION.match(state.src, begin, stop)
    if found is None:
        return False
    if not silent:
        notes = cast("dict[str, dict[str, str]]", state.env)
        notes.setdefault(_DEFINED, {})[found["short"].strip()] = found["long"].strip()
        state.line = start + 1
    return True


def _explain(state: StateCore) -> None:
    defined = cast("dict[str, dict[str, str]]", state.env).get(_DEFINED)
    if not defined:
        return
    known: dict[str, list[str]] = {}
    for short in sorted(defined, key=len, reverse=True):
        if (first := _WORD.match(short)) and len(known.setdefault(first[0], [])) < _ALIKE:
            known[first[0]].append(short)
    left = _MOST_FOUND
    for inline in state.tokens:
        if inline.type == "inline" and inline.children and left > 0:
            before = len(inline.children)
            inline.children = list(_explained(inline.children, known, defined, left))
            left -= (len(inline.children) - before) // 4


def _explained(
    tokens: Sequence[Token],
    known: Mapping[str, Sequence[str]],
    defined: Mapping[str, str],
    most: int,
) -> Iterator[Token]:
    for token in tokens:
        if token.type != "text":
            yield token
            continue
        done = 0
        for start, short in islice(_found(token.content, known), most):
            if start > done:
                yield _text(token.content[done:start])
            abbreviation = Token("abbr_open", "abbr", 1)
            abbreviation.attrs = {"title": defined[short]}
            yield from (abbreviation, _text(short), Token("abbr_close", "abbr", -1))
            done = start + len(short)
        yield _text(token.content[done:]) if done else token


def _found(text: str, known: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Yield where whole words of `text` are abbreviations, and which, the longest first."""
    done = 0
    for word in _WORD.finditer(text):
        start = word.start()
        for short in known.get(word[0], ()):
            if start >= done and text.startswith(short, start):
                end = start + len(short)
                if not (_IS_LETTER.match(short[-1]) and _IS_LETTER.match(text, end)):
                    yield start, short
                    done = end


def _text(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token
