"""A disk that fails under the reading state: what was kept stays, and it is said that more is not.

Every call by which SQLite changes a file fails in its turn, once or from then on, in a typical
run: changes, an undo, a move of files, a backup, and the step from an older version.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import apsw
import pytest

from reader.library.state import ReadingState
from reader.library.state_notices import StateError, StateNews
from reader.library.state_schema import STEPS, migrate
from reader.library.values import PostState
from tests.faults.failing_disk import BROKEN, FULL, FailingDisk, Failure
from tests.helpers.indexes import IndexedPost, replace_posts, write_index

FOLDER = Path("/library")
READ, STARRED = PostState(read=True), PostState(starred=True)
BEFORE = {f"{number}.md": READ for number in range(40)}
_TOLD = (StateNews.FULL, StateNews.UNUSABLE, StateNews.UNOPENED, StateNews.NO_BACKUP)


class Run:
    """A typical run. `kept` is what it was told is on the disk."""

    def __init__(self, root: Path, elsewhere: Path | None = None) -> None:
        self.place = root / "data" / "state.db"
        self.index = (elsewhere or root) / "index.db"
        self.kept: dict[str, PostState] = dict(BEFORE)
        self.doubtful: set[str] = set()  # posts at which an attempt failed
        self.told: list[StateNews] = []
        self.reasons: list[str] = []
        self.state: ReadingState | None = None
        self.indexer = apsw.Connection(str(self.index))  # as there is one while a window is open
        self.indexer.execute("SELECT count(*) FROM posts").fetchall()

    def do(self, before_closing: Callable[[], object] = lambda: None) -> None:
        """Do it all, and go on after every fault as the window does."""
        self.attempt(self.open, ())
        self.attempt(lambda: self.opened.follow(self.index), ())  # learns what was read
        for number in range(0, 40, 4):
            path = f"{number}.md"
            self.attempt(lambda path=path: self.change(path, STARRED), (path,))
        more = [f"more-{number}.md" for number in range(200)]
        self.attempt(lambda: self.change_many(more), more)
        self.attempt(self.undo, ("1.md",))
        replace_posts(self.index, ["5.md"], [IndexedPost("moved.md", content=b"5.md")])
        self.attempt(self.follow, ("5.md", "moved.md"))
        self.attempt(self.back_up, ())
        before_closing()
        self.attempt(self.close, ())

    def attempt(self, work: Callable[[], object], paths: "tuple[str, ...] | list[str]") -> None:
        try:
            if self.state is None and work != self.open:
                self.open()
            work()
        except StateError as error:
            self.told.append(error.notice.news)
            self.reasons.append(error.notice.reason)
            self.doubtful.update(paths)

    def open(self) -> None:
        self.state = ReadingState(self.place, FOLDER, self.index)
        assert self.state.notice is None

    @property
    def opened(self) -> ReadingState:
        assert self.state is not None
        return self.state

    def change(self, path: str, state: PostState) -> None:
        self.opened.change({path: state})
        self.kept[path] = state

    def change_many(self, paths: list[str]) -> None:
        self.opened.change(dict.fromkeys(paths, READ))
        self.kept |= dict.fromkeys(paths, READ)

    def undo(self) -> None:
        change = self.opened.change({"1.md": PostState(read=True, starred=True)})
        self.opened.undo(change)
        self.kept["1.md"] = READ

    def follow(self) -> None:
        if self.opened.follow(self.index) == {"5.md": "moved.md"}:
            self.kept["moved.md"] = self.kept.pop("5.md")

    def back_up(self) -> None:
        assert self.opened.back_up_if_due() is not None

    def close(self) -> None:
        self.opened.close()
        self.state = None


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a state of the first version, and an index."""
    root = tmp_path_factory.mktemp("prepared")
    (root / "data").mkdir()
    connection = apsw.Connection(str(root / "data" / "state.db"))
    connection.pragma("journal_mode", "wal")
    migrate(connection, lambda _: None, STEPS[:1])
    connection.execute("INSERT INTO libraries VALUES(1, ?)", (str(FOLDER),))
    connection.executemany(
        "INSERT INTO states(library_id, path, read, read_at, revision) VALUES(1, ?, 1, 5, 1)",
        [(path,) for path in BEFORE],
    )
    connection.close()
    write_index(root / "index.db", [IndexedPost(path) for path in BEFORE])
    return root


@contextmanager
def failing(failure: Failure) -> Generator[FailingDisk]:
    disk = FailingDisk(failure)
    try:
        yield disk
    finally:
        disk.unregister()


def calls_of_a_run(prepared: Path, root: Path) -> tuple[int, int]:
    """Return how many calls a run makes, and how many before it closes the state."""
    before: list[int] = []
    shutil.copytree(prepared, root)
    run = Run(root)
    with failing(Failure(files="/state")) as disk:
        run.do(lambda: before.append(len(disk.calls)))
        assert not run.told, run.reasons
        return len(disk.calls), before[0]


