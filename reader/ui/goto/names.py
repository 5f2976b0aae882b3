"""The names of a library that can be gone to: titles and facets, asked without waiting for them.

They are read on a thread of their own, a block at a time, the newest first; what is known so far
is searched meanwhile. A newer search gives the older one up. Answers arrive in the window's
thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.library.go_to import Match, Typed, name_of
from reader.library.title_search import Given, Titles
from reader.library.values import Facet, Filter, PostSummary
from reader.ui.catalog_thread import CatalogThread, Job, Library
from reader.ui.sidebar.words import value_name

if TYPE_CHECKING:
    from reader.library.catalog import Catalog

MOST_POSTS, MOST_VALUES = 30, 8
_ABOVE_ALL = 2**62  # no post's id
_CLOSING = 0.25  # s
_FACETS = (Facet.TAG, Facet.CATEGORY, Facet.AUTHOR, Facet.SOURCE, Facet.YEAR)


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post that can be gone to."""

    post: PostSummary
    match: Match


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A facet's value that can be gone to."""

    facet: Facet
    value: str
    name: str  # as the sidebar calls it
    count: int
    match: Match | None = None  # of something typed


@dataclass(frozen=True, slots=True)
class Found:
    """What fits something typed, the best first; of nothing typed, the posts asked for."""

    text: str
    posts: tuple[NamedPost, ...]
    values: tuple[NamedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Learnt:
    library: int
    below: int | None  # whence to go on
    changes: int


class _Known:
    """What the thread knows of one library; no other touches it."""

    def __init__(self) -> None:
        self.titles = Titles()
        self._values: list[NamedValue] = []
        self._value_names = Titles()

    def learn(self, catalog: "Catalog", below: int) -> int | None:
        if below == _ABOVE_ALL:
            self._learn_values(catalog)
        return self.titles.learn(catalog.titles, below)

    def find(self, catalog: "Catalog", text: str, wanted: Callable[[], bool]) -> Found | None:
        typed = Typed.of(text)
        try:
            values = self._value_names.search(text, wanted)[:MOST_VALUES]
            hits = self.titles.search(text, wanted)[:MOST_POSTS]
        except Given:
            return None
        return Found(
            text,
            _matched(catalog.summaries([hit.id for hit in hits]), typed),
            tuple(self._value(hit.id, typed) for hit in values),
        )

    def _learn_values(self, catalog: "Catalog") -> None:
        facets = catalog.counts(Filter()).facets
        values = [
            NamedValue(facet, each.value, value_name(facet, each.value), each.count)
            for facet in _FACETS
            for each in facets.get(facet, ())
        ]
        if values == self._values:
            return
        values.sort(key=lambda value: -value.count)
        rows = [(len(values) - at, value.name) for at, value in enumerate(values)]
        below: int | None = _ABOVE_ALL
        while below is not None:
            below = self._value_names.learn(_below(rows), below)
        self._values = values

    def _value(self, number: int, typed: Typed) -> NamedValue:
        value = self._values[len(self._values) - number]
        return replace(value, match=typed.match(name_of(value.name)))


class LibraryNames(QObject):
    """Asks a library for what can be gone to in it."""

    found = Signal(object)  # Found, for the newest text only
    learnt = Signal()  # so much that a search may find more
    _arrived = Signal(object)  # from the thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = CatalogThread("go-to", self._arrived.emit)
        self._known = _Known()
        self._library = self._number = 0
        self._learning = False
        self._told = 0  # changes of what is known

    def open(self, library: Library) -> None:
        """Ask this library from now on."""
        self._known = _Known()
        self._library += 1
        self._number += 1
        self._learning = False
        self._told = 0
        self._thread.open(library)

    def refresh(self) -> None:
        """Learn what has changed since; what is known already is searched meanwhile."""
        if not self._learning:
            self._learning = True
            self._learn(_ABOVE_ALL)

    def find(self, text: str) -> None:
        """Answer with `found`: what fits `text`; at once where no library was opened."""
        if not self._library:
            self.found.emit(Found(text, ()))
            return
        self._number += 1
        number, known = self._number, self._known

        def work(catalog: "Catalog") -> object:
            answer = known.find(catalog, text, lambda: number == self._number)
            return None if answer is None else (number, answer)

        self._thread.do(Job("find", 0, work, (number, Found(text, ()))))

    def recall(self, paths: Sequence[str]) -> None:
        """Answer with `found`: the posts at these paths, those that are there."""
        if not self._library:
            self.found.emit(Found("", ()))
            return
        self._number += 1
        number = self._number

        def work(catalog: "Catalog") -> object:
            ids = [post_id for path in paths if (post_id := catalog.find(path)) is not None]
            return number, Found("", _matched(catalog.summaries(ids), Typed("")))

        self._thread.do(Job("find", 0, work, (number, Found("", ()))))

    def close(self) -> None:
        """End the thread."""
        self._number += 1
        self._thread.close(_CLOSING)

    def _learn(self, below: int) -> None:
        library, known = self._library, self._known

        def work(catalog: "Catalog") -> object:
            further = known.learn(catalog, below)
            return _Learnt(library, further, known.titles.changes)

        # One step a job, asked for from the window's thread: so a search is never far behind.
        self._thread.do(Job("learn", 1, work, _Learnt(library, None, self._told)))

    def _deliver(self, answer: object) -> None:
        match answer:
            case _Learnt(library) if library == self._library:
                self._on_learnt(answer)
            case (int(number), Found() as found) if number == self._number:
                self.found.emit(found)
            case _:  # of a failure the job's own answer tells as well
                pass

    def _on_learnt(self, learnt: _Learnt) -> None:
        """Go on, and tell of what is known: soon at first, then more and more seldom."""
        self._learning = learnt.below is not None
        fresh = learnt.changes - self._told
        if fresh > self._told or (fresh and not self._learning):
            self._told = learnt.changes
            self.learnt.emit()
        if learnt.below is not None:
            self._learn(learnt.below)


def _matched(posts: Sequence[PostSummary], typed: Typed) -> tuple[NamedPost, ...]:
    matches = [(post, typed.match(name_of(post.title.text))) for post in posts]
    return tuple(NamedPost(post, match) for post, match in matches if match is not None)


def _below(rows: Sequence[tuple[int, str]]) -> Callable[[int, int], Sequence[tuple[int, str]]]:
    def older(below: int, most: int) -> Sequence[tuple[int, str]]:
        first = max(0, len(rows) - below + 1)
        return rows[first : first + most]

    return older
