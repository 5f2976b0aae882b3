"""A thread that writes reading state, step by step, in order.

Steps wait while the disk refuses them and are tried again; nothing is dropped. The thread
knows the state of every post as it is on the disk, and merges each step into that.
"""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import BroadsheetError
from reader.library.saved_searches import SavedSearch, SearchesChange
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
    """Posts were renamed or scraped again: their state goes with them."""

    index: Path


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to write. `number` grows."""

    number: int
    what: StateChange | SearchesChange | Move | Follow


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the disk holds of the library, after the step of this number."""

    states: Mapping[str, PostState]
    searches: tuple[SavedSearch, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Written:
    """A step that is on the disk."""

    step: Step


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know; `restored` where a broken state.db was replaced."""

    words: str
    restored: bool


Report = Loaded | Written | Notice


def merged(present: PostState, before: PostState, after: PostState) -> PostState:
    """Return `present` with what differs between `before` and `after` done to it."""
    return PostState(
        read=present.read if before.read == after.read else after.read,
        starred=present.starred if before.starred == after.starred else after.starred,
        position=present.position if before.position == after.position else after.position,
    )


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
        self._states: dict[str, PostState] = {}
        self._refused = ""  # what was reported last
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
            self._attempt(self._back_up)
        with self._changed:
            self._changed.wait_for(self._busy)
            return self._steps[0] if self._steps else None

    def _busy(self) -> bool:
        return bool(self._steps) or self._closing

    def _back_up(self) -> None:
        if self._state is not None:
            self._state.back_up_if_due()

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
        except BroadsheetError as error:
            if str(error) != self._refused:
                self._refused = str(error)
                self._report(Notice(self._refused, restored=False))
            return False
        self._refused = ""
        return True

    def _open(self) -> None:
        if self._state is not None:
            return
        from reader.library.state import ReadingState  # noqa: PLC0415 - in the thread, see above

        self._state = ReadingState(self._path, self._folder, self._index)
        notice = self._state.notice
        if notice:
            self._report(Notice(notice, restored=True))
        self._load(0)

    def _load(self, after: int) -> None:
        if self._state is not None:
            self._states = self._state.states()
            loaded = Loaded(dict(self._states), self._state.searches(), after)
            with self._changed:
                self._loaded = self._loaded or loaded
                self._changed.notify_all()
            self._report(loaded)

    def _write(self, step: Step) -> None:
        self._open()
        state = self._state
        if state is None:
            return
        if isinstance(step.what, StateChange):
            self._change(state, step.what)
        elif isinstance(step.what, SearchesChange):
            state.change_searches(step.what)
        elif isinstance(step.what, Move):
            path, position = step.what.path, step.what.position
            state.set_position(path, position)
            self._states[path] = replace(self._states.get(path, PostState()), position=position)
        else:
            self._follow(state, step.what.index)
            self._load(step.number)

    def _change(self, state: "ReadingState", change: StateChange) -> None:
        unknown = PostState()
        after = {
            path: merged(self._states.get(path, unknown), change.before[path], wanted)
            for path, wanted in change.after.items()
        }
        state.change(after, change.words)
        self._states |= after

    def _follow(self, state: "ReadingState", index: Path) -> None:
        from reader.library.catalog import Catalog  # noqa: PLC0415 - in the thread, see above

        try:
            catalog = Catalog(index, None, self._folder)
        except BroadsheetError:
            return  # no index to follow; the next one that settles will do
        try:
            state.follow(catalog)
        finally:
            catalog.close()
