"""Work for worker processes that goes wrong in the ways work can."""

import os
import signal
import time
from pathlib import Path

from reader.library import worker
from reader.library.outcome import Outcome
from reader.library.passes import Item
from reader.library.scan_plan import Reread


def double(chunk: tuple[int, ...]) -> list[int]:
    """Return twice each number; -1 kills, -2 waits, -3 is out of memory, -4 never ends.

    -5 is killed from outside, -6 waits for a second.
    """
    doubled: list[int] = []
    for number in chunk:
        if number == -1:
            os.kill(os.getpid(), signal.SIGSEGV)
        if number == -2:
            time.sleep(3600)
        if number == -6:
            time.sleep(1)
        if number == -3:
            os.abort()
        while number == -4:
            pass
        if number == -5:
            os.kill(os.getpid(), signal.SIGKILL)
        doubled.append(2 * number)
    return doubled


def never_start(chunk: tuple[int, ...]) -> list[int]:
    """Never be called: see `Unstartable`."""
    raise AssertionError(chunk)


class Unstartable:
    """Work that cannot even be handed over: its process dies on receiving it."""

    def __call__(self, chunk: tuple[int, ...]) -> list[int]:
        return list(chunk)

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def read_files(folder: str, items: tuple[Item, ...]) -> list[Outcome]:
    """Read as the real workers do, but let a file whose name says so end the process.

    A "victim" is killed from outside, until there is a `spared` beside the folder.
    """
    for item in items:
        path = item.file.path if isinstance(item, Reread) else item.path
        if "victim" in path and not Path(folder, "..", "spared").exists():
            os.kill(os.getpid(), signal.SIGKILL)
        if "killer" in path:
            os.kill(os.getpid(), signal.SIGSEGV)
    return worker.read_files(folder, items)
