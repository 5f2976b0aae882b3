"""The quick way to a text's words finds those that the plain one does."""

import re
import unicodedata
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import EMOJI, words_of
from reader.library.word_bytes import word_bytes

WORD = re.compile(rf"[\w{EMOJI}]+")
# What is folded, composed, left out or spelled out, beside anything there is.
PIECES = (
    "國",
    "这",
    "說",
    "ß",
    "É",
    "e\u0301",
    "ｶﾞ",
    "が",
    "İ",
    "Σ",
    "c++",
    "C#",
    "👍🏽",
    "𠀀",
    "각",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"])).map("".join)


def _both(text: str) -> tuple[list[str], list[str]]:
    return WORD.findall(word_bytes(text).decode()), WORD.findall(words_of(text))


def _letters() -> Iterator[str]:
    for code in range(1, 0x30000):
        if unicodedata.category(chr(code)) not in ("Cs", "Cn"):
            yield chr(code)


def test_every_letter_gives_the_same_words() -> None:
    for around in ("a{}b", "中{}か", "國{}這樣說國這樣說"):
        found, wanted = _both("\n".join(map(around.format, _letters())))
        assert found == wanted


def test_every_letter_alone_gives_the_same_words() -> None:
    different = [letter for letter in _letters() if len(set(map(tuple, _both(letter)))) > 1]
    assert different == []


@given(TEXTS.filter(lambda text: "\0" not in text))
def test_any_text_gives_the_same_words(text: str) -> None:
    found, wanted = _both(text)
    assert found == wanted


def test_there_are_words_to_compare() -> None:
    assert WORD.findall(word_bytes("國際 ÉTÉ ＢＢＣ").decode()) == ["国", "际", "ete", "bbc"]
