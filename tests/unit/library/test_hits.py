import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import composed, searchable
from reader.library.hits import Hits, hits_of, is_unsure
from reader.library.query import parse

WRITTEN = "waràÀＡé国國乌烏 ,_-.1aｗÅß\u00ad\u0301\u093f#+😀ガｶﾞ"


def wanted(query: str) -> Hits:
    hits = hits_of(parse(query).marks())
    assert hits is not None
    return hits


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end, _ in wanted(query).spans(text)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("war warm postwar war", "war ", ["war", "war"]),
        ("war warm postwar", "war", ["war", "warm"]),
        ("warmer", 'war* OR "warm"', ["warmer"]),
        ("warm war", 'war* OR "warm"', ["warm", "war"]),
        ("war_war", "war ", ["war", "war"]),
        ("war\u093e \u093ewar", "war ", []),
        ("climatechange climate change", '"climate change"', ["climate change"]),
        ("climate \u093echange", '"climate change"', []),
        ("一个vpn服务商 vpns 服务", "vpn服务", ["vpn服务"]),
        ("climate" + "-" * 41 + "change", '"climate change"', []),
        ("乌克兰乌克", "乌克 OR 克兰", ["乌克", "乌克"]),
    ],
)
def test_spans(text: str, query: str, expected: list[str]) -> None:
    assert found(text, query) == expected


def test_spans_tell_which_phrase_was_found() -> None:
    spans = wanted("war OR peace ").spans("war peace")
    assert [number for _, _, number in spans] == [2, 1]  # the longest is the first


@given(
    st.text(WRITTEN, max_size=30),
    st.lists(st.text(WRITTEN.replace(" ", ""), min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from(["{}", '"{}"', "{} "]),
)
def test_what_is_unlikely_is_no_hit(text: str, words: list[str], form: str) -> None:
    hits = hits_of(parse(form.format(" ".join(words))).marks())
    if hits is not None and not any(hits.likely(text)) and not is_unsure(text):
        assert not list(hits.spans(searchable(composed(text))[0]))
