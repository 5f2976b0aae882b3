"""Work on many files in child processes, so that a file that kills its parser costs only itself.

Items go out in chunks. A worker that dies, or takes too long, is replaced; the items of the
chunk it was at go out again one by one, and whichever ends its worker again is `Lost`.
"""

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from reader.errors import BroadsheetError, MissingPartError
from reader.library.worker import OVERDUE_CODE, serve

CHUNK_SECONDS = 30.0  # of a processor, that a chunk may take; it usually takes a tenth of one
_PATIENCE = 10  # so much longer by the clock, for a busy machine is no fault of a file's
_POLL_SECONDS = 0.1  # how soon a wish to stop is noticed
_HELD = 2  # chunks with each worker, so that it never waits for the next
_FAILED_STARTS = 5  # in a row, before we give up
_FROM_OUTSIDE = tuple(-getattr(signal, name, 0) for name in ("SIGKILL", "SIGTERM"))  # and from us

_Context = ForkServerContext | SpawnContext

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item that ended its worker."""

    item: Item
    reason: str  # plain words
    surely: bool  # it did it itself; else something outside may have, and it is worth another try


class Stopped(BroadsheetError):  # noqa: N818 - asked for
    """The work was given up on request."""


class Pool(Generic[Item, Outcome]):
    """Worker processes that all run one function, `work`, which must be importable by name."""

    def __init__(
        self,
        work: Callable[[tuple[Item, ...]], list[Outcome]],
        *,
        stopping: Callable[[], bool],
        workers: int | None = None,
        chunk_seconds: float = CHUNK_SECONDS,
    ) -> None:
        """`stopping` is asked often; once true, `results` raises `Stopped`."""
        self._work = work
        self._stopping = stopping
        self._count = workers or os.cpu_count() or 1
        self._chunk_seconds = chunk_seconds
        self._context = _context()
        self._workers: list[_Worker[Item, Outcome]] = []
        self._failed_starts = 0

    def results(
        self, chunks: Iterable[tuple[Item, ...]]
    ) -> Generator[Sequence[Outcome | Lost[Item]]]:
        """Yield what `work` returned for each chunk, in the order they are done.

        Raises:
            Stopped: `stopping` says so.
            MissingPartError: No worker can be started at all.
        """
        waiting = _Waiting(iter(chunks))
        for worker in [worker for worker in self._workers if not worker.process.is_alive()]:
            self._remove(worker)  # while it rested; no fault of the next file
        try:
            while True:
                if self._stopping():
                    raise Stopped("The work was given up.")
                self._hand_out(waiting)
                busy = [worker for worker in self._workers if worker.held]
                if not busy:
                    return
                told = wait([worker.connection for worker in busy], _POLL_SECONDS)
                for worker in busy:
                    if worker.connection in told:
                        yield from self._take(worker, waiting)
                self._end_overdue()
        finally:
            for worker in [worker for worker in self._workers if worker.held]:
                self._remove(worker)

    def close(self) -> None:
        """End every worker. They start again with the next work."""
        for worker in list(self._workers):
            self._remove(worker)

    def rest(self) -> None:
        """End all workers but one, which waits for the next file that changes."""
        for worker in self._workers[1:]:
            self._remove(worker)

    def _hand_out(self, waiting: "_Waiting[Item]") -> None:
        for fill in range(1, _HELD + 1):
            for number in range(self._count):
                if number < len(self._workers) and len(self._workers[number].held) >= fill:
                    continue
                chunk = waiting.take()
                if chunk is None:
                    return
                if number >= len(self._workers):
                    self._workers.append(self._started())
                self._workers[number].give(chunk)

    def _started(self) -> "_Worker[Item, Outcome]":
        while True:
            try:
                return _start(self._context, self._work, self._chunk_seconds)
            except (OSError, EOFError) as error:  # the server that workers come from was killed
                self._count_failed_start(error)
                time.sleep(_POLL_SECONDS)

    def _count_failed_start(self, error: Exception | None = None) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS:
            raise MissingPartError("The processes that read posts cannot be started.") from error

    def _take(
        self, worker: "_Worker[Item, Outcome]", waiting: "_Waiting[Item]"
    ) -> Iterator[Sequence[Outcome | Lost[Item]]]:
        """Receive one message of `worker`, its last where it died."""
        try:
            outcomes = worker.connection.recv()
        except (EOFError, OSError):
            lost = self._bury(worker, waiting)
            if lost is not None:
                yield [lost]
            return
        worker.since = time.monotonic()
        if worker.ready:
            worker.held.popleft()
            yield outcomes
        worker.ready = True
        self._failed_starts = 0

    def _bury(
        self, worker: "_Worker[Item, Outcome]", waiting: "_Waiting[Item]"
    ) -> Lost[Item] | None:
        """Remove a dead worker and see to what it held; return what killed it, once known."""
        worker.process.join(_POLL_SECONDS)  # so that the signal it died of is not ours
        self._remove(worker)
        if not worker.ready:
            self._count_failed_start()
            waiting.put_back(worker.held)
            return None
        culprit = worker.held.popleft()
        waiting.put_back(worker.held)
        if len(culprit) == 1:
            reason = worker.cause_of_death(self._chunk_seconds)
            return Lost(culprit[0], reason, worker.process.exitcode not in _FROM_OUTSIDE)
        waiting.put_back([(item,) for item in culprit])
        return None

    def _end_overdue(self) -> None:
        for worker in self._workers:
            if worker.held and time.monotonic() - worker.since > self._chunk_seconds * _PATIENCE:
                worker.overdue = True
                worker.process.kill()  # its connection ends, and so it is buried

    def _remove(self, worker: "_Worker[Item, Outcome]") -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()


class _Waiting(Generic[Item]):
    """The chunks that are still to be handed out: those that came back, then the others."""

    def __init__(self, chunks: Iterator[tuple[Item, ...]]) -> None:
        self._chunks = chunks
        self._back: deque[tuple[Item, ...]] = deque()

    def take(self) -> tuple[Item, ...] | None:
        return self._back.popleft() if self._back else next(self._chunks, None)

    def put_back(self, chunks: Iterable[tuple[Item, ...]]) -> None:
        self._back.extend(chunks)


@dataclass(slots=True, eq=False)
class _Worker(Generic[Item, Outcome]):
    process: BaseProcess
    connection: "Connection[tuple[Item, ...], list[Outcome]]"
    since: float  # when it began with the first chunk it holds
    held: deque[tuple[Item, ...]] = field(default_factory=deque[tuple[Item, ...]])
    ready: bool = False  # it has said so
    overdue: bool = False

    def give(self, chunk: tuple[Item, ...]) -> None:
        if not self.held and self.ready:
            self.since = time.monotonic()
        self.held.append(chunk)
        with suppress(OSError):  # it died; receiving will tell
            self.connection.send(chunk)

    def cause_of_death(self, seconds: float) -> str:
        code = self.process.exitcode
        if self.overdue or code == OVERDUE_CODE:
            return f"Reading the file took more than {seconds:.0f} seconds."
        number = f" (signal {-code})" if code is not None and code < 0 else ""
        return f"Reading the file ended the program that reads it{number}."


def _start(
    context: _Context, work: Callable[[tuple[Item, ...]], list[Outcome]], seconds: float
) -> _Worker[Item, Outcome]:
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(work, theirs, seconds), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic())


def _context() -> _Context:
    """Return how workers start.

    Measured: with a server that has loaded their code, see `reader.library.warm_up`, they are
    ready 0.01 s after they are wanted. Forking the indexer itself is no faster, as each
    child then imports the parsers anew, and it is unsafe beside threads.
    """
    return SpawnContext() if sys.platform == "win32" else ForkServerContext()
