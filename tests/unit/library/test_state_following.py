from collections.abc import Generator
from pathlib import Path

import apsw
import pytest

from reader.library import state as state_module
from reader.library.state import ReadingState
from reader.library.state_matching import SAVING, YOUNG
from reader.library.state_notices import StateError
from reader.library.values import PostState
from tests.helpers.indexes import IndexedPost, replace_posts, write_index

FOLDER = Path("/library")
STARRED = PostState(starred=True)
READ = PostState(read=True)


class Library:
    """An index whose files come and go, and the state of its posts."""

    def __init__(self, place: Path) -> None:
        self.index = place / "index.db"
        self.state = ReadingState(place / "state.db", FOLDER, self.index)

    def holds(self, *posts: IndexedPost) -> None:
        write_index(self.index, posts)
        self.follow()  # as when it is opened

    def turns(self, gone: str, *posts: IndexedPost) -> dict[str, str]:
        replace_posts(self.index, gone.split(), posts)
        return self.follow()

    def follow(self) -> dict[str, str]:
        return self.state.follow(self.index)


class Clock:
    """The time, in ms, which passes when it is told to."""

    def __init__(self) -> None:
        self.now = 10**12

    def __call__(self) -> int:
        return self.now

    def wait(self, milliseconds: int) -> None:
        self.now += milliseconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(state_module, "now", clock)
    return clock


@pytest.fixture
def library(tmp_path: Path) -> Generator[Library]:
    library = Library(tmp_path)
    yield library
    library.state.close()


def post(path: str, content: bytes | None = b"text", url: str | None = None) -> IndexedPost:
    return IndexedPost(path, content=content, url_key=url)


