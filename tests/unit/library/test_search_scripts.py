"""Searches find what people would expect, in every script, and mark it where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.catalog import Catalog
from reader.library.values import Filter, Snippet
from tests.helpers.indexes import IndexedPost, write_index

Search = Callable[[str, str], list[Snippet]]


@pytest.fixture
def search(tmp_path: Path) -> Search:
    """Return what asks an index of one text, and one beside the point, a query."""

    def asked(text: str, query: str) -> list[Snippet]:
        posts = [IndexedPost("a.md", "One", text), IndexedPost("b.md", "Other", "Beside 他")]
        write_index(tmp_path / "index.db", posts)
        catalog = Catalog(tmp_path / "index.db", None, Path("/library"))
        found = catalog.summaries(catalog.listing(Filter(query=query)).ids, query)
        catalog.close()
        return [summary.excerpt for summary in found]

    return asked


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("今天下雨。", "雨", "雨"),
        ("烏克蘭的戰爭", "乌克兰", "烏克蘭"),
        ("𠮷野家 ", "𠮷", "𠮷"),
        ("a 〇 b", "〇", "〇"),
        ("時々", "々", "々"),
        ("葛\U000e0100飾区", "葛飾", "葛\U000e0100飾"),
        ("ひらがなとカタカナ", "カタ", "カタ"),
        ("半角ｶﾞｽです", "ガス", "ｶﾞｽ"),
        ("ガス", "ｶﾞｽ", "ガス"),
        ("대한민국", "한민", "한민"),
        ("\u1112\u1161\u11ab국", "한", "\ud55c"),
        ("２０２２年", "2022", "２０２２"),
        ("in 2022", "２０２２ ", "2022"),
        ("a café", "CAFE ", "café"),
        ("a cafe\u0301", "café ", "caf\u00e9"),
        ("ПУТИН сказал", "путин ", "ПУТИН"),
        ("Ещё раз", "еще ", "Ещё"),
        ("ΛΌΓΟΣ", "λογος ", "ΛΌΓΟΣ"),
        ("Große Straße", "strasse ", "Straße"),
        ("GROSSE STRASSE", "straße ", "STRASSE"),
        ("İstanbul", "istanbul ", "İstanbul"),
        ("ISTANBUL", "ıstanbul ", "ISTANBUL"),
        ("the ﬁnance", "finance ", "ﬁnance"),
        ("le cœur", "coeur ", "cœur"),
        ("Łódź", "lodz ", "Łódź"),
        ("Ver\u00adtrag", "vertrag ", "Ver\u00adtrag"),
        ("zero\u200bwidth", "zerowidth ", "zero\u200bwidth"),
        ("\u2067שלום\u2069", "שלום ", "שלום"),
        ("שָׁלוֹם", "שלום ", "שָׁלוֹם"),
        ("مُحَمَّد", "محمد ", "مُحَمَّد"),
        ("إيران", "ايران ", "إيران"),
        ("کتاب", "كتاب ", "کتاب"),
        ("नरेंद्र मोदी", "मोदी ", "मोदी"),
        ("ผมอ่านหนังสือ", "หนังสือ", "หนังสือ"),
        ("we don’t know", "don't ", "don’t"),
        ("co-operation", "co-operation ", "co-operation"),
        ("snake_case", "case ", "case"),
        ("1,000,000 people", "1,000,000 ", "1,000,000"),
        ("3.14 is", "3.14 ", "3.14"),
        ("see https://a.com/b-c?d=1", "https://a.com/b-c ", "https://a.com/b-c"),
        ("see a.com/b", "a.com ", "a.com"),
        ("in C++ code", "C++ ", "C++"),
        ("in C# code", "c# ", "C#"),
        ("with .NET here", ".NET ", "NET"),
        ("🎉party", "party ", "party"),
        ("so 🎉 it is", "🎉", "🎉"),
        ("great 👍🏽", "👍", "👍"),
        ("❤️ it", "❤", "❤"),
        ("₽500 spent", "500 ", "500"),
        ("\ue001Icon", "icon ", "Icon"),
        ("5G网络VPN服务", "vpn服", "VPN服"),
        ("a x\ty", "x y ", "x"),
    ],
)
def test_a_search_finds_and_marks(search: Search, text: str, query: str, marked: str) -> None:
    (found,) = search(text, query)
    start, end = found.hits[0]
    assert found.text[start:end] == marked


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("C code", "C++ "),
        ("की बात", "का "),
        ("かく", "がく"),
        ("🎊", "🎉"),
        ("war", "wa "),
        ("мой", "мои "),
        ("国人中", "中国"),
    ],
)
def test_a_search_does_not_find(search: Search, text: str, query: str) -> None:
    assert search(text, query) == []
