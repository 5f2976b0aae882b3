"""Titles in the order of the user's language, under the letters they begin with.

The system's own collation orders them. Chinese characters stand under the letter of their
pinyin, among the titles of an alphabet, or under their strokes where the user's Chinese is
Traditional. Signs before the first letter do not count.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

_SIGNS = re.compile(r"[\W_]+")
_HAN = re.compile(r"[々〇〻\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES = 588  # that share a consonant: Unicode 3.12
# The first character of each letter in the order of pinyin; none is read with I, U or V.
_FIRST_READ = "阿八嚓咑妸发旮哈讥咔垃妈拏喔啪期然仨他屲夕丫帀"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
# CLDR's own marks before the characters of so many strokes (zh.xml); more are hardly ever written.
_STROKES = tuple(f"\ufdd0{chr(0x2800 + count)}" for count in range(1, 34))
_TOGETHER = 1_000  # keys sorted in one go, 4 ms: Python's lock is held meanwhile

Item = TypeVar("Item")


class Kind(IntEnum):
    """What an initial is, in the order in which they stand."""

    NONE = 0
    DIGIT = 1
    STROKES = 2
    LETTER = 3
    HAN = 4


@dataclass(frozen=True, slots=True)
class Initial:
    """What titles stand under: `text` is a letter, or a number of strokes."""

    kind: Kind
    text: str = ""


class Alphabet:
    """The order of one language. For the thread that made it."""

    def __init__(self, locale: QLocale) -> None:
        self._plain = _collator(locale)
        chinese = locale.language() == QLocale.Language.Chinese
        simplified = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        self._han = self._plain if chinese else _collator(simplified)
        traditional = chinese and locale.script() == QLocale.Script.TraditionalHanScript
        asian = locale.language() in (QLocale.Language.Japanese, QLocale.Language.Korean)
        marks = () if asian else _STROKES if traditional else tuple(_FIRST_READ)
        self._marks = [self._han.sortKey(mark) for mark in marks]
        self._kind = Kind.STROKES if traditional else Kind.LETTER
        if asian or not self._knows_marks():
            self._kind, self._han = Kind.HAN, self._plain
        self._initials: dict[str, Initial] = {}

    def arranged(self, titles: Iterable[tuple[Item, str]]) -> list[tuple[Initial, list[Item]]]:
        """Return the items in order of their titles, by initial; those alike as they came."""
        groups: dict[Initial, tuple[list[tuple[Item, str]], ...]] = {}
        for item, title in titles:
            words = _SIGNS.sub("", title, count=1) if _SIGNS.match(title) else title
            initial = self.initial(words)
            group = groups.setdefault(initial, ([], []))
            group[_HAN.match(words) is not None].append((item, words))
        return [
            (initial, [*_in_order(plain, self._plain), *_in_order(han, self._han)])
            for initial in sorted(groups, key=self._place)
            for plain, han in [groups[initial]]
        ]

    def sorted(self, names: Iterable[str]) -> list[str]:
        """Return a few names in order."""
        return sorted(names, key=self._plain.sortKey)

    def initial(self, words: str) -> Initial:
        """Return what `words` stand under, which begin with a letter or digit, or are "" ."""
        first = words[:1]
        found = self._initials.get(first)
        if found is None:
            found = self._initials[first] = self._found(first)
        return found

    def _found(self, first: str) -> Initial:
        if not first:
            return Initial(Kind.NONE)
        if first.isnumeric() and not _HAN.match(first):
            return Initial(Kind.DIGIT)
        if _HAN.match(first):
            return self._of_han(first)
        if _HANGUL.match(first):
            return Initial(Kind.LETTER, _CONSONANTS[(ord(first) - 0xAC00) // _SYLLABLES])
        return Initial(Kind.LETTER, self._letter(first))

    def _of_han(self, character: str) -> Initial:
        if self._kind is Kind.HAN:
            return Initial(Kind.HAN)
        place = bisect_right(self._marks, self._han.sortKey(character))
        if self._kind is Kind.STROKES:
            return Initial(Kind.STROKES, str(max(place, 1)))
        return Initial(Kind.LETTER, _LETTERS[max(place - 1, 0)])

    def _letter(self, first: str) -> str:
        """Return the letter that this one counts as: Ä is A in German, and itself in Swedish."""
        whole = unicodedata.normalize("NFKC", first)
        if _KANA.match(whole):
            whole = chr(ord(whole[0]) - 0x60) if "ァ" <= whole[0] <= "ヶ" else whole[0]
        letter = whole[0].upper()[:1]
        base = unicodedata.normalize("NFD", letter)[:1]
        far = "z" if base.isascii() else base * 2  # any that sorts behind
        alike = base != letter and self._plain.compare(letter, base + far) < 0
        return base if alike else letter

    def _place(self, initial: Initial) -> tuple[int, int, QCollatorSortKey]:
        count = int(initial.text) if initial.kind is Kind.STROKES else 0
        return initial.kind, count, self._plain.sortKey(initial.text)

    def _knows_marks(self) -> bool:
        """Return whether the system orders Chinese characters so."""
        if any(
            later < earlier for earlier, later in zip(self._marks, self._marks[1:], strict=False)
        ):
            return False
        if self._kind is Kind.LETTER:
            return True
        return [bisect_right(self._marks, self._han.sortKey(one)) for one in "一二三"] == [1, 2, 3]


def _collator(locale: QLocale) -> QCollator:
    made = QCollator(locale)
    made.setNumericMode(True)
    return made


def _in_order(items: Sequence[tuple[Item, str]], collator: QCollator) -> list[Item]:
    """Return the items by their words, without holding Python's lock for longer than some ms.

    Of many, lots are made first, between some of them. Keys are not kept: 200,000 objects of
    Qt's would have Python look for garbage among them.
    """
    lots = [items]
    if len(items) > _TOGETHER:
        pivots = sorted(collator.sortKey(words) for _, words in items[:: _TOGETHER // 2])
        lots = [list[tuple[Item, str]]() for _ in range(len(pivots) + 1)]
        for each in items:
            lots[bisect_right(pivots, collator.sortKey(each[1]))].append(each)
    return [
        item for lot in lots for item, _ in sorted(lot, key=lambda each: collator.sortKey(each[1]))
    ]
