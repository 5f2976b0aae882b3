import threading
import time
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library.values import Counts, Filter, Listing, Shelf
from reader.ui.catalog_client import CatalogClient, NextUnread, Paths, Summaries
from tests.helpers.indexes import replace_posts
from tests.helpers.listed_posts import Library, answer_of, asking, library_of, listed, numbered


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, 30)


@pytest.fixture
def client(library: Library, qapp: object) -> Iterator[CatalogClient]:
    with asking(library) as client:
        yield client


def heard(client: CatalogClient) -> list[Listing]:
    listings: list[Listing] = []
    client.listed.connect(listings.append)
    return listings


def test_a_listing_comes_and_then_its_counts(qtbot: QtBot, client: CatalogClient) -> None:
    answers: list[object] = []
    client.listed.connect(answers.append)
    client.counted.connect(answers.append)
    client.list(Filter())
    qtbot.waitUntil(lambda: len(answers) == 2)
    listing, counts = answers
    assert isinstance(listing, Listing)
    assert isinstance(counts, Counts)
    assert (len(listing.ids), counts.shelves[Shelf.ALL]) == (30, 30)


def test_counts_may_wait_until_the_list_is_seen(qtbot: QtBot, client: CatalogClient) -> None:
    answers: list[object] = []
    client.listed.connect(answers.append)
    client.counted.connect(answers.append)
    client.count_later()
    client.list(Filter())
    qtbot.waitUntil(lambda: len(answers) == 1)
    qtbot.wait(100)
    assert [type(answer) for answer in answers] == [Listing]
    client.count()
    qtbot.waitUntil(lambda: [type(answer) for answer in answers] == [Listing, Counts])
    client.list(Filter(query="number"))
    qtbot.waitUntil(lambda: len(answers) == 4)


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_an_index_that_cannot_be_read_is_told_of(
    qtbot: QtBot, library: Library, client: CatalogClient, content: bytes | None
) -> None:
    library.index.unlink()
    if content is not None:
        library.index.write_bytes(content)
    told: list[object] = []
    client.unlisted.connect(told.append)
    client.list(Filter(query="x"))
    qtbot.waitUntil(lambda: told == [Filter(query="x")])


def test_only_the_newest_filter_is_answered(qtbot: QtBot, client: CatalogClient) -> None:
    listings = heard(client)
    for word in range(30):
        client.list(Filter(query=f"number {word}"))
    qtbot.waitUntil(lambda: bool(listings))
    qtbot.wait(50)
    assert [listing.filter.query for listing in listings] == ["number 29"]


