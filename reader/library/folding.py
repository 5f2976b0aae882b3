"""How text is folded before it is searched, and split so that any Chinese word is found.

Traditional Chinese finds Simplified and back, full width finds half width, case and the
accents of Latin and Greek letters do not count. In `fold` every code point becomes exactly one
code point, so a place in folded text is the same place in the text itself. What cannot be so is
done by `loosened`: soft hyphens and vowel points vanish, ß is ss. `searchable` does both, and
knows where everything stood, so that a hit can be marked in the text as written.

SQLite's tokenizer takes a run of Chinese for one word. Here every Chinese, Japanese and
Korean character becomes a word of its own, and a search for several becomes a phrase; the same
with Thai, Lao, Khmer and Burmese, which set no spaces either, and with emoji, which SQLite
takes for punctuation: they are folded to letters of private use.
"""

import re
import unicodedata
from array import array
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
_SPACELESS = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ede\u1000-\u109f\u1780-\u17d3\uaa60-\uaa7f"
EMOJI = "\U000f2600-\U000f27bf\U000ff000-\U000ffaff"  # as they are folded
_RUNS_OF_THEM = f"([{CJK}{_SPACELESS}{EMOJI}]+)"

# Where the letters are that fold to another than their lower case, beside Traditional Chinese:
# Latin with accents and Greek, hamza on its bearers, CJK radicals, compatibility ideographs, full
# and half width.
_LETTERS = (
    *((0xB5, 0x400), (0x622, 0x627), (0x1E00, 0x2000)),
    *((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0xFF01, 0xFFEF), (0x2F800, 0x2FA20)),
)
_RADICALS = frozenset(map(chr, range(0x2E80, 0x2FE0)))  # signs, yet PDFs hold them as letters
# Letters that people type another for, though Unicode knows no relation.
_LIKENED = dict(zip("łøđħŧıёیىکە", "lodhtiеييكه", strict=True))
_EMOJI = ((0x2600, 0xF0000, 0x1C0), (0x1F000, 0xE0000, 0xB00))  # first, how far they go, how many

