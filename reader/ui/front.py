"""What the first frame needs: the panes, and the index asked for them.

Every module and every object that comes before the list is painted is paid for at each start.
So this is all there is until then; `reader.ui.assembly` brings the rest.
"""

from typing import TYPE_CHECKING

from reader.library.values import Counts, Filter, Listing
from reader.profile import Profile
from reader.ui.article_pane import ArticlePane
from reader.ui.catalog_client import CatalogClient
from reader.ui.panes import ListColumn, Panes
from reader.ui.post_list.density import density_named
from reader.ui.post_list.view import PostList
from reader.ui.session_keeper import SessionKeeper
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.toolbar import Toolbar
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.chips import FilterChips
    from reader.ui.sidebar.view import Sidebar
    from reader.ui.timeline.view import Timeline


class Front:
    """The window and its panes, showing a library's list as soon as the index answers."""

    sidebar: "Sidebar"  # these three once it is furnished
    chips: "FilterChips"
    timeline: "Timeline"

    def __init__(
        self,
        profile: Profile,
        keeper: SessionKeeper,
        catalog: CatalogClient,
        themes: ThemeSwitch,
        preferences: SettingsKeeper,
    ) -> None:
        self.profile, self.keeper, self.catalog, self.themes = profile, keeper, catalog, themes
        self.preferences = preferences
        session, theme = keeper.session, themes.theme
        self.toolbar = Toolbar(theme)
        self.status = StatusBar(theme)
        self.post_list = PostList(catalog, theme)
        self.post_list.set_density(density_named(preferences.settings.density))
        self.post_list.set_pictures(preferences.settings.thumbnails)
        self.article = ArticlePane(theme)
        self.column = ListColumn(self.post_list, theme)
        self.panes = Panes(self.column, self.article, theme)
        self.window = Window(self.toolbar, self.panes, self.status, theme)
        self.painted = False  # the list, for the first time
        self._settled = True
        self._filter = Filter()
        self._listing: Listing | None = None
        self._counts: Counts | None = None
        self._furnished = False
        catalog.begun.connect(self.show_beginning)
        catalog.listed.connect(self.show_listing)
        catalog.counted.connect(self.show_counts)
        self.window.restore_kept(session.geometry)
        self.panes.set_widths(session.panes)
        self.panes.show_sidebar(session.sidebar)
        self.column.show_timeline(session.timeline)

    def furnish(self) -> None:
        """Put in what surrounds the list: sidebar, chips and timeline, and what they show."""
        from reader.ui.chips import FilterChips  # noqa: PLC0415 - the list is painted before
        from reader.ui.sidebar.view import Sidebar  # noqa: PLC0415 - likewise
        from reader.ui.timeline.view import Timeline  # noqa: PLC0415 - likewise

        if self._furnished:
            return
        theme = self.themes.theme
        self.sidebar, self.chips = Sidebar(theme), FilterChips(theme)
        self.timeline = Timeline(theme)
        self.sidebar.restore(self.keeper.session.sections)
        self.column.furnish(self.chips, self.timeline)
        self.panes.furnish(self.sidebar)
        self.themes.changed.connect(self._recolour)
        self._furnished = True
        self.show_filter(self._filter)
        if self._listing is not None:
            self.chips.show_filter(self._listing.filter, len(self._listing.ids))
        if self._counts is not None:
            self.show_counts(self._counts)

    @property
    def settled(self) -> bool:
        """Return whether the index knows every post."""
        return self._settled

    @property
    def counts(self) -> Counts | None:
        """Return what was counted last; None before the first time."""
        return self._counts

    def set_settled(self, settled: bool) -> None:
        """Note whether the index knows every post, so that an empty list is empty."""
        self._settled = settled

    def show_beginning(self, listing: Listing) -> None:
        """Show the first of very many posts, before all of them."""
        self.post_list.show_listing(listing, self._settled)

    def show_listing(self, listing: Listing) -> None:
        """Show the posts listed."""
        self._listing = listing
        self.post_list.show_listing(listing, self._settled)
        if self._furnished:
            self.chips.show_filter(listing.filter, len(listing.ids))
        self.status.show_posts(len(listing.ids), listing.total)
        self.show_place()

    def show_counts(self, counts: Counts) -> None:
        """Show what the filter counted."""
        self._counts = counts
        if self._furnished:
            self.sidebar.show_counts(counts)
            self.timeline.show_counts(counts)

    def show_filter(self, chosen: Filter) -> None:
        """Show what was chosen, before it is listed."""
        self._filter = chosen
        if self._furnished:
            self.sidebar.show_filter(chosen)
        search = self.toolbar.search
        if search.text().strip() != chosen.query:
            search.setText(chosen.query)

    def show_place(self) -> None:
        """Show where in the list the present post is."""
        rows = self.post_list
        if rows.selection.apart:
            self.status.show_selected(rows.selection.count)
        else:
            self.status.show_place(rows.current_row() + 1, rows.count())

    def _recolour(self, theme: Theme) -> None:
        panes = (self.sidebar, self.chips, self.timeline, self.post_list, self.article)
        for part in (self.window, self.toolbar, self.panes, self.column, self.status, *panes):
            part.set_theme(theme)
