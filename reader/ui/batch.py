"""What is done with the posts selected in the list, where these are others than the current one.

They are asked for some hundreds at a time, so that any number of them holds up nobody.
"""

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library.values import PostState, PostSummary
from reader.ui.catalog_answers import Told
from reader.ui.catalog_client import CatalogClient, Paths
from reader.ui.post_list.row_selection import RowSelection
from reader.ui.sidebar.words import grouped
from reader.ui.state_client import StateClient

Tell = Callable[[Sequence[PostSummary]], str]
_TOGETHER = 400  # posts asked for at once
_LOOKED_AT = 4_000  # posts whose state is looked at in one go, 2 ms


class Batch(QObject):
    """Star, mark, and gather in words the posts selected."""

    said = Signal(str)

    def __init__(
        self, selection: RowSelection, catalog: CatalogClient, state: StateClient, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._selection, self._catalog, self._state = selection, catalog, state
        self._waiting: list[tuple[array[int], Callable[[Sequence[str]], None]]] = []
        self._gatherings: deque[_Gathering] = deque()  # the first is under way
        self._library = 0  # how many were opened: what is begun in one is not done in the next
        catalog.paths_found.connect(self._on_paths)
        catalog.told.connect(self._on_told)

    def forget(self) -> None:
        """Give up what was begun: another library was opened, and answers nothing of it."""
        self._library += 1
        self._waiting.clear()
        self._gatherings.clear()

    @property
    def apart(self) -> bool:
        """Return whether other posts than the current one alone are selected."""
        return self._selection.apart

    @property
    def ids(self) -> "array[int]":
        """Return the ids of the posts selected, in the list's order."""
        return self._selection.ids()

    def toggle_star(self) -> None:
        """Star them; where all have a star, take it away."""
        self._with_paths(self._star)

    def toggle_read(self) -> None:
        """Mark them as read; where all are, as unread."""
        self._with_paths(self._read)

    def gather(self, tell: Tell, then: Callable[[str], None]) -> None:
        """Call `then` with what `tell` says of them all, once what was asked before is gathered."""
        self._gatherings.append(_Gathering(self.ids, tell, then))
        if len(self._gatherings) == 1:
            self._ask_more(self._gatherings[0])

    def _with_paths(self, then: Callable[[Sequence[str]], None]) -> None:
        ids = self.ids
        self._waiting.append((ids, then))
        self._catalog.ask_paths(ids)

    def _on_paths(self, answer: Paths) -> None:
        for waiting in self._waiting:
            if answer.asked is waiting[0]:
                self._waiting.remove(waiting)
                waiting[1](answer.paths)
                return

    def _star(self, paths: Sequence[str]) -> None:
        self._decide(paths, lambda state: state.starred, self._set_starred)

    def _read(self, paths: Sequence[str]) -> None:
        self._decide(paths, lambda state: state.read, self._set_read)

    def _decide(
        self,
        paths: Sequence[str],
        has: Callable[[PostState], bool],
        then: Callable[[Sequence[str], bool], None],
    ) -> None:
        """Call `then` with False where all posts have it, with True where one has not."""

        library = self._library

        def look(start: int) -> None:
            if library != self._library:
                return
            part = paths[start : start + _LOOKED_AT]
            if not part:
                then(paths, False)
            elif all(has(self._state.state_of(path)) for path in part):
                QTimer.singleShot(0, self, partial(look, start + _LOOKED_AT))
            else:
                then(paths, True)

        if paths:
            look(0)

    def _set_starred(self, paths: Sequence[str], starred: bool) -> None:
        words = self.tr("{0} starred") if starred else self.tr("{0} stars removed")
        self._state.set_starred(paths, starred, _undoable(words, paths))

    def _set_read(self, paths: Sequence[str], read: bool) -> None:
        words = self.tr("{0} marked as read") if read else self.tr("{0} marked as unread")
        self._state.set_read(paths, read, _undoable(words, paths))

    def _ask_more(self, gathering: "_Gathering") -> None:
        ids = gathering.next_ids()
        if ids:
            self._catalog.tell(ids, gathering.tell)
            return
        self._gatherings.popleft()
        gathering.then("".join(gathering.parts))
        if self._gatherings:
            self._ask_more(self._gatherings[0])

    def _on_told(self, answer: Told) -> None:
        gathering = self._gatherings[0] if self._gatherings else None
        if gathering is not None and answer.asked is gathering.asked:
            gathering.parts.append(answer.words)
            self._ask_more(gathering)


class _Gathering:
    """How far the words of many posts have come."""

    def __init__(self, ids: "array[int]", tell: Tell, then: Callable[[str], None]) -> None:
        self.tell, self.then = tell, then
        self.asked: array[int] = array("q")
        self.parts: list[str] = []
        self._ids, self._done = ids, 0

    def next_ids(self) -> "array[int]":
        """Return the ids to ask for next; none at the end."""
        self.asked = self._ids[self._done : self._done + _TOGETHER]
        self._done += len(self.asked)
        return self.asked


def _undoable(words: str, paths: Sequence[str]) -> str:
    return words.format(grouped(len(paths)))
