"""Letters as syllables of Chinese."""

from time import process_time

import pytest

from reader.library.pinyin import spoken


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("zhongguo", ["中国"]),
        ("xian", ["先", "西安"]),
        ("beijingd", ["北京的"]),  # what goes on
        ("xi", ["西"]),
    ],
)
def test_letters_are_taken_as_syllables_in_every_way(letters: str, ways: list[str]) -> None:
    found = [
        way
        for way in spoken(letters)
        if any(len(way) == len(text) and all(map(str.__contains__, way, text)) for text in ways)
    ]
    assert sorted(map(len, found)) == sorted(map(len, ways))


@pytest.mark.parametrize("letters", ["", "v", "zgxw", "xianii"])
def test_what_is_no_syllable_is_none(letters: str) -> None:
    assert spoken(letters) == ()


def test_a_wrong_letter_at_the_end_of_many_costs_nothing() -> None:
    spoken("")  # reads the table
    began = process_time()
    assert spoken("tiananmen" * 20 + "ii") == ()
    assert process_time() - began < 0.5
