"""Carrying out a scan plan: heads first, then bodies, a short transaction at a time.

While one batch is written, in a thread of its own, the next is gathered from the workers; so
neither waits for the other, and batches are as large as the disk is slow.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

from reader import trace
from reader.library import events
from reader.library.chunks import FIRST_SCREEN, body_chunks, head_chunks
from reader.library.index_writer import IndexWriter, Written
from reader.library.outcome import Gone, NoPost, Outcome, size_of
from reader.library.pool import Lost, Pool
from reader.library.scan import FileStat
from reader.library.scan_plan import Reread, ScanPlan

Item = FileStat | Reread
Batch = list[Outcome]

_SMALL = 200  # files that change together are one transaction, without a first pass
_REMOVED_AT_ONCE = 1000
# The shortest between two commits: the list is to fill as one watches, while each commit of
# texts is a part more of the full text, to be merged and searched.
_HEADS_SECONDS, _BODIES_SECONDS = 0.3, 1.0
# A commit of few posts among many writes nearly a page for each in every index, and has the
# window list them all again; so a commit is of so large a share of what there is, or waits longer.
_SHARE, _LONGEST_SECONDS = 1 / 20, 2.0
_BATCH_BYTES = 16 << 20  # of words, that wait to be written; the most


class Passes:
    """Brings one index up to date with one folder, telling of each commit."""

    def __init__(self, writer: IndexWriter, pool: Pool[Item, Outcome], tell: events.Tell) -> None:
        self._writer = writer
        self._pool = pool
        self._tell = tell
        self.vanished: list[str] = []  # files that were not there any more to be read

    def first(self, plan: ScanPlan, since: float) -> tuple[float, float]:
        """Do what `plan` says, telling of heads and bodies.

        Return when each pass was through, in seconds after the monotonic time `since`.

        Raises:
            Stopped: As `Pool.results`; what was committed stays.
            apsw.Error: The index cannot be written.
        """
        if plan:
            self._begin()
        for _ in self._write_unread(plan):
            pass
        total, done, dead = len(plan.new), 0, set[str]()
        for batch, _ in self._written(head_chunks(plan.new), _HEADS_SECONDS):
            done += len(batch)
            dead |= _without_body(batch)
            self._tell(events.heads(self._writer.totals()[0], done, total))
        self._writer.state_fact("heads_done", "1")
        heads_seconds = time.monotonic() - since
        trace.instant("heads-done", posts=total)
        self._tell(events.heads(self._writer.totals()[0], total, total, heads_seconds))
        for _ in self._bodies(plan, dead):
            pass
        trace.instant("bodies-done", posts=len(plan.reread))
        return heads_seconds, time.monotonic() - since

    def later(self, plan: ScanPlan) -> None:
        """Do what `plan` says, telling of changes. Raises as `first` does."""
        if len(plan.reread) + len(plan.removed) + len(plan.refused) <= _SMALL:
            refused = [NoPost(*each) for each in plan.refused]
            read = self._pool.results(body_chunks(plan.reread))
            found = [_outcome(each) for outcomes in read for each in outcomes]
            _, written = self._noted(found, self._writer.write([*refused, *found], plan.removed))
            self._tell_changes(written)
            return
        self._begin()
        for written in self._write_unread(plan):
            self._tell_changes(written)
        dead = set[str]()
        for batch, written in self._written(head_chunks(plan.new), _HEADS_SECONDS):
            dead |= _without_body(batch)
            self._tell_changes(written)
        for written in self._bodies(plan, dead):
            self._tell_changes(written)

    def _bodies(self, plan: ScanPlan, dead: set[str]) -> Iterator[Written]:
        """Run the second pass over all but the `dead`; yield what each commit changed."""
        files = [reread for reread in plan.reread if reread.file.path not in dead]
        begun, done = time.monotonic(), 0
        for batch, written in self._written(body_chunks(files), _BODIES_SECONDS):
            done += len(batch)
            self._tell(events.bodies(done, len(files), _rate(done, begun), complete=False))
            yield written
        rate = _rate(done, begun)
        self._writer.state_fact("bodies_done", "1")
        self._tell(events.bodies(done, len(files), rate, complete=True))

    def _begin(self) -> None:
        """Let an index that was whole say that it is between two states, until it is again."""
        if "bodies_done" in self._writer.facts():
            self._writer.state_fact("bodies_done", "0")

    def _write_unread(self, plan: ScanPlan) -> Iterator[Written]:
        """Write what the plan alone knows: what is gone, and what is not to be read."""
        removed = iter(plan.removed)
        refused: Batch = [NoPost(*each) for each in plan.refused]
        while (some := list(islice(removed, _REMOVED_AT_ONCE))) or refused:
            written = self._writer.write(refused, some)
            self._tell_problems(written)
            yield written
            refused = []

    def _written(
        self, chunks: Iterable[tuple[Item, ...]], seconds: float
    ) -> Iterator[tuple[Batch, Written]]:
        """Have `chunks` read and written; yield each batch once it is committed."""
        with ThreadPoolExecutor(1) as thread:
            background = _Background(self._writer, thread, seconds)
            try:
                for outcomes in self._pool.results(chunks):
                    for batch, written in background.add(map(_outcome, outcomes)):
                        yield self._noted(batch, written)
                for batch, written in background.finish():
                    yield self._noted(batch, written)
            finally:
                background.abandon()

    def _noted(self, batch: Batch, written: Written) -> tuple[Batch, Written]:
        self.vanished += [each.path for each in batch if isinstance(each, Gone)]
        self._tell_problems(written)
        return batch, written

    def _tell_problems(self, written: Written) -> None:
        for problem in written.problems:
            self._tell(events.problem(problem))

    def _tell_changes(self, written: Written) -> None:
        if written.added or written.changed or written.removed or written.problems:
            totals = self._writer.totals()
            self._tell(events.changes(totals, written.added, written.changed, written.removed))


class _Background:
    """Writes one batch in a thread while the next is gathered."""

    def __init__(self, writer: IndexWriter, thread: ThreadPoolExecutor, seconds: float) -> None:
        self._writer = writer
        self._thread = thread
        self._seconds = seconds
        self._gathered: Batch = []
        self._bytes = 0
        self._writing: tuple[Batch, Future[Written]] | None = None
        self._begun: float | None = None  # when the last batch began to be written
        self._before = 0  # outcomes in the batches up to that

    def add(self, outcomes: Iterable[Outcome]) -> Iterator[tuple[Batch, Written]]:
        """Gather `outcomes`; yield the batch that was committed meanwhile, if one was."""
        for outcome in outcomes:
            self._gathered.append(outcome)
            self._bytes += size_of(outcome)
        full = self._bytes >= _BATCH_BYTES
        if self._writing is not None and (full or self._writing[1].done()):
            yield from self._committed()
        if self._writing is None and (full or self._is_due()):
            self._write()

    def finish(self) -> Iterator[tuple[Batch, Written]]:
        """Write what is left; yield the batches that were not yet told of."""
        yield from self._committed()
        if self._gathered:
            self._write()
            yield from self._committed()

    def abandon(self) -> None:
        """End a writing that goes on because something went wrong; wait until it has ended."""
        if self._writing is not None:
            self._writer.interrupt()
            self._writing[1].exception()

    def _is_due(self) -> bool:
        if self._begun is None:
            return len(self._gathered) >= FIRST_SCREEN
        waited = time.monotonic() - self._begun
        large = len(self._gathered) >= self._before * _SHARE
        return waited >= (self._seconds if large else _LONGEST_SECONDS)

    def _write(self) -> None:
        batch, self._gathered, self._bytes = self._gathered, [], 0
        self._before += len(batch)
        self._begun = time.monotonic()
        self._writing = batch, self._thread.submit(self._writer.write, batch)

    def _committed(self) -> Iterator[tuple[Batch, Written]]:
        """Wait for the batch that is being written. Raises what writing raised."""
        if self._writing is not None:
            (batch, future), self._writing = self._writing, None
            yield batch, future.result()


def _rate(done: int, begun: float) -> float:
    """Return how many a second were done; Windows' clock may stand still for 16 ms."""
    return done / max(time.monotonic() - begun, 1e-6)


def _outcome(found: Outcome | Lost[Item]) -> Outcome:
    if not isinstance(found, Lost):
        return found
    item = found.item
    file = item.file if isinstance(item, Reread) else item
    return NoPost(file if found.surely else file._replace(ctime_ns=0), found.reason)


def _without_body(batch: Sequence[Outcome]) -> set[str]:
    """Return the files that the second pass need not open."""
    return {
        each.path if isinstance(each, Gone) else each.file.path
        for each in batch
        if isinstance(each, NoPost | Gone)
    }
