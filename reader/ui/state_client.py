"""What the user did to posts: known at once, written in its own thread.

What is known here is newer than any answer of the index, and exact, but for what another window
has written since this one last wrote.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import isfinite
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.library.saved_searches import SavedSearch, SearchesChange
from reader.library.state_notices import StateNotice
from reader.library.values import PostState, StateChange, merged
from reader.ui.slices import Slices
from reader.ui.state_steps import LongStep, change_to, undoing
from reader.ui.state_thread import (
    Follow,
    Loaded,
    Move,
    Report,
    StateThread,
    Step,
    Written,
)
from reader.ui.state_words import LASTING, words_of

UNDOABLE = 100  # steps
TOGETHER = 1_000  # posts; a step over more is done in parts, 2 ms each
POSITION_PAUSE = 1000  # ms between two writes of a position
FLUSHING = 5.0  # s; a slow disk may take so long at the end

_UNKNOWN = PostState()


class StateClient(QObject):
    """The reading state of the open library."""

    changed = Signal(object)  # StateChange, at once
    searches_changed = Signal(str)  # `searches` is another; the words for it
    written = Signal()  # a change of read or starred is on the disk: the index's counts follow it
    followed = Signal()  # states are where their posts are, as far as can be told
    notice = Signal(str)  # state.db was set aside and restored
    failed = Signal(str)  # it cannot be written at present; what was done is kept and tried again
    _arrived = Signal(object, object)  # StateThread, Report: from the thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._thread: StateThread | None = None
        self._token = object()  # of the library: a late report of another one is nobody's
        self._states: dict[str, PostState] = {}
        self._moved: dict[str, str] = {}  # the present paths of posts, by those they had before
        self._searches: tuple[SavedSearch, ...] = ()
        self._loaded = False
        self._early: list[Callable[[], object]] = []  # wanted before the state was known
        self._unwritten: deque[Step] = deque()
        self._number = 0
        self._undoable: deque[StateChange | LongStep | SearchesChange] = deque(maxlen=UNDOABLE)
        self._slices = Slices(self)
        self._positions: dict[str, float] = {}  # to be written
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(POSITION_PAUSE)
        self._pause.timeout.connect(self._write_positions)

    def open(self, state: Path, folder: Path, index: Path | None = None) -> None:
        """Read and write the state of the library in `folder`; that of one before is flushed.

        With its `index`, what is done to a post can follow its file from then on.
        """
        self.close()
        token = self._token = object()
        self._states, self._moved = {}, {}
        if self._searches:
            self._searches = ()
            self.searches_changed.emit("")
        self._loaded = False
        self._early.clear()
        self._unwritten.clear()
        self._undoable.clear()
        self._thread = StateThread(state, folder, index, partial(self._arrived.emit, token))

    def when_known(self, step: Callable[[], object]) -> None:
        """Do `step` once it is known what the disk holds; never where no library is open."""
        if self._thread is None:
            return
        if self._loaded:
            step()
        else:
            self._early.append(step)

    def state_of(self, path: str) -> PostState:
        """Return what the user did to the post at `path`."""
        return self._states.get(self._at(path), _UNKNOWN)

    def set_read(self, paths: Sequence[str], read: bool, words: str) -> None:
        """Mark posts as read or unread. Steps without `words` happen by themselves: no undo."""
        self.when_known(lambda: self._set(paths, words, read=read))

    def set_starred(self, paths: Sequence[str], starred: bool, words: str) -> None:
        """Star posts or take their stars away. Steps without `words` cannot be undone."""
        self.when_known(lambda: self._set(paths, words, starred=starred))

    def set_position(self, path: str, fraction: float) -> None:
        """Remember how far a post was read: 0 top, 1 end."""
        if isfinite(fraction):
            self.when_known(lambda: self._set_position(path, min(max(fraction, 0.0), 1.0)))

    @property
    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches in their order; none until they are known."""
        return self._searches

    def set_searches(self, searches: Sequence[SavedSearch], words: str) -> None:
        """Make these the saved searches. Steps without `words` cannot be undone."""
        change = SearchesChange(self._searches, tuple(searches), words)
        if change.after != change.before:
            self.when_known(lambda: self._take_searches(change))

    def undo(self) -> bool:
        """Take back the last step that had words; return False if there is none."""
        self._slices.finish()
        if not self._undoable:
            return False
        change = self._undoable.pop()
        if isinstance(change, SearchesChange):
            self._apply_searches(change.undone(self.tr("Undone")))
            return True
        words = self.tr("Undone")
        if isinstance(change, LongStep):
            undone = (partial(self._undo, part, "") for part in reversed(change.parts))
            done = partial(self.changed.emit, StateChange({}, {}, words))
            self._slices.run([*undone, done])
        else:
            self._undo(change, words)
        return True

    def _undo(self, change: StateChange, words: str) -> None:
        self._apply(undoing(change, self.state_of, self._at, words))

    def follow(self, index: Path, paths: Sequence[str] | None = None) -> bool:
        """Let the state of posts that were renamed go with them: the index has changed.

        `paths` are those at which it has, if that is known. `followed` says when it is done;
        False is returned where nothing will.
        """
        if self._thread is None:
            return False
        self._write_positions()
        self._send(Follow(index, None if paths is None else tuple(paths)))
        return True

    def close(self) -> None:
        """Write everything that is not on the disk yet."""
        if self._thread is None:
            return
        if self._early:
            loaded = self._thread.beginning(FLUSHING)
            if loaded is not None:
                self._take_states(loaded)
        self._slices.finish()
        self._write_positions()
        self._thread.close(FLUSHING)
        self._thread = None
        self._token = object()

    def _set(
        self,
        paths: Sequence[str],
        words: str,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        if words:
            self._slices.finish()
        if len(paths) <= TOGETHER:
            change = self._change(paths, read, starred)
            if change is not None:
                change = replace(change, words=words)
                self._note(change)
                self._apply(change)
            return
        step = LongStep(words)

        def do(start: int) -> None:
            change = self._change(paths[start : start + TOGETHER], read, starred)
            if change is not None:
                step.parts.append(change)
                self._apply(change)

        starts = range(0, len(paths), TOGETHER)
        self._slices.run([*(partial(do, start) for start in starts), partial(self._end, step)])

    def _end(self, step: LongStep) -> None:
        """Note a long step that has been done, and say so."""
        if step.parts:
            self._note(step)
            self.changed.emit(StateChange({}, {}, step.words))

    def _note(self, step: StateChange | LongStep) -> None:
        if step.words:
            self._undoable.append(step)

    def _change(
        self, paths: Sequence[str], read: bool | None, starred: bool | None
    ) -> StateChange | None:
        present = map(self._at, paths)
        return change_to(present, lambda path: self._states.get(path, _UNKNOWN), read, starred)

    def _set_position(self, path: str, fraction: float) -> None:
        path = self._at(path)
        self._states[path] = replace(self.state_of(path), position=fraction)
        self._positions[path] = fraction
        if not self._pause.isActive():
            self._pause.start()

    def _apply(self, change: StateChange) -> None:
        self._states |= change.after
        self._send(change)
        self.changed.emit(change)

    def _take_searches(self, change: SearchesChange) -> None:
        if change.words:
            self._undoable.append(change)
        self._apply_searches(change)

    def _apply_searches(self, change: SearchesChange) -> None:
        self._searches = change.applied_to(self._searches)
        self._send(change)
        self.searches_changed.emit(change.words)

    def _write_positions(self) -> None:
        self._pause.stop()
        for path, position in self._positions.items():
            self._send(Move(path, position))
        self._positions.clear()

    def _send(self, what: StateChange | SearchesChange | Move | Follow) -> None:
        if self._thread is None:
            return
        self._number += 1
        step = Step(self._number, what)
        self._unwritten.append(step)
        self._thread.do(step)

    def _take(self, token: object, report: Report) -> None:
        if token is not self._token:
            return
        if isinstance(report, StateNotice):
            (self.notice if report.news in LASTING else self.failed).emit(words_of(report))
        elif isinstance(report, Loaded):
            self._take_states(report)
        else:
            self._take_written(report)

    def _take_states(self, loaded: Loaded) -> None:
        self._states, self._moved = dict(loaded.states), dict(loaded.moved)
        searches, self._searches = self._searches, loaded.searches
        for step in self._unwritten:
            if step.number > loaded.after:
                self._redo(step)
        for path, position in self._positions.items():
            self._states[self._at(path)] = replace(self.state_of(path), position=position)
        if self._loaded and not self._unwritten:
            self.written.emit()  # by another window
        self._loaded = True
        if self._searches != searches:
            self.searches_changed.emit("")
        early, self._early = self._early, []
        for wanted in early:
            wanted()

    def _redo(self, step: Step) -> None:
        """Do to the states just loaded what is not on the disk yet."""
        if isinstance(step.what, StateChange):
            before, after = step.what.before, step.what.after
            for path in after:
                changed = merged(self.state_of(path), before[path], after[path])
                self._states[self._at(path)] = changed
        elif isinstance(step.what, SearchesChange):
            self._searches = step.what.applied_to(self._searches)
        elif isinstance(step.what, Move):
            path, position = self._at(step.what.path), step.what.position
            self._states[path] = replace(self.state_of(path), position=position)

    def _at(self, path: str) -> str:
        """Return where the post is now that was at `path`."""
        return self._moved.get(path, path)

    def _take_written(self, written: Written) -> None:
        while self._unwritten and self._unwritten[0].number <= written.step.number:
            self._unwritten.popleft()
        if isinstance(written.step.what, StateChange):
            self.written.emit()
        elif isinstance(written.step.what, Follow):
            self.followed.emit()