def test_whichever_call_fails_what_was_kept_stays(
    prepared: Path, tmp_path: Path, full: bool
) -> None:
    count, open_for = calls_of_a_run(prepared, tmp_path / "whole")
    assert count > 60
    numbers = range(1, count + 1) if full else range(1, count + 1, 1 + count // 9)
    for number in numbers:
        for kind, lasting in ((FULL, False), (FULL, True), (BROKEN, False), (BROKEN, True)):
            root = tmp_path / "failing"
            shutil.copytree(prepared, root)
            run = Run(root)
            with failing(Failure(number, kind, lasting, "/state")) as disk:
                run.do()
                calls = disk.calls[number - 1 : number]
                if run.state is not None:
                    run.state.close()
            try:
                look_at(run)
                assert run.told or not lasting or number > open_for or calls == ["delete"]
            except Exception as error:
                what = f"{kind}{' from then on' if lasting else ''}: {run.told}"
                raise AssertionError(f"call {number} ({calls}) fails, {what}") from error
            shutil.rmtree(root)


def look_at(run: Run) -> None:
    """Look, once there is space again, whether all is there that was said to be."""
    assert set(run.told) <= set(_TOLD)
    state = ReadingState(run.place, FOLDER, run.index)
    assert state.notice is None
    state.follow(run.index)
    found = state.states()
    for path, kept in run.kept.items():
        if path not in run.doubtful:
            assert found.get(path) == kept, path
    assert found["moved.md" if "5.md" not in found else "5.md"].read
    change = state.change({"afterwards.md": READ})
    assert state.state_of("afterwards.md") == READ
    state.undo(change)
    assert state.back_up_if_due() is None or True
    state.close()
    assert not list(run.place.parent.glob("*.partial")) + list(run.place.parent.glob("*.damaged*"))
    connection = apsw.Connection(str(run.place), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def test_a_small_disk_that_is_really_full(prepared: Path, tmp_path: Path, full: bool) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    try:
        faults = 0
        for free in range(0, 800, 8 if full else 100):
            root = disk / "library"
            shutil.copytree(prepared / "data", root / "data")
            shutil.copyfile(prepared / "index.db", tmp_path / "index.db")
            fill(disk, free)
            run = Run(root, tmp_path)
            run.do()
            if run.state is not None:
                run.state.close()
            run.indexer.close()
            faults += bool(run.told)
            (disk / "filler").unlink()
            look_at(run)
            shutil.rmtree(root)
        assert faults
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path, kilobytes: int) -> None:
    """Fill a disk until only so much is left."""
    status = os.statvfs(disk)
    size = status.f_bavail * status.f_frsize - kilobytes * 1024
    with (disk / "filler").open("wb") as file:
        file.write(b"\0" * max(0, size))


def test_a_backup_that_does_not_fit_leaves_the_others(prepared: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(prepared, root)
    state = ReadingState(root / "data" / "state.db", FOLDER)
    state.change({"new.md": READ})
    backups = root / "data" / "backups"
    before = {path.name: path.read_bytes() for path in backups.iterdir()}
    assert before  # from before the step from the older version
    with (
        failing(Failure(1, FULL, True, f"/state-{date.today().isoformat()}")),
        pytest.raises(StateError) as told,
    ):
        state.back_up_if_due()
    assert told.value.notice.news is StateNews.NO_BACKUP
    assert {path.name: path.read_bytes() for path in backups.iterdir()} == before
    assert state.back_up_if_due() is not None
    state.close()


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("number", [1, 2], ids=["opened", "written"])
def test_a_deleted_state_stays_open_until_it_can_be_written_again(
    tmp_path: Path, number: int, closed: bool
) -> None:
    place = tmp_path / "data" / "state.db"
    with failing(Failure(number, FULL, files=".rescued")):
        state = ReadingState(place, FOLDER)
        state.change({"a.md": READ})
        shutil.rmtree(place.parent)
        with pytest.raises(StateError) as told:
            state.change({"b.md": READ})
        assert told.value.notice.news in (StateNews.FULL, StateNews.UNUSABLE)
        if not closed:
            state.change({"b.md": READ})
        state.close()
    again = ReadingState(place, FOLDER)
    assert again.notice is None
    assert set(again.states()) == ({"a.md"} if closed else {"a.md", "b.md"})
    again.close()
    assert sorted(place.parent.iterdir()) == [place, place.with_name("state.lock")]


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")
def test_a_deleted_state_that_cannot_be_read_gives_way_to_its_copy(tmp_path: Path) -> None:
    place = tmp_path / "data" / "state.db"
    state = ReadingState(place, FOLDER)
    state.change({"a.md": READ})
    state.close()
    state = ReadingState(place, FOLDER)
    copy = state.back_up_if_due()
    with place.open("r+b") as file:  # as a disk that is failing may leave it
        file.truncate(4096)
    place.unlink()
    assert state.states() == {"a.md": READ}
    assert state.notice is not None
    assert (state.notice.news, state.notice.copy) == (StateNews.MISSING, copy)
    state.close()
