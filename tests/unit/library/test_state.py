import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library.state import ReadingState
from reader.library.state_file import StateFile
from reader.library.values import PostState
from tests.helpers.indexes import IndexedPost, write_index

FOLDER = Path("/library")
READ = PostState(read=True)
STARRED = PostState(starred=True)

WRITER = """
import sys
from pathlib import Path
from reader.library.state import ReadingState
from reader.library.state_file import StateFile
from reader.library.values import PostState

state = ReadingState(Path(sys.argv[1]), Path("/library"))
for number in range(int(sys.argv[2]), 1_000_000):
    paths = [f"{number}-{part}.md" for part in range(50)]
    state.change({path: PostState(read=True) for path in paths})
    print(number, flush=True)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.db"


@pytest.fixture
def state(place: Path) -> Generator[ReadingState]:
    state = ReadingState(place, FOLDER)
    yield state
    state.close()


def again(place: Path) -> dict[str, PostState]:
    """Return what a later start finds."""
    state = ReadingState(place, FOLDER)
    try:
        assert state.notice is None
        return state.states()
    finally:
        state.close()


def test_a_post_never_touched_has_no_state(state: ReadingState) -> None:
    assert state.state_of("a.md") == PostState()
    assert state.states() == {}
    assert state.notice is None


def test_what_is_changed_is_there_at_the_next_start(state: ReadingState, place: Path) -> None:
    state.change({"a.md": READ, "中文/b.md": STARRED})
    state.set_position("a.md", 0.25)
    assert again(place) == {"a.md": PostState(read=True, position=0.25), "中文/b.md": STARRED}


def test_a_change_tells_what_it_replaced(state: ReadingState) -> None:
    state.change({"a.md": STARRED})
    change = state.change({"a.md": READ, "b.md": READ}, "Marked 2 posts as read")
    assert change.before == {"a.md": STARRED, "b.md": PostState()}
    assert change.after == {"a.md": READ, "b.md": READ}
    assert change.words == "Marked 2 posts as read"


def test_what_changes_nothing_is_left_out(state: ReadingState) -> None:
    state.change({"a.md": READ})
    assert dict(state.change({"a.md": READ, "b.md": READ}).after) == {"b.md": READ}
    assert dict(state.change({}).after) == {}


def test_undo_takes_back_what_the_change_changed_and_no_more(state: ReadingState) -> None:
    change = state.change({"a.md": READ, "b.md": READ})
    state.set_position("a.md", 0.5)
    state.change({"b.md": PostState(read=True, starred=True)})
    undone = state.undo(change)
    assert state.state_of("a.md") == PostState(position=0.5)
    assert state.state_of("b.md") == STARRED
    assert dict(undone.after) == {"a.md": PostState(position=0.5), "b.md": STARRED}
    state.undo(undone)
    assert state.state_of("a.md") == PostState(read=True, position=0.5)


@pytest.mark.parametrize(
    ("fraction", "kept"), [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0), (float("nan"), 0.1)]
)
def test_positions_lie_between_top_and_end(
    state: ReadingState, fraction: float, kept: float
) -> None:
    state.set_position("a.md", 0.1)
    state.set_position("a.md", fraction)
    assert state.state_of("a.md").position == kept


def test_each_part_has_the_time_of_its_own_change(state: ReadingState, place: Path) -> None:
    before = time.time_ns() // 1_000_000
    state.change({"a.md": READ})
    state.set_position("a.md", 0.5)
    ((read_at, starred_at, position_at),) = apsw.Connection(str(place)).execute(
        "SELECT read_at, starred_at, position_at FROM states"
    )
    assert before <= read_at <= position_at
    assert starred_at is None


def test_libraries_have_states_of_their_own(state: ReadingState, place: Path) -> None:
    state.change({"a.md": READ})
    other = ReadingState(place, Path("/other"))
    assert other.state_of("a.md") == PostState()
    other.change({"a.md": STARRED})
    other.close()
    assert state.state_of("a.md") == READ


def test_two_windows_on_one_library_see_each_others_changes(
    state: ReadingState, place: Path
) -> None:
    other = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    other.change({"a.md": PostState(read=True, starred=True), "b.md": READ})
    assert state.states() == {"a.md": PostState(read=True, starred=True), "b.md": READ}
    other.close()


def test_a_folder_whose_name_is_no_text_has_its_state(place: Path) -> None:
    folder = Path(os.fsdecode(b"/library/\xff"))
    state = ReadingState(place, folder)
    state.change({"a\\xff.md": READ})
    state.close()
    state = ReadingState(place, folder)
    assert state.state_of("a\\xff.md") == READ
    state.close()


def test_every_commit_is_on_the_disk(place: Path) -> None:
    file = StateFile(place)
    assert file.connection.pragma("synchronous") == 2
    assert file.connection.pragma("journal_mode") == "wal"
    file.close()


def test_twenty_thousand_posts_are_one_step(place: Path, tmp_path: Path) -> None:
    paths = [f"folder/post-{number}.md" for number in range(20_000)]
    write_index(tmp_path / "index.db", [IndexedPost(path) for path in paths])
    state = ReadingState(place, FOLDER, tmp_path / "index.db")
    began = time.thread_time()
    change = state.change(dict.fromkeys(paths, READ), "Marked all as read")
    took = time.thread_time() - began
    assert len(change.after) == 20_000
    assert took < 2  # 0.2 s where nothing else runs
    assert len(state.undo(change).after) == 20_000
    state.close()


def test_a_state_is_written_whatever_the_index_is_like(place: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.db"
    state = ReadingState(place, FOLDER, index)
    state.change({"a.md": READ})
    index.write_bytes(b"no database")
    state.change({"b.md": READ})
    index.unlink()
    write_index(index, [IndexedPost("c.md")])
    state.change({"c.md": READ})
    state.close()
    assert set(again(place)) == {"a.md", "b.md", "c.md"}


def test_a_place_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="reading state"):
        ReadingState(tmp_path / "data" / "state.db", FOLDER)


def test_whatever_was_confirmed_survives_a_kill(place: Path) -> None:
    confirmed = -1
    for attempt in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-P", "-c", WRITER, str(place), str(confirmed + 1)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            text=True,
        )
        assert writer.stdout is not None
        with writer, writer.stdout as lines:
            confirmed = int(lines.readline())
            time.sleep(0.01 * attempt)
            writer.send_signal(signal.SIGKILL)
            confirmed = int(([str(confirmed), *lines.read().split()])[-1])
        states = again(place)
        whole = {f"{n}-{part}.md" for n in range(confirmed + 1) for part in range(50)}
        assert whole <= set(states)
        assert len(states) % 50 == 0  # the one that was not confirmed is there whole or not at all


def test_a_full_disk_refuses_a_change_and_keeps_what_there_was(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    try:
        place = disk / "state.db"
        state = ReadingState(place, FOLDER)
        state.change({"first.md": STARRED})
        kept = {"first.md": STARRED}
        with pytest.raises(StoreError, match="space"):  # noqa: PT012 - whichever fills it
            for number in range(1000):
                more = {f"{number}-{part}-{'x' * 200}.md": READ for part in range(20)}
                state.change(more)
                kept |= more
        assert state.states() == kept
        (disk / "state.db-wal").stat()
        state.close()
        assert again(place) == kept
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
