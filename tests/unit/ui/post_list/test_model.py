from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.library.values import Filter, Listing, PostState, PostSummary, Sort, StateChange
from reader.ui.catalog_client import CatalogClient, Summaries
from reader.ui.post_list.dates import Span, when
from reader.ui.post_list.model import KEPT, PAGE, PostModel, Role
from tests.helpers.indexes import IndexedPost, replace_posts
from tests.helpers.listed_posts import Library, asking, library_of, listed, numbered


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, 500)


@pytest.fixture
def client(library: Library, qapp: object) -> Iterator[CatalogClient]:
    with asking(library) as client:
        yield client


def shown(qtbot: QtBot, client: CatalogClient) -> PostModel:
    model = PostModel(client)
    model.show(listed(qtbot, client))
    return model


def loaded(qtbot: QtBot, model: PostModel, rows: range) -> None:
    model.look_at(rows)
    qtbot.waitUntil(lambda: all(model.known(row) for row in rows))


def settled(qtbot: QtBot, client: CatalogClient) -> None:
    """Wait until everything asked so far is answered."""
    with qtbot.waitSignal(client.problems):
        client.ask_problems()


def check(tester: ModelTester, model: PostModel) -> None:
    tester.check(model)  # pyright: ignore[reportUnknownMemberType]


def asked_for(client: CatalogClient) -> list[Summaries]:
    answers: list[Summaries] = []
    client.summarized.connect(answers.append)
    return answers


def test_it_is_a_model(qtbot: QtBot, qtmodeltester: ModelTester, client: CatalogClient) -> None:
    model = PostModel(client)
    check(qtmodeltester, model)
    model.show(listed(qtbot, client))
    check(qtmodeltester, model)
    loaded(qtbot, model, range(100))
    replaced = array("q", model.ids[50:])
    model.show(Listing(Filter(), replaced, 500))
    check(qtmodeltester, model)
    model.clear()


def test_a_row_is_loaded_once_it_is_looked_at(qtbot: QtBot, client: CatalogClient) -> None:
    model = shown(qtbot, client)
    index = model.index(3)
    assert index.data() is None
    qtbot.waitUntil(lambda: index.data() is not None)
    assert index.data() == "Title 3"
    summary = index.data(Role.SUMMARY)
    assert summary == model.summary(3)
    assert isinstance(summary, PostSummary)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        spoken == f"Title 3. Unread. {when(summary.date, Span.NONE, QLocale())}. Text of number 3."
    )


def test_what_is_in_sight_comes_first_then_a_page_around_it(
    qtbot: QtBot, client: CatalogClient
) -> None:
    model = shown(qtbot, client)
    answers = asked_for(client)
    model.look_at(range(200, 210))
    qtbot.waitUntil(lambda: len(answers) == 3)
    sight, after, before = (answer.asked for answer in answers)
    assert sight == tuple(model.ids[200:210])
    assert after == tuple(model.ids[210 : 210 + PAGE])
    assert before == tuple(model.ids[200 - PAGE : 200])
    settled(qtbot, client)
    assert len(answers) == 3


def test_a_fast_scroll_asks_for_where_it_has_got_to(qtbot: QtBot, client: CatalogClient) -> None:
    model = shown(qtbot, client)
    answers = asked_for(client)
    for row in range(0, 480, 10):
        model.look_at(range(row, row + 10))
    qtbot.waitUntil(lambda: model.known(470) is not None)
    assert [answer.asked for answer in answers[:2]] == [
        tuple(model.ids[:10]),
        tuple(model.ids[470:480]),
    ]


