"""A disk that fails on purpose, under SQLite: a VFS that passes everything on but the n-th call.

`python -m tests.faults.failing_disk index FOLDER ...` is `broadsheetctl` on such a disk, as
`Failure.environment` describes it; the files it made can be read by anybody.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import apsw

_ASKED = "BROADSHEET_FAILING_DISK"
_COUNTED = "BROADSHEET_CALLS_COUNTED"

_Name = str | apsw.URIFilename | None

FULL, BROKEN = "full", "broken"
_ERRORS: dict[str, Callable[[str], apsw.Error]] = {
    FULL: lambda call: apsw.FullError(f"no space for {call}"),
    BROKEN: lambda call: apsw.exception_for(apsw.SQLITE_IOERR_WRITE),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Which calls fail, of those that change files whose path has `files` in it."""

    number: int = 0  # the first that fails, counted from 1; 0: none, they are only counted
    kind: str = FULL  # or BROKEN
    lasting: bool = False  # all that come after it fail, too
    files: str = "index.db"

    def environment(self, counted: Path | None = None) -> dict[str, str]:
        """Return what tells another process; it writes the calls it made into `counted`."""
        asked = f"{self.number}:{self.kind}:{int(self.lasting)}:{self.files}"
        return {_ASKED: asked} | ({_COUNTED: str(counted)} if counted else {})

    @classmethod
    def asked(cls, environment: Mapping[str, str]) -> "Failure":
        """Return what `environment` asks for."""
        number, kind, lasting, files = environment[_ASKED].split(":", 3)
        return cls(int(number), kind, lasting == "1", files)


def _say_nothing(
    self: object,
    etype: type[BaseException] | None,
    evalue: BaseException | None,
    etraceback: TracebackType | None,
) -> bool:
    """Say nothing of failures that SQLite has nobody to tell of, as when it closes."""
    return isinstance(evalue, apsw.Error)


class FailingDisk(apsw.VFS):
    """The default disk of every connection opened from now on, until `unregister`."""

    def __init__(self, failure: Failure, counted: Path | None = None) -> None:
        self._failure = failure
        self._counted = counted
        self.calls: list[str] = []  # that were counted, failed ones too
        self.below = apsw.vfs_names()[0]  # the system's; by "" we would be meant ourselves
        super().__init__(f"failing-{id(self)}", self.below, makedefault=True)

    def count(self, call: str, path: str) -> bool:
        """Return whether this call is to fail; it is told whatever the file."""
        if self._failure.files not in path:
            return False
        self.calls.append(call)
        if self._counted is not None:
            with self._counted.open("a", encoding="utf-8") as file:
                file.write(f"{call} {os.path.basename(path)}\n")
        number, first = len(self.calls), self._failure.number
        return bool(first) and (number == first or (self._failure.lasting and number > first))

    def error(self, call: str) -> apsw.Error:
        """Return what a failing call raises."""
        return _ERRORS[self._failure.kind](call)

    def xOpen(self, name: _Name, flags: list[int]) -> apsw.VFSFile:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        if flags[0] & apsw.SQLITE_OPEN_CREATE and self.count("open", path):
            raise apsw.CantOpenError(f"no space for {path}")
        return _File(self, name, flags, path)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if self.count("delete", filename):
            raise apsw.exception_for(apsw.SQLITE_IOERR_DELETE)
        super().xDelete(filename, syncdir)

    excepthook = _say_nothing


class _File(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: _Name, flags: list[int], path: str) -> None:
        self._disk = disk
        self._path = path
        super().__init__(disk.below, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self._disk.count("write", self._path):
            half = bytes(data)[: len(data) // 2]  # as a full disk does
            super().xWrite(half, offset)
            raise self._disk.error("write")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        if self._disk.count("sync", self._path):
            raise apsw.exception_for(apsw.SQLITE_IOERR_FSYNC)
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        if self._disk.count("truncate", self._path):
            raise apsw.exception_for(apsw.SQLITE_IOERR_TRUNCATE)
        super().xTruncate(newsize)

    excepthook = _say_nothing


def main() -> int:
    """Run `broadsheetctl` on the disk that the environment asks for."""
    counted = os.environ.get(_COUNTED)
    disk = FailingDisk(Failure.asked(os.environ), Path(counted) if counted else None)
    from reader.cli import main as command  # noqa: PLC0415 - after the disk stands

    code = command()
    del disk
    return code


if __name__ == "__main__":
    sys.exit(main())
