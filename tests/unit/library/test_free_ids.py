import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.free_ids import FreeIds
from reader.library.post_ids import day_of, first_id_of, last_id_of
from reader.library.schema import ID_STEP

NOON = datetime(2022, 2, 22, 12).astimezone()
LAST_SECOND = datetime(2022, 2, 22, 23, 59, 59).astimezone()


class Posts:
    """A table of posts that holds ids alone."""

    def __init__(self) -> None:
        self.connection = apsw.Connection("")
        self.connection.execute("CREATE TABLE posts(id INTEGER PRIMARY KEY)")
        self.free = FreeIds(self.connection)

    def add(self, moments: Iterable[datetime]) -> list[int]:
        """Give each an id, in one transaction; return the ids."""
        self.free.begin()
        ids = [self.free.take(second(moment), day(moment), wish=5) for moment in moments]
        self.connection.executemany("INSERT INTO posts VALUES(?)", [(id_,) for id_ in ids])
        return ids

    def remove(self, id_: int) -> None:
        """Delete a post."""
        self.connection.execute("DELETE FROM posts WHERE id = ?", (id_,))
        self.free.retire(id_)


@pytest.fixture
def posts() -> Iterator[Posts]:
    made = Posts()
    yield made
    made.connection.close()


def second(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


def day(moment: datetime) -> date:
    return moment.astimezone().date()


def test_a_post_gets_the_wished_id_of_its_second(posts: Posts) -> None:
    assert posts.add([NOON]) == [second(NOON) * ID_STEP + 5]


def test_a_second_gives_all_its_ids_before_others_are_taken(posts: Posts) -> None:
    ids = posts.add([NOON] * ID_STEP)
    assert {id_ // ID_STEP for id_ in ids} == {second(NOON)}
    assert len(set(ids)) == ID_STEP
    assert posts.add([NOON])[0] // ID_STEP == second(NOON) + 1


def test_at_the_end_of_a_day_ids_before_are_taken(posts: Posts) -> None:
    ids = posts.add([LAST_SECOND] * 3 * ID_STEP)
    assert min(ids) // ID_STEP == second(LAST_SECOND) - 2
    assert max(ids) == last_id_of(day(LAST_SECOND))


@pytest.mark.parametrize("number", [1, ID_STEP, 10 * ID_STEP])
def test_the_id_of_a_deleted_post_is_given_to_no_other(posts: Posts, number: int) -> None:
    ids = posts.add([NOON] * number)
    posts.remove(ids[0])
    assert not {*posts.add([NOON]), *posts.add([NOON])} & set(ids)


def test_what_was_not_written_is_free(posts: Posts) -> None:
    posts.free.begin()
    for _ in range(2 * ID_STEP):
        posts.free.take(second(NOON), day(NOON), 0)
    posts.free.forget()
    assert posts.add([NOON])[0] // ID_STEP == second(NOON)


def test_days_cut_short_by_the_calendar_have_ids(posts: Posts) -> None:
    for year_1, year_9999 in ((date.min, date.max),):
        assert day_of(posts.free.take(-(10**12), year_1, 0)) == year_1
        assert day_of(posts.free.take(10**12, year_9999, 0)) == year_9999


def test_a_second_that_a_whole_library_shares_costs_no_more_than_others(posts: Posts) -> None:
    def seconds_of_work(moments: list[datetime]) -> float:
        began = time.process_time()
        for start in range(0, len(moments), 1000):
            posts.add(moments[start : start + 1000])
        return time.process_time() - began

    apart = seconds_of_work([NOON + timedelta(days=n) for n in range(1, 5001)])
    together = seconds_of_work([NOON] * 20_000)
    following = seconds_of_work([NOON + timedelta(seconds=n % 1000) for n in range(5000)])
    assert together < 4 * 6 * apart
    assert following < 6 * apart


moments = st.one_of(
    st.integers(0, 3).map(lambda n: NOON + timedelta(seconds=n)),
    st.integers(0, 3).map(lambda n: LAST_SECOND + timedelta(seconds=n - 2)),
    st.datetimes(datetime(2022, 2, 21), datetime(2022, 2, 24)).map(datetime.astimezone),
)


@settings(deadline=None)
@given(st.lists(st.lists(moments, max_size=30), max_size=6), st.data())
def test_ids_are_unique_and_within_their_day(
    batches: list[list[datetime]], data: st.DataObject
) -> None:
    posts = Posts()
    held: dict[int, datetime] = {}
    for batch in batches:
        held |= dict(zip(posts.add(batch), batch, strict=True))
        for id_ in data.draw(st.lists(st.sampled_from(sorted(held)), unique=True)) if held else ():
            posts.remove(id_)
            del held[id_]
    assert posts.connection.execute("SELECT count(*) FROM posts").get == len(held)
    for id_, moment in held.items():
        assert first_id_of(day(moment)) <= id_ <= last_id_of(day(moment))


@given(st.lists(moments, max_size=ID_STEP))
def test_ids_follow_the_moments_where_no_second_overflows(batch: list[datetime]) -> None:
    ids = Posts().add(batch)
    for id_, moment in zip(ids, batch, strict=True):
        assert id_ // ID_STEP == second(moment)
