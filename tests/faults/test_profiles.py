"""Several windows and profiles at once, folders that may not be written, clocks, and kills."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import apsw
import pytest

from reader.library.catalog import Catalog
from reader.library.state import ReadingState
from reader.library.state_backup import KEPT_DAYS, back_up_daily, copies
from reader.library.state_notices import StateError, StateNews
from reader.library.values import Filter, PostState, Shelf, StateChange
from reader.profile import Profile
from tests.helpers.indexes import IndexedPost, write_index

FOLDER = Path("/library")
READ, STARRED = PostState(read=True), PostState(starred=True)
ROOT = Path(__file__).parents[2]

# A window that makes its changes to the posts that another one changes, too.
WRITER = """
import sys
import time
from pathlib import Path
from reader.library.state import ReadingState
from reader.library.values import Filter, PostState, Shelf, StateChange

place, part, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
state = ReadingState(place, Path("/library"))
wanted = PostState(read=part == "read", starred=part == "starred")
for number in range(count):
    paths = [f"{number}.md", f"{part}-{number}.md"]
    state.apply(StateChange(dict.fromkeys(paths, PostState()), dict.fromkeys(paths, wanted)))
    print(number, flush=True)
    time.sleep(0.001)  # SQLite's writers do not queue; one that never rests starves the other
state.close()
"""

# Windows that open a state which is not there yet, all at the same moment.
OPENERS = """
import os
import sys
from pathlib import Path
from reader.library.state import ReadingState

place, count = Path(sys.argv[1]), int(sys.argv[2])
gate, opener = os.pipe()
children = []
for _ in range(count):
    child = os.fork()
    if child == 0:
        os.close(opener)
        os.read(gate, 1)  # ends when the gate is closed
        state = ReadingState(place, Path("/library"))
        state.close()
        os._exit(state.notice is not None)
    children.append(child)
