"""A folder that is looked at by the real scanner, reader and index writer, within this process."""

import time
from collections.abc import Collection, Generator, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

from reader.library.database import close_index, open_index_for_writing
from reader.library.events import Event
from reader.library.index_writer import IndexWriter
from reader.library.outcome import Outcome
from reader.library.passes import Item, Passes
from reader.library.pool import Pool
from reader.library.scan import Scanner
from reader.library.scan_plan import plan
from reader.library.worker import read_files


class LookedAt:
    """A folder and its index. Nothing happens but when it is told to look."""

    def __init__(self, folder: Path, index: Path) -> None:
        self.folder, self.index = folder, index
        self._connection = open_index_for_writing(index, folder)
        self._writer = IndexWriter(self._connection)
        self._scanner = Scanner(folder)
        self._events: list[Event] = []
        pool = cast("Pool[Item, Outcome]", _Pool(folder))
        self._passes = Passes(self._writer, pool, self._events.append)

    def first(self) -> None:
        """Look through everything, as when a window opens."""
        self._passes.first(plan(self._writer.stored(), self._scanner.whole()), time.monotonic())

    def look(self, paths: Collection[str] | None = None) -> list[str]:
        """Look at these paths, or at everything; return where the index has changed."""
        self._events.clear()
        scan = self._scanner.whole() if paths is None else self._scanner.paths(paths)
        stored = self._writer.stored() if paths is None else self._writer.stored_at(paths)
        self._passes.later(plan(stored, scan))
        changed: list[str] = []
        for event in self._events:
            with suppress(KeyError):
                changed += cast("list[str]", event["paths"])
        return changed

    def close(self) -> None:
        """Close the index."""
        close_index(self._connection, self.index)


class _Pool:
    """The workers' work, without the workers."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def results(self, chunks: Iterable[tuple[Item, ...]]) -> Generator[Sequence[Outcome]]:
        for chunk in chunks:
            yield read_files(self._folder, chunk)
