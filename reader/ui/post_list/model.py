"""The list as Qt sees it: an id for every post, and summaries of those lately looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from reader.library.values import Filter, Listing, PostState, PostSummary, StateChange
from reader.ui.catalog_client import CatalogClient, Summaries
from reader.ui.post_list.kept_rows import with_kept
from reader.ui.post_list.list_rows import ListRows
from reader.ui.post_list.words import spoken

PAGE = 64  # rows asked for together
KEPT = 40 * PAGE  # summaries remembered
_REST = 60  # milliseconds

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the list's own painter asks for."""

    SUMMARY = Qt.ItemDataRole.UserRole  # PostSummary, or None while it is on its way


class PostModel(QAbstractListModel):
    """The posts of the newest listing. A summary that is not there yet is asked for when shown.

    A summary stays visible when the listing is replaced, until a fresh one has come: nothing
    flickers while the index grows. At most one request is under way, so that a fast scroll asks
    for where it has got to, not for everything it passed.
    """

    def __init__(self, catalog: CatalogClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._filter = Filter()
        self._rows = ListRows.of(_NOTHING)
        self._headings: tuple[tuple[int, str], ...] = ()
        self._summaries: OrderedDict[int, PostSummary] = OrderedDict()  # the latest used last
        self._by_path: dict[str, int] = {}  # of the summaries
        self._fresh: set[int] = set()  # answered since the listing came; also those found gone
        self._states: dict[str, PostState] = {}  # what the user did since: newer than any answer
        self._sight = range(0)
        self._sought: int | None = None  # a row asked for though it is out of sight
        self._under_way = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        catalog.summarized.connect(self._take)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many posts the list has."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, its spoken words, or its summary; None while it is not there."""
        if not index.isValid() or role not in _ROLES:
            return None
        summary = self.summary(index.row())
        if summary is None or role == Role.SUMMARY:
            return summary
        return summary.title.text if role == Qt.ItemDataRole.DisplayRole else spoken(summary)

    @property
    def filter(self) -> Filter:
        """Return the filter of the posts shown."""
        return self._filter

    @property
    def ids(self) -> "array[int]":
        """Return the ids in order. Not to be changed."""
        return self._rows.ids

    @property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """Return under what the rows stand, where it is not their dates: (first id, words)."""
        return self._headings

    def show(self, listing: Listing, kept: Iterable[int] = ()) -> None:
        """Replace the posts by those of `listing`, and `kept` that are no longer part of it."""
        rows, headings = with_kept(listing, set(kept), self._rows)
        self._fresh.clear()
        self._under_way = False
        self._sought = None
        same = rows.ids == self.ids
        if same:
            rows = replace(rows, ids=self.ids)  # whoever asked about these is still answered
        else:
            self.beginResetModel()
            self._sight = range(0)
        self._filter, self._rows, self._headings = listing.filter, rows, headings
        if not same:
            self.endResetModel()
        self._ask()

    def clear(self) -> None:
        """Forget every post, and what was done to it: another library comes."""
        self._summaries.clear()
        self._by_path.clear()
        self._states.clear()
        self.show(_NOTHING)

    def summary(self, row: int) -> PostSummary | None:
        """Return the summary of a row; None, and ask for it, while it is not there."""
        post = self.ids[row]
        summary = self._summaries.get(post)
        if summary is not None:
            self._summaries.move_to_end(post)
        elif post not in self._fresh:
            self.seek(row)
        return summary

    def known(self, row: int) -> PostSummary | None:
        """Return the summary of a row if it is there; ask for nothing."""
        return self._summaries.get(self.ids[row])

    def gone(self, row: int) -> bool:
        """Return whether the index was asked for this row and knows it no more."""
        post = self.ids[row]
        return post in self._fresh and post not in self._summaries

    def row_of_id(self, post: int) -> int | None:
        """Return the row of a post, None if it is not in the list."""
        return self._rows.row_of(post)

    def row_of(self, path: str) -> int | None:
        """Return the row of the post at `path`, None if it is not in the list or not loaded."""
        post = self._by_path.get(path)
        return None if post is None else self.row_of_id(post)

    def look_at(self, rows: range) -> None:
        """Load the summaries of these rows first, then of a page before and after them.

        After a leap of over a page those wait a moment: a list that is dragged has gone on by then.
        """
        if rows != self._sight:
            if rows.start > self._sight.stop + PAGE or rows.stop < self._sight.start - PAGE:
                self._rest.start()
            self._sight = rows
            self._ask()

    def seek(self, row: int) -> None:
        """Load the summary of a row wherever it is."""
        self._sought = row
        self._ask()

    def apply(self, change: StateChange) -> None:
        """Show what the user did to posts, before any index knows it."""
        self._states |= change.after
        changed = [path for path in self._by_path if path in change.after]
        for path in changed:
            post = self._by_path[path]
            self._summaries[post] = self._stated(self._summaries[post])
        self._announce(self._by_path[path] for path in changed)

    def _stated(self, summary: PostSummary) -> PostSummary:
        state = self._states.get(summary.path)
        if state is None or (state.read, state.starred) == (summary.read, summary.starred):
            return summary
        return replace(summary, read=state.read, starred=state.starred)

    def _ask(self) -> None:
        """Ask for what is missing where the user looks, unless an answer is on its way."""
        if self._under_way or not self.ids:
            return
        wanted = next((ids for ids in self._wishes() if ids), None)
        if wanted:
            self._under_way = True
            self._catalog.summarize(wanted, self._filter.query)

    def _wishes(self) -> Iterator[list[int]]:
        """Yield the ids to ask for together, the most wanted first."""
        sight = self._sight
        yield self._lacking(sight.start, sight.stop)
        if self._sought is not None:
            yield self._lacking(self._sought - PAGE // 4, self._sought + PAGE // 4)
        if sight and not self._rest.isActive():
            yield self._lacking(sight.start, sight.stop + PAGE)
            yield self._lacking(sight.start - PAGE, sight.start)

    def _lacking(self, first: int, end: int) -> list[int]:
        rows = self.ids[max(0, first) : max(0, end)]
        return [post for post in rows if post not in self._fresh]

    def _take(self, answer: Summaries) -> None:
        if answer.query != self._filter.query:
            return
        self._under_way = False
        changed = [summary.id for summary in answer.posts if self._keep(summary)]
        self._fresh.update(answer.asked)
        for post in set(answer.asked).difference(summary.id for summary in answer.posts):
            self._forget(post)
            changed.append(post)
        self._trim()
        self._announce(changed)
        self._ask()

    def _keep(self, summary: PostSummary) -> bool:
        """Remember a summary; return whether it is another than before."""
        summary = self._stated(summary)
        before = self._summaries.get(summary.id)
        if before is not None and before.path != summary.path:
            self._forget(summary.id)
        self._summaries[summary.id] = summary
        self._summaries.move_to_end(summary.id)
        self._by_path[summary.path] = summary.id
        return summary != before

    def _forget(self, post: int) -> None:
        summary = self._summaries.pop(post, None)
        if summary is not None and self._by_path.get(summary.path) == post:
            del self._by_path[summary.path]

    def _trim(self) -> None:
        while len(self._summaries) > KEPT:
            post = next(iter(self._summaries))
            self._forget(post)
            self._fresh.discard(post)

    def _announce(self, posts: Iterable[int]) -> None:
        """Emit `dataChanged` for these posts, adjoining rows together."""
        rows = sorted(row for row in map(self.row_of_id, posts) if row is not None)
        while rows:
            first = last = rows.pop(0)
            while rows and rows[0] == last + 1:
                last = rows.pop(0)
            self.dataChanged.emit(self.index(first), self.index(last))


_NOTHING = Listing(Filter(), array("q"), 0)
_ROLES = (Role.SUMMARY, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
