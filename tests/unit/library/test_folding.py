"""Folding and splitting of text for search."""

import sys
from pathlib import Path

import pytest
from opencc import OpenCC

from reader.library.folding import fold, simplified_characters, split_cjk, words_of

EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "straße"),
        ("ＢＢＣ１２", "bbc12"),
        ("漢語", "汉语"),
        ("乾隆", "干隆"),
        ("Café ÀÉÎ", "cafe aei"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("ｶﾀｶﾅ", "カタカナ"),
        ("が й", "が й"),  # a voiced kana and a Cyrillic letter are letters of their own
        ("龜", "龟"),
        ("薴", "苎"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_code_point_folds_to_one_that_stays() -> None:
    folded = fold(EVERYTHING)
    assert len(folded) == len(EVERYTHING)
    assert fold(folded) == folded


def test_each_code_point_folds_alone_as_in_company() -> None:
    folded = fold(EVERYTHING)
    for start, end in ((0, 0x3000), (0xF900, 0x10000), (0x2F800, 0x2FA20)):
        assert all(fold(EVERYTHING[code]) == folded[code] for code in range(start, end))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("中国", ["中", "国"]),
        ("iPhone手机15", ["iPhone", "手", "机", "15"]),
        ("한국어 text", ["한", "국", "어", "text"]),
        ("カタカナ・ひらがな", [*"カタカナ", "・", *"ひらがな"]),
        ("plain words", ["plain", "words"]),
        ("𠮷野家", ["𠮷", "野", "家"]),
        ("，。", ["，。"]),
    ],
)
def test_split(text: str, words: list[str]) -> None:
    assert split_cjk(text).split() == words


def test_words_of_folds_and_splits() -> None:
    assert words_of("ＢＢＣ中國").split() == ["bbc", "中", "国"]


def test_the_table_is_what_opencc_says() -> None:
    convert = OpenCC("t2s")
    table = simplified_characters()
    for start, end in ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0)):
        for character in EVERYTHING[start:end]:
            assert convert.convert(character) == table.get(character, character)


def test_the_table_ships_as_one_pair_a_line() -> None:
    from reader.library import folding  # noqa: PLC0415 - for its place

    lines = (Path(folding.__file__).parent / "data/simplified.txt").read_text("utf-8").splitlines()
    assert len(lines) == len(simplified_characters())
    assert all(len(line) == 2 for line in lines)
