import threading
import time
from array import array
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import apsw
import pytest

from reader.errors import DamagedError, StoreError
from reader.library.catalog import Catalog, Interrupted
from reader.library.state import ReadingState
from reader.library.values import (
    Facet,
    FacetCount,
    Filter,
    PostState,
    Shelf,
    Snippet,
    Sort,
)
from reader.posts.problem import Problem
from tests.helpers.indexes import SOME_DAY, IndexedPost, replace_posts, write_index

FOLDER = Path("/library")
POSTS = (
    IndexedPost(
        "old.md",
        "War and peace",
        "Nothing about it here.",
        SOME_DAY - timedelta(days=800),
        ((Facet.TAG, "war"), (Facet.AUTHOR, "Leo Tolstoy"), (Facet.SOURCE, "books.org")),
    ),
    IndexedPost(
        "folder/new.md",
        "烏克蘭的消息",
        "今天的戰爭。" * 3,
        SOME_DAY + timedelta(days=3),
        ((Facet.TAG, "新闻"), (Facet.TAG, "war"), (Facet.SOURCE, "news.cn")),
        source_url="https://www.news.cn/1?utm_source=x",
        url_key="news.cn/1",
        has_image=True,
    ),
    IndexedPost("mid.md", "Between", "A war far away. " * 5, SOME_DAY, ((Facet.TAG, "war"),)),
)
Opener = Callable[..., Catalog]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def opened(place: Path, tmp_path: Path) -> Generator[Opener]:
    catalogs: list[Catalog] = []

    def open_catalog() -> Catalog:
        catalogs.append(Catalog(place, tmp_path / "state.db", FOLDER))
        return catalogs[-1]

    yield open_catalog
    for catalog in catalogs:
        catalog.close()


@pytest.fixture
def catalog(place: Path, opened: Opener) -> Catalog:
    write_index(place, POSTS)
    return opened()


@pytest.fixture
def state(tmp_path: Path) -> Generator[ReadingState]:
    state = ReadingState(tmp_path / "state.db", FOLDER)
    yield state
    state.close()


def paths(catalog: Catalog, wanted: Filter) -> list[str]:
    return catalog.paths(catalog.listing(wanted).ids)


def search(catalog: Catalog, query: str, sort: Sort = Sort.DATE) -> list[str]:
    return paths(catalog, Filter(query=query, sort=sort))


def test_a_listing_is_newest_first_and_knows_the_total(catalog: Catalog) -> None:
    listing = catalog.listing(Filter(query="war "))
    assert listing.total == 3
    assert isinstance(listing.ids, array)
    assert catalog.paths(listing.ids) == ["folder/new.md", "mid.md", "old.md"]


def test_posts_from_before_1970_and_far_ahead_come_in_order(place: Path, opened: Opener) -> None:
    years = (1850, 1969, 1971, 2200)
    write_index(place, [IndexedPost(f"{y}.md", date=datetime(y, 6, 1, tzinfo=UTC)) for y in years])
    catalog = opened()
    assert paths(catalog, Filter()) == ["2200.md", "1971.md", "1969.md", "1850.md"]
    assert paths(catalog, Filter(until=date(1969, 12, 31))) == ["1969.md", "1850.md"]
    assert paths(catalog, Filter(since=date.min, until=date.max)) == paths(catalog, Filter())
    assert [month for month, _ in catalog.counts(Filter()).months] == [
        "1850-06", "1969-06", "1971-06", "2200-06",
    ]  # fmt: skip


def test_a_word_in_the_title_is_more_relevant(catalog: Catalog) -> None:
    assert search(catalog, '"war"', Sort.RELEVANCE)[0] == "old.md"


