"""How text is folded before it is searched, and split so that any Chinese word is found.

Traditional Chinese finds Simplified and back, full width finds half width, case and the
accents of Latin and Greek letters do not count. Every code point becomes exactly one code
point, so a place in folded text is the same place in the text itself: a hit found in the one
can be marked in the other.

SQLite's tokenizer takes a run of Chinese for one word. Here every Chinese, Japanese and
Korean character becomes a word of its own, and a search for several becomes a phrase.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# Radicals, 々〇 and their like, kana, bopomofo, Han, Hangul and jamo, Han of the later planes.
CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
    "\uf900-\ufaff\U00020000-\U000323af"
)
_CJK_RUNS = re.compile(f"([{CJK}]+)")

# Where the letters are that fold to another than their lower case, beside Traditional Chinese:
# Latin with accents and Greek, CJK radicals, compatibility ideographs, full and half width.
_LETTERS = (
    *((0xB5, 0x400), (0x1E00, 0x2000)),
    *((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFF01, 0xFFEF), (0x2F800, 0x2FA20)),
)


_SAMPLE = 300  # letters, by which `fold` chooses the faster of two ways
_OFTEN = 12  # one letter of so many changes


def fold(text: str) -> str:
    """Return `text` as search compares it, of the same length, code point for code point."""
    lower = text.replace("İ", "i").lower()  # the one letter whose lower case is two code points
    if lower.isascii():
        return lower
    pattern, folded = _changes()
    beginning = lower[:_SAMPLE]
    if len(pattern.findall(beginning)) * _OFTEN > len(beginning) and max(lower) <= "\uffff":
        return lower.translate(_table())  # Traditional Chinese, of which a third changes
    return pattern.sub(lambda letter: folded.get(letter[0], letter[0]), lower)


def split_cjk(folded: str) -> str:
    """Return `folded` with every Chinese, Japanese and Korean character a word of its own."""
    if folded.isascii():
        return folded
    pieces = _CJK_RUNS.split(folded)  # every second one is a run
    pieces[1::2] = map(" ".join, pieces[1::2])
    return " ".join(pieces)


def words_of(text: str) -> str:
    """Return the words of `text`, folded, as the full-text index takes them."""
    return split_cjk(fold(text))


def simplified_characters() -> Mapping[str, str]:
    """Return the Simplified character of every Traditional one, as OpenCC has them.

    The file is made by `packaging/make_simplified_table`: asking OpenCC itself takes longer
    than a process of ours may take to start.
    """
    lines = (Path(__file__).parent / "data" / "simplified.txt").read_text("utf-8")
    return dict(zip(lines[0::3], lines[1::3], strict=True))


@cache
def _table() -> list[int]:
    """Return what each letter of the basic plane folds to: what `str.translate` is fastest with."""
    table = list(range(0x10000))
    for letter, folded in _changes()[1].items():
        if letter <= "\uffff":
            table[ord(letter)] = ord(folded)
    return table


@cache
def _changes() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what lower case letters fold to, and a pattern that finds such letters.

    Few letters of most texts change, so finding them costs a third of `str.translate`. The
    pattern takes the later planes whole, for single letters of theirs would slow it down.
    """
    simplified = simplified_characters()
    changes: dict[str, str] = {}
    for letter in (*_letters(), *simplified):
        folded = _folded(letter, simplified)
        if folded != letter and len(folded) == 1:
            changes[letter] = folded
    basic_plane = "".join(letter for letter in changes if letter <= "\uffff")
    return re.compile(f"[{re.escape(basic_plane)}\U00020000-\U000323af]"), changes


def _letters() -> Iterator[str]:
    for first, last in _LETTERS:
        yield from filter(str.isalnum, map(chr, range(first, last)))


def _folded(letter: str, simplified: Mapping[str, str]) -> str:
    """Return what `letter` folds to; several characters (ß, ㍿) where there is no one."""
    plain = unicodedata.normalize("NFKC", letter)
    while plain in simplified:  # 薴 > 苧 > 苎
        plain = simplified[plain]
    return unicodedata.normalize("NFD", plain)[:1].casefold() if len(plain) == 1 else plain
