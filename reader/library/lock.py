"""Lock files, which the system frees when we die: one writer for each index.

The lock file lies in the cache, which may be deleted at any time. Whoever then makes another
has the right to write; who held the old file finds that out by asking, and gives way.
"""

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

_ATTEMPTS = 5  # at a lock file that is replaced while we take it
_PAUSE_SECONDS = 0.01


class WriterLock:
    """The right to write one index. A context manager that gives it back."""

    def __init__(self, index: Path) -> None:
        """Make the lock file. Raises OSError where that cannot be written."""
        self._path = index.with_name("index.lock")
        self._file = self._opened()
        self._taken = False

    def take(self) -> bool:
        """Return whether the right is ours now, as it may have been before; never waits.

        Raises:
            OSError: The lock file is gone and cannot be made again.
        """
        for _ in range(_ATTEMPTS):
            self._taken = self._taken or _locked(self._file)
            if self._is_in_place():
                return self._taken
            old, self._file = self._file, self._opened()
            os.close(old)
            self._taken = False
        return False

    def _is_in_place(self) -> bool:
        """Return whether the file that we have open is still the one that others find."""
        try:
            return os.path.samestat(os.fstat(self._file), os.stat(self._path))
        except OSError:
            return False

    def _opened(self) -> int:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self) -> "WriterLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._file)


@contextmanager
def one_at_a_time(path: Path, seconds: float) -> Generator[None]:
    """Let other processes that come here with the lock file `path` wait, `seconds` at most.

    Where there can be no such file, or no locks, nobody waits.
    """
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        deadline = time.monotonic() + seconds
        while not _locked(file) and time.monotonic() < deadline:
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _locked(file: int) -> bool:
    try:
        _lock(file)
    except OSError:
        return False
    return True