# What is not there for who searches: accents that no letter carries, the points of Hebrew and
# Arabic, its stretching stroke, marks of direction and of shape, colours of emoji.
_IGNORED = (
    "\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1dc0-\u1dff\u200b"
    "\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20f0\u302a-\u302d\u3099\u309a"
    "\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
# What SQLite takes for letters, and is none: private use, and signs younger than its tables.
_NO_LETTERS = "\u20ba-\u20cf\u2b4d-\u2bff\u2e3c-\u2e7f\ue000-\uf8ff\ufd40-\ufd4f\ufdcf\ufdfd-\ufdff"
_SPELLED_OUT = {
    **dict(zip("ßæœĳﬅﬆ", ("ss", "ae", "oe", "ij", "st", "st"), strict=True)),
    **dict(zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict(zip(("㋿", "++", "#"), ("令和", " plusplus ", " sharp "), strict=True)),
}
_LOOSE = f"[{_IGNORED}{_NO_LETTERS}ßæœĳﬀ-ﬆ㋿]"
_VOICED = "[\u304b-\u30fd][\u3099\u309a]"  # kana of half width and its mark
_SIGNS = r"\+\+(?<=[a-z]\+\+)|#(?<=(?<![^\W_])[acfj]#)(?![^\W_])"  # C++, C#; these begin fast


def fold(text: str) -> str:
    """Return `text` as search compares it, of the same length, code point for code point."""
    lower = lowered(text)
    if lower.isascii():
        return lower
    folded = changes()
    return _changing().sub(lambda letter: folded.get(letter[0], letter[0]), lower)


def lowered(text: str) -> str:
    """Return `text` in lower case, code point for code point."""
    return text.replace("İ", "i").lower()  # the one letter whose lower case is two code points


def split_cjk(folded: str) -> str:
    """Return `folded` with every Chinese, Japanese and Korean character a word of its own."""
    if folded.isascii():
        return folded
    pieces = _runs_of_them().split(folded)  # every second one is a run
    pieces[1::2] = map(" ".join, pieces[1::2])
    return " ".join(pieces)


def words_of(text: str) -> str:
    """Return the words of `text`, folded, as the full-text index takes them."""
    return split_cjk(loosened(fold(composed(text))))


def composed(text: str) -> str:
    """Return `text` with letters and their accents as one, as far as they can be."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def loosened(folded: str) -> str:
    """Return folded text without what is ignored, and with what is spelled out."""
    folded = with_signs(folded)
    if folded.isascii():
        return folded
    if "\u3099" in folded or "\u309a" in folded:
        folded = unicodedata.normalize("NFC", folded)
    return _not_ascii().sub(_loose, folded)


def with_signs(folded: str) -> str:
    """Return folded text with the signs of C++ and C# spelled out."""
    return _signs().sub(_loose, folded) if "+" in folded or "#" in folded else folded


def searchable(text: str) -> tuple[str, "Places | None"]:
    """Return composed `text` folded and loosened, and where its letters stand in `text`.

    None: each at the same place.
    """
    folded = fold(text)
    loose = _loose_in(folded)
    if loose is None:
        return folded, None
    starts, ends = array("I"), array("I")
    pieces: list[str] = []
    done = 0
    for found in loose.finditer(folded):
        start, end = found.span()
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        instead = _loose(found)
        starts.extend([start] * len(instead))
        ends.extend([end] * len(instead))
        pieces += folded[done:start], instead
        done = end
    if not done:
        return folded, None
    starts.extend(range(done, len(folded)))
    ends.extend(range(done + 1, len(folded) + 1))
    return "".join((*pieces, folded[done:])), (starts, ends)


Places = tuple["array[int]", "array[int]"]  # of each letter: from where, up to where it stands


@cache
def _runs_of_them() -> re.Pattern[str]:
    return re.compile(_RUNS_OF_THEM)


@cache
def marks() -> str:
    """Return the vowel signs and their like, of which words of many scripts consist, as a range.

    Not those that are ignored.
    """
    ignored = re.compile(f"[{_IGNORED}]")
    blocks = ((0x300, 0x1E00), (0x2CE0, 0x2E00), (0xA660, 0xAC00), (0x10A00, 0x11E00))
    letters = (chr(code) for block in blocks for code in range(*block))
    return "".join(
        letter
        for letter in letters
        if unicodedata.category(letter)[0] == "M" and not ignored.match(letter)
    )


def simplified_characters() -> Mapping[str, str]:
    """Return the Simplified character of every Traditional one, as OpenCC has them.

    The file is made by `packaging/make_simplified_table`: asking OpenCC itself takes longer
    than a process of ours may take to start.
    """
    lines = (Path(__file__).parent / "data" / "simplified.txt").read_text("utf-8")
    return dict(zip(lines[0::3], lines[1::3], strict=True))


@cache
def changes() -> Mapping[str, str]:
    """Return what lower case letters fold to, those that fold to another."""
    simplified = simplified_characters()
    found = dict(_LIKENED)
    for first, distance, count in _EMOJI:
        for code in range(first, first + count):
            if unicodedata.category(chr(code)) in ("So", "Cn"):
                found[chr(code)] = chr(code + distance)
    for letter in (*_letters(), *simplified):
        folded = _folded(letter, simplified)
        if folded != letter and len(folded) == 1:
            found[letter] = folded
    return found


@cache
def _changing() -> re.Pattern[str]:
    """Return what finds the letters that change, which are few in most texts.

    It takes the later planes whole, for single letters of theirs would slow it down.
    """
    basic_plane = "".join(letter for letter in changes() if letter <= "\uffff")
    planes = "\U0001f000-\U0001faff\U00020000-\U000323af"
    return re.compile(f"[{re.escape(basic_plane)}{planes}]")


@cache
def _not_ascii() -> re.Pattern[str]:
    return re.compile(_LOOSE)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(_SIGNS)


@cache
def _everything_loose() -> re.Pattern[str]:
    return re.compile(f"{_VOICED}|{_LOOSE}|{_SIGNS}")


def _loose_in(folded: str) -> re.Pattern[str] | None:
    """Return what finds everything loose in a text, as quickly as what it holds lets it."""
    if any(sign in folded for sign in "+#\u3099\u309a"):
        return _everything_loose()
    return None if folded.isascii() else _not_ascii()


def _is_no_letter(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "SP" or category in ("Co", "Cn")


def _loose(found: re.Match[str]) -> str:
    """Return what stands for something that `_LOOSE` or `_SIGNS` found."""
    letters = found[0]
    instead = _SPELLED_OUT.get(letters)
    if instead is not None:
        return instead
    if len(letters) == 2:
        return unicodedata.normalize("NFC", letters)[0]
    return " " if _is_no_letter(letters) else ""


def _letters() -> Iterator[str]:
    for first, last in _LETTERS:
        letters = map(chr, range(first, last))
        yield from (letter for letter in letters if letter.isalnum() or letter in _RADICALS)


def _folded(letter: str, simplified: Mapping[str, str]) -> str:
    """Return what `letter` folds to; several characters (ß, ㍿) where there is no one."""
    plain = unicodedata.normalize("NFKC", letter)
    while plain in simplified:  # 薴 > 苧 > 苎
        plain = simplified[plain]
    if len(plain) > 1:
        return plain
    plain = unicodedata.normalize("NFD", plain)[:1].casefold()
    return _LIKENED.get(plain, plain)
