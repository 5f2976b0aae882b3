"""The index, asked from the window without ever waiting for it.

Two threads, each with a connection of its own: one lists posts and reads their summaries, the
other counts, which may take longer. A newer filter interrupts and supersedes an older one.
Answers are frozen values and arrive in the window's thread. They are made before the first frame:
as named tuples in a sixth of the time that a dataclass takes.
"""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.library.values import Counts, Filter, Found, Listing, PostSummary, Sort
from reader.ui.catalog_answers import Titled, Told
from reader.ui.catalog_thread import CatalogThread, Failed, Job, Library
from reader.ui.post_list.list_rows import placed

if TYPE_CHECKING:
    from reader.library.catalog import Catalog
    from reader.ui.article_view.links import Target
    from reader.ui.post_list.arranging import Arranger

LISTING, REST, COUNTS, TALLY, TITLES = "listing", "rest", "counts", "tally", "titles"
DAYS = "days"
REFRESH_PAUSE = 120  # ms, the least between two listings of a growing index,
LONGEST_PAUSE = 2000  # and the most, where each takes long
CLOSING = 0.25  # s
_QUOTES = '["“”„«»「」『』]'  # whatever the query language takes for one


class Summaries(NamedTuple):
    """What was asked of which posts. Ids that are gone are missing from `posts`."""

    query: str
    asked: tuple[int, ...]
    posts: tuple[PostSummary, ...]


class Paths(NamedTuple):
    """The paths of some posts, in the order asked. Gone ids are left out."""

    asked: "array[int]"
    paths: tuple[str, ...]


class NextUnread(NamedTuple):
    """The first unread post of `asked` from `start` on, and round again; None if all are read."""

    asked: "array[int]"
    start: int
    id: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts a filter leaves."""

    filter: Filter
    count: int


class Linked(NamedTuple):
    """What the library holds of a link's target."""

    target: "Target"
    found: Found | None


class _Answer(NamedTuple):
    """An answer on its way into the window's thread."""

    library: int  # of which `open`
    number: int  # of the listing it belongs to; 0 for any
    signal: str
    value: object


