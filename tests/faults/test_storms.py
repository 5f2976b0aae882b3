"""More changes than anybody can keep up with: afterwards the index is as a fresh one."""

import signal
import time
from pathlib import Path

import pytest

from tests.helpers.churn import Churn
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import post, write
from tests.helpers.same_index import differences

SEED = 20221124
QUEUED_EVENTS = 16_384  # fs.inotify.max_queued_events, as most systems have it


@pytest.fixture(autouse=True)
def ten_folders(folder: Path) -> None:
    for number in range(10):
        write(folder, f"{number}/first.md")


def check(index: Path, folder: Path, scratch: Path) -> None:
    assert differences(index, folder, scratch) == [], f"seed {SEED}"


def report(what: str, took: float, quiet: float, settled: float, indexing: Indexing) -> None:
    batches = sum(event["event"] == "changes" for event in indexing.events)
    lag = max(0.0, settled - quiet)
    print(f"\n{what} in {took:.1f} s; the index settled {lag:.1f} s later, {batches} batches")


def test_a_storm_of_creations(
    profile: Path, folder: Path, index: Path, tmp_path: Path, full: bool
) -> None:
    count = 50_000 if full else 500
    texts = [post(f"Title {number}", f"body {number}").encode() for number in range(count)]
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        began = time.monotonic()
        for number, text in enumerate(texts):
            with open(folder / str(number % 10) / f"{number}.md", "wb", buffering=0) as file:
                file.write(text)
        quiet = time.monotonic()
        settled = indexing.settle(10.0 if full else 3.0)
        report(f"{count} creations", quiet - began, quiet, settled, indexing)
        assert indexing.events[-1]["posts" if "posts" in indexing.events[-1] else "done"]
        check(index, folder, tmp_path / "scratch")
        assert indexing.complaints == ""
        assert indexing.end("stdin")[0] == 0


def test_a_storm_of_every_kind_of_change(
    profile: Path, folder: Path, index: Path, tmp_path: Path, full: bool
) -> None:
    count = 100_000 if full else 1000
    churn = Churn(folder, SEED, names=20_000 if full else 200)
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        began = time.monotonic()
        churn.make(count)
        quiet = time.monotonic()
        settled = indexing.settle(10.0 if full else 3.0)
        report(f"{count} changes of every kind", quiet - began, quiet, settled, indexing)
        check(index, folder, tmp_path / "scratch")
        assert "Traceback" not in indexing.complaints, indexing.complaints
        assert indexing.end("stdin")[0] == 0


def test_more_events_than_the_system_keeps_cost_neither_files_nor_watches(
    profile: Path, folder: Path, index: Path, tmp_path: Path
) -> None:
    """The indexer stands still meanwhile, so that the system must forget what happened last."""
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        indexing.process.send_signal(signal.SIGSTOP)
        for number in range(QUEUED_EVENTS // 2 + 100):  # two of the same are one event
            (folder / str(number % 2) / "first.md").touch()
        (folder / "2").rename(folder / "aside")
        (folder / "3").rename(folder / "2")
        (folder / "aside").rename(folder / "3")
        write(folder, "2/forgotten.md")
        (folder / "4" / "first.md").unlink()
        (folder / "4").rmdir()
        write(folder, "4/again.md")
        indexing.process.send_signal(signal.SIGCONT)
        indexing.settle()
        for place in ("2", "3", "4"):  # each is watched under its new name
            write(folder, f"{place}/after.md")
            change = indexing.wait("changes", 20, added=1, paths=[f"{place}/after.md"])
            assert change["removed"] == 0
        indexing.settle()
        check(index, folder, tmp_path / "scratch")
        assert indexing.complaints == ""
        assert indexing.end("stdin")[0] == 0