def test_of_many_posts_those_with_the_words_in_the_title_are_most_relevant(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.listings.MANY", 2)
    assert search(catalog, '"war"', Sort.RELEVANCE) == ["old.md", "folder/new.md", "mid.md"]
    assert search(catalog, "war OR 消息 ", Sort.RELEVANCE) == ["folder/new.md", "old.md", "mid.md"]
    monkeypatch.setattr("reader.library.listings.MANY", 1)
    assert search(catalog, "war -about ", Sort.RELEVANCE) == ["folder/new.md", "mid.md"]
    assert search(catalog, "war has:image ", Sort.RELEVANCE) == ["folder/new.md"]


def test_of_many_posts_with_the_words_in_the_title_only_the_newest_come_first(
    place: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {name: SOME_DAY - timedelta(days=number) for number, name in enumerate("abcdef")}
    titles = {"b": "War", "d": "War", "f": "War"}
    posts = [IndexedPost(n, titles.get(n, "Peace"), "war", day) for n, day in days.items()]
    write_index(place, posts)
    monkeypatch.setattr("reader.library.listings.MANY", 2)
    found = paths(opened(), Filter(query='"war"', sort=Sort.RELEVANCE))
    assert found == ["b", "d", "a", "c", "e", "f"]


@pytest.mark.parametrize("sort", Sort)
def test_the_beginning_of_many_posts_is_that_of_their_listing(
    place: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, sort: Sort
) -> None:
    days = {name: SOME_DAY - timedelta(days=number) for number, name in enumerate("abcdefgh")}
    titles = {"b": "War", "f": "War", "h": "War"}
    write_index(place, [IndexedPost(n, titles.get(n, "Peace"), "war", d) for n, d in days.items()])
    monkeypatch.setattr("reader.library.listings.MANY", 4)
    wanted = Filter(query='"war"', sort=sort)
    whole, beginning = opened().listing(wanted), opened().beginning(wanted)
    assert (whole.whole, len(whole.ids), beginning.whole) == (True, 8, False)
    assert beginning.ids == whole.ids[:4]


@pytest.mark.parametrize("query", ["", '"war"', "peace"])
def test_the_beginning_of_few_posts_or_of_no_search_is_all(
    catalog: Catalog, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.listings.MANY", 3)
    assert catalog.beginning(Filter(query=query)) == catalog.listing(Filter(query=query))


def test_relevance_without_a_search_is_the_date(catalog: Catalog) -> None:
    assert search(catalog, "is:unread", Sort.RELEVANCE) == search(catalog, "")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("乌克兰", ["folder/new.md"]),
        ("战", ["folder/new.md"]),
        ("peac", ["old.md"]),
        ("tolstoy ", ["old.md"]),
        ('"war peace"', []),
        ("war -peace", ["folder/new.md", "mid.md"]),
        ("-war", []),
        ("-peace", ["folder/new.md", "mid.md"]),
        ("peace OR 消息", ["folder/new.md", "old.md"]),
        ("title:war", ["old.md"]),
        ("source:books.org ", ["old.md"]),
        ("source:news ", ["folder/new.md"]),
        ("tag:新聞 ", ["folder/new.md"]),
        ("tag:new ", []),
        ("has:image", ["folder/new.md"]),
        ("-has:image after:2022", ["mid.md"]),
        ("before:2020 OR has:image", ["folder/new.md", "old.md"]),
    ],
)
def test_searches(catalog: Catalog, query: str, expected: list[str]) -> None:
    assert search(catalog, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", '""', "'); DROP TABLE posts; --", "{title body}: war", "war NEAR peace", "^war",
        "NOT war", "war AND", '" OR ""', "*", "tag:' OR 1=1 --", "{id}", "{0}", "%s", "war\0peace",
        "\ud800", "title:{", "(" * 2000, "x OR " * 500, "a" * 5000, "战" * 5000, "- OR - OR",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(catalog: Catalog, query: str) -> None:
    for sort in Sort:
        listing = catalog.listing(Filter(query=query, sort=sort))
        catalog.summaries(listing.ids, query)
    catalog.counts(Filter(query=query))
    assert catalog.find("old.md") is not None


def test_choices_of_one_facet_add_up_and_those_of_two_narrow(catalog: Catalog) -> None:
    tags = Filter().toggled(Facet.TAG, "war").toggled(Facet.TAG, "新闻")
    assert len(paths(catalog, tags)) == 3
    assert paths(catalog, tags.toggled(Facet.SOURCE, "news.cn")) == ["folder/new.md"]
    assert paths(catalog, Filter().only(Facet.TAG, "unknown")) == []


def test_what_is_no_text_is_no_sign_of_damage(catalog: Catalog) -> None:
    for ask in (
        partial(catalog.find, "\ud800"),
        partial(catalog.linked_path, "\ud800", "a.md"),
        partial(catalog.linked_url, "https://example.org/\ud800"),
    ):
        with pytest.raises(StoreError, match="no text") as raised:
            ask()
        assert not isinstance(raised.value, DamagedError)


@pytest.mark.parametrize(
    ("query", "tags"),
    [
        ("-peace ", {"war": 2, "新闻": 1}),
        ("-战争 ", {"war": 2}),
        ("-peace -战争 ", {"war": 1}),
        ("-peace OR -war ", {"war": 2, "新闻": 1}),
        ("-title:between -tag:新闻 ", {"war": 1}),
        ("-nowhere ", {"war": 3, "新闻": 1}),
    ],
)
def test_counts_of_the_posts_that_lack_a_word(
    catalog: Catalog, query: str, tags: dict[str, int]
) -> None:
    found = catalog.counts(Filter(query=query)).facets[Facet.TAG]
    assert {row.value: row.count for row in found} == tags


def test_counts_follow_the_other_filters_but_not_their_own(catalog: Catalog) -> None:
    counts = catalog.counts(Filter(facets=((Facet.TAG, ("新闻", "gone")),), since=date(2022, 1, 1)))
    assert counts.facets[Facet.TAG] == (
        FacetCount("war", 2), FacetCount("新闻", 1), FacetCount("gone", 0),
    )  # fmt: skip
    assert counts.facets[Facet.SOURCE] == (FacetCount("news.cn", 1),)
    assert counts.facets[Facet.AUTHOR] == ()
    assert counts.months == (("2022-02", 1),)
    assert counts.shelves[Shelf.ALL] == 3


def test_years_and_their_months_are_newest_first(catalog: Catalog) -> None:
    years = catalog.counts(Filter()).facets[Facet.YEAR]
    assert [row.value for row in years] == ["2022-02", "2022", "2019-12", "2019"]
    assert [row.parent for row in years] == ["2022", "", "2019", ""]


def test_today_is_the_present_day(place: Path, opened: Opener) -> None:
    now = datetime.now(UTC)
    write_index(place, [*POSTS, IndexedPost("today.md", date=now)])
    catalog = opened()
    assert paths(catalog, Filter(shelf=Shelf.TODAY)) == ["today.md"]
    assert catalog.counts(Filter()).shelves[Shelf.TODAY] == 1


def test_reading_state_shows_at_once(catalog: Catalog, state: ReadingState) -> None:
    assert len(paths(catalog, Filter(shelf=Shelf.UNREAD))) == 3
    change = state.change({"mid.md": PostState(read=True), "old.md": PostState(starred=True)})
    assert paths(catalog, Filter(shelf=Shelf.UNREAD)) == ["folder/new.md", "old.md"]
    assert paths(catalog, Filter(shelf=Shelf.STARRED)) == ["old.md"]
    assert catalog.counts(Filter()).shelves == {
        Shelf.ALL: 3, Shelf.UNREAD: 2, Shelf.STARRED: 1, Shelf.TODAY: 0,
    }  # fmt: skip
    state.undo(change)
    assert len(paths(catalog, Filter(shelf=Shelf.UNREAD))) == 3
    assert paths(catalog, Filter(query="is:starred")) == []


def test_the_state_of_another_library_is_none_of_ours(catalog: Catalog, tmp_path: Path) -> None:
    other = ReadingState(tmp_path / "state.db", Path("/another"))
    other.change({"mid.md": PostState(read=True)})
    other.close()
    assert len(paths(catalog, Filter(shelf=Shelf.UNREAD))) == 3


def test_a_state_replaced_by_another_file_is_noticed(catalog: Catalog, tmp_path: Path) -> None:
    for path in ("mid.md", "old.md"):
        fresh = ReadingState(tmp_path / f"{path}.db", FOLDER)
        fresh.change({path: PostState(starred=True)})
        fresh.close()
        (tmp_path / f"{path}.db").replace(tmp_path / "state.db")
        assert paths(catalog, Filter(shelf=Shelf.STARRED)) == [path]
    (tmp_path / "state.db").unlink()
    assert paths(catalog, Filter(shelf=Shelf.STARRED)) == []


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_state_that_cannot_be_read_counts_as_nothing_read(
    catalog: Catalog, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "state.db").write_bytes(content)
    for _ in range(2):
        assert len(paths(catalog, Filter(shelf=Shelf.UNREAD))) == 3


def test_new_posts_show_with_the_state_they_had(
    catalog: Catalog, place: Path, state: ReadingState
) -> None:
    state.change({"back.md": PostState(read=True), "mid.md": PostState(read=True)})
    assert catalog.counts(Filter()).shelves[Shelf.UNREAD] == 2
    replace_posts(place, ["mid.md"], [IndexedPost("back.md"), IndexedPost("fresh.md")])
    assert paths(catalog, Filter(shelf=Shelf.UNREAD)) == ["folder/new.md", "fresh.md", "old.md"]
    counts = catalog.counts(Filter())
    assert (counts.shelves[Shelf.ALL], counts.shelves[Shelf.UNREAD]) == (4, 3)
    assert counts.facets[Facet.TAG][0] == FacetCount("war", 2)


def test_one_snapshot_answers_from_one_state_of_the_index(catalog: Catalog, place: Path) -> None:
    with catalog.snapshot():
        before = catalog.listing(Filter())
        replace_posts(place, ["mid.md"], [])
        assert catalog.counts(Filter()).shelves[Shelf.ALL] == before.total == 3
        assert catalog.find("mid.md") is not None
    assert catalog.listing(Filter()).total == 2


def test_summaries_come_in_the_order_asked_without_those_gone(catalog: Catalog) -> None:
    ids = list(catalog.listing(Filter()).ids)
    found = catalog.summaries([ids[2], 12345, ids[0]])
    assert [summary.path for summary in found] == ["old.md", "folder/new.md"]
    assert found[0].title == Snippet("War and peace")
    assert found[0].excerpt == Snippet("Nothing about it here.")
    assert found[0].date == POSTS[0].date
    assert found[0].authors == ("Leo Tolstoy",)
    assert found[0].source == "books.org"
    assert found[1].source_url == POSTS[1].source_url


def test_summaries_tell_what_is_read_and_starred(catalog: Catalog, state: ReadingState) -> None:
    state.change({"mid.md": PostState(read=True), "old.md": PostState(starred=True)})
    found = {s.path: (s.read, s.starred) for s in catalog.summaries(catalog.listing(Filter()).ids)}
    assert found == {
        "mid.md": (True, False), "old.md": (False, True), "folder/new.md": (False, False),
    }  # fmt: skip


def test_summaries_of_a_search_mark_the_hits(catalog: Catalog) -> None:
    (new,) = catalog.summaries(catalog.listing(Filter(query="乌克兰")).ids, "乌克兰 战争")
    assert new.title == Snippet("烏克蘭的消息", ((0, 3),))
    assert [new.excerpt.text[start:end] for start, end in new.excerpt.hits] == ["戰爭"] * 3


def test_a_hit_in_the_tags_alone_shows_the_beginning(catalog: Catalog) -> None:
    (old,) = catalog.summaries(catalog.listing(Filter(query="peace ")).ids, "tolstoy ")
    assert old.excerpt == Snippet("Nothing about it here.")


def test_a_post_whose_body_is_not_indexed_yet_has_its_summary(place: Path, opened: Opener) -> None:
    write_index(place, [replace(POSTS[0], body_done=False)])
    catalog = opened()
    (found,) = catalog.summaries(catalog.listing(Filter()).ids, "war ")
    assert found.excerpt == Snippet("")
    assert found.title.hits == ((0, 3),)


def test_find(catalog: Catalog) -> None:
    found = catalog.find("mid.md")
    assert found is not None
    assert catalog.paths([found]) == ["mid.md"]
    assert catalog.find("nowhere.md") is None


def test_problems_come_by_path_and_line(place: Path, opened: Opener) -> None:
    problems = [Problem("b.md", 7, "bad"), Problem("b.md", 2, "worse"), Problem("a.md", None, "?")]
    write_index(place, [], problems)
    assert opened().problems() == [problems[2], problems[1], problems[0]]


@pytest.mark.parametrize("content", [None, b"", b"no database at all", b"SQLite format 3\0" * 300])
def test_what_is_no_index_cannot_be_opened(
    place: Path, opened: Opener, content: bytes | None
) -> None:
    if content is not None:
        place.write_bytes(content)
    with pytest.raises(StoreError):
        opened()


def test_an_index_of_another_version_cannot_be_opened(place: Path, opened: Opener) -> None:
    write_index(place, POSTS)
    apsw.Connection(str(place)).execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError):
        opened()


def test_a_value_of_another_type_than_was_ever_written_is_damage(
    place: Path, opened: Opener
) -> None:
    write_index(place, POSTS)

    def change(typed: str, untyped: str) -> None:
        sql = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'posts'"
        connection = apsw.Connection(str(place))
        connection.pragma("writable_schema", True)
        connection.execute(sql, (typed, untyped))
        connection.close()

    change("local_day    TEXT", "local_day        ")
    connection = apsw.Connection(str(place))
    connection.execute("UPDATE posts SET local_day = 5")
    connection.close()
    change("local_day        ", "local_day    TEXT")
    with pytest.raises(DamagedError):
        opened().counts(Filter())


def test_a_mistake_of_ours_is_not_taken_for_damage(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "_selection", None)
    with pytest.raises(TypeError):
        catalog.counts(Filter())


def test_an_index_damaged_meanwhile_is_a_store_error(place: Path, opened: Opener) -> None:
    write_index(place, [IndexedPost(f"{n}.md", text="war " * 100) for n in range(500)])
    size = place.stat().st_size
    with place.open("r+b") as index:
        index.seek(8192)
        index.write(b"\xa5" * (size - 8192))
    with pytest.raises(StoreError):  # noqa: PT012 - whichever reads a damaged page
        catalog = opened()
        catalog.listing(Filter(query="war "))
        catalog.counts(Filter())


def test_a_rebuilt_index_is_noticed(catalog: Catalog, place: Path) -> None:
    assert not catalog.stale()
    place.unlink()
    assert catalog.stale()
    assert catalog.listing(Filter()).total == 3
    write_index(place, POSTS[:1])
    assert catalog.stale()


def test_a_question_can_be_given_up_from_another_thread(place: Path, opened: Opener) -> None:
    write_index(place, [IndexedPost(f"{n}.md", text="war " * 50) for n in range(3000)])
    catalog = opened()
    catalog.counts(Filter())
    stop = threading.Event()

    def interrupt() -> None:
        while not stop.wait(0.0005):
            catalog.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    given_up = 0
    until = time.monotonic() + 20
    while given_up < 5 and time.monotonic() < until:
        try:
            catalog.listing(Filter(query="war", sort=Sort.RELEVANCE))
            catalog.counts(Filter(query="war -peace"))
        except Interrupted:
            given_up += 1
    stop.set()
    thread.join()
    assert given_up == 5
    assert len(catalog.listing(Filter(query="war")).ids) == 3000
    assert catalog.counts(Filter(query="war")).facets[Facet.YEAR] == (
        FacetCount("2022-02", 3000, "2022"),
        FacetCount("2022", 3000),
    )


def test_interrupting_while_nothing_is_asked_does_nothing(catalog: Catalog) -> None:
    catalog.interrupt()
    assert catalog.listing(Filter()).total == 3
    catalog.close()
    catalog.interrupt()


def test_the_first_unread_post_of_some_is_known(catalog: Catalog, state: ReadingState) -> None:
    ids = catalog.listing(Filter()).ids
    assert catalog.first_unread(ids) == ids[0]
    state.change({"folder/new.md": PostState(read=True)})
    assert catalog.first_unread(ids) == ids[1]
    assert catalog.first_unread(array("q", [7, ids[0]])) is None  # gone; read
    assert catalog.first_unread(array("q")) is None
