"""One writer for each index: a lock file beside it, which the system frees when we die."""

import os
import sys
from pathlib import Path
from types import TracebackType


class WriterLock:
    """The right to write one index. A context manager that gives it back."""

    def __init__(self, index: Path) -> None:
        """Make the lock file. Raises OSError where that cannot be written."""
        path = index.with_name("index.lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> bool:
        """Return whether the right is ours now; never waits."""
        try:
            _lock(self._file)
        except OSError:
            return False
        return True

    def __enter__(self) -> "WriterLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
