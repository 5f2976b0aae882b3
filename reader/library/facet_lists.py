"""The facets of one post as one text, each a letter, so that many are counted at once.

Letters cost a byte or three, join by joining texts, and are counted by `Counter` in C. A facet
whose id is beyond the last letter, which takes a million values, is written as two letters of
a range of their own.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

_SURROGATES, _AFTER = 0xD800, 0xE000  # no letters stand between
_GAP = _AFTER - _SURROGATES
_PAIRED = 0x100000  # the first letter that means nothing without another one
_HALF = 0x110000 - _PAIRED
_SINGLE = _PAIRED - _GAP  # ids that are one letter


def packed(facets: Iterable[int]) -> str:
    """Return a post's facet ids, each above 0, as a text."""
    return "".join(map(_letters, sorted(facets)))


def unpacked(text: str) -> set[int]:
    """Return the facet ids that `packed` made `text` of."""
    return set(tally(text))


def tally(texts: str) -> Mapping[int, int]:
    """Return how often each facet id stands in such texts, joined."""
    code = texts.encode(_CODEC)
    if len(code) == 2 * len(texts):  # numbers are counted faster than letters
        numbers, sums = memoryview(code).cast("H"), Counter[int]()
        for start in range(0, len(numbers), _AT_ONCE):
            sums.update(numbers[start : start + _AT_ONCE])
        return {_single(number): count for number, count in sums.items()}
    counted = Counter(texts)
    if max(counted) >= chr(_PAIRED):
        counted = Counter(re.sub(_PAIR, "", texts)) + Counter(re.findall(_PAIR, texts))
    return {_id(letters): count for letters, count in counted.items()}


_AT_ONCE = 32_768  # numbers; in between another thread, such as the window's, may have its turn
_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_PAIR = f"[{chr(_PAIRED)}-{chr(0x10FFFF)}]{{2}}"


def _letters(facet: int) -> str:
    if facet < _SURROGATES:
        return chr(facet)
    if facet < _SINGLE:
        return chr(facet + _GAP)
    high, low = divmod(facet - _SINGLE, _HALF)
    return chr(_PAIRED + high) + chr(_PAIRED + low)


def _id(letters: str) -> int:
    code = ord(letters[0])
    if len(letters) == 2:
        return _SINGLE + (code - _PAIRED) * _HALF + ord(letters[1]) - _PAIRED
    return _single(code)


def _single(code: int) -> int:
    return code if code < _SURROGATES else code - _GAP
