"""A thread with a Catalog of its own, which does the most urgent job first.

It opens the index when it is there, opens it again when it was rebuilt, and gives up what it is
doing when nobody wants it any more. It knows nothing of what it is asked.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import BroadsheetError, DamagedError

if TYPE_CHECKING:  # the index's modules are imported in the thread, so that the window starts first
    from reader.library.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Library:
    """Where the index, the reading state and the posts of one library are."""

    index: Path
    state: Path
    folder: Path


class Job(NamedTuple):
    """Something to ask of the catalog."""

    topic: str  # a newer job of the same topic replaces one that waits, unless `each`
    urgency: int  # lower is sooner
    work: "Callable[[Catalog], object]"
    otherwise: object = None  # the answer where there is no index, or asking fails; None: no answer
    each: bool = False  # every job of this topic is done


class Failed(NamedTuple):
    """What went wrong, ready to be shown."""

    message: str  # "" where that is not worth showing
    damaged: int = 0  # the number of the index's file, where it is damaged


class CatalogThread:
    """Does jobs, one at a time. `answered` is called in the thread with each answer or Failed."""

    def __init__(self, name: str, answered: Callable[[object], None]) -> None:
        self._name = name
        self._answered = answered
        self._changed = threading.Condition()
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._library: Library | None = None
        self._closing = False
        self._thread: threading.Thread | None = None
        self._catalog: Catalog | None = None  # opened and used by the thread; interrupted by others
        self._opened: Library | None = None  # what the catalog is of

    def open(self, library: Library) -> None:
        """Answer from `library` from now on. What waits or runs for another is given up."""
        with self._changed:
            self._library = library
            self._waiting.clear()
            self._interrupt()

    def do(self, job: Job) -> None:
        """Do `job` when its turn comes, if a library was opened."""
        with self._changed:
            if self._closing or self._library is None:
                return
            if not job.each:
                self._waiting = [other for other in self._waiting if other.topic != job.topic]
            self._waiting.append(job)
            self._waiting.sort(key=lambda waiting: waiting.urgency)  # stable: then by age
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def give_up(self, topic: str) -> None:
        """Interrupt the running job and forget the waiting one, where they are of `topic`."""
        with self._changed:
            self._waiting = [job for job in self._waiting if job.topic != topic]
            if self._running is not None and self._running.topic == topic:
                self._interrupt()

    def close(self, wait: float) -> None:
        """Give up everything and end the thread, waiting at most so many seconds."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._interrupt()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(wait)

    def _interrupt(self) -> None:
        """Stop the running job (the lock is held)."""
        if self._running is not None and self._catalog is not None:
            self._running = None
            self._catalog.interrupt()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                answer = self._answer(job)
            except Exception:  # a fault of ours, which must not cost all answers to come
                import logging  # noqa: PLC0415 - the window starts without

                logging.getLogger(__name__).exception("%s could not be answered", job.topic)
                answer = job.otherwise
            with self._changed:
                wanted = self._running is job and not self._closing
                self._running = None
            if wanted and answer is not None:
                self._answered(answer)
        self._drop()

    def _next(self) -> Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            self._running = self._waiting.pop(0) if self._waiting else None
            return self._running

    def _answer(self, job: Job) -> object:
        """Return the job's answer. An index that was rebuilt under a question is asked again."""
        for attempt in range(2):
            catalog = self._ready()
            if catalog is None:
                return job.otherwise
            try:
                return job.work(catalog)
            except BroadsheetError as error:
                with self._changed:
                    if self._running is not job:  # interrupted
                        return None
                self._drop()
                if attempt:
                    self._answered(Failed(str(error), _damaged(catalog.index, error)))
        return job.otherwise

    def _ready(self) -> "Catalog | None":
        """Return the catalog, opened again if its file was replaced; None while there is none."""
        from reader.library.catalog import Catalog  # noqa: PLC0415 - see above

        library = self._library
        if self._catalog is not None and self._opened == library and not self._catalog.stale():
            return self._catalog
        self._drop()
        if library is None or not library.index.exists():
            return None
        try:
            catalog = Catalog(library.index, library.state, library.folder)
        except BroadsheetError as error:
            damaged = _damaged(library.index, error)
            if damaged:
                self._answered(Failed("", damaged))
            return None  # not finished yet, or to be rebuilt: the indexer says what is wrong
        with self._changed:
            self._catalog, self._opened = catalog, library
        return catalog

    def _drop(self) -> None:
        with self._changed:
            catalog, self._catalog = self._catalog, None
        if catalog is not None:
            catalog.close()


def _damaged(index: Path, error: BroadsheetError) -> int:
    """Return the number of the index's file if it is damaged, else 0."""
    with suppress(OSError):
        return index.stat().st_ino if isinstance(error, DamagedError) else 0
    return 0
