"""The indexer, its workers and their server, killed at any moment while files change."""

import random
import signal
import time
from contextlib import suppress
from os import kill
from pathlib import Path

import pytest

from reader.library.state import ReadingState
from reader.library.values import PostState
from reader.profile import Profile
from tests.helpers.churn import Churn, churning
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import write
from tests.helpers.same_index import differences

SEED = 20221123
STATES = {f"kept/{number}.md": PostState(True, number % 2 == 0, 0.25) for number in range(20)}


class Place:
    """A library with posts that were read, and everything beside it."""

    def __init__(self, place: Path) -> None:
        self.folder, self.profile = place / "library", place / "profile"
        self.index = Profile.under(self.profile).index_path(self.folder)
        self.state = Profile.under(self.profile).state_path
        self._scratch = place / "scratch"
        for path in STATES:
            write(self.folder, path)
        state = ReadingState(self.state, self.folder)
        state.change(STATES)
        state.close()

    def check(self, seed: str) -> None:
        """Fail where the index is not a fresh one, or the reading state not what it was."""
        assert differences(self.index, self.folder, self._scratch / seed) == [], seed
        state = ReadingState(self.state, self.folder)
        assert state.states() == STATES, seed
        state.close()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def children(pid: int) -> list[int]:
    """Return the processes that this one started, and those that they did."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text("ascii").split()):
                found += [child, *children(child)]
    return found


def of_kind(indexing: Indexing, kind: str) -> list[int]:
    """Return the processes of the indexer's that are workers, or their server."""
    found: list[int] = []
    for pid in children(indexing.process.pid):
        with suppress(OSError):
            parent = int(Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()[1])
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
            if b"forkserver" in line:
                found += [pid] if (parent == indexing.process.pid) is (kind == "server") else []
    return found


def test_an_indexer_killed_at_any_moment_leaves_nothing_out(place: Place, full: bool) -> None:
    choose = random.Random(SEED)  # noqa: S311
    churn = Churn(place.folder, SEED)
    churn.make(100)
    for moment in range(200 if full else 3):
        # Half of them while it begins, after the kill before; half while it watches.
        with Indexing(place.profile, place.folder) as indexing, churning(churn):
            if moment % 2:
                indexing.wait("done", 600)
            time.sleep(choose.uniform(0, 1.2))
            indexing.kill()
        with Indexing(place.profile, place.folder) as indexing:
            indexing.wait("done", 600)
            assert "Traceback" not in indexing.complaints, indexing.complaints
            assert indexing.end("stdin")[0] == 0
        place.check(f"seed {SEED}, moment {moment}")


@pytest.mark.parametrize("kind", ["worker", "server"])
def test_a_killed_worker_or_server_costs_nothing(place: Place, full: bool, kind: str) -> None:
    """A file whose worker was killed is read again by another, and no fault of the file's.

    Between two kills something is read, for five in a row mean that nothing can be.
    """
    choose = random.Random(SEED)  # noqa: S311
    churn = Churn(place.folder, SEED, names=200)
    churn.make(600)
    killed = 0
    with Indexing(place.profile, place.folder) as indexing:
        indexing.wait("heads")
        with churning(churn):
            for _ in range(100 if full else 4):
                time.sleep(choose.uniform(0, 0.3))
                for pid in of_kind(indexing, kind)[:1]:
                    with suppress(ProcessLookupError):
                        kill(pid, signal.SIGKILL)
                        killed += 1
                        indexing.wait_until(lambda event: event["event"] == "changes", 600)
            assert indexing.process.poll() is None, indexing.complaints
        indexing.settle()
        assert "Traceback" not in indexing.complaints, indexing.complaints
        place.check(f"seed {SEED}, {killed} killed")
        assert indexing.end("stdin")[0] == 0
    assert killed
