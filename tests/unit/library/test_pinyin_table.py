from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

from reader.library import folding
from reader.library.folding import fold


def table() -> dict[str, str]:
    file = Path(folding.__file__).parent / "data/pinyin.txt"
    lines = (line.split(" ") for line in file.read_text("utf-8").splitlines())
    return {syllable: characters for syllable, characters in lines}  # noqa: C416 - a pair each


def test_every_character_has_its_first_reading() -> None:
    read = {letter for characters in table().values() for letter in characters}
    known = {chr(code) for code in pinyin_dict if 0x4E00 <= code < 0xA000}
    lacking = {letter for letter in known if fold(letter) == letter} - read
    assert len(lacking) < 10  # what is read without a vowel, or not at all


def test_a_character_stands_under_each_common_reading() -> None:
    readings = table()
    for letter, syllables in {
        "长": ("chang", "zhang"),
        "会": ("hui", "kuai"),
        "重": ("chong", "zhong"),
        "女": ("nv",),
    }.items():
        assert {name for name, letters in readings.items() if letter in letters} == set(syllables)


def test_only_what_search_keeps_is_in_it() -> None:
    for characters in table().values():
        assert fold(characters) == characters
