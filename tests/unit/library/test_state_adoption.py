"""A library that is opened at another place: moved, copied, within another, or around it."""

import shutil
from pathlib import Path

import pytest

from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state import ReadingState
from reader.library.values import Filter, PostState, Shelf
from tests.helpers.indexes import IndexedPost, write_index

READ, STARRED = PostState(read=True), PostState(starred=True)


class Place:
    """A folder of posts on the disk, with its index; all share one `state.db`."""

    def __init__(self, root: Path, name: str) -> None:
        self.root, self.folder = root, root / name
        self.index = root / f"index-of-{name.replace('/', '-')}.db"

    def holds(self, *posts: IndexedPost) -> "Place":
        self.folder.mkdir(parents=True, exist_ok=True)
        for post in posts:
            file = self.folder / post.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(post.content or post.path.encode())
        self.index.unlink(missing_ok=True)
        write_index(self.index, posts)
        return self

    def open(self) -> ReadingState:
        return ReadingState(self.root / "state.db", self.folder, self.index)

    def does(self, **states: PostState) -> None:
        state = self.open()
        state.follow(self.index)
        state.change({f"{name.replace('__', '/')}.md": done for name, done in states.items()})
        state.follow(self.index)
        state.close()

    def states(self) -> dict[str, PostState]:
        """Return what is read and starred here, once the index was followed."""
        state = self.open()
        state.follow(self.index)
        found = state.states()
        state.close()
        return {path: done for path, done in found.items() if done != PostState()}


POSTS = [IndexedPost(f"{letter}.md", url_key=f"news.cn/{letter}") for letter in "abcdef"]


@pytest.fixture
def old(tmp_path: Path) -> Place:
    return Place(tmp_path, "old").holds(*POSTS)


@pytest.fixture
def new(tmp_path: Path) -> Place:
    return Place(tmp_path, "new")


def test_a_second_copy_begins_with_the_states_of_the_first(old: Place, new: Place) -> None:
    old.does(a=READ, b=STARRED)
    new.holds(*POSTS)
    assert new.states() == {"a.md": READ, "b.md": STARRED}
    assert old.states() == {"a.md": READ, "b.md": STARRED}


def test_from_then_on_each_goes_its_own_way(old: Place, new: Place) -> None:
    old.does(a=READ)
    new.holds(*POSTS)
    new.does(a=PostState(), b=READ)
    old.does(c=READ)
    assert old.states() == {"a.md": READ, "c.md": READ}
    assert new.states() == {"b.md": READ}


def test_a_library_that_moved_takes_everything_along_there_and_back(old: Place, new: Place) -> None:
    old.does(a=READ, b=STARRED)
    search = SavedSearch("1", "Later", Filter(shelf=Shelf.STARRED))
    state = old.open()
    state.change_searches(SearchesChange((), (search,)))
    state.close()
    shutil.rmtree(old.folder)
    new.holds(*POSTS)
    assert new.states() == {"a.md": READ, "b.md": STARRED}
    state = new.open()
    assert state.searches() == (search,)
    state.close()
    new.does(c=READ)
    shutil.rmtree(new.folder)
    old.holds(*POSTS)
    assert old.states() == {"a.md": READ, "b.md": STARRED, "c.md": READ}


def test_a_folder_that_is_left_empty_is_one_that_moved(old: Place, new: Place) -> None:
    old.does(a=READ)
    shutil.rmtree(old.folder)
    old.folder.mkdir()  # where a stick was mounted
    new.holds(*POSTS)
    new.does(b=READ)
    shutil.rmtree(new.folder)
    old.holds(*POSTS)
    assert old.states() == {"a.md": READ, "b.md": READ}


def test_what_was_done_before_the_index_was_whole_counts_more(old: Place, new: Place) -> None:
    old.does(a=PostState(read=True, starred=True), b=READ)
    shutil.rmtree(old.folder)
    new.holds(*POSTS)
    state = new.open()
    state.change({"a.md": READ})
    state.change({"a.md": PostState()})
    state.follow(new.index)
    assert state.state_of("a.md") == STARRED
    assert state.state_of("b.md") == READ
    state.close()