class CatalogClient(QObject):
    """Asks a library's index. Every signal is emitted in the thread this object lives in."""

    begun = Signal(object)  # Listing that is not whole, before `listed`, where there are many
    listed = Signal(object)  # Listing, for the newest filter only
    unlisted = Signal(object)  # Filter: there is no index, or none that can be read
    counted = Signal(object)  # Counts, after the listing, for the newest filter only
    days_counted = Signal(object)  # Days, for the newest filter only
    tallied = Signal(object)  # Tally
    summarized = Signal(object)  # Summaries
    located = Signal(object)  # (path, id | None)
    linked = Signal(object)  # Linked
    paths_found = Signal(object)  # Paths
    told = Signal(object)  # Told
    titled = Signal(object)  # Titled, for the newest text only
    unread_found = Signal(object)  # NextUnread
    problems = Signal(object)  # list[Problem]
    failed = Signal(str)  # ready to be shown
    damaged = Signal(object)  # int: the number of the index's file, in which damage was met
    _arrived = Signal(object)  # _Answer | Failed, from a thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reader = CatalogThread("catalog", self._arrived.emit)
        self._counter = CatalogThread("counts", self._arrived.emit)
        self._library = 0
        self._number = 0  # of the filter
        self._asked_at = 0.0
        self._filter: Filter | None = None
        self._refresh_wanted = False
        self._counting = True
        self._uncounted: Filter | None = None  # what was listed last
        self._arranger: Arranger | None = None  # the reader's thread's own
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REFRESH_PAUSE)
        self._pause.timeout.connect(self._refresh_again)

    def open(self, index: Path, state: Path, folder: Path) -> None:
        """Ask this library from now on. Its index may not exist yet: see `refresh`."""
        self._library += 1
        self._filter = self._uncounted = None
        self._refresh_wanted = False
        for thread in (self._reader, self._counter):
            thread.open(Library(index, state, folder))

    def list(self, wanted: Filter) -> None:
        """Answer with `listed` and then `counted`, instead of for any filter before.

        What is searched anew and has very many hits is answered with the first of them, `begun`.
        """
        self._asked_at = monotonic()
        if wanted != self._filter:
            self._filter = wanted
            self._number += 1
            self._reader.give_up(LISTING)
            for topic in (REST, COUNTS, DAYS, TALLY):
                self._counter.give_up(topic)
            self._ask("listed", LISTING, 0, partial(self._listing, wanted, True), wanted)
        else:
            self._ask("listed", LISTING, 0, partial(self._listing, wanted, False), wanted)

    def count_later(self) -> None:
        """Only list until `count` is called: what is seen first comes first."""
        self._counting = False

    def count(self) -> None:
        """Answer with `counted` for what was listed last, and whatever is listed later."""
        self._counting = True
        wanted = self._uncounted
        if wanted is not None:
            self._ask("counted", COUNTS, 0, lambda catalog: catalog.counts(wanted))

    def refresh(self) -> None:
        """List and count again: the index or the reading state has changed. Bursts are joined."""
        if self._pause.isActive():
            self._refresh_wanted = True
        elif self._filter is not None:
            self._pause.start()
            self.list(self._filter)

    def summarize(self, ids: Sequence[int], query: str) -> None:
        """Answer with `summarized`, always, with what is known of these posts."""
        asked = tuple(ids)

        def work(catalog: "Catalog") -> Summaries:
            return Summaries(query, asked, tuple(catalog.summaries(asked, query)))

        self._ask("summarized", "summaries", 2, work, Summaries(query, asked, ()))

    def locate(self, path: str) -> None:
        """Answer with `located`: the id of the post at `path`."""
        self._ask("located", "locate", 1, lambda c: (path, c.find(path)), (path, None))

    def find_link(self, target: "Target") -> None:
        """Answer with `linked`: the post or file of the library that a link means."""
        from reader.ui.article_view.links import Leads  # noqa: PLC0415 - no link is followed yet

        def work(catalog: "Catalog") -> Linked:
            if target.leads is Leads.OUTSIDE:
                return Linked(target, catalog.linked_url(target.place))
            return Linked(target, catalog.linked_path(target.place, target.post))

        self._ask("linked", "link", 1, work, Linked(target, None))

    def ask_paths(self, ids: "array[int]") -> None:
        """Answer with `paths_found`: the paths of these posts."""

        def work(catalog: "Catalog") -> Paths:
            return Paths(ids, tuple(catalog.paths(ids)))

        self._ask("paths_found", "paths", 1, work, Paths(ids, ()))

    def tell(self, ids: "array[int]", say: Callable[[Sequence[PostSummary]], str]) -> None:
        """Answer with `told`: what `say` says of these posts, in the catalog's thread."""

        def work(catalog: "Catalog") -> Told:
            return Told(ids, say(catalog.summaries(ids)))

        self._ask("told", "told", 3, work, Told(ids, ""))

    def find_titles(self, ids: "array[int]", text: str) -> None:
        """Answer with `titled`: which of these posts have `text` in the title."""
        self._reader.give_up(TITLES)
        query = 'title:"{}"*'.format(re.sub(_QUOTES, " ", text).strip())

        def work(catalog: "Catalog") -> Titled:
            found = frozenset(catalog.listing(Filter(query=query)).ids)
            rows = (row for row, post in enumerate(ids) if post in found)
            return Titled(ids, text, array("q", rows))

        self._ask("titled", TITLES, 1, work, Titled(ids, text, array("q")))

    def ask_next_unread(self, ids: "array[int]", start: int) -> None:
        """Answer with `unread_found`: the first unread post from row `start` of `ids` on."""

        def work(catalog: "Catalog") -> NextUnread:
            return NextUnread(ids, start, catalog.first_unread(ids[start:] + ids[:start]))

        self._ask("unread_found", "unread", 1, work, NextUnread(ids, start, None))

    def ask_problems(self) -> None:
        """Answer with `problems`."""
        self._ask("problems", "problems", 3, lambda catalog: catalog.problems(), [])

    def ask_days(self, wanted: Filter, since: date, until: date) -> None:
        """Answer with `days_counted`: how many posts each of these days has, whatever the dates."""
        self._ask("days_counted", DAYS, 1, lambda catalog: catalog.days(wanted, since, until))

    def tally(self, filters: Sequence[Filter]) -> None:
        """Answer with `tallied` for each of `filters`, when nothing else is asked."""
        self._counter.give_up(TALLY)
        for wanted in filters:
            self._ask("tallied", TALLY, 1, partial(_tally, wanted))

    def close(self) -> None:
        """Give everything up and end the threads."""
        self._library += 1
        self._filter = None
        self._pause.stop()
        self._reader.close(CLOSING)
        self._counter.close(CLOSING)

    def _ask(
        self,
        signal: str,
        topic: str,
        urgency: int,
        work: "Callable[[Catalog], object]",
        otherwise: object = None,
    ) -> None:
        library = self._library
        newest_only = topic in (LISTING, REST, COUNTS, DAYS)
        number = self._number if newest_only else 0

        def answer(catalog: "Catalog") -> _Answer:
            return _Answer(library, number, signal, work(catalog))

        without = None if otherwise is None else _Answer(library, number, signal, otherwise)
        # Summaries of the first posts are wanted while the rest is still looked for.
        thread = self._counter if topic in (REST, COUNTS, DAYS, TALLY) else self._reader
        thread.do(Job(topic, urgency, answer, without, each=not newest_only))

    def _deliver(self, answer: _Answer | Failed) -> None:
        if isinstance(answer, Failed):
            if answer.message:
                self.failed.emit(answer.message)
            if answer.damaged:
                self.damaged.emit(answer.damaged)
            return
        if answer.library != self._library or answer.number not in (0, self._number):
            return
        if isinstance(answer.value, Filter):
            self.unlisted.emit(answer.value)
            return
        if isinstance(answer.value, Listing):
            counted = answer.value.filter
            if not answer.value.whole:
                self._ask("listed", REST, 0, lambda catalog: placed(catalog.listing(counted)))
                self.begun.emit(answer.value)
                return
            self._uncounted = counted
            if self._counting:
                self.count()
        elif isinstance(answer.value, Counts):
            took = int((monotonic() - self._asked_at) * 1000)
            self._pause.setInterval(min(max(REFRESH_PAUSE, 2 * took), LONGEST_PAUSE))
        getattr(self, answer.signal).emit(answer.value)

    def _listing(self, wanted: Filter, begun: bool, catalog: "Catalog") -> Listing:
        """Return the listing of `wanted`, or its beginning; called in the catalog's thread."""
        if not wanted.sort.by_window:
            return placed(catalog.beginning(wanted) if begun else catalog.listing(wanted))
        if self._arranger is None:
            from reader.ui.post_list.arranging import Arranger  # noqa: PLC0415 - most go without

            self._arranger = Arranger()
        return self._arranger.arranged(catalog, catalog.listing(wanted))

    def _refresh_again(self) -> None:
        if self._refresh_wanted:
            self._refresh_wanted = False
            self.refresh()


def _tally(wanted: Filter, catalog: "Catalog") -> Tally:
    return Tally(wanted, len(catalog.listing(replace(wanted, sort=Sort.DATE)).ids))
