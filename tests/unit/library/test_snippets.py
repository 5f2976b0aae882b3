import unicodedata

import pytest

from reader.library.folding import fold
from reader.library.hits import hits_of
from reader.library.query import parse
from reader.library.snippets import LENGTH, marked, passage
from reader.library.stored_text import packed
from reader.library.values import Snippet


def find(text: str, query: str) -> Snippet | None:
    pattern = hits_of(parse(query).marks())
    assert pattern is not None
    return passage(packed(text), pattern)


def hits(snippet: Snippet | None) -> list[str]:
    assert snippet is not None
    return [snippet.text[start:end] for start, end in snippet.hits]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The war goes on.", "war ", ["war"]),
        ("The WAR, a War.", "war ", ["WAR", "War"]),
        ("warm warfare, war", "war ", ["war"]),
        ("warm warfare, war", "war", ["warm", "warfare", "war"]),
        ("烏克蘭戰爭", "乌克兰", ["烏克蘭"]),
        ("乌克兰战争", "烏克蘭", ["乌克兰"]),
        ("一个VPN服务商", "vpn服务", ["VPN服务"]),
        ("ＶＰＮ 服务", "vpn ", ["ＶＰＮ"]),
        ("un café à Paris", "cafe ", ["café"]),
        ("un cafe\u0301 à Paris", "café ", ["café"]),
        ("Climate,\nchange", '"climate change"', ["Climate, change"]),
        ("climatechange", '"climate change"', None),
        ("服，务", "服务", ["服，务"]),
        ("war and peace", "peace war ", ["war", "peace"]),
        ("war and peace", "peace -war", ["peace"]),
        ("nothing of it", "war ", None),
        ("title words", "title:words ", ["words"]),
    ],
)
def test_hits(text: str, query: str, expected: list[str] | None) -> None:
    snippet = find(text, query)
    assert snippet is None if expected is None else hits(snippet) == expected


def test_without_words_there_is_nothing_to_mark() -> None:
    assert hits_of(parse("is:unread -war tag:x ").marks()) is None


def test_a_text_without_words_to_mark_stays_as_it_is() -> None:
    assert marked("Any title", None) == Snippet("Any title")


def test_a_title_is_shown_whole_in_one_line() -> None:
    snippet = marked("  A war\n of  words ", hits_of(parse("words war ").marks()))
    assert snippet.text == "A war of words"
    assert hits(snippet) == ["war", "words"]


def test_a_passage_begins_at_a_sentence_near_the_hit_and_ends_at_a_word() -> None:
    text = "Long before. " * 40 + "Here the war began. " + "It went on and on " * 20
    snippet = find(text, "war ")
    assert snippet is not None
    assert snippet.text.startswith("Here the war began. It went on")
    assert snippet.text.endswith(("on…", "and…", "went…", "It…"))
    assert len(snippet.text) <= LENGTH + 2


def test_a_passage_in_the_midst_of_a_sentence_says_so() -> None:
    snippet = find("很长的句子没有标点" * 50 + "战争" + "还在继续下去没有结束" * 50, "战争")
    assert snippet is not None
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert snippet.text[snippet.hits[0][0] - 5 : snippet.hits[0][0]] == "子没有标点"
    assert len(snippet.text) <= LENGTH + 2


def test_the_beginning_of_a_text_has_no_dots_before_it() -> None:
    snippet = find("A war. " + "And so on. " * 50, "war ")
    assert snippet is not None
    assert snippet.text.startswith("A war.")


def test_the_passage_with_most_of_the_words_is_chosen() -> None:
    text = "war alone here. " + "filler words " * 40 + "then war met peace again. " + "x " * 200
    assert hits(find(text, "peace war ")) == ["war", "peace"]


def test_a_hit_far_into_a_long_text_is_found() -> None:
    text = "filler 文字 " * 60_000 + "the needle is here. " + "filler " * 1000
    snippet = find(text, "needle ")
    assert hits(snippet) == ["needle"]
    assert snippet is not None
    assert "is here." in snippet.text


@pytest.mark.parametrize("place", [*range(3_990, 4_110, 7), *range(16_300, 16_420, 7)])
def test_a_hit_across_two_slices_is_found_with_its_surroundings(place: int) -> None:
    text = "x" * (place - 1) + " the needle lies in the haystack " + "y " * 30_000
    snippet = find(text, '"needle lies"')
    assert hits(snippet) == ["needle lies"]
    assert snippet is not None
    assert "in the haystack" in snippet.text


@pytest.mark.parametrize("place", range(3_600, 4_120))
def test_a_word_cut_apart_by_a_slice_is_no_other_word(place: int) -> None:
    text = "x" * (place - 1) + " postwar warm " + "y " * 3_000
    assert find(text, "war ") is None
    assert hits(find(text + "the war", "war ")) == ["war"]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Straße", "strasse ", "Straße"),
        ("ein­sam", "einsam ", "ein­sam"),
        ("C++", "c++ ", "C++"),
        ("été", "ete ", "été"),
        ("ｶﾞｽ", "ガス", "ｶﾞｽ"),
        ("한", "한", "한"),
        ("𠦄", fold("𠦄"), "𠦄"),
        ("😀", "😀", "😀"),
    ],
)
def test_hits_written_in_other_letters_are_found(text: str, query: str, expected: str) -> None:
    assert hits(find("filler " * 300 + text + " filler" * 300, query)) == [expected]


def test_a_hit_in_letters_that_are_composed_is_found_wherever_it_is() -> None:
    syllables = unicodedata.normalize("NFD", "가나다라 " * 3_000)
    for place in range(0, len(syllables), 997):
        text = f"{syllables[:place]} war {syllables[place:]}"
        assert hits(find(text, "war ")) == ["war"]


def test_what_looks_like_the_word_does_not_hide_it() -> None:
    text = "warä wará wár­x " * 20 + "filler " * 100 + "war."
    assert hits(find(text, "war ")) == ["war"]


def test_a_hit_at_the_very_end_is_found() -> None:
    assert hits(find("x " * 40_000 + "needle", "needle ")) == ["needle"]


def test_hits_longer_than_a_passage_are_shown_whole() -> None:
    phrase = "the same words " * 20
    snippet = find(f"before. {phrase} after.", f'"{phrase}"')
    assert hits(snippet) == [phrase.strip()]


def test_a_damaged_text_gives_no_passage() -> None:
    pattern = hits_of(parse("war ").marks())
    assert pattern is not None
    assert passage(b"no zlib at all", pattern) is None
    assert passage(b"", pattern) is None
