"""Folding and splitting of text for search."""

import sys
from pathlib import Path

import pytest
from opencc import OpenCC

from reader.library.folding import (
    fold,
    searchable,
    simplified_characters,
    split_cjk,
    words_of,
)

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
        ("⼤家⽤⿓", "大家用龙"),
        ("Łódź København ışık", "lodz kobenhavn isik"),
        ("Ёлка", "елка"),
        ("أحمد کتاب", "احمد كتاب"),
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
        ("หนังสือ", [*"หนังสือ"]),
    ],
)
def test_split(text: str, words: list[str]) -> None:
    assert split_cjk(text).split() == words


def test_words_of_folds_and_splits() -> None:
    assert words_of("ＢＢＣ中國").split() == ["bbc", "中", "国"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Straße", "strasse"),
        ("cœur æon", "coeur aeon"),
        ("ﬁnance", "finance"),
        ("Ver\u00adtrag", "vertrag"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u2067שלום\u2069", "שלום"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("مـحـمـد", "محمد"),
        ("ｶﾞﾊﾟ", "ガパ"),
        ("が", "か\u3099"),
        ("café", "cafe\u0301"),
        ("한", "\u1112\u1161\u11ab"),
        ("й", "и\u0306"),
        ("葛\U000e0100飾", "葛飾"),
        ("👍🏽", "👍"),
        ("❤️", "❤"),
        ("㋿", "令和"),
        ("C++", "c plusplus"),
        ("C#", "c sharp"),
        ("\ue001icon ₽500", "icon 500"),
    ],
)
def test_words_that_people_take_for_the_same(text: str, same: str) -> None:
    assert words_of(text).split() == words_of(same).split()


@pytest.mark.parametrize(
    ("one", "other"), [("की", "का"), ("がく", "かく"), ("ที", "ที่"), ("й", "и"), ("🎉", "🎊")]
)
def test_words_that_are_not_the_same(one: str, other: str) -> None:
    assert words_of(one).split() != words_of(other).split()


def test_an_emoji_is_a_word_of_its_own() -> None:
    first, second, word = words_of("🎉🎉party").split()
    assert first == second
    assert word == "party"


@pytest.mark.parametrize("text", ["Straße", "a\u00adb\u00adc", "ｶﾞｽ", "C++ C# x", "plain", "漢語"])
def test_the_place_of_every_letter_is_known(text: str) -> None:
    plain, places = searchable(text)
    if places is None:
        assert len(plain) == len(text)
        return
    starts, ends = places
    assert len(starts) == len(ends) == len(plain)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)
    assert (starts[0], ends[-1]) == (0, len(text))


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