def test_of_very_many_hits_the_first_come_before_all(
    qtbot: QtBot, client: CatalogClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.listings.MANY", 10)
    answers: list[object] = []
    for signal in (client.begun, client.listed, client.counted):
        signal.connect(answers.append)
    searched = Filter(query="number ")
    client.list(searched)
    qtbot.waitUntil(lambda: len(answers) == 3)
    first, whole, counts = answers
    assert isinstance(first, Listing)
    assert isinstance(whole, Listing)
    assert isinstance(counts, Counts)
    assert (first.whole, whole.whole, len(whole.ids)) == (False, True, 30)
    assert first.ids == whole.ids[:10]
    client.refresh()  # what is shown already is replaced as a whole
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert isinstance(answers[3], Listing)
    assert answers[3].whole


def test_answers_arrive_in_the_window_s_thread(qtbot: QtBot, client: CatalogClient) -> None:
    threads: list[threading.Thread] = []

    def note(_: object) -> None:
        threads.append(threading.current_thread())

    client.listed.connect(note)
    listed(qtbot, client)
    assert threads == [threading.main_thread()]


def test_summaries_say_what_was_asked(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    gone = 12345
    wanted = [library.ids["p0003.md"], gone, library.ids["p0001.md"]]
    answer = answer_of(
        qtbot, client.summarized, Summaries, lambda: client.summarize(wanted, "number")
    )
    assert (answer.query, answer.asked) == ("number", tuple(wanted))
    assert [post.path for post in answer.posts] == ["p0003.md", "p0001.md"]
    assert answer.posts[0].excerpt.hits


def test_posts_are_found_by_path(qtbot: QtBot, client: CatalogClient, library: Library) -> None:
    answer = answer_of(qtbot, client.located, object, lambda: client.locate("p0007.md"))
    assert answer == ("p0007.md", library.ids["p0007.md"])
    answer = answer_of(qtbot, client.located, object, lambda: client.locate("elsewhere.md"))
    assert answer == ("elsewhere.md", None)


def test_paths_come_in_the_order_asked(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    ids = array("q", [library.ids["p0009.md"], 12345, library.ids["p0002.md"]])
    answer = answer_of(qtbot, client.paths_found, Paths, lambda: client.ask_paths(ids))
    assert answer == Paths(ids, ("p0009.md", "p0002.md"))


def test_the_next_unread_post_is_looked_for_round_the_end(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    ids = listed(qtbot, client).ids
    answer = answer_of(
        qtbot, client.unread_found, NextUnread, lambda: client.ask_next_unread(ids, 29)
    )
    assert answer == NextUnread(ids, 29, ids[29])


def test_an_index_that_is_not_there_yet_is_answered_from_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    library = Library(tmp_path / "index.db", tmp_path / "state.db", tmp_path)
    with asking(library) as client:
        listings = heard(client)
        failures: list[str] = []
        client.failed.connect(failures.append)
        client.list(Filter())
        answer = answer_of(qtbot, client.located, object, lambda: client.locate("p0001.md"))
        assert answer == ("p0001.md", None)
        assert (listings, failures) == ([], [])
        library_of(tmp_path, 4)
        client.refresh()
        qtbot.waitUntil(lambda: bool(listings))
        assert len(listings[-1].ids) == 4


def test_a_refresh_sees_what_was_indexed_since(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    assert len(listed(qtbot, client).ids) == 30
    replace_posts(library.index, ["p0000.md"], [numbered(41), numbered(42)])
    answer = answer_of(qtbot, client.listed, Listing, client.refresh)
    assert len(answer.ids) == 31


def test_a_burst_of_refreshes_lists_but_few_times(qtbot: QtBot, client: CatalogClient) -> None:
    listed(qtbot, client)
    listings = heard(client)
    for _ in range(50):
        client.refresh()
    qtbot.wait(600)
    assert 1 <= len(listings) <= 3


def test_an_index_that_was_rebuilt_is_opened_again(
    qtbot: QtBot, client: CatalogClient, library: Library, tmp_path: Path
) -> None:
    assert len(listed(qtbot, client).ids) == 30
    elsewhere = tmp_path / "new"
    elsewhere.mkdir()
    rebuilt = library_of(elsewhere, 7)
    for suffix in ("-wal", "-shm"):
        library.index.with_name(library.index.name + suffix).unlink(missing_ok=True)
    rebuilt.index.replace(library.index)
    answer = answer_of(qtbot, client.listed, Listing, client.refresh)
    assert len(answer.ids) == 7


def test_another_library_is_answered_from_alone(
    qtbot: QtBot, client: CatalogClient, tmp_path: Path
) -> None:
    listings = heard(client)
    client.list(Filter())
    other = tmp_path / "other"
    other.mkdir()
    second = library_of(other, 3)
    client.open(second.index, second.state, second.folder)
    client.list(Filter())
    qtbot.waitUntil(lambda: bool(listings))
    qtbot.wait(50)
    assert [len(listing.ids) for listing in listings] == [3]


def test_a_broken_index_is_told_and_summaries_are_answered(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    listed(qtbot, client)
    with library.index.open("r+b") as file:
        file.write(b"\0" * 8192)
    answer = answer_of(
        qtbot, client.summarized, Summaries, lambda: client.summarize([*library.ids.values()], "")
    )
    assert len(answer.asked) == 30


@pytest.mark.parametrize("after_opening", [True, False])
def test_damage_is_told_with_the_number_of_the_file(
    qtbot: QtBot, client: CatalogClient, library: Library, after_opening: bool
) -> None:
    if after_opening:
        listed(qtbot, client)
    number = library.index.stat().st_ino
    with library.index.open("r+b") as file:
        file.write(b"no database" * (library.index.stat().st_size // 11))
    told: list[object] = []
    client.damaged.connect(told.append)
    client.list(Filter(query="x"))
    qtbot.waitUntil(lambda: number in told)


def test_closing_takes_no_time_even_while_asking(tmp_path: Path, qapp: object) -> None:
    with asking(library_of(tmp_path, 2000)) as client:
        for word in range(100):
            client.list(Filter(query=f"text number {word}"))
        began = time.monotonic()
        client.close()
        assert time.monotonic() - began < 0.3
        client.list(Filter())  # is quietly nothing


@pytest.mark.bench
def test_a_million_answers_lose_no_reference(qapp: object) -> None:
    client = CatalogClient()
    taken = 0

    def take(_: object) -> None:
        nonlocal taken
        taken += 1

    client.problems.connect(take)
    for _ in range(1_000_000):
        client.problems.emit(True)
    assert taken == 1_000_000
