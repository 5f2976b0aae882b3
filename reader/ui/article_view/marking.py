"""Where the hits of a search stand in an article's text. No Qt.

What is found is what the list's snippet shows: the text is folded as the index folds it, and of
every letter of folded text its place in the text itself is known.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.folding import Places
    from reader.library.query import Words

Fold = Callable[[str], str]

MOST = 10_000  # hits that are marked
_PIECE = 16_384  # characters folded in one go, so that the window's thread never waits for long
# What joins the letter before it: accents, vowel signs of kana, the later parts of a syllable.
_JOINING = "\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a"
_CLUSTER = rf".[{_JOINING}]*"
_LATER_PLANES = "[\U00010000-\U0010ffff]"  # two places each in JavaScript


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in an article: the words of a search, or a text as it was typed."""

    marks: "tuple[Words, ...]" = ()
    text: str = ""
    converted: bool = False  # in Chinese that is shown in another script than it was written in


def sought_by(query: str) -> Sought | None:
    """Return what a search of the library shows in an article; None where that is nothing."""
    if not query:
        return None
    from reader.library.query import parse  # noqa: PLC0415 - when somebody searches

    marks = parse(query).marks()
    return Sought(marks) if marks else None


def places(text: str, title: int, sought: Sought) -> list[int]:
    """Return start and end of each hit in `text`, whose first `title` places are the title.

    They count as JavaScript does, and so does `title`: letters of the later planes are two.
    """
    from reader.library.hits import hits_of  # noqa: PLC0415 - in a thread of its own

    plain_of = _fold_of(sought)
    if sought.text:
        typed = re.compile(_as_typed(sought.text, plain_of))
        spans = _spans(
            text, plain_of, lambda plain: (found.span() for found in typed.finditer(plain))
        )
        return _as_javascript(text, list(islice(spans, MOST)))
    marks = _marks_of(sought)
    in_text = tuple(words for words in marks if not words.in_title)
    anywhere, in_title = hits_of(in_text), hits_of(marks)
    found: list[tuple[int, int]] = []
    heading = _characters(text, title)
    if in_title is not None:
        found += _spans(text[:heading], plain_of, in_title.spans)
    if anywhere is not None:
        rest = _spans(text[heading:], plain_of, anywhere.spans)
        found += ((start + heading, end + heading) for start, end in islice(rest, MOST))
    return _as_javascript(text, found)


def _fold_of(sought: Sought) -> Fold:
    """Return what makes one of all that `sought` does not tell apart, of folded text."""
    if not sought.converted:
        return str
    from reader.ui.article_view.converted import as_one  # noqa: PLC0415 - seldom needed

    return as_one


def _marks_of(sought: Sought) -> "tuple[Words, ...]":
    if not sought.converted:
        return sought.marks
    from reader.ui.article_view.converted import words_as_one  # noqa: PLC0415 - seldom needed

    return tuple(map(words_as_one, sought.marks))


def _as_typed(text: str, plain_of: Fold) -> str:
    words = plain_of(_searchable(_composed(text)[0])[0]).split()
    return r"\s+".join(map(re.escape, words)) or r"(?!)"


def _spans(
    text: str, plain_of: Fold, find: Callable[[str], Iterable[tuple[int, ...]]]
) -> Iterator[tuple[int, int]]:
    """Yield where `find` finds something in the searchable text, as places in `text`."""
    composed, place_of = _composed(text)
    plain, places = _searchable(composed)
    for start, end, *_ in find(plain_of(plain)):
        if places is None:
            yield place_of(start), place_of(end)
        else:
            yield place_of(places[0][start]), place_of(places[1][end - 1])


def _searchable(text: str) -> tuple[str, "Places | None"]:
    """Return what `reader.library.folding.searchable` does, piece by piece."""
    from reader.library.folding import searchable  # noqa: PLC0415 - in a thread of its own

    plain: list[str] = []
    starts, ends = array("I"), array("I")
    moved = False
    for at in range(0, len(text), _PIECE):
        piece = text[at : at + _PIECE]
        folded, places = searchable(piece)
        plain.append(folded)
        if places is None:
            starts.extend(range(at, at + len(piece)))
            ends.extend(range(at + 1, at + len(piece) + 1))
        else:
            moved = True
            starts.extend(at + place for place in places[0])
            ends.extend(at + place for place in places[1])
    return "".join(plain), (starts, ends) if moved else None


def _composed(text: str) -> tuple[str, Callable[[int], int]]:
    """Return `text` as the index has it, accents and letters as one, and where its places were."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, int
    pieces: list[str] = []
    origins: list[int] = []
    for cluster in re.finditer(_CLUSTER, text, re.DOTALL):
        piece = unicodedata.normalize("NFC", cluster[0])
        pieces.append(piece)
        origins += [cluster.start()] * len(piece)
    origins.append(len(text))
    return "".join(pieces), origins.__getitem__


def _characters(text: str, places_in_javascript: int) -> int:
    """Return how many characters the first so many places of JavaScript are."""
    beginning = text[:places_in_javascript]
    return places_in_javascript - len(re.findall(_LATER_PLANES, beginning))


def _as_javascript(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    flat = [place for span in spans for place in span]
    if text.isascii():
        return flat
    twice = [found.start() for found in re.finditer(_LATER_PLANES, text)]
    return [place + bisect_right(twice, place - 1) for place in flat] if twice else flat
