import pytest
from PySide6.QtCore import QLocale

from reader.ui.post_list.alphabet import Alphabet, Initial, Kind

SIMPLIFIED = "zh_CN"
TRADITIONAL = "zh_TW"


def order(titles: list[str], locale: str = "en_US") -> list[str]:
    groups = Alphabet(QLocale(locale)).arranged((title, title) for title in titles)
    return [title for _, group in groups for title in group]


def letters(titles: list[str], locale: str = "en_US") -> list[str]:
    alphabet = Alphabet(QLocale(locale))
    return [initial.text for initial, _ in alphabet.arranged((one, one) for one in titles)]


def test_case_and_accents_do_not_part_titles() -> None:
    assert order(["zebra", "Élan", "apple", "Eland", "Apple"]) == [
        *("apple", "Apple", "Élan", "Eland", "zebra")
    ]


def test_numbers_are_ordered_by_their_value() -> None:
    assert order(["Part 10", "Part 9", "10 days", "9 days"]) == [
        *("9 days", "10 days", "Part 9", "Part 10")
    ]


def test_signs_before_the_first_letter_do_not_count() -> None:
    assert order(["“Better” he said", "apple", "[Cats]", "《安徽》"]) == [
        *("apple", "《安徽》", "“Better” he said", "[Cats]")
    ]


@pytest.mark.parametrize("locale", ["en_US", SIMPLIFIED])
def test_chinese_stands_by_its_sound_under_the_same_letters(locale: str) -> None:
    titles = ["中国", "Zebra", "北京", "安徽", "Apple", "banana"]
    assert order(titles, locale) == ["Apple", "安徽", "banana", "北京", "Zebra", "中国"]
    assert letters(titles, locale) == ["A", "B", "Z"]


def test_chinese_stands_by_its_strokes_where_that_is_the_user_s_way() -> None:
    titles = ["Zebra", "國家", "三月", "一月", "二月", "Apple"]
    assert order(titles, TRADITIONAL) == ["一月", "二月", "三月", "國家", "Apple", "Zebra"]
    assert letters(titles, TRADITIONAL) == ["1", "2", "3", "11", "A", "Z"]


def test_a_letter_is_one_of_its_own_where_the_language_says_so() -> None:
    assert letters(["Ärger", "Arm", "Zoo"], "de_DE") == ["A", "Z"]
    assert letters(["Ärger", "Arm", "Zoo"], "sv_SE") == ["A", "Z", "Ä"]


def test_other_scripts_stand_under_their_own_letters() -> None:
    titles = ["Яблоко", "яма", "カメラ", "かさ", "한국", "כותרת", "عنوان"]
    assert set(letters(titles)) == {"Я", "か", "ㅎ", "כ", "ع"}


def test_digits_and_titles_without_a_letter_come_first() -> None:
    alphabet = Alphabet(QLocale("en_US"))
    groups = alphabet.arranged((title, title) for title in ("a", "7 up", "…", "", "3"))
    assert [(initial.kind, group) for initial, group in groups] == [
        (Kind.NONE, ["…", ""]),
        (Kind.DIGIT, ["3", "7 up"]),
        (Kind.LETTER, ["a"]),
    ]


def test_equal_titles_stay_as_they_came() -> None:
    groups = Alphabet(QLocale("en_US")).arranged((number, "Same") for number in range(3_000))
    assert groups == [(Initial(Kind.LETTER, "S"), list(range(3_000)))]


def test_many_titles_are_ordered_as_few_are() -> None:
    titles = [f"{'abc'[number % 3]}{number * 7919 % 5003:05}" for number in range(5_003)]
    assert order(titles) == sorted(titles)