def test_rows_are_found_by_id_and_path(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    model = shown(qtbot, client)
    assert all(model.row_of_id(post) == row for row, post in enumerate(model.ids))
    assert model.row_of_id(model.ids[5] + 1) is None
    assert model.row_of("p0007.md") is None  # not loaded
    loaded(qtbot, model, range(10))
    assert model.row_of("p0007.md") == 7
    shuffled = array("q", [library.ids["p0009.md"], library.ids["p0011.md"]])
    model.show(Listing(Filter(query="text", sort=Sort.RELEVANCE), shuffled, 500))
    assert model.row_of_id(library.ids["p0011.md"]) == 1
    assert model.row_of_id(library.ids["p0001.md"]) is None


def test_a_new_listing_shows_what_is_known_until_it_is_asked_again(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    model = shown(qtbot, client)
    loaded(qtbot, model, range(10))
    replace_posts(
        library.index, ["p0001.md"], [IndexedPost("new.md", "New", date=numbered(1).date)]
    )
    model.show(listed(qtbot, client))
    assert [bool(model.known(row)) for row in range(4)] == [True, False, True, True]
    loaded(qtbot, model, range(10))
    new = model.known(1)
    assert new is not None
    assert new.title.text == "New"
    assert model.row_of("p0001.md") is None


def test_only_what_changed_is_announced(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    model = shown(qtbot, client)
    loaded(qtbot, model, range(10))
    settled(qtbot, client)
    changes: list[int] = []

    def note(first: QModelIndex) -> None:
        changes.append(first.row())

    model.dataChanged.connect(note)
    model.show(listed(qtbot, client))
    model.look_at(range(10))
    settled(qtbot, client)
    settled(qtbot, client)
    assert changes == []


def test_posts_that_went_are_asked_for_once(
    qtbot: QtBot, client: CatalogClient, library: Library
) -> None:
    model = shown(qtbot, client)
    replace_posts(library.index, ["p0001.md"], [])
    answers = asked_for(client)
    model.look_at(range(10))
    qtbot.waitUntil(lambda: model.gone(1))
    assert not model.gone(2)
    settled(qtbot, client)
    before = len(answers)
    assert model.summary(1) is None
    settled(qtbot, client)
    assert len(answers) == before


def test_what_the_user_did_is_newer_than_any_answer(qtbot: QtBot, client: CatalogClient) -> None:
    model = shown(qtbot, client)
    done = PostState(read=True, starred=True)
    model.apply(StateChange({"p0002.md": PostState()}, {"p0002.md": done}))
    loaded(qtbot, model, range(4))
    states = [(post.read, post.starred) for row in range(4) if (post := model.known(row))]
    assert states == [(False, False), (False, False), (True, True), (False, False)]
    model.apply(StateChange({"p0002.md": done}, {"p0002.md": PostState()}))
    again = model.known(2)
    assert again is not None
    assert not again.read


def test_only_so_many_summaries_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    count = KEPT + 3 * PAGE
    (tmp_path / "large").mkdir()
    with asking(library_of(tmp_path / "large", count)) as client:
        model = shown(qtbot, client)
        for row in range(0, count, PAGE // 2):
            loaded(qtbot, model, range(row, min(row + PAGE // 2, count)))
        settled(qtbot, client)
        assert sum(model.known(row) is not None for row in range(count)) <= KEPT
        assert model.known(0) is None
        assert model.known(count - 1) is not None


def test_posts_kept_stand_where_their_date_is(qtbot: QtBot, client: CatalogClient) -> None:
    model = shown(qtbot, client)
    kept = model.ids[3]
    rest = array("q", [post for post in model.ids if post != kept])
    model.show(Listing(Filter(), rest, 500), [kept, model.ids[7]])
    assert model.row_of_id(kept) == 3
    assert len(model.ids) == 500


def test_200_000_rows_are_shown_and_searched_at_once(qtbot: QtBot, client: CatalogClient) -> None:
    model = PostModel(client)
    ids = array("q", range(200_000, 0, -1))
    model.show(Listing(Filter(), ids, 200_000))
    assert model.rowCount() == 200_000
    assert model.ids is ids  # not copied
    assert model.row_of_id(1) == 199_999
