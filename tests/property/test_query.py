"""Whatever is typed, at every moment of typing it, is a query and finds something or nothing."""

import unicodedata
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.catalog import Catalog
from reader.library.hits import hits_of
from reader.library.query import Words, parse, words_in
from reader.library.snippets import marked
from reader.library.values import Filter, Sort
from tests.helpers.indexes import IndexedPost, write_index

OPERATORS = ["-", '"', "*", ":", " ", "OR", "|", "(", ")", "：", "“", "”", "、", "－", "\u3000"]
FIELDS = ["tag", "title", "before", "is", "has", "is:unread", "2022-02"]
WORDS = ["war", "战争", "VPN服务", "café", "\u0301", "NEAR", "AND", "NOT"]
STRANGE = [
    "^",
    "+",
    "{",
    "}",
    "'",
    ";",
    "--",
    "\0",
    "\ud800",
    "\u00ad",
    "\u200b",
    "\u2067",
    "\ue000",
]
SCRIPTS = [
    "ß",
    "ﬁ",
    "İ",
    "ı",
    "की",
    "ที่",
    "שָׁ",
    "مُـ",
    "ｶﾞ",
    "🎉",
    "👍🏽",
    "1️⃣",
    "c++",
    "C#",
    "₽5",
    "葛\U000e0100",
]
syntax = st.lists(st.sampled_from([*OPERATORS, *FIELDS, *WORDS, *STRANGE, *SCRIPTS])).map("".join)
typed = st.one_of(syntax, st.text(max_size=60))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Generator[Catalog]:
    place = tmp_path_factory.mktemp("library") / "index.db"
    write_index(place, [IndexedPost("a.md", "War", "战争 VPN服务 café"), IndexedPost("b.md")])
    catalog = Catalog(place, None, Path("/library"))
    yield catalog
    catalog.close()


@given(typed)
def test_parsing_never_raises_and_leaves_only_letters_and_digits(text: str) -> None:
    for clause in parse(text).clauses:
        assert clause
        for literal in clause:
            if isinstance(literal.term, Words):
                assert literal.term.words
                assert all(map(_is_word, literal.term.words.split(" ")))


def _is_word(word: str) -> bool:
    """Return whether nothing in `word` could mean something to FTS5."""
    return bool(word) and all(
        letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc", "Me", "Co")
        for letter in word
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed)
def test_every_moment_of_typing_can_be_searched(catalog: Catalog, text: str) -> None:
    for end in range(len(text) + 1):
        for sort in Sort:
            listing = catalog.listing(Filter(query=text[:end], sort=sort))
            catalog.summaries(listing.ids, text[:end])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed)
def test_a_query_and_its_opposite_share_no_post(catalog: Catalog, text: str) -> None:
    words = words_in(text)
    if words:
        found = set(catalog.listing(Filter(query=f'"{words}"')).ids)
        others = set(catalog.listing(Filter(query=f'-"{words}"')).ids)
        assert not found & others
        assert len(found | others) == 2


@given(st.text(max_size=60), st.data())
def test_any_words_of_a_text_are_marked_in_it(text: str, data: st.DataObject) -> None:
    words = text.split()
    if words:
        start = data.draw(st.integers(0, len(words) - 1))
        end = data.draw(st.integers(start + 1, len(words)))
        query = '"' + " ".join(words[start:end]).replace('"', " ") + '"'
        pattern = hits_of(parse(query).marks())
        snippet = marked(text, pattern)
        if pattern is not None:
            assert snippet.hits
        for low, high in snippet.hits:
            assert 0 <= low < high <= len(snippet.text)
        assert list(snippet.hits) == sorted(snippet.hits)
