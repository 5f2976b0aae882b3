"""Folding and splitting, for any text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.folding import fold, split_cjk, words_of
from reader.library.word_bytes import word_bytes

TEXT = st.text(alphabet=st.characters(), max_size=200)
CJK = st.text(alphabet=st.characters(min_codepoint=0x3000, max_codepoint=0xFFFF), max_size=200)


@given(TEXT | CJK)
def test_a_place_in_folded_text_is_the_same_place_in_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [fold(character) for character in text] == list(folded)


TRADITIONAL = st.text(st.sampled_from("漢語國體臺灣ＡÉ𠮷İß中文 "), max_size=400)


@given(TRADITIONAL)
def test_text_of_which_much_changes_folds_as_its_letters_do(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@given(TEXT | CJK)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT | CJK)
def test_splitting_only_adds_spaces(text: str) -> None:
    assert split_cjk(text).replace(" ", "") == text.replace(" ", "")


@given(CJK, CJK)
def test_a_part_of_chinese_text_is_found_as_a_phrase(before: str, after: str) -> None:
    phrase = "中國語"
    words = words_of(before + phrase + after).split()
    wanted = words_of(phrase).split()
    assert any(words[place : place + 3] == wanted for place in range(len(words)))


# What people write, and what stands at the borders of the blocks that bytes tell apart.
BORDERS = "ก ၀ლ\u2e80\ua960\ua980\U000f2600\U0001d400\u3400\ufa00\u3192\u302e"
MIXED = st.text(
    st.sampled_from(f"aé1_ ，。、“中語のハー한𠮷🎉{BORDERS}")
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=60,
)


@settings(max_examples=500, deadline=None)
@given(MIXED)
def test_words_in_bytes_are_the_same_words(text: str) -> None:
    assert re.findall(r"\w+", word_bytes(text).decode()) == re.findall(r"\w+", words_of(text))
