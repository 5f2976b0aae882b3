"""A thread that writes reading state, step by step, in order.

Steps wait while the disk refuses them and are tried again; nothing is dropped. Each is merged
into what is on the disk by then, for another window may write there too; what that has written
is read anew.
"""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import BroadsheetError
from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state_notices import StateError, StateNotice
from reader.library.values import PostState, StateChange

if TYPE_CHECKING:
    from reader.library.state import ReadingState

IDLE = 20.0  # s without a step, then the day's backup is made if it is due
RETRY = 3.0  # s between attempts at a step that the disk refuses


@dataclass(frozen=True, slots=True)
class Move:
    """How far a post was read."""

    path: str
    position: float


@dataclass(frozen=True, slots=True)
class Follow:
    """The index has changed: the state of posts that were renamed or scraped again goes along."""

    index: Path
    paths: tuple[str, ...] | None  # at which it has; None: that is not known


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to write. `number` grows."""

    number: int
    what: StateChange | SearchesChange | Move | Follow


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the disk holds of the library, after the step of this number."""

    states: Mapping[str, PostState]
    moved: Mapping[str, str]  # the present paths of posts, by those they had before
    searches: tuple[SavedSearch, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Written:
    """A step that is on the disk."""

    step: Step


Report = Loaded | Written | StateNotice


class StateThread:
    """Writes the reading state of one library. `report` is called in the thread."""

    def __init__(
        self, path: Path, folder: Path, index: Path | None, report: Callable[[Report], None]
    ) -> None:
        self._path = path
        self._folder = folder
        self._index = index
        self._report = report
        self._changed = threading.Condition()
        self._steps: deque[Step] = deque()
        self._closing = False
        self._state: ReadingState | None = None  # opened and used by the thread
        self._refused: StateNotice | None = None  # what was reported last
        self._told: StateNotice | None = None
        self._done = 0  # the number of the last step
        self._loaded: Loaded | None = None  # at the beginning
        self._thread = threading.Thread(target=self._run, name="reading state", daemon=True)
        self._thread.start()

    def do(self, step: Step) -> None:
        """Write `step` after those before it."""
        with self._changed:
            self._steps.append(step)
            self._changed.notify()

    def beginning(self, wait: float) -> Loaded | None:
        """Return what was on the disk at first; None if that takes more than so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._loaded, wait)
            return self._loaded

    def close(self, wait: float) -> None:
        """Write what remains and end the thread, waiting at most so many seconds."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(wait)

    def _run(self) -> None:
        while not self._attempt(self._open) and self._wait_to_retry():
            pass
        while (step := self._next()) is not None:
            if self._attempt(partial(self._write, step)):
                with self._changed:
                    self._steps.popleft()
                self._report(Written(step))
            elif not self._wait_to_retry():
                break
        if self._state is not None:
            self._attempt(self._state.close)

    def _next(self) -> Step | None:
        """Return the oldest step, which stays in the queue until it is written."""
        with self._changed:
            idle = not self._changed.wait_for(self._busy, IDLE)
        if idle and self._state is not None:
            self._attempt(self._rest)
        with self._changed:
            self._changed.wait_for(self._busy)
            return self._steps[0] if self._steps else None

    def _busy(self) -> bool:
        return bool(self._steps) or self._closing

    def _rest(self) -> None:
        """Do what can wait for an idle moment."""
        state = self._state
        if state is not None:
            state.back_up_if_due()
            if self._index is not None:
                self._follow(state, Follow(self._index, ()))
            if state.written_elsewhere():
                self._load(self._done)

    def _wait_to_retry(self) -> bool:
        """Wait a while; return False when there is no time left for another attempt."""
        with self._changed:
            if self._closing:
                return False
            self._changed.wait_for(lambda: self._closing, RETRY)
            return True

    def _attempt(self, work: Callable[[], None]) -> bool:
        """Return whether `work` was done; report once why not."""
        try:
            work()
        except StateError as error:
            if error.notice != self._refused:
                self._refused = error.notice
                self._report(error.notice)
            return False
        self._refused = None
        return True

    def _open(self) -> None:
        if self._state is not None:
            return
        from reader.library.state import ReadingState  # noqa: PLC0415 - in the thread, see above

        self._state = ReadingState(self._path, self._folder, self._index)
        self._tell()
        self._load(0)

    def _tell(self) -> None:
        """Report what has happened to the state since this was last done."""
        notice = self._state.notice if self._state is not None else None
        if notice is not None and notice != self._told:
            self._told = notice
            self._report(notice)

    def _load(self, after: int) -> None:
        state = self._state
        if state is not None:
            loaded = Loaded(state.states(), state.moved, state.searches(), after)
            with self._changed:
                self._loaded = self._loaded or loaded
                self._changed.notify_all()
            self._report(loaded)

    def _write(self, step: Step) -> None:
        self._open()
        state = self._state
        if state is None:
            return
        what, moved = step.what, False
        if isinstance(what, StateChange):
            state.apply(what)
        elif isinstance(what, SearchesChange):
            state.change_searches(what)
        elif isinstance(what, Move):
            state.set_position(what.path, what.position)
        else:
            moved = self._follow(state, what)
        self._done = step.number
        self._tell()
        if moved or state.written_elsewhere():
            self._load(step.number)

    def _follow(self, state: "ReadingState", follow: Follow) -> bool:
        """Return whether states may have changed. What cannot be done now is tried again later."""
        self._index = follow.index
        before = state.moved
        with suppress(BroadsheetError):  # no index, or none that can be read: it is being mended
            return bool(state.follow(follow.index, follow.paths)) or state.moved != before
        return False
