"""Disks that are full or broken: said in plain words, nothing committed lost, mended by itself."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.library.catalog import Catalog
from reader.library.indexer import Library
from reader.library.values import Filter
from reader.library.warm_up import warm_up
from reader.profile import Profile
from tests.faults.failing_disk import BROKEN, FULL, FailingDisk, Failure
from tests.helpers.indexing import Indexing, environment
from tests.helpers.libraries import index_once, post, write
from tests.helpers.same_index import differences, differences_from, fresh_index

FEW = 3  # of each kind, in a normal run
_PLAIN = {FULL: ("No space is left",), BROKEN: ("cannot be used", "cannot be written")}


@dataclass(frozen=True)
class Changing:
    """A folder, changed since it was indexed, with indexes of before and after."""

    folder: Path
    before: Path  # an index's folder
    fresh: Path
    scratch: Path

    @contextmanager
    def index(self, first: bool) -> Generator[Library]:
        """Give a library without an index, or with the one of before the changes."""
        place = self.scratch / "index"
        if first:
            place.mkdir()
        else:
            shutil.copytree(self.before, place)
        try:
            yield Library(self.folder, place / "index.db")
        finally:
            shutil.rmtree(place)

    def is_right(self, library: Library) -> None:
        assert differences_from(self.fresh, library.index, self.scratch / "compared") == []


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Changing:
    warm_up()
    folder, scratch = (tmp_path_factory.mktemp(name).resolve() for name in ("library", "scratch"))
    for number in range(30):
        write_one(folder, number, f"before {number}")
    before = fresh_index(folder, scratch / "before").parent
    for number in range(0, 40, 2):
        write_one(folder, number, f"after {number}")
    (folder / "1/1.md").unlink()
    return Changing(folder, before, fresh_index(folder, scratch), scratch)


def write_one(folder: Path, number: int, words: str) -> None:
    text = post(f"Title {number}", " ".join([words] * 60), tags=f"[t{number % 3}]")
    file = write(folder, f"{number % 3}/{number}.md", text)
    os.utime(file, (1_700_000_000 + len(words), 1_700_000_000))


@contextmanager
def failing(failure: Failure) -> Generator[FailingDisk]:
    disk = FailingDisk(failure)
    try:
        yield disk
    finally:
        disk.unregister()


def numbers(total: int, full: bool) -> list[int]:
    """Return which calls are to fail: all, or some spread over all."""
    chance = random.Random(total)  # noqa: S311 - the same every time
    return list(range(1, total + 1)) if full else sorted(chance.sample(range(1, total + 1), FEW))


@pytest.mark.parametrize(
    ("kind", "lasting"), [(FULL, True), (BROKEN, False)], ids=["full from then on", "broken once"]
)
@pytest.mark.parametrize("first", [True, False], ids=["new index", "changes"])
def test_whichever_call_fails(
    changing: Changing, full: bool, kind: str, lasting: bool, first: bool
) -> None:
    with changing.index(first) as library, failing(Failure()) as disk:
        index_once(library.folder, library.index)
        total = len(disk.calls)
    assert total > 20
    for number in numbers(total, full):
        with changing.index(first) as library:
            failed = fail_once(library, Failure(number, kind, lasting), first)
            # How posts fall into commits differs from run to run, and calls by a few with it.
            assert failed or number > total - FEW, number
            index_once(library.folder, library.index)
            changing.is_right(library)


def fail_once(library: Library, failure: Failure, first: bool) -> bool:
    """Index on a failing disk, beside a window; return whether there were enough calls to fail."""
    window = None if first else Catalog(library.index, None, library.folder)
    with failing(failure) as disk:
        told = said(library)
        expected = (*_PLAIN[failure.kind], *_PLAIN[BROKEN])
        assert not told or any(words in told for words in expected), (failure, told)
    if window is not None:
        assert window.listing(Filter()).total in range(29, 36), failure
        window.close()
    return len(disk.calls) >= failure.number


def said(library: Library) -> str:
    """Index; return what there is to be said about the disk."""
    try:
        index_once(library.folder, library.index)
    except StoreError as error:
        return str(error)
    return ""


def test_the_process_says_it_in_one_line(changing: Changing, tmp_path: Path) -> None:
    for kind in (FULL, BROKEN):
        failure = Failure(30, kind, lasting=True)
        done = run_failing(tmp_path / kind, changing.folder, failure)
        assert done.returncode == 3
        assert done.stdout == ""
        assert any(words in done.stderr for words in _PLAIN[kind])
        assert len(done.stderr.splitlines()) == 1


def run_failing(profile: Path, folder: Path, failure: Failure) -> subprocess.CompletedProcess[str]:
    start = [sys.executable, "-P", "-m", "tests.faults.failing_disk", "--profile", str(profile)]
    return subprocess.run(
        [*start, "index", str(folder)],
        check=False,
        capture_output=True,
        text=True,
        env=environment(**failure.environment()),
        timeout=120,
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    """Give a disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_disk_that_fills_up_and_has_room_again(
    changing: Changing, tmp_path: Path, small_disk: Path
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(changing.folder, folder)
    index = Profile.under(small_disk).index_path(folder)
    with Indexing(small_disk, folder) as indexing:
        indexing.wait("done")
        window = Catalog(index, None, folder)
        listed = window.listing(Filter()).total
        fill(small_disk / "filler")
        for number in range(200):
            write_one(folder, number, f"much later {number}")
        assert indexing.process.wait(60) == 3
        assert "No space is left on the disk" in indexing.complaints
        assert len(indexing.complaints.splitlines()) == 1
    assert window.listing(Filter()).total >= listed
    (small_disk / "filler").unlink()
    with Indexing(small_disk, folder) as indexing:
        indexing.wait("done")
        assert window.listing(Filter()).total == 200
    window.close()
    assert differences(index, folder, tmp_path / "scratch") == []


def test_a_disk_that_is_full_from_the_start(
    changing: Changing, tmp_path: Path, small_disk: Path
) -> None:
    (small_disk / "cache").mkdir()
    fill(small_disk / "filler")
    with Indexing(small_disk, changing.folder) as indexing:
        assert indexing.process.wait(60) == 3
        assert "o space" in indexing.complaints
        assert len(indexing.complaints.splitlines()) == 1
    (small_disk / "filler").unlink()
    with Indexing(small_disk, changing.folder) as indexing:
        indexing.wait("done")
    index = Profile.under(small_disk).index_path(changing.folder)
    assert differences_from(changing.fresh, index, tmp_path) == []


def fill(file: Path) -> None:
    """Take all the room that the disk still has."""
    with file.open("wb", buffering=0) as opened:
        try:
            while True:
                opened.write(bytes(4096))
        except OSError:
            return
