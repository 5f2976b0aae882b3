"""Which legacy encoding bytes are in, when nothing says so.

Each candidate decodes the bytes, and what comes out is weighed: in the right encoding most
characters are among the most frequent ones of their language, in a wrong one hardly any are.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

from reader.posts.characters import COMMON_HANGUL, COMMON_HANZI

_SAMPLE: Final = 65_536  # bytes that are enough to tell

_PUNCTUATION: Final = frozenset("　、。，．・：；？！“”‘’「」『』《》〈〉【】〔〕（）…—～〜·％")
_COMMON_CYRILLIC: Final = frozenset("оеаинтсрвлкмдпуя")
_CYRILLIC_MISFITS: Final = re.compile(
    "[а-яё](?=[А-ЯЁ])|[A-Za-z](?=[а-яёА-ЯЁ])|[а-яёА-ЯЁ](?=[A-Za-z])"
    "|(?<![а-яёА-ЯЁ])[бгдеёжзлмнпртфхцчшщъыьэюБГДЕЁЖЗЛМНПРТФХЦЧШЩЪЫЬЭЮ](?![а-яёА-ЯЁ])"
)
_ACCENTED: Final = re.compile(
    "[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽž][ÀÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß](?![À-ÿ]{2})"
)
_FOREIGN_RUN: Final = re.compile("[^\0-\x7f]{4,}")
_WESTERN_SIGNS: Final = frozenset("àéÀÉÖÜÄÅØ“”‘’–—…«»©®°€£\xa0•·¿¡")
_ASCII: Final = re.compile("[\0-\x7f]+")


def guess_encoding(data: bytes) -> str:
    """Return the codec that reads `data` most plausibly; `data` is not valid UTF-8.

    One of gb18030, big5hkscs, cp932, euc_jis_2004, cp949, cp1251, koi8_r and cp1252.
    """
    sample = data[:_SAMPLE]
    return max(_CANDIDATES, key=lambda codec: plausibility(sample, codec))


def plausibility(data: bytes, codec: str) -> float:
    """Return how much `data` read with `codec` looks like text: 1 very, 0 or less not at all."""
    text = data.decode(codec, "replace")
    foreign = _ASCII.sub("", text)
    if not foreign:
        return 0.0
    points = _CANDIDATES[codec]
    counts = Counter(foreign)
    score = sum(points(character) * number for character, number in counts.items())
    return (score + _neighbours(text, codec)) / len(foreign)


def _neighbours(text: str, codec: str) -> float:
    """Return points for what stands beside what, in the single-byte encodings."""
    if codec == "cp1252":
        runs = sum(map(len, _FOREIGN_RUN.findall(text)))
        return 1.3 * len(_ACCENTED.findall(text)) - runs
    if codec in ("cp1251", "koi8_r"):
        return -2.0 * len(_CYRILLIC_MISFITS.findall(text))
    return 0.0


def _chinese(character: str) -> float:
    if character in COMMON_HANZI:
        return 1.0
    if character in _PUNCTUATION:
        return 0.6
    if "\u4e00" <= character <= "\u9fff":
        return -0.1
    if character == "\ufffd" or character < "\xa0" or "\ue000" <= character <= "\uf8ff":
        return -1.5
    return -0.5 if "\u0370" <= character <= "\u04ff" else 0.0


def _japanese(character: str) -> float:
    if _is_kana(character):
        return 1.0
    if character in COMMON_HANZI or character in _PUNCTUATION:
        return 0.6
    if "\u4e00" <= character <= "\u9fff" or "\uff01" <= character <= "\uff5e":
        return 0.0
    return -0.5 if "\uff61" <= character <= "\uff9f" else -1.5  # half-width kana


def _korean(character: str) -> float:
    if character in COMMON_HANGUL:
        return 1.0
    if character in _PUNCTUATION:
        return 0.4
    if "\uac00" <= character <= "\ud7a3":
        return 0.1
    return -0.5 if "\u4e00" <= character <= "\u9fff" else -1.0


def _cyrillic(character: str) -> float:
    if character in _COMMON_CYRILLIC:
        return 1.0
    if "а" <= character <= "я" or character == "ё":
        return 0.6
    if "А" <= character <= "Я" or character in "«»—–“”„…№\xa0":
        return 0.3
    return -1.0


def _western(character: str) -> float:
    return 0.6 if character in _WESTERN_SIGNS else -0.5


def _is_kana(character: str) -> bool:
    return "\u3041" <= character <= "\u30fe"


# The first wins a tie.
_CANDIDATES: Final[dict[str, Callable[[str], float]]] = {
    "gb18030": _chinese,
    "big5hkscs": _chinese,
    "cp932": _japanese,
    "euc_jis_2004": _japanese,
    "cp949": _korean,
    "cp1251": _cyrillic,
    "koi8_r": _cyrillic,
    "cp1252": _western,
}
