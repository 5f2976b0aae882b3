"""How much memory a process and its children hold, by what Linux tells of them."""

import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.05  # seconds between two looks


@dataclass(slots=True)
class Peaks:
    """The most that was seen, in bytes; memory that processes share counts once."""

    process: int = 0
    family: int = 0


@contextmanager
def watched(process: int) -> Generator[Peaks]:
    """Yield the peaks of `process`, which go up while it runs."""
    peaks, ended = Peaks(), threading.Event()

    def look() -> None:
        while not ended.is_set():
            sizes = [_proportional_size(each) for each in _family(process)]
            peaks.process = max(peaks.process, *sizes[:1], 0)
            peaks.family = max(peaks.family, sum(sizes))
            time.sleep(_PAUSE)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peaks
    finally:
        ended.set()
        watcher.join()


def held(process: int | str = "self") -> int:
    """Return how many bytes `process` holds for itself alone."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    private = [line.split()[1] for line in lines if line.startswith("Private_")]
    return sum(map(int, private)) * 1024


def _family(process: int) -> Iterator[int]:
    """Yield `process` and everything it started, directly or not."""
    yield process
    with suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        for child in children.split():
            yield from _family(int(child))


def _proportional_size(process: int) -> int:
    """Return the process's PSS in bytes, proc_pid_smaps(5); 0 where it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