def test_state_follows_a_renamed_file(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": PostState(True, True, 0.5)})
    assert library.turns("a.md", post("folder/b.md")) == {"a.md": "folder/b.md"}
    assert library.state.state_of("folder/b.md") == PostState(True, True, 0.5)


def test_state_follows_a_post_scraped_again_elsewhere(library: Library) -> None:
    library.holds(post("a.md", b"text", "news.cn/1"))
    library.state.change({"a.md": STARRED})
    library.turns("a.md", post("b.md", b"text, corrected", "news.cn/1"))
    assert library.state.state_of("b.md") == STARRED


def test_the_same_content_counts_more_than_the_same_url(library: Library) -> None:
    library.holds(post("a.md", b"text", "news.cn/1"))
    library.state.change({"a.md": STARRED})
    moved = library.turns("a.md", post("b.md", b"other", "news.cn/1"), post("c.md", b"text"))
    assert moved == {"a.md": "c.md"}


def test_a_state_changed_before_the_index_was_there_follows_too(library: Library) -> None:
    library.state.change({"a.md": STARRED})
    library.holds(post("a.md"))
    library.follow()
    library.turns("a.md", post("b.md"))
    assert library.state.state_of("b.md") == STARRED


def test_a_file_edited_then_renamed_is_followed_by_what_it_was_last(library: Library) -> None:
    library.holds(post("a.md", b"first"))
    library.state.change({"a.md": STARRED})
    library.turns("a.md", post("a.md", b"second"))
    library.turns("a.md", post("b.md", b"second"))
    assert library.state.state_of("b.md") == STARRED


def test_two_files_of_one_content_have_states_of_their_own(library: Library) -> None:
    library.holds(post("a.md"), post("b.md"))
    library.state.change({"a.md": STARRED, "b.md": READ})
    library.turns("a.md")
    assert library.state.state_of("b.md") == READ


def test_a_copy_made_later_begins_without_a_state(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": STARRED})
    library.turns("a.md", post("b.md"))
    assert library.turns("", post("copy.md")) == {}
    assert library.state.state_of("copy.md") == PostState()


def test_of_several_candidates_none_is_guessed(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": STARRED})
    assert library.turns("a.md", post("b.md"), post("c.md")) == {}
    assert library.turns("c.md") == {"a.md": "b.md"}


def test_posts_that_share_a_url_do_not_share_a_state(library: Library) -> None:
    library.holds(post("a.md", b"1", "news.cn"), post("b.md", b"2", "news.cn"))
    library.state.change({"a.md": STARRED, "b.md": READ})
    assert library.turns("a.md", post("c.md", b"3", "news.cn")) == {}


def test_a_file_that_comes_back_has_its_state_again(library: Library) -> None:
    library.holds(post("a.md"), post("other.md", b"other"))
    library.state.change({"a.md": STARRED})
    library.turns("a.md")
    library.turns("", post("a.md"))
    assert library.state.state_of("a.md") == STARRED


def test_state_follows_there_and_back_with_what_happened_between(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": STARRED})
    library.turns("a.md", post("b.md"))
    library.state.change({"b.md": READ})
    assert library.turns("b.md", post("a.md")) == {"b.md": "a.md"}
    assert library.state.state_of("a.md") == READ


def test_a_post_marked_unread_again_stays_so(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("a.md", post("b.md"))
    library.state.change({"b.md": PostState()})
    assert library.follow() == {}
    assert library.state.state_of("b.md") == PostState()


def test_which_of_two_states_of_one_content_a_file_goes_on_with_is_not_guessed(
    library: Library,
) -> None:
    library.holds(post("a.md"), post("b.md"))
    library.state.change({"a.md": STARRED})
    library.state.change({"b.md": READ})
    assert library.turns("a.md b.md", post("c.md")) == {}
    assert library.state.state_of("c.md") == PostState()


def test_where_two_states_of_one_content_are_alike_it_does_not_matter(library: Library) -> None:
    library.holds(post("a.md"), post("b.md"))
    library.state.change({"a.md": READ, "b.md": READ})
    library.turns("a.md b.md", post("c.md"))
    assert library.state.state_of("c.md") == READ


def test_a_post_not_indexed_yet_is_not_gone(library: Library) -> None:
    library.holds(post("a.md"), post("twin.md"))
    library.state.change({"a.md": STARRED})
    library.follow()
    connection = apsw.Connection(str(library.index))
    connection.execute("DELETE FROM facts WHERE name = 'heads_done'")
    connection.close()
    assert library.turns("a.md") == {}
    assert library.state.state_of("twin.md") == PostState()


def test_a_hash_not_known_yet_is_no_content(library: Library) -> None:
    library.holds(post("a.md"), post("b.md", b"other"))
    library.state.change({"a.md": STARRED})
    connection = apsw.Connection(str(library.index))
    connection.execute("UPDATE posts SET content_hash = x''")
    connection.close()
    assert library.turns("a.md") == {}


def test_a_whole_folder_moves_at_once(library: Library) -> None:
    library.holds(*(post(f"old/{n}.md", str(n).encode()) for n in range(500)))
    library.state.change({f"old/{n}.md": READ for n in range(500)})
    gone = " ".join(f"old/{n}.md" for n in range(500))
    moved = library.turns(gone, *(post(f"new/{n}.md", str(n).encode()) for n in range(500)))
    assert moved == {f"old/{n}.md": f"new/{n}.md" for n in range(500)}


def test_a_damaged_index_does_no_harm_to_the_state(library: Library) -> None:
    library.holds(*(post(f"{n}.md", str(n).encode()) for n in range(500)))
    library.state.change({"1.md": STARRED})
    connection = apsw.Connection(str(library.index))
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.close()
    size = library.index.stat().st_size
    with library.index.open("r+b") as index:
        index.seek(4096)
        index.write(b"\xa5" * (size - 4096))
    with pytest.raises(Exception, match="used"):
        library.state.follow(library.index)
    assert library.state.notice is None
    assert library.state.states() == {"1.md": STARRED}
    assert not list(library.index.parent.glob("state.db.damaged*"))


def test_an_index_with_a_letter_that_is_none_does_no_harm_to_the_state(library: Library) -> None:
    library.holds(post("a.md", url="example.org/a"))
    library.state.change({"a.md": READ})
    connection = apsw.Connection(str(library.index))
    connection.execute("UPDATE posts SET url_key = CAST(x'ff2f' AS TEXT) WHERE path = 'a.md'")
    connection.close()
    with pytest.raises(StateError):
        library.follow()
    library.state.change({"a.md": STARRED})
    assert library.state.states() == {"a.md": STARRED}
    assert library.state.notice is None
    assert library.turns("a.md", post("c.md", url="example.org/a")) == {"a.md": "c.md"}


def test_a_rename_that_changes_case_only(library: Library) -> None:
    library.holds(post("a/Post.md"))
    library.state.change({"a/Post.md": READ})
    assert library.turns("a/Post.md", post("a/post.md")) == {"a/Post.md": "a/post.md"}


def test_a_twin_that_was_there_before_is_never_where_a_state_goes_on(library: Library) -> None:
    library.holds(post("a.md"), post("b.md"))
    library.state.change({"a.md": READ})
    assert library.turns("a.md") == {}
    assert library.state.state_of("b.md") == PostState()
    library.turns("", post("a.md"))
    assert library.state.state_of("a.md") == READ


def test_a_copy_whose_original_goes_soon_is_a_move_in_two_pieces(
    library: Library, clock: Clock
) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("", post("b.md"))
    assert library.state.state_of("b.md") == PostState()
    clock.wait(YOUNG - 1)
    assert library.turns("a.md") == {"a.md": "b.md"}


def test_a_copy_whose_original_goes_later_is_a_post_of_its_own(
    library: Library, clock: Clock
) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("", post("b.md"))
    clock.wait(YOUNG + 1)
    assert library.turns("a.md") == {}
    assert library.state.state_of("b.md") == PostState()


def test_another_post_at_a_path_that_was_left_is_unread(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("a.md", post("b.md"))
    library.turns("", post("a.md", b"another"))
    assert library.state.state_of("a.md") == PostState()
    assert library.state.state_of("b.md") == READ


def test_another_post_in_the_place_of_one_that_went_long_ago_is_unread(
    library: Library, clock: Clock
) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("a.md")
    clock.wait(SAVING + 1)
    library.turns("", post("a.md", b"another"))
    assert library.state.state_of("a.md") == PostState()
    library.turns("", post("back.md"))
    assert library.state.state_of("back.md") == READ


def test_a_file_that_is_gone_while_it_is_saved_keeps_its_state(
    library: Library, clock: Clock
) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.turns("a.md")
    clock.wait(SAVING // 2)
    library.turns("", post("a.md", b"edited"))
    assert library.state.state_of("a.md") == READ


def test_another_url_at_the_same_path_is_another_post(library: Library) -> None:
    library.holds(post("latest.md", b"1", "news.cn/1"))
    library.state.change({"latest.md": READ})
    library.turns("latest.md", post("latest.md", b"2", "news.cn/2"))
    assert library.state.state_of("latest.md") == PostState()
    library.turns("latest.md", post("latest.md", b"1, again", "news.cn/1"))
    assert library.state.state_of("latest.md") == READ


def test_two_posts_that_swap_names(library: Library) -> None:
    library.holds(post("a.md", b"1"), post("b.md", b"2"))
    library.state.change({"a.md": READ, "b.md": STARRED})
    library.turns("a.md b.md", post("a.md", b"2"), post("b.md", b"1"))
    assert library.state.states_of(["a.md", "b.md"]) == {"a.md": STARRED, "b.md": READ}


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
def test_numbered_files_that_all_move_up_by_one_in_pieces(
    library: Library, order: list[int]
) -> None:
    library.holds(*(post(f"{n}.md", f"post {n}".encode()) for n in range(3)))
    library.state.change({"0.md": READ, "2.md": STARRED})
    for number in order:
        gone = f"{number}.md" if number < 3 else ""
        library.turns(gone, post(f"{number}.md", f"post {number - 1}".encode()))
    states = library.state.states_of([f"{n}.md" for n in range(4)])
    assert list(states.values()) == [PostState(), READ, PostState(), STARRED]


def test_twins_that_move_together_are_told_by_their_names(library: Library) -> None:
    library.holds(*(post(f"old/{name}/index.md") for name in "abc"))
    library.state.change({"old/b/index.md": READ})
    gone = " ".join(f"old/{name}/index.md" for name in "abc")
    library.turns(gone, *(post(f"new/{name}/index.md") for name in "abc"))
    assert library.state.state_of("new/b/index.md") == READ
    assert library.state.state_of("new/a/index.md") == PostState()


def test_the_address_of_a_whole_site_tells_nothing(library: Library) -> None:
    library.holds(post("a.md", b"1", "news.cn"))
    library.state.change({"a.md": READ})
    assert library.turns("a.md", post("b.md", b"2", "news.cn")) == {}


def test_an_index_between_two_states_is_waited_for(library: Library) -> None:
    library.holds(post("a.md"))
    library.state.change({"a.md": READ})
    library.follow()
    connection = apsw.Connection(str(library.index))
    connection.execute("UPDATE facts SET value = '0' WHERE name = 'bodies_done'")
    replace_posts(library.index, ["a.md"], [post("b.md")])
    assert library.state.follow(library.index, ["a.md", "b.md"]) == {}
    connection.execute("UPDATE facts SET value = '1' WHERE name = 'bodies_done'")
    connection.close()
    assert library.state.follow(library.index, ()) == {"a.md": "b.md"}
