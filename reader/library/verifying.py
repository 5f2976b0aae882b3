"""Whether an index is what a fresh reading of its folder gives.

Every file is read anew, by the workers that index; what comes out goes into a small index in
memory, a batch at a time, by the writer that writes indexes; then rows are compared with rows.
So whatever the index learns to hold, this compares it too. Nothing is written to the disk.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial

import apsw

from reader.errors import DamagedError, StoreError
from reader.library.chunks import body_chunks
from reader.library.database import Damage, is_index_of, open_index_for_reading, store_errors
from reader.library.index_checks import damage, disagreements
from reader.library.index_writer import IndexWriter
from reader.library.indexer import Library, Run, folder_error
from reader.library.outcome import Gone, NoPost, Outcome, size_of
from reader.library.pool import Lost, Pool
from reader.library.post_ids import first_id_of, last_id_of
from reader.library.records import Record, Records
from reader.library.scan import Scan, Scanner
from reader.library.scan_plan import Reread, plan
from reader.library.schema import SCHEMA
from reader.library.word_sums import WordSums, sums_of

Progress = Callable[[int, int], None]  # files done, of how many

_BATCH = 500  # posts, or
_BATCH_BYTES = 16 << 20  # of words
_SHOWN = 60  # characters of a value


class Kind(StrEnum):
    """What is wrong."""

    DATABASE = "database"  # the file cannot be trusted
    INDEX = "index"  # its tables do not agree
    MISSING = "missing"  # a file is not in the index
    GONE = "gone"  # the index has a file that is not there
    CHANGED = "changed"  # a file has changed since it was indexed
    WRONG = "wrong"  # the index says what the file does not


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it should be."""

    kind: Kind
    path: str  # "" of the whole index
    words: str


@dataclass(slots=True)
class _Words:
    """What the full text should hold, and of whom that is not known."""

    sums: WordSums = field(default_factory=WordSums)
    unknown: set[int] = field(default_factory=set[int])
    paths: dict[int, str] = field(default_factory=dict[int, str])

    def leave_out(self, record: Record | None) -> None:
        """Take note that nobody knows what words this post of the index should have."""
        if record is not None and record.id is not None:
            self.unknown.add(record.id)

    def compared(self, index: apsw.Connection) -> Iterator[Difference]:
        """Yield whose words the full text has wrong."""
        found = self.sums.differing(index, self.unknown)
        for id_ in found.posts & self.paths.keys():
            yield Difference(Kind.WRONG, self.paths[id_], "the full text has other words of it")
        if found.terms:
            yield Difference(Kind.INDEX, "", "the full text has words that no post has")


def differences(library: Library, run: Run, progress: Progress) -> list[Difference]:
    """Return all that differs between the index of `library` and its folder.

    Raises:
        FolderError: The folder cannot be listed.
        StoreError: The index cannot be opened: no permission.
        Stopped: It was asked for.
    """
    index = _opened(library)
    if isinstance(index, Difference):
        return [index]
    with store_errors(library.index), closing(index):
        try:
            faults = list(damage(index))
            if faults:
                return [Difference(Kind.DATABASE, "", words) for words in faults]
            index.execute("BEGIN")
            return list(_compared(library, run, index, progress))
        except (*Damage, apsw.SQLError, DamagedError) as error:
            return [Difference(Kind.DATABASE, "", str(error))]


def still_differing(library: Library, found: Iterable[Difference]) -> list[Difference]:
    """Return what of `found` another process that keeps the index has not mended meanwhile."""
    kept = list(found)
    waiting = {each.path for each in kept if each.kind in (Kind.MISSING, Kind.GONE, Kind.CHANGED)}
    with store_errors(library.index), closing(open_index_for_reading(library.index)) as index:
        stored = IndexWriter(index).stored_at(waiting)
    to_do = plan(stored, _scanned(library, waiting))
    left = {*to_do.removed, *(file.path for file, _ in to_do.refused)}
    for file in (reread.file for reread in to_do.reread):
        known = stored.get(file.path)
        if known is None or known[:2] != (file.size, file.mtime_ns):  # else only in doubt
            left.add(file.path)
    return [each for each in kept if each.path not in waiting or each.path in left]


def _opened(library: Library) -> apsw.Connection | Difference:
    """Return a connection to the index, or why there is nothing to compare with."""
    if not library.index.exists():
        return Difference(Kind.INDEX, "", "there is none yet")
    try:
        return open_index_for_reading(library.index)
    except DamagedError as error:
        return Difference(Kind.DATABASE, "", str(error.__cause__))
    except StoreError as error:
        if error.__cause__ is None:
            return Difference(Kind.INDEX, "", "it belongs to another version of Broadsheet")
        raise


