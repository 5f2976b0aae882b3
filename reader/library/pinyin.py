"""How Chinese is typed by its sound: initials (`zgxw`) and whole syllables (`zhongguo`).

The table is made by `packaging/make_pinyin_table`, for Simplified characters: text is folded
before it comes here.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

_FIRST_SET = 0x80  # codes of characters that begin with one of several letters
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LINE_ENDS = "\n"
_REST_OF_WORD = re.compile(r"(?<=[a-z0-9])[a-z0-9'’]+")
_MOST_WAYS = 4  # of parting letters into syllables


@cache
def syllables() -> Mapping[str, str]:
    """Return the characters of each syllable; those of `lve` and `nve` as `lue`, `nue` too."""
    file = Path(__file__).parent / "data" / "pinyin.txt"
    lines = (line.split(" ") for line in file.read_text("utf-8").splitlines())
    table = {syllable: characters for syllable, characters in lines}  # noqa: C416 - of two each
    return table | {"lue": table["lve"], "nue": table["nve"]}


def initials(folded: str) -> bytes:
    """Return what each Chinese character and each other word of `folded` begins with, as codes.

    A byte each; lines stay lines, and whatever else stands in them is left out. A letter or a
    digit is itself; where several letters are common it is a code for them: see `letters_of`.
    """
    return _REST_OF_WORD.sub("", folded).translate(_codes()[0]).encode("latin-1", "ignore")


def initial_places(folded: str) -> list[int]:
    """Return where in `folded`, one line, what each byte of `initials` tells of stands."""
    table = _codes()[0]
    known = [place for place, letter in enumerate(folded) if _code_of(table, letter) is not None]
    inside = {place for found in _REST_OF_WORD.finditer(folded) for place in range(*found.span())}
    return [place for place in known if place not in inside] if inside else known


def letters_of(code: int) -> str:
    """Return the letters that a byte of `initials` stands for."""
    return chr(code) if code < _FIRST_SET else _codes()[1][code - _FIRST_SET]


@cache
def codes_of(letter: str) -> bytes:
    """Return all bytes of `initials` that may stand for `letter`."""
    sets = _codes()[1]
    several = [_FIRST_SET + at for at, letters in enumerate(sets) if letter in letters]
    return bytes((ord(letter), *several))


@lru_cache(64)
def spoken(letters: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to take `letters` as syllables, as the characters of each, shortest first.

    The last one may be a syllable's beginning. None where no syllable has two letters: those are
    initials.
    """
    ways = [way for way in _partings(letters) if any(len(one) > 1 for one in way)]
    ways.sort(key=len)
    return tuple(
        tuple(_characters_of(one, last=at == len(way)) for at, one in enumerate(way, 1))
        for way in ways
    )


def _partings(letters: str) -> list[tuple[str, ...]]:
    """Return some ways, those with long syllables first; from the end, so that each is found once.

    Looked for from the beginning, thirty letters with a wrong one at the end took seconds.
    """
    table, length = syllables(), len(letters)
    ways: list[list[tuple[str, ...]]] = [[] for _ in range(length)]  # from each letter on
    for at in range(length - 1, -1, -1):
        found = ways[at]
        for end in range(min(length, at + 6), at, -1):
            piece = letters[at:end]
            if end == length and any(name.startswith(piece) for name in table):
                found.append((piece,))
            elif end < length and piece in table:
                found += ((piece, *rest) for rest in ways[end])
        del found[_MOST_WAYS:]
    return ways[0] if ways else []


def _characters_of(syllable: str, last: bool) -> str:
    table = syllables()
    if not last:
        return table[syllable]
    return "".join(letters for name, letters in table.items() if name.startswith(syllable))


@cache
def _codes() -> tuple[Sequence[str | None], tuple[str, ...]]:
    """Return the code of every letter of the basic plane, None for most, and the sets."""
    begins: dict[str, set[str]] = defaultdict(set)
    for syllable, characters in syllables().items():
        for character in characters:
            begins[character].add(syllable[0])
    sets = tuple(sorted({"".join(sorted(one)) for one in begins.values() if len(one) > 1}))
    table: list[str | None] = [None] * 0x10000
    for letter in _LETTERS + "0123456789" + _LINE_ENDS:
        table[ord(letter)] = letter
    for character, letters in begins.items():
        several = "".join(sorted(letters))
        code = several if len(letters) == 1 else chr(_FIRST_SET + sets.index(several))
        table[ord(character)] = code
    return table, sets


def _code_of(table: Sequence[str | None], letter: str) -> str | None:
    return table[ord(letter)] if letter <= "\uffff" else None
