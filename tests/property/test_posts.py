"""Whatever a file holds, it is parsed, and what comes out can be stored, sent and shown."""

import json
import pickle
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.posts.dates import moment_of
from reader.posts.decoding import decode
from reader.posts.front_matter import read_front_matter
from reader.posts.identity import normalized_url
from reader.posts.language import language_of
from reader.posts.parse import NotAPost, front_matter_is_open, parse_head, parse_post
from reader.posts.post import PostHead
from tests.helpers.post_files import MODIFIED

PATHS = st.sampled_from(["a.md", "2022-02-22-b.markdown", "c.txt", "d/e.html", "f.mkd", "g.htm"])
FENCES = st.sampled_from([("---\n", "\n---\n"), ("+++\n", "\n+++\n"), ("{", "\n}\n"), ("", "")])
KEYS = st.sampled_from(
    [*("title", "date", "tags", "categories", "author", "authors", "from", "source", "url", "lang")]
)
SCRAPS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["- ", "? ", ": ", "[", "{", "&a", "*a", "!!set", "|", ">", "'", '"', "\t", "#"]
    ),
)
CODECS = st.sampled_from(
    ["utf-8", "utf-16", "gb18030", "big5", "shift_jis", "utf-32-be", "latin-1"]
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    return f"{draw(KEYS)}: {''.join(draw(st.lists(SCRAPS, max_size=4)))}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    opening, closing = draw(FENCES)
    inner = "\n".join(draw(st.lists(lines(), max_size=8)))
    return opening + inner + closing + draw(st.text(max_size=200))


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    return draw(texts()).encode(draw(CODECS), "ignore")


DATA = st.one_of(st.binary(max_size=400), encoded())


@settings(max_examples=400, deadline=None)
@given(DATA, PATHS)
def test_a_parser_raises_nothing_undeclared(data: bytes, path: str) -> None:
    front_matter_is_open(data)
    try:
        parsed = parse_post(data, path, MODIFIED)
    except NotAPost:
        return
    check(parsed.head)
    assert parsed.body_line >= 1
    assert "\r" not in parsed.body
    parsed.body.encode()


@settings(max_examples=200, deadline=None)
@given(DATA, PATHS, st.integers(0, 400))
def test_nor_does_it_for_a_files_beginning(data: bytes, path: str, length: int) -> None:
    with suppress(NotAPost):
        check(parse_head(data[:length], path, MODIFIED, complete=length >= len(data)))


def check(head: PostHead) -> None:
    assert head.title.strip() == head.title != ""
    assert head.date.moment.tzinfo is not None
    assert 1000 <= head.date.moment.year <= 2200
    assert head.source_url is None or head.source_url.lower().startswith(("http://", "https://"))
    texts = [head.title, head.source, *head.tags, *head.categories, *head.authors]
    for text in (*texts, *(problem.reason for problem in head.problems)):
        assert len(text.splitlines()) <= 1
        json.dumps(text, ensure_ascii=False).encode()
    assert all(problem.path == head.path for problem in head.problems)
    assert pickle.loads(pickle.dumps(head)) == head  # noqa: S301 - our own


@settings(max_examples=300, deadline=None)
@given(texts())
def test_front_matter_and_body_are_the_whole_file(text: str) -> None:
    text = text.replace("\r", "\n")
    found = read_front_matter(text)
    assert 0 <= found.end <= len(text)
    assert found.body_line == text.count("\n", 0, found.end) + 1
    assert found.found or not found.values


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_comes_out_as_it_went_in(text: str, codec: str) -> None:
    if codec == "utf-8" and ("\0" in text or "\x1b$" in text or text.startswith("\ufeff")):
        return  # looks like UTF-16, ISO 2022 or a mark
    if codec == "utf-16" and text.startswith("\0"):
        return  # the same bytes are the mark of UTF-32
    assert decode(text.encode(codec)).text == text


DIGITS = st.text("0123456789-.:TZ+ /", max_size=24)


@settings(max_examples=500)
@given(st.one_of(DIGITS, st.text(), st.integers(), st.floats(), st.datetimes(), st.dates()))
def test_any_value_may_stand_for_a_date(value: object) -> None:
    moment = moment_of(value)
    assert moment is None or moment.tzinfo is not None


@given(st.text(max_size=100))
def test_normalizing_twice_changes_nothing(rest: str) -> None:
    first = normalized_url(f"https://example.org/{rest}")
    if first is not None:
        assert normalized_url(f"http://{first}") == first


@given(st.text(), st.one_of(st.text(), st.integers(), st.none()))
def test_a_language_is_a_well_formed_tag(text: str, declared: object) -> None:
    tag = language_of(text, declared)
    assert tag is None or all(part.isalnum() for part in tag.split("-"))