def _scanned(library: Library, paths: Iterable[str] | None = None) -> Scan:
    try:
        scanner = Scanner(library.folder)
        return scanner.whole() if paths is None else scanner.paths(paths)
    except OSError as error:
        raise folder_error(library.folder, error) from error


def _compared(
    library: Library, run: Run, index: apsw.Connection, progress: Progress
) -> Iterator[Difference]:
    if not is_index_of(index, library.folder):
        yield Difference(Kind.INDEX, "", "it is of another folder or time zone")
        return
    scan = _scanned(library)
    records, words = Records(index), _Words()
    there = {file.path for file in scan.files}
    for path in plan(IndexWriter(index).stored(), scan).removed:
        if path not in there:  # else it counts as a post and as none, and the tables say so
            words.leave_out(records.of(path))
            yield _gone(path)
    yield from (Difference(Kind.INDEX, "", fault) for fault in disagreements(index))
    for batch in _batches(library, run, scan, progress):
        with closing(apsw.Connection(":memory:")) as fresh:
            fresh.execute(SCHEMA)
            IndexWriter(fresh).write(batch)
            yield from _batch_compared(batch, records, fresh, words)
    yield from words.compared(index)


def _batches(library: Library, run: Run, scan: Scan, progress: Progress) -> Iterator[list[Outcome]]:
    """Read every file anew; yield what came out of some at a time."""
    to_do = plan({}, scan)
    batch: list[Outcome] = [NoPost(*refused) for refused in to_do.refused]
    size = done = 0
    pool = Pool[Reread, Outcome](
        partial(run.work, str(library.folder)), stopping=run.stopping.is_set
    )
    with closing(pool):
        for outcomes in pool.results(body_chunks(to_do.reread)):
            batch += map(_outcome, outcomes)
            size += sum(map(size_of, outcomes))
            done += len(outcomes)
            if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                progress(done, len(to_do.reread))
                yield batch
                batch, size = [], 0
    yield batch


def _outcome(found: Outcome | Lost[Reread]) -> Outcome:
    return NoPost(found.item.file, found.reason) if isinstance(found, Lost) else found


def _batch_compared(
    batch: Iterable[Outcome], records: Records, fresh: apsw.Connection, words: _Words
) -> Iterator[Difference]:
    wanted_records = Records(fresh)
    ids: dict[int, int] = {}  # of the index, by those in memory
    for outcome in batch:
        path = outcome.path if isinstance(outcome, Gone) else outcome.file.path
        found, wanted = records.of(path), wanted_records.of(path)
        difference = _difference(path, found, wanted)
        if difference is not None:
            yield difference
        if difference is not None or found is None or wanted is None:
            words.leave_out(found)
        elif found.id is not None and wanted.id is not None:
            ids[wanted.id] = found.id
            words.paths[found.id] = path
    words.sums.add(sums_of(fresh, ids))


def _difference(path: str, found: Record | None, wanted: Record | None) -> Difference | None:
    """Return in what the index's record of a file is not what it should be."""
    if wanted is None:
        return found and _gone(path)
    if found is None:
        return Difference(Kind.MISSING, path, "is not in the index")
    faults = list(_faults(found, wanted))
    if found.times[:2] != wanted.times[:2] or (faults and _differ(found.times, wanted.times)):
        return Difference(Kind.CHANGED, path, "has changed since it was indexed")
    return Difference(Kind.WRONG, path, "; ".join(faults)) if faults else None


def _gone(path: str) -> Difference:
    return Difference(Kind.GONE, path, "is in the index, but not in the folder")


def _differ(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Return whether times differ; a ctime of 0 is in doubt."""
    return any(a != b for a, b in zip(found, wanted, strict=True) if a and b)


def _faults(found: Record, wanted: Record) -> Iterator[str]:
    if found.columns is None or wanted.columns is None:
        if found.columns is not wanted.columns:
            yield "counts as a post" if found.columns else "does not count as a post"
    else:
        for name, value in wanted.columns.items():
            if found.columns[name] != value:
                yield f"{name} is {_shown(found.columns[name])}, not {_shown(value)}"
        day = date.fromisoformat(wanted.day)
        if not first_id_of(day) <= (found.id or 0) <= last_id_of(day):
            yield f"its place is not on {wanted.day}"
    for words, values in (
        ("has", set(found.facets) - set(wanted.facets)),
        ("has not", set(wanted.facets) - set(found.facets)),
    ):
        yield from (f"{words} {facet} {_shown(value)}" for facet, value in sorted(values))
    if found.text != wanted.text:
        yield "its text is another" if found.text else "its text is missing"
    if found.problems != wanted.problems:
        yield "its problems are others"


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex() or "empty"
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
