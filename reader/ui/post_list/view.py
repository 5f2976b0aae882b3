"""The list of posts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.library.values import Listing, PostSummary, StateChange
from reader.ui.catalog_client import CatalogClient
from reader.ui.filling import fill
from reader.ui.post_list.delegate import PostDelegate, RowLook
from reader.ui.post_list.density import Density
from reader.ui.post_list.model import Index, PostModel
from reader.ui.post_list.stayers import Stayers
from reader.ui.post_list.unread import UnreadSearch
from reader.ui.post_list.walking_list import WalkingList
from reader.ui.post_list.words import nothing_here
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.post_list.thumbnails import Thumbnails


class PostList(WalkingList):
    """The posts of a listing, one of which is the current one: the one to read.

    The current post is known by its path, and stays current as listings come and go, as long as
    they hold it; when one holds it again that did not for a while, it is current again.
    """

    current_changed = Signal(object)  # PostSummary | None: the post to show
    no_unread = Signal()  # asked for the next unread post, it found none but the current
    first_painted = Signal()  # a frame with the rows, or with the word that there are none

    def __init__(self, catalog: CatalogClient, theme: Theme, parent: QWidget | None = None) -> None:
        model = PostModel(catalog)
        super().__init__(model, PostDelegate(theme, QApplication.font()), parent)
        model.setParent(self)
        self._catalog = catalog
        self._theme, self._density = theme, Density.COMFORTABLE
        self._listing: Listing | None = None
        self._settled = False
        self._current: PostSummary | None = None  # as last told
        self._path: str | None = None  # of the post to be current again when a listing holds it
        self._target: str | None = None  # to go to once it is found
        self._stayers = Stayers(model)
        self._keeps = True  # all of them, not only the last
        self._painted = False
        self._thumbnails: Thumbnails | None = None
        self._unread = UnreadSearch(model, catalog, self)
        self._unread.found.connect(self._go_to_unread)
        self._unread.none_left.connect(self.no_unread)
        catalog.located.connect(self._located)
        self.setAccessibleName(self.tr("Posts"))

    def show_listing(self, listing: Listing, settled: bool = True) -> None:
        """Show a listing, of the same filter in the same place, of another one from the top.

        `settled` is False while the index is so young that an empty listing means nothing. A post
        that is not among the first of a listing is not lost before all of it is there.
        """
        begun = self._listing is not None and self._listing.filter == listing.filter
        same = begun and self._listing is not None and self._listing.whole
        if not begun:
            self._stayers.clear()
        self._listing, self._settled = listing, settled
        chosen = self.selection.remembered() if begun else frozenset[int]()
        goes_on = self.selection.goes_on if begun else (None, None)
        current = self.current_row()
        present = self.posts.ids[current] if current >= 0 else None
        self.posts.show(listing, self._stayers.of(listing))
        self.renew()
        found = self._find_current(present)
        self.selection.restore(chosen)
        if found is not None:
            self.selection.make_current(found, keep=bool(chosen))
            self.selection.goes_on = goes_on
        if begun:
            self.keep_place()
        elif found is None:
            self.scroll_to_top()
        else:
            self.show_row(found)
        if found is None and listing.whole:
            self._miss_current(same)
        if self._target is not None and (listing.whole or found is not None):
            self._catalog.locate(self._target)

    def clear(self) -> None:
        """Forget everything: another library comes."""
        self._listing = None
        self._path = self._target = None
        self._stayers.clear()
        self.posts.clear()
        self.renew()
        self._tell(None)

    def row_of(self, path: str) -> int | None:
        """Return the row of the post at `path`; None if not in the list, or not loaded yet."""
        return self.posts.row_of(path)

    def summary_at(self, row: int) -> PostSummary | None:
        """Return the summary of a row, None while it is not loaded."""
        return self.posts.summary(row) if 0 <= row < self.count() else None

    def go_to(self, row: int) -> bool:
        """Make a row current and show it; return False if there is no such row."""
        if 0 <= row < self.count():
            self._target = None
        return super().go_to(row)

    def go_next_unread(self) -> bool:
        """Make the next unread post current, from the top again after the last.

        Return False if all are known to be read. Either way `no_unread` follows if they are.
        """
        self._target = None
        return self._unread.start(self.current_row())

    def go_to_path(self, path: str) -> None:
        """Make the post at `path` current as soon as the list holds it."""
        row = self.posts.row_of(path)
        if row is not None:
            self.go_to(row)
            return
        self._target = path
        self._catalog.locate(path)

    def neighbours(self) -> tuple[str, ...]:
        """Return the paths to render ahead: the next post's, the next but one's, the previous."""
        row = self.current_row()
        near = [at for at in (row + 1, row + 2, row - 1) if 0 <= at < self.count()]
        known = (self.posts.known(at) for at in near if row >= 0)
        return tuple(summary.path for summary in known if summary is not None)

    def apply_state(self, change: StateChange) -> None:
        """Show what the user did to posts at once."""
        self.posts.apply(change)
        if not self._keeps:
            self._stayers.clear()
        self._stayers.note(change)

    def keep_stayers(self, keeps: bool) -> None:
        """Let all posts stay whom what was done to them took out of the listing, or the last only.

        That one is being read; without it nobody would know what is next.
        """
        self._keeps = keeps

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.row_painter.set_theme(theme)
        self.viewport().update()

    @property
    def density(self) -> Density:
        """Return how much of each post is shown."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Show so much of each post from now on; what is in sight stays there."""
        if density is not self._density:
            self._density = density
            self.row_painter.set_density(density)
            self.relay()

    def set_pictures(self, shown: bool) -> None:
        """Leave room for a picture in each row, or none."""
        self.row_painter.set_pictures(shown)
        self.relay()

    def use_thumbnails(self, thumbnails: "Thumbnails | None") -> None:
        """Take the rows' pictures from there."""
        self._thumbnails = thumbnails
        if thumbnails is not None:
            thumbnails.came.connect(self.viewport().update)
        self.viewport().update()

    def look_of(self, row: int, summary: PostSummary | None) -> RowLook:
        """Return what a row shows beside its text, its picture included."""
        look = super().look_of(row, summary)
        if self._thumbnails is None or summary is None or not self.row_painter.pictures:
            return look
        return replace(look, picture=self._thumbnails.of(summary.path))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which post is current now, once it is loaded."""
        super().currentChanged(current, previous)
        self._follow()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Tell of the current post where it has just been loaded."""
        super().dataChanged(first, last, roles)
        self._follow()
        if self._stayers.any_went() and self._listing is not None:
            self.show_listing(self._listing, self._settled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or that there are none."""
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._theme.list)
        whole = self.paint_rows(painter, event)
        if self._thumbnails is not None and self.row_painter.pictures:
            self._thumbnails.set_size(*self.row_painter.measures.picture, self.devicePixelRatioF())
            known = (self.posts.known(each.row) for each in self.rows_in_sight())
            self._thumbnails.look_at([summary.path for summary in known if summary])
        if not self.count():
            whole = self._listing is not None and self._settled
            if whole and self._listing is not None:
                words = nothing_here(self._listing.filter)
                self.row_painter.paint_nothing(painter, self.viewport().rect(), words)
        painter.end()
        if whole and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)  # once the frame is on the screen

    def _go_to_unread(self, row: int) -> None:
        if row == self.current_row():
            self.no_unread.emit()
        self.go_to(row)

    def _follow(self) -> None:
        """Take note of where the current post stands; tell when it is another."""
        row = self.current_row()
        if row < 0:
            return
        self.place = row
        summary = self.posts.summary(row)
        if summary is not None:
            self._tell(summary)

    def _tell(self, summary: PostSummary | None) -> None:
        before, self._current = self._current, summary
        if summary is not None:
            self._path = summary.path
        if (before and before.path) != (summary and summary.path):
            self.current_changed.emit(summary)

    def _find_current(self, present: int | None) -> int | None:
        """Return the row of the post that was current, if the model holds it.

        That is the one `present`, by its id: it may not be loaded, and so nobody was told of it.
        """
        told = self._current.id if self._current is not None else None
        for post in (present, told):
            row = None if post is None else self.posts.row_of_id(post)
            if row is not None:
                return row
        return None if self._path is None else self.posts.row_of(self._path)

    def _miss_current(self, same: bool) -> None:
        """Look for the post that was current, which the listing does not hold under its id."""
        if self._current is not None:
            self._lose(same)
        elif self._target is None:
            self._target = self._path

    def _lose(self, same: bool) -> None:
        """The current post is in the list no more, under its id: it moved, or went."""
        if same and self._target is None and self._path is not None:
            self._target = self._path
        if not same:
            self.place = -1
            self._tell(None)

    def _located(self, answer: tuple[str, int | None]) -> None:
        path, post = answer
        if path != self._target:
            return
        row = None if post is None else self.posts.row_of_id(post)
        if row is not None:
            self.go_to(row)
        elif path == self._path and self.current_row() < 0:
            self._target = None
            self._tell(None)
