"""Who may write an index, also while somebody deletes the cache."""

import shutil
from pathlib import Path

import pytest

from reader.library.lock import WriterLock


def test_one_has_the_right_until_it_gives_it_back(tmp_path: Path) -> None:
    index = tmp_path / "cache" / "index.db"
    with WriterLock(index) as first, WriterLock(index) as second:
        assert first.take()
        assert first.take()  # it has it still
        assert not second.take()
    with WriterLock(index) as third:
        assert third.take()


def test_a_lock_file_that_was_deleted_locks_nobody_out(tmp_path: Path) -> None:
    index = tmp_path / "cache" / "index.db"
    with WriterLock(index) as first:
        assert first.take()
        shutil.rmtree(index.parent)
        with WriterLock(index) as second:
            assert second.take()
            assert not first.take()  # it has what it took no more
            assert not first.take()
        assert first.take()


def test_who_waited_for_a_deleted_lock_file_waits_for_the_one_that_is_there(tmp_path: Path) -> None:
    index = tmp_path / "cache" / "index.db"
    with WriterLock(index) as waiting:
        with WriterLock(index) as old, WriterLock(index) as new:
            assert old.take()
            assert not waiting.take()
            index.with_name("index.lock").unlink()
            assert new.take()
            assert not waiting.take()
        assert waiting.take()


def test_a_lock_file_that_cannot_be_made_again_is_given_back_all_the_same(tmp_path: Path) -> None:
    index = tmp_path / "cache" / "index.db"
    with WriterLock(index) as lock:
        assert lock.take()
        shutil.rmtree(index.parent)
        index.parent.write_text("a file in the folder's place")
        for _ in range(2):
            with pytest.raises(OSError, match="cache"):
                lock.take()
        index.parent.unlink()
        assert lock.take()
