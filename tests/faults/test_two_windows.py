"""Two indexers on one library, as two windows start them: one writes, the other follows."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.indexing import Indexing
from tests.helpers.libraries import write
from tests.helpers.same_index import differences

pytestmark = pytest.mark.usefixtures("twenty_posts")


def writers(index: Path) -> set[int]:
    """Return the processes that hold the lock of the index that is there now."""
    inode = index.with_name("index.lock").stat().st_ino
    lines = map(str.split, Path("/proc/locks").read_text("ascii").splitlines())
    return {int(pid) for _, kind, _, _, pid, file, *_ in lines
            if kind == "FLOCK" and file.endswith(f":{inode}")}  # fmt: skip


def wait_for_posts(indexing: Indexing, posts: int) -> None:
    if not any(event.get("posts") == posts for event in indexing.events[-3:]):
        indexing.wait_until(lambda event: event.get("posts") == posts)


def test_when_the_writer_is_killed_the_other_takes_over(
    profile: Path, folder: Path, index: Path, tmp_path: Path
) -> None:
    with Indexing(profile, folder) as first:
        first.wait("done")
        with Indexing(profile, folder) as second:
            assert second.wait("done")["posts"] == 20
            assert writers(index) == {first.process.pid}
            first.kill()
            write(folder, "after.md")
            second.wait_until(lambda event: event.get("posts") == 21)
            second.wait("done", posts=21)
            assert writers(index) == {second.process.pid}
            assert second.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


@pytest.mark.parametrize("deleted", ["the folder", "the lock", "the index"])
def test_with_the_cache_deleted_one_of_both_writes(
    profile: Path, folder: Path, index: Path, tmp_path: Path, deleted: str
) -> None:
    with Indexing(profile, folder) as first:
        first.wait("done")
        if deleted == "the folder":
            shutil.rmtree(index.parent)
        else:
            index.with_name("index.lock" if deleted == "the lock" else index.name).unlink()
        with Indexing(profile, folder) as second:
            second.wait("done", posts=20)
            write(folder, "after.md")
            second.wait_until(lambda event: event.get("posts") == 21)
            wait_for_posts(first, 21)
            writing, *more = writers(index)
            assert not more
            other = second if writing == first.process.pid else first
            (first if other is second else second).kill()
            write(folder, "later.md")
            other.wait_until(lambda event: event.get("posts") == 22)
            other.wait("done", posts=22)
            assert writers(index) == {other.process.pid}
            assert other.complaints == ""
            assert other.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


def delete_cache(index: Path) -> None:
    shutil.rmtree(index.parent)


def overwrite(index: Path) -> None:
    index.write_bytes(b"garbage " * 10_000)


@pytest.mark.parametrize("harm", [delete_cache, overwrite])
def test_a_lost_index_is_made_again_though_nothing_else_happens(
    profile: Path, folder: Path, index: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        indexing.quiet(0.5)  # so that it has seen how it leaves the index
        harm(index)
        indexing.wait("done", 10, posts=20)
        assert writers(index) == {indexing.process.pid}
        assert indexing.end("stdin")[0] == 0
    assert index.with_name("index.db.damaged").exists() == (harm is overwrite)
    assert differences(index, folder, tmp_path / "scratch") == []


def test_who_gives_way_leaves_the_other_s_log_alone(
    profile: Path, folder: Path, index: Path
) -> None:
    """SQLite deletes the log by its name when the last connection to an index is closed."""
    log = index.with_name("index.db-wal")
    with Indexing(profile, folder) as first:
        first.wait("done")
        first.process.send_signal(signal.SIGSTOP)  # or it may be the one that takes the new lock
        shutil.rmtree(index.parent)
        with Indexing(profile, folder) as second:
            second.wait("done")
            write(folder, "after.md")
            second.wait_until(lambda event: event.get("posts") == 21)
            assert writers(index) == {second.process.pid}
            first.process.send_signal(signal.SIGCONT)
            first.wait_until(lambda event: event.get("posts") == 21)
            assert first.end("stdin")[0] == 0
            assert log.exists()
            assert not index.with_name("index.closed").exists()