os.close(opener)
sys.exit(any([os.waitpid(child, 0)[1] for child in children]))
"""


def writing(place: Path, part: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", WRITER, str(place), part, str(count)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path, full: bool) -> None:
    place, count = tmp_path / "state.db", 1000 if full else 100
    windows = [writing(place, part, count) for part in ("read", "starred")]
    for window in windows:
        told, _ = window.communicate(timeout=300)
        assert window.returncode == 0
        assert len(told.split()) == count
    state = ReadingState(place, FOLDER)
    found = state.states()
    assert state.notice is None
    for number in range(count):
        assert found[f"{number}.md"] == PostState(read=True, starred=True)
        assert found[f"read-{number}.md"] == READ
        assert found[f"starred-{number}.md"] == STARRED
    state.close()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_windows_that_open_a_new_state_at_once_all_have_it(tmp_path: Path, full: bool) -> None:
    for attempt in range(500 if full else 20):
        place = tmp_path / str(attempt) / "state.db"
        command = [sys.executable, "-P", "-c", OPENERS, str(place), "4"]
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()


def test_what_was_acknowledged_survives_a_kill_at_any_moment(tmp_path: Path, full: bool) -> None:
    chance = random.Random(4)  # noqa: S311 - the same every time
    for attempt in range(200 if full else 6):
        place = tmp_path / str(attempt % 10) / "state.db"  # some go on with what was left
        kill_two(place, chance.uniform(0, 0.06), attempt)


def kill_two(place: Path, seconds: float, attempt: int) -> None:
    """Kill two windows on one state after so long; all that each had told must be there."""
    windows = {part: writing(place, part, 100_000) for part in ("read", "starred")}
    told: dict[str, int] = {}
    for part, window in windows.items():
        assert window.stdout is not None
        told[part] = int(window.stdout.readline())
    time.sleep(seconds)
    for part, window in windows.items():
        window.send_signal(signal.SIGKILL)
        more, _ = window.communicate()
        told[part] = int([str(told[part]), *more.split()][-1])
    state = ReadingState(place, FOLDER)
    found = state.states()
    assert state.notice is None, f"attempt {attempt}"
    for number in range(told["read"] + 1):
        assert found[f"{number}.md"].read, f"attempt {attempt}: {number}"
        assert found[f"read-{number}.md"].read
    for number in range(told["starred"] + 1):
        assert found[f"{number}.md"].starred, f"attempt {attempt}: {number}"
        assert found[f"starred-{number}.md"].starred
    state.close()


def test_two_profiles_do_not_know_of_each_other(tmp_path: Path) -> None:
    one, other = (Profile.under(tmp_path / name) for name in ("one", "other"))
    states = [ReadingState(profile.state_path, FOLDER) for profile in (one, other)]
    states[0].change({"a.md": READ})
    states[1].change({"a.md": STARRED, "b.md": READ})
    assert states[0].states() == {"a.md": READ}
    assert states[1].states() == {"a.md": STARRED, "b.md": READ}
    for state in states:
        state.close()


def test_one_window_restores_what_the_other_goes_on_with(tmp_path: Path) -> None:
    place = tmp_path / "state.db"
    first = ReadingState(place, FOLDER)
    first.change({"a.md": READ})
    assert first.back_up_if_due() is not None
    connection = apsw.Connection(str(place))
    connection.execute("SELECT count(*) FROM states").fetchall()  # else it opens no log
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.close()
    content = bytearray(place.read_bytes())
    content[100:] = b"\xa5" * (len(content) - 100)
    place.write_bytes(content)
    second = ReadingState(place, FOLDER)
    assert second.notice is not None
    second.change({"b.md": READ})
    first.change({"c.md": READ})
    assert second.states().keys() == first.states().keys() == {"a.md", "b.md", "c.md"}
    first.close()
    second.close()


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")
@pytest.mark.parametrize("with_its_log", [True, False])
def test_a_state_that_is_deleted_while_it_is_open_is_written_again(
    tmp_path: Path, with_its_log: bool
) -> None:
    place = tmp_path / "data" / "state.db"
    windows = [ReadingState(place, FOLDER) for _ in range(2)]
    windows[0].change({"a.md": READ})
    for ending in ("", "-wal", "-shm") if with_its_log else ("",):
        Path(f"{place}{ending}").unlink()
    windows[0].change({"b.md": READ})
    windows[1].change({"c.md": READ})
    for window in windows:
        assert window.states().keys() == {"a.md", "b.md", "c.md"}
        window.close()
    again = ReadingState(place, FOLDER)
    assert again.notice is None
    assert again.states().keys() == {"a.md", "b.md", "c.md"}
    again.close()


@contextmanager
def read_only(folder: Path) -> Generator[None]:
    """Let nothing be written into `folder` for a while, not by root either."""
    bind = subprocess.run(
        ["mount", "--bind", str(folder), str(folder)], capture_output=True, check=False
    )
    if bind.returncode:
        pytest.skip("only root can mount")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("crashed", [False, True])
def test_a_profile_that_cannot_be_written_is_read_and_written_once_it_can(
    tmp_path: Path, crashed: bool
) -> None:
    data = tmp_path / "profile" / "data"
    state = ReadingState(data / "state.db", FOLDER)
    state.change({"a.md": READ})
    if crashed:  # its log is left beside it
        shutil.copytree(data, tmp_path / "copy")
        state.close()
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "copy", data)
    else:
        state.close()
    write_index(tmp_path / "index.db", [IndexedPost("a.md"), IndexedPost("b.md")])
    with read_only(data):
        state = ReadingState(data / "state.db", FOLDER, tmp_path / "index.db")
        assert state.read_only
        assert state.notice is not None
        assert state.notice.news is StateNews.FORBIDDEN
        assert state.states() == {"a.md": READ}
        with pytest.raises(StateError):
            state.change({"b.md": READ})
        assert state.follow(tmp_path / "index.db") == {}
        assert state.back_up_if_due() is None
        catalog = Catalog(tmp_path / "index.db", data / "state.db", FOLDER)
        unread = catalog.paths(catalog.listing(Filter(shelf=Shelf.UNREAD)).ids)
        catalog.close()
        assert unread == ["b.md"]
    state.change({"b.md": READ})
    assert not state.read_only
    state.close()
    again = ReadingState(data / "state.db", FOLDER)
    assert again.states() == {"a.md": READ, "b.md": READ}
    again.close()


def test_an_empty_profile_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    data = tmp_path / "profile"
    data.mkdir()
    with read_only(data), pytest.raises(StateError) as told:
        ReadingState(data / "data" / "state.db", FOLDER)
    assert told.value.notice.news is StateNews.UNOPENED


def test_backups_do_not_trust_the_clock(tmp_path: Path) -> None:
    place, today = tmp_path / "state.db", date(2026, 2, 25)
    state = ReadingState(place, FOLDER)
    days = [
        *(today + timedelta(days=number) for number in range(KEPT_DAYS + 2)),
        *(today + timedelta(days=number) for number in range(365, 367)),  # a year ahead
        *(today + timedelta(days=number) for number in range(7, 10)),  # right again
        *(date(1970, 1, 1) for _ in range(2)),  # a battery that is empty
        *(today + timedelta(days=number) for number in range(7, 10)),
    ]
    for number, day in enumerate(days):
        state.change({f"{number}.md": READ})
        back_up_daily(place, day)
        newest = copies(place)[0]
        kept = ReadingState(newest, FOLDER).states()
        missing = {f"{n}.md" for n in range(number + 1)} - kept.keys()
        assert len(missing) <= 1, f"{day}: {missing}"  # at most what one day brought
        assert len(copies(place)) >= min(number, KEPT_DAYS)
    state.close()


def test_damaged_copies_push_out_no_whole_one(tmp_path: Path) -> None:
    place, today = tmp_path / "state.db", date(2026, 2, 25)
    state = ReadingState(place, FOLDER)
    for number in range(4 * KEPT_DAYS):
        state.change({f"{number}.md": READ})
        copy = back_up_daily(place, today + timedelta(days=number))
        assert copy is not None
        if number % 2:
            copy.write_bytes(b"damaged " * 1000)
    assert len(copies(place)) >= KEPT_DAYS - 1
    state.close()


def test_what_two_windows_do_to_one_post_is_added_up(tmp_path: Path) -> None:
    place = tmp_path / "state.db"
    one, other = (ReadingState(place, FOLDER) for _ in range(2))
    nothing = {"a.md": PostState()}
    one.apply(StateChange(nothing, {"a.md": STARRED}))
    assert other.written_elsewhere()
    other.apply(StateChange(nothing, {"a.md": READ}))
    other.set_position("a.md", 0.5)
    assert one.written_elsewhere()
    assert not one.written_elsewhere()
    assert one.state_of("a.md") == PostState(read=True, starred=True, position=0.5)
    one.close()
    other.close()
