"""How well a name answers what was typed to go to it: as editors know it, in Chinese by sound too.

Beginnings come first, then beginnings of words, runs inside words, initials, and last letters
picked in order. Names and what is typed are folded before: see `Typed` and `name_of`.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from reader.library.folding import CJK, composed, fold
from reader.library.pinyin import codes_of, initial_places, initials, spoken

_WIDE = re.compile(f"[{CJK}]")
_WORD_BEGINS = re.compile(rf"(?<![^\W_])[^\W_]|(?<=[{CJK}])[^\W_]|[{CJK}]")
_FEWEST_SCATTERED = 2  # letters
_LONGEST = 200  # letters that are looked for: a pasted page is no name
Spans = tuple[tuple[int, int], ...]  # (start, end), ordered, apart


class Rank(IntEnum):
    """How well a name fits, the best first."""

    WHOLE = 0
    BEGINNING = 1
    SPOKEN = 2  # it begins with these syllables: zhongguo
    WORD = 3  # the beginning of a word in it
    ABBREVIATION = 4  # its first initials: zgxw, nyt
    INSIDE = 5
    INITIALS = 6  # of later words
    SCATTERED = 7  # letters in order, each run beginning a word or going on in one


@dataclass(frozen=True, slots=True)
class Match:
    """That a name fits, and where."""

    rank: Rank
    spans: Spans = ()


def name_of(text: str) -> str:
    """Return `text` as it is compared, of the length of `composed(text)`, without line ends."""
    return fold(composed(text)).replace("\n", " ")


@dataclass(frozen=True)
class Typed:
    """What was typed, folded, and what it is looked for by."""

    text: str  # folded, one space between words, none at the ends
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(self.text.split(" ")) if self.text else ())

    @classmethod
    def of(cls, text: str) -> "Typed":
        """Return what `text`, as typed, asks for."""
        return cls(" ".join(name_of(text[:_LONGEST]).split()))

    def match(self, name: str) -> Match | None:
        """Return how `name`, folded, fits; None where it does not. Everything fits nothing typed.

        Words may stand anywhere in it, each fitting in its own way.
        """
        if not self.words:
            return Match(Rank.WORD)
        whole = self._whole.match(name)
        if len(self.words) == 1 or (whole is not None and whole.rank < Rank.INITIALS):
            return whole
        found = [part.match(name) for part in self._parts]
        if None in found:
            return whole
        matches = [match for match in found if match is not None]
        spans = sorted(span for match in matches for span in match.spans)
        return Match(max(*(match.rank for match in matches), Rank.WORD), _joined(spans))

    @cached_property
    def _whole(self) -> "Word":
        return Word(self.text)

    @cached_property
    def _parts(self) -> tuple["Word", ...]:
        return tuple(Word(word) for word in self.words)


class Word:
    """One word typed, or several in a row, ready to be looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.wide = bool(_WIDE.match(text))
        letters = text.isascii() and text.isalnum()
        self.syllables = spoken(text) if letters and text.isalpha() else ()
        self.initials = _classes(text) if letters else None

    def match(self, name: str) -> Match | None:
        """Return how `name`, folded, fits; None where it does not."""
        return (
            self._at_beginning(name)
            or self._at_word(name)
            or self._abbreviated(name)
            or self._scattered(name)
        )

    def _at_beginning(self, name: str) -> Match | None:
        if name.startswith(self.text):
            rank = Rank.WHOLE if name == self.text else Rank.BEGINNING
            return Match(rank, ((0, len(self.text)),))
        if not name.isascii():
            for way in self.syllables:
                if len(way) <= len(name) and all(map(str.__contains__, way, name)):
                    rank = Rank.WHOLE if len(way) == len(name) else Rank.SPOKEN
                    return Match(rank, ((0, len(way)),))
        return None

    def _at_word(self, name: str) -> Match | None:
        """Return the first place where a word begins so; INSIDE ones only where no initials do."""
        first = at = name.find(self.text)
        while at >= 0:
            if self.wide or begins_word(name, at):
                return Match(Rank.WORD, ((at, at + len(self.text)),))
            at = name.find(self.text, at + 1)
        if first < 0:
            return None
        abbreviated = self._abbreviated(name)
        if abbreviated is not None and abbreviated.rank is Rank.ABBREVIATION:
            return abbreviated
        return Match(Rank.INSIDE, ((first, first + len(self.text)),))

    def _abbreviated(self, name: str) -> Match | None:
        found = self.initials.search(initials(name)) if self.initials else None
        if found is None:
            return None
        places = initial_places(name)[slice(*found.span())]
        rank = Rank.INITIALS if found.start() else Rank.ABBREVIATION
        return Match(rank, _joined([(place, place + 1) for place in places]))

    def _scattered(self, name: str) -> Match | None:
        letters = self.text.replace(" ", "")
        if len(letters) < _FEWEST_SCATTERED or not all(letter in name for letter in letters):
            return None
        begins = [found.start() for found in _WORD_BEGINS.finditer(name)]
        for start in begins:
            if name[start] == letters[0] and (places := _picked(name, letters, start, begins)):
                return Match(Rank.SCATTERED, _joined([(at, at + 1) for at in places]))
        return None


def begins_word(name: str, at: int) -> bool:
    """Return whether a word begins at this place of a folded name."""
    if at == 0:
        return True
    before = name[at - 1]
    return not before.isalnum() or _WIDE.match(before) is not None


def _picked(name: str, letters: str, start: int, begins: list[int]) -> list[int]:
    """Return where `letters` stand, from `start` on; each next, in its word, or beginning one."""
    places, at = [start], start
    for letter in letters[1:]:
        later = [place for place in begins if place > at]
        end = later[0] if later else len(name)
        inside = name.find(letter, at + 1, end)
        at = inside if inside >= 0 else next((p for p in later if name[p] == letter), -1)
        if at < 0:
            return []
        places.append(at)
    return places


def _classes(letters: str) -> re.Pattern[bytes]:
    return re.compile(b"".join(b"[" + re.escape(codes_of(letter)) + b"]" for letter in letters))


def _joined(spans: list[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
