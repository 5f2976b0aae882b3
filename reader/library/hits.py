"""Where the words of a search stand in a text, in folded letters or as it was written.

Nothing big is compiled for a query: a set of all letters in an expression takes 6 ms. What
stands beside a word is looked at by one expression that all of them share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.library.folding import CJK, fold, marks
from reader.library.query import Words, is_cjk

Span = tuple[int, int, int]  # start, end, and the number of the phrase, from 1

_GAP = r"([\W_]{0,40})"
_ASCII = "[0-9A-Za-z]"
_WRITTEN = ((0x20, 0xD800), (0xE000, 0x10000), (0x1F000, 0x1FB00))
# With any of these a text may hold words that `Hits.likely` does not know: letters that are
# composed, ignored, or spelled otherwise.
_UNSURE = (
    "[+#\u00adßẞæÆœŒĳĲ\u0300-\u036f\u0483-\u0489\u0590-\u1cff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u302a-\u302f\u3099\u309a㋿\ua66f-\ua69f\ua800-\uabff"
    "\ufb00-\ufb06\ufe00-\ufe2f\ufeff\uff9e\uff9f\U00010a00-\U00011fff"
    "\U00020000-\U0002fa1f]"
)


@dataclass(frozen=True, slots=True)
class Hits:
    """What finds any of some phrases."""

    phrases: tuple["_Phrase", ...]  # the longest first

    def spans(self, folded: str) -> Iterator[Span]:
        """Yield each hit in folded text. They are apart; of two that begin together the longer."""
        found = [phrase.span(folded, 0) for phrase in self.phrases]
        while spans := [(*span, number) for number, span in enumerate(found, 1) if span]:
            start, end, number = min(spans, key=lambda span: (span[0], span[2]))
            yield start, end, number
            for other, span in enumerate(found):
                if span and span[0] < end:
                    found[other] = self.phrases[other].span(folded, end)

    def likely(self, text: str) -> Iterator[Span]:
        """Yield what may be hits in a text as written: all, unless `is_unsure`, and some more.

        That takes a tenth of the time that folding the text does.
        """
        for found in _written(self.phrases).finditer(text):
            yield found.start(), found.end(), found.lastindex or 0


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in a row, of which the last may go on."""

    tokens: tuple[str, ...]
    prefix: bool
    pattern: re.Pattern[str]  # of the tokens; what lies between is a group each

    def span(self, folded: str, start: int) -> tuple[int, int] | None:
        """Return the first place from `start` on."""
        while found := self.pattern.search(folded, start):
            if self._is_apart(folded, found):
                end = found.end()
                while self.prefix and (letter := _letter().match(folded, end)):
                    end = letter.end()
                return found.start(), end
            start = found.start() + 1
        return None

    def _is_apart(self, folded: str, found: re.Match[str]) -> bool:
        """Return whether no letter stands before a word or behind it."""
        borders = [found.start(), *(place for gap in found.regs[1:] for place in gap), found.end()]
        for token, begins, ends in zip(self.tokens, borders[::2], borders[1::2], strict=True):
            if is_cjk(token):
                continue
            if begins and _letter().match(folded, begins - 1):
                return False
            goes_on = self.prefix and ends == found.end()
            if not goes_on and _letter().match(folded, ends):
                return False
        return True


@lru_cache(maxsize=16)
def hits_of(marks: tuple[Words, ...]) -> Hits | None:
    """Return what finds any of `marks`, None where there are none."""
    longest_first = sorted(set(marks), key=lambda words: (-len(words.words), words.words))
    return Hits(tuple(map(_phrase, longest_first))) if marks else None


def is_unsure(text: str) -> bool:
    """Return whether `text` may hold hits that `Hits.likely` does not find."""
    return _unsure().search(text) is not None


def _phrase(words: Words) -> _Phrase:
    tokens = tuple(words.words.split())
    return _Phrase(tokens, words.prefix, re.compile(_GAP.join(map(re.escape, tokens))))


@cache
def _letter() -> re.Pattern[str]:
    """Return what finds a letter of words of more than one character."""
    return re.compile(rf"[^\W_{CJK}]|[{marks()}]")


@lru_cache(maxsize=16)
def _written(phrases: tuple[_Phrase, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"({_as_written(phrase)})" for phrase in phrases))


def _as_written(phrase: _Phrase) -> str:
    first, last = phrase.tokens[0], phrase.tokens[-1]
    before = "" if is_cjk(first) else f"(?<!{_ASCII})"
    after = "" if is_cjk(last) or phrase.prefix else f"(?!{_ASCII})"
    words = ("".join(map(_any_form, token)) for token in phrase.tokens)
    return before + _GAP.replace("(", "(?:", 1).join(words) + after


@lru_cache(maxsize=1024)
def _any_form(letter: str) -> str:
    """Return an expression of all that folds to `letter`."""
    written, folded = _forms()
    forms = {letter}
    place = folded.find(letter)
    while place >= 0:
        forms.add(written[place])
        place = folded.find(letter, place + 1)
    return re.escape(letter) if len(forms) == 1 else f"[{re.escape(''.join(sorted(forms)))}]"


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(_UNSURE)  # 3 ms, which a start without a search saves


@cache
def _forms() -> tuple[str, str]:
    """Return letters, and what each folds to at the same place."""
    written = "".join(chr(code) for first, last in _WRITTEN for code in range(first, last))
    return written, fold(written)
