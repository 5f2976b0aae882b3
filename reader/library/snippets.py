"""The passage of a text that shows why a search found it, with the hits marked.

Hits are looked for in the folded text, of which every letter's place in the text itself is
known; so what is found there is marked here, Traditional for Simplified too.
"""

import re
from functools import cache, lru_cache
from itertools import islice

from reader.library.folding import CJK, composed, marks, searchable
from reader.library.query import Words, is_cjk
from reader.library.stored_text import pieces
from reader.library.values import Snippet

LENGTH = 120  # characters of a passage, at most, without the dots
_BEFORE = 30  # of them before the first hit, at most
_SLICE = 16_384  # bytes of a text that are looked at in one go: most hits stand near its beginning
_OVERLAP = 200  # characters of two slices, more than a passage, so that nothing is cut apart
_CANDIDATES = 40  # hits among which the best passage is chosen

Spans = list[tuple[int, int, int]]  # start, end, and which of the phrases


@lru_cache(maxsize=16)
def hits_pattern(marks: tuple[Words, ...]) -> re.Pattern[str] | None:
    """Return what finds any of `marks` in folded text, None where there are none.

    Each phrase is a group of its own, so that `Match.lastindex` tells which was found.
    """
    longest_first = sorted(set(marks), key=lambda words: (-len(words.words), words.words))
    return re.compile("|".join(map(_phrase, longest_first))) if marks else None


def marked(text: str, pattern: re.Pattern[str] | None) -> Snippet:
    """Return `text` whole, as one line, with its hits."""
    text = composed(text)
    spans = [] if pattern is None else _spans(text, pattern, limit=1000)
    return _in_one_line(text, spans)


def passage(packed: bytes, pattern: re.Pattern[str]) -> Snippet | None:
    """Return the first passage of a text with as many of the phrases as a passage can hold.

    `packed` is the text as the index keeps it. None: no hit in it, or it cannot be read.
    """
    found: tuple[str, Spans] | None = None
    tail = ""
    for fresh in pieces(packed, _SLICE):
        piece = composed(tail + fresh)
        spans = _spans(piece, pattern, _CANDIDATES)
        if spans:
            found = (piece, spans)
            if spans[0][1] <= len(piece) - _OVERLAP:
                break
        elif found:
            break
        tail = piece[-2 * _OVERLAP :]
    return _cut(*found) if found else None


@cache
def _letter() -> str:
    """Return a pattern of a letter of words of more than one character."""
    return rf"(?:[^\W_{CJK}]|[{marks()}])"


def _begun(token: str) -> str:
    """Return a pattern of a word's beginning that stands behind no letter.

    What stands before is looked at last: a pattern that begins with letters is found in a tenth of
    the time.
    """
    return rf"{token}(?<![^\W_{CJK}]{token})(?<![{marks()}]{token})"


def _phrase(words: Words) -> str:
    none_after = f"(?!{_letter()})"
    tokens = words.words.split()
    parts: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        alone = is_cjk(token)
        if before is not None:
            parts.append(r"[\W_]{0,40}")
        parts.append(token if alone else _begun(token))
        if not alone and token is not tokens[-1]:
            parts.append(none_after)
    if not is_cjk(tokens[-1]):
        parts.append(f"{_letter()}*" if words.prefix else none_after)
    return f"({''.join(parts)})"


def _spans(text: str, pattern: re.Pattern[str], limit: int) -> Spans:
    plain, places = searchable(text)
    spans = [
        (found.start(), found.end(), found.lastindex or 0)
        for found in islice(pattern.finditer(plain), limit)
    ]
    if places is None:
        return spans
    starts, ends = places
    return [(starts[start], ends[end - 1], phrase) for start, end, phrase in spans]


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[。！？!?…\n][”」』）\s]*|\.\s+")


@cache
def _word_break() -> re.Pattern[str]:
    return re.compile(rf"\s+|[，、；：,;:][”」』）]?|(?<=[{CJK}])(?=[{CJK}])")


def _cut(text: str, spans: Spans) -> Snippet:
    first = max(range(len(spans)), key=lambda index: (_phrases_from(spans, index), -index))
    start = _start(text, spans[first][0])
    end = _end(text, start, spans[first][1])
    held = [span for span in spans if start <= span[0] and span[1] <= end]
    snippet = _in_one_line(text[start:end], [(a - start, b - start, n) for a, b, n in held])
    return _with_dots(
        snippet, before=start > 0 and not _ends_sentence(text, start), after=end < len(text)
    )


def _phrases_from(spans: Spans, first: int) -> int:
    """Return how many different phrases a passage holds that begins with a hit."""
    reach = spans[first][0] + LENGTH - _BEFORE
    return len({phrase for _, end, phrase in spans[first:] if end <= reach})


def _start(text: str, hit: int) -> int:
    """Return where to begin: with the hit's sentence if that is near, else at a word."""
    earliest = hit - _BEFORE
    if earliest <= 0:
        return 0
    sentences = [found.end() for found in _sentence_end().finditer(text, earliest, hit)]
    if sentences:
        return sentences[-1]
    word = _word_break().search(text, earliest, hit)
    return word.end() if word else earliest


def _end(text: str, start: int, hit_end: int) -> int:
    """Return where to end: after the last whole sentence or word that fits, and the hit."""
    latest = max(start + LENGTH, hit_end)
    if latest >= len(text):
        return len(text)
    least = max(hit_end, latest - _BEFORE)
    for border in (_sentence_end(), _word_break()):
        ends = [found.end() for found in border.finditer(text, least, latest)]
        if ends:
            return ends[-1]
    return latest


def _ends_sentence(text: str, position: int) -> bool:
    return _sentence_end().search(text, max(0, position - 4), position) is not None


def _in_one_line(text: str, spans: Spans) -> Snippet:
    """Return `text` with every run of white space as one space, its hits where they then are."""
    line = ""
    hits: list[tuple[int, int]] = []
    done = 0
    for start, end, _ in spans:
        line = (line + re.sub(r"\s+", " ", text[done:start])).lstrip()
        hits.append((len(line), 0))
        line += re.sub(r"\s+", " ", text[start:end])
        hits[-1] = (hits[-1][0], len(line))
        done = end
    return Snippet((line + re.sub(r"\s+", " ", text[done:])).strip(), tuple(hits))


def _with_dots(snippet: Snippet, before: bool, after: bool) -> Snippet:
    shift = 1 if before else 0
    text = ("…" if before else "") + snippet.text + ("…" if after else "")
    return Snippet(text, tuple((start + shift, end + shift) for start, end in snippet.hits))
