"""What the panes show of answers and changes: nothing is decided here."""

from PySide6.QtCore import QObject

from reader.library.values import Counts, Filter, Listing, StateChange
from reader.ui.chips import FilterChips
from reader.ui.open_library import OpenLibrary
from reader.ui.post_list.view import PostList
from reader.ui.reading import Reading
from reader.ui.sidebar.view import Sidebar
from reader.ui.state_client import StateClient
from reader.ui.status_bar import StatusBar
from reader.ui.timeline.view import Timeline
from reader.ui.toolbar import Toolbar


class Showing(QObject):
    """Slots that pass on to every pane what concerns it."""

    def __init__(  # noqa: PLR0913 - each is shown something
        self,
        *,
        toolbar: Toolbar,
        sidebar: Sidebar,
        chips: FilterChips,
        timeline: Timeline,
        post_list: PostList,
        status: StatusBar,
        library: OpenLibrary,
        reading: Reading,
        state: StateClient,
    ) -> None:
        super().__init__(post_list)
        self._toolbar, self._sidebar, self._chips = toolbar, sidebar, chips
        self._timeline, self._list, self._status = timeline, post_list, status
        self._library, self._reading, self._state = library, reading, state

    def show_listing(self, listing: Listing) -> None:
        """Show the posts listed."""
        self._list.show_listing(listing, self._library.settled)
        self._chips.show_filter(listing.filter, len(listing.ids))
        self._status.show_posts(len(listing.ids), listing.total)
        self.show_place()

    def show_counts(self, counts: Counts) -> None:
        """Show what the filter counted."""
        self._sidebar.show_counts(counts)
        self._timeline.show_counts(counts)

    def show_filter(self, chosen: Filter) -> None:
        """Show what was chosen, before it is listed."""
        self._sidebar.show_filter(chosen)
        search = self._toolbar.search
        if search.text().strip() != chosen.query:
            search.setText(chosen.query)

    def show_change(self, change: StateChange) -> None:
        """Show what the user did to posts."""
        self._list.apply_state(change)
        if self._reading.path in change.after:
            self.show_article()
        if change.words:
            self._status.say(change.words)

    def show_article(self) -> None:
        """Show what holds for the article on the page."""
        path = self._reading.path
        starred = bool(path) and self._state.state_of(path).starred
        self._toolbar.show_article(bool(path), starred=starred, raw=self._reading.raw)
        self.show_place()

    def show_place(self) -> None:
        """Show where in the list the present post is."""
        self._status.show_place(self._list.current_row() + 1, self._list.count())
