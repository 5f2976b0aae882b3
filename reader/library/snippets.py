"""The passage of a text that shows why a search found it, with the hits marked.

Hits are looked for in the folded text, of which every letter's place in the text itself is
known; so what is found there is marked here, Traditional for Simplified too.
"""

import re
from functools import cache
from itertools import chain, islice

from reader.library.folding import CJK, composed, searchable
from reader.library.hits import Hits, Span, is_unsure
from reader.library.stored_text import pieces
from reader.library.values import Snippet

LENGTH = 120  # characters of a passage, at most, without the dots
_BEFORE = 30  # of them before the first hit, at most
# Bytes of a text that are looked at in one go: most hits stand near its beginning.
_SLICE, _SLICE_OF_SEVERAL = 4_096, 16_384
_OVERLAP = 200  # characters of two slices, more than a passage, so that nothing is cut apart
_AROUND = 300  # characters before and after a hit that are folded
_TRIES = 5  # places that only look like hits, before all is folded
_CANDIDATES = 40  # hits among which the best passage is chosen

Spans = list[Span]


def marked(text: str, wanted: Hits | None) -> Snippet:
    """Return `text` whole, as one line, with its hits."""
    text = composed(text)
    return _in_one_line(text, [] if wanted is None else _spans(text, wanted, limit=1000))


def passage(packed: bytes, wanted: Hits) -> Snippet | None:
    """Return the first passage of a text with as many of the phrases as a passage can hold.

    `packed` is the text as the index keeps it. None: no hit in it, or it cannot be read.
    """
    size = _SLICE if len(wanted.phrases) == 1 else _SLICE_OF_SEVERAL
    found: tuple[str, Spans] | None = None
    tail, goes_before = "", False
    for fresh in chain(pieces(packed, size), [None]):
        if fresh is None and found:
            break
        piece = tail + (fresh or "")
        around = _around_hits(piece, wanted, cut=(goes_before, fresh is not None))
        if around:
            found = around
            if around[1][0][1] <= len(around[0]) - _OVERLAP:
                break
        elif found:
            break
        goes_before = goes_before or len(piece) > 2 * _OVERLAP
        tail = piece[-2 * _OVERLAP :]
    return _cut(*found) if found else None


def _around_hits(text: str, wanted: Hits, cut: tuple[bool, bool]) -> tuple[str, Spans] | None:
    """Return the part of a text that holds the passage, with its hits: no other is folded.

    `cut`: whether the text goes on before, and behind.
    """
    likely = wanted.likely(text)
    for _ in range(_TRIES):
        spans = list(islice(likely, 1 if len(wanted.phrases) == 1 else _CANDIDATES))
        if not spans:
            return _with_hits(text, wanted, cut) if is_unsure(text) else None
        start, end, _ = _best(spans)
        first, last = max(start - _AROUND, 0), end + _AROUND
        found = _with_hits(
            text[first:last], wanted, (cut[0] or first > 0, cut[1] or last < len(text))
        )
        if found:
            return found
    return _with_hits(text, wanted, cut)


def _with_hits(text: str, wanted: Hits, cut: tuple[bool, bool]) -> tuple[str, Spans] | None:
    """Return `text` composed, with its hits, None without: a word cut apart is none."""
    text = composed(text)
    hits = [span for span in _spans(text, wanted, _CANDIDATES) if span[0] or not cut[0]]
    return (text, hits) if hits and (hits[0][1] < len(text) or not cut[1]) else None


def _spans(text: str, wanted: Hits, limit: int) -> Spans:
    plain, places = searchable(text)
    spans = list(islice(wanted.spans(plain), limit))
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
    hit, hit_end, _ = _best(spans)
    start = _start(text, hit)
    end = _end(text, start, hit_end)
    held = [span for span in spans if start <= span[0] and span[1] <= end]
    snippet = _in_one_line(text[start:end], [(a - start, b - start, n) for a, b, n in held])
    return _with_dots(
        snippet, before=start > 0 and not _ends_sentence(text, start), after=end < len(text)
    )


def _best(spans: Spans) -> Span:
    """Return the first hit of a passage that holds as many different phrases as any."""
    return spans[max(range(len(spans)), key=lambda index: (_phrases_from(spans, index), -index))]


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