def test_posts_that_are_elsewhere_in_the_copy_are_found(old: Place, new: Place) -> None:
    old.does(a=READ, b=STARRED, c=READ)
    new.holds(
        IndexedPost("deep/x.md", content=b"a.md"),
        IndexedPost("b.md", content=b"edited", url_key="news.cn/b"),
        IndexedPost("again.md", content=b"scraped again", url_key="news.cn/c"),
        IndexedPost("c.md", content=b"another", url_key="news.cn/z"),
    )
    assert new.states() == {"deep/x.md": READ, "b.md": STARRED, "again.md": READ}


def test_another_library_is_no_copy_for_a_post_or_two(old: Place, new: Place) -> None:
    old.does(a=READ, b=READ, c=READ)
    new.holds(POSTS[0], IndexedPost("b.md", content=b"of this one"), IndexedPost("own.md"))
    assert new.states() == {}


def test_of_several_elders_the_one_used_last_is_taken(tmp_path: Path, old: Place) -> None:
    second = Place(tmp_path, "second").holds(*POSTS)
    old.does(a=READ)
    second.does(b=READ)
    old.does(c=READ)
    new = Place(tmp_path, "new").holds(*POSTS)
    assert new.states() == old.states() == {"a.md": READ, "c.md": READ}


def test_a_folder_within_a_library_begins_with_its_states(tmp_path: Path, old: Place) -> None:
    twins = [IndexedPost(f"2022/{name}.md", content=b"same") for name in "ab"]
    old.holds(*POSTS, *twins)
    old.does(a=READ, **{"2022__a": READ})
    within = Place(tmp_path, "old/2022").holds(
        *(IndexedPost(f"{name}.md", content=b"same") for name in "ab")
    )
    assert within.states() == {"a.md": READ}


def test_a_library_around_others_begins_with_the_states_of_both(tmp_path: Path) -> None:
    for name in ("2021", "2022"):
        Place(tmp_path, f"all/{name}").holds(IndexedPost("a.md", content=name.encode())).does(
            a=READ
        )
    around = Place(tmp_path, "all").holds(
        *(IndexedPost(f"{name}/a.md", content=name.encode()) for name in ("2021", "2022", "2023"))
    )
    assert around.states() == {"2021/a.md": READ, "2022/a.md": READ}


def test_a_library_in_use_takes_nothing_over_later(old: Place, new: Place) -> None:
    new.holds(*POSTS)
    new.does(a=READ)
    old.does(b=READ)
    assert new.states() == {"a.md": READ}


def test_a_post_not_there_yet_has_its_state_when_it_comes(old: Place, new: Place) -> None:
    old.does(a=READ, b=READ, c=READ)
    new.holds(*POSTS[:2])
    assert new.states()
    new.holds(IndexedPost("elsewhere.md", content=b"c.md"), *POSTS[:2])
    found = new.states()
    assert [found.get(f"{name}.md") for name in ("a", "b", "elsewhere")] == [READ, READ, READ]


def test_a_state_put_back_from_before_a_move_follows_it_once_more(
    tmp_path: Path, old: Place
) -> None:
    old.does(a=READ, b=STARRED)
    before = (tmp_path / "state.db").read_bytes()
    old.folder.rename(tmp_path / "new")
    new = Place(tmp_path, "new").holds(*POSTS)
    state = new.open()
    state.follow(new.index)
    assert state.states() == {"a.md": READ, "b.md": STARRED}
    put_back = tmp_path / "put back"
    put_back.write_bytes(before)
    for ending in ("-wal", "-shm"):
        (tmp_path / f"state.db{ending}").unlink()
    put_back.replace(tmp_path / "state.db")
    state.change({"c.md": READ})
    state.follow(new.index)
    assert state.states() == {"a.md": READ, "b.md": STARRED, "c.md": READ}
    state.close()
