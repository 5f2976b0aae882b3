import re
import time
from dataclasses import replace

import pytest

from reader.library.hits import hits_of
from reader.library.query import parse
from reader.library.snippets import marked
from reader.ui.article_view.marking import MOST, Sought, places, sought_by


def hits(text: str, query: str, title: int = 0) -> list[str]:
    """Return what is marked in `text`, cut out as JavaScript would."""
    sought = sought_by(query)
    return cut(text, places(text, title, sought)) if sought else []


def cut(text: str, found: list[int]) -> list[str]:
    wide = text.encode("utf-16-le")
    return [
        wide[2 * start : 2 * end].decode("utf-16-le")
        for start, end in zip(found[::2], found[1::2], strict=True)
    ]


def typed(text: str, words: str) -> list[str]:
    return cut(text, places(text, 0, Sought(text=words)))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("互联网", "互聯網與互联网", ["互聯網", "互联网"]),
        ("網", "互联网", ["网"]),
        ("cafe", "Café CAFE café caf", ["Café", "CAFE", "café"]),
        ("ABC", "ａｂｃ abc abcd", ["ａｂｃ", "abc", "abcd"]),  # still being typed: abcd too
        ('"abc"', "abc abcd", ["abc"]),
        ('"climate change"', "Climate\nchange, climate of change", ["Climate\nchange"]),
        ("war OR 战争 -peace", "war, peace, 戰爭", ["war", "戰爭"]),
        ("c++", "C++ and C", ["C++"]),
        ("tag:war is:unread after:2022", "war unread 2022", []),
        ("", "anything", []),
    ],
)
def test_marks_what_the_list_marks(query: str, text: str, found: list[str]) -> None:
    assert hits(text, query) == found
    snippet = marked(text, hits_of(parse(query).marks()))
    assert [re.sub(r"\s+", " ", hit) for hit in found] == [
        snippet.text[start:end] for start, end in snippet.hits
    ]


def test_words_of_the_title_are_marked_in_the_title_alone() -> None:
    text = "A budget\nThe budget of a year"
    assert hits(text, "title:budget year", title=len("A budget")) == ["budget", "year"]


def test_places_count_as_javascript_does() -> None:
    text = "😀 𠮷野家\n𠮷 needle 😀 needle"
    assert places(text, 7, Sought(text="needle")) == [11, 17, 21, 27]
    assert hits(text, "needle", title=7) == ["needle", "needle"]
    assert hits(text, "𠮷") == ["𠮷", "𠮷"]


def test_letters_written_in_parts_are_found_whole() -> None:
    text = "cafe\u0301 au lait, cafe\u0301; ガ か\u3099 한글"
    assert hits(text, "café") == ["cafe\u0301", "cafe\u0301"]
    assert hits(text, "が") == ["か\u3099"]
    assert hits(text, "lait") == ["lait"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("ten", "often, TEN", ["ten", "TEN"]),  # as in a browser: within words too
        ("a.b", "a.b axb", ["a.b"]),
        ("two  words", "two\n words", ["two\n words"]),
        ("网", "網路", ["網"]),
        ("(", "f(x)", ["("]),
        ("tag:war", "tag:war", ["tag:war"]),
        ("strasse", "Straße", ["Straße"]),
        ("soft", "so\u00adft", ["so\u00adft"]),
        ("  ", "a b", []),
    ],
)
def test_what_is_typed_is_found_as_it_is_folded(words: str, text: str, found: list[str]) -> None:
    assert typed(text, words) == found


def test_there_is_an_end_to_hits() -> None:
    assert len(places("a " * 30_000, 0, Sought(text="a"))) == 2 * MOST


def test_a_huge_text_takes_no_time_to_speak_of() -> None:
    text = "互聯網的歷史 and some English words, 很長的一句話。\n" * 20_000  # 680,000 characters
    sought = sought_by("互联网 english")
    assert sought is not None
    places("warm 互", 0, sought)
    began = time.process_time()
    assert len(places(text, 0, sought)) == 2 * MOST
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("答复", "得到答覆，"),  # written 答复
        ("復甦", "经济复苏"),  # written 復甦
        ("看著", "他看着我"),  # written 看著
        ("憑藉", "凭借"),
        ("鹵味檯", "卤味枱"),
    ],
)
def test_hits_are_found_in_the_script_that_is_shown(query: str, shown: str) -> None:
    sought = sought_by(query)
    assert sought is not None
    converted = replace(sought, converted=True)
    assert len(cut(shown, places(shown, 0, converted))) == 1
    assert len(cut(shown, places(shown, 0, Sought(text=query, converted=True)))) == 1


def test_a_search_is_marked_in_the_forms_it_finds_and_a_typed_text_in_its_own() -> None:
    assert hits("答复，答覆", "答覆") == ["答复", "答覆"]
    assert typed("答复", "答覆") == []
