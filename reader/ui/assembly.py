"""Everything behind the first frame: made when the list has been painted, and wired to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.library.values import Facet, Filter, StateChange
from reader.ui.actions import Bindings, Scopes
from reader.ui.article_end import ArticleEnd
from reader.ui.article_view.view import ArticleView
from reader.ui.batch import Batch
from reader.ui.bookmark import BookmarkButton
from reader.ui.completing import Completing
from reader.ui.exporter import Exporter
from reader.ui.find_bar import FindBar
from reader.ui.finding import Finding
from reader.ui.front import Front
from reader.ui.goto_command import GoToCommand
from reader.ui.indexer_client import IndexerClient
from reader.ui.key_map import commands_with
from reader.ui.library_commands import LibraryCommands
from reader.ui.links import Links
from reader.ui.list_commands import ListCommands
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import Clients, OpenLibrary
from reader.ui.opening import Opening
from reader.ui.pins import Pins
from reader.ui.post_commands import PostCommands
from reader.ui.preferences_command import PreferencesCommand
from reader.ui.read_aloud import ReadAloud
from reader.ui.reading import Reading
from reader.ui.remembering import Remembering
from reader.ui.renderer_client import RendererClient
from reader.ui.saved_searches import SavedSearches
from reader.ui.session import LibrarySession
from reader.ui.settings_effects import SettingsEffects
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.state_client import StateClient
from reader.ui.timeline.bars import Span
from reader.ui.timeline_commands import TimelineCommands
from reader.ui.window_commands import WindowCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.article_view.engine import EngineLoader
    from reader.ui.goto.going import Ways


class Assembly:
    """All objects behind the panes of `front`."""

    def __init__(
        self,
        front: Front,
        indexer: IndexerClient,
        renderer: RendererClient,
        engine: "Callable[[], EngineLoader]",  # Chromium, being loaded
    ) -> None:
        self.front, self._engine = front, engine
        window = front.window
        self.clients = Clients(front.catalog, StateClient(window), renderer, indexer)
        self.library = OpenLibrary(self.clients, front.profile, window)
        self.narrowing = Narrowing(window)
        state, article = self.clients.state, front.article
        find_bar = FindBar(front.themes.theme)
        article.lay_under(find_bar)
        self.finding = Finding(find_bar, window)
        self.reading = Reading(self.clients.renderer, state, front.post_list.neighbours, window)
        self.moving = Moving(front, self.reading)
        self.article_end = ArticleEnd(front, self.reading, self.moving)
        self.read_aloud = ReadAloud(self.reading, window)
        self.batch = Batch(front.post_list.selection, front.catalog, state, window)
        self.exporter = Exporter(self.batch, lambda: self.library.folder, window)
        self.post_commands = PostCommands(self.reading, state, article, self.finding, self.batch)
        self.library_commands = LibraryCommands(front, self.library, state)
        self.links = Links(
            front.catalog, self.moving, self.post_commands, lambda: self.library.folder
        )
        self.opening = Opening(
            front,
            library=self.library,
            narrowing=self.narrowing,
            reading=self.reading,
            moving=self.moving,
        )
        self.remembering = Remembering(
            front,
            library=self.library,
            narrowing=self.narrowing,
            reading=self.reading,
            moving=self.moving,
        )
        self.window_commands = WindowCommands(
            front,
            moving=self.moving,
            narrowing=self.narrowing,
            opening=self.opening,
            library_commands=self.library_commands,
        )
        self.list_commands = ListCommands(front, self.exporter, self.narrowing)
        self.saved = self._saved_searches()
        self.pins = Pins(front.sidebar, state)
        self.go_to = GoToCommand(self._ways)
        self.preferences = PreferencesCommand(front, self.moving, lambda: self.library.folder)
        commands = (
            self.go_to,
            self.read_aloud,
            self.preferences,
            self.saved,
            self.list_commands,
            TimelineCommands(front, self.narrowing, self.moving),
            self.moving,
            self.post_commands,
            self.library_commands,
            self.window_commands,
        )
        handlers = {name: do for each in commands for name, do in each.handlers().items()}
        scopes = Scopes(front.post_list, article, front.sidebar, self.saved.rows)
        keys = front.preferences.settings.keys
        self.bindings = Bindings(commands_with(keys), handlers, window, scopes)
        self.actions = self.bindings.actions
        self.effects = SettingsEffects(front, self.reading, self.moving, self.bindings)
        self.window_commands.use(self.actions)
        self.list_commands.use(self.actions)
        self._wire_engine()
        self._wire_panes()

    def begin(self, folder: Path, left: LibrarySession) -> None:
        """Go on with the library that the first frame shows, as it was `left`."""
        self.narrowing.start_with(left.filter)
        self.narrowing.changed.connect(self.front.catalog.list)
        self.library.adopt(folder)
        self.opening.take_up(folder, left)
        self.remembering.begin()

    def welcome(self, trouble: str) -> None:
        """Begin without a library."""
        self.narrowing.changed.connect(self.front.catalog.list)
        self.opening.welcome(trouble)
        self.remembering.begin()

    def show_articles(self) -> None:
        """Bring in the article's view, which loads Chromium in the background."""
        article, folder = self.front.article, self.library.folder
        if article.view is not None or folder is None:
            return
        view = ArticleView(self.front.profile, self.front.themes.theme, loader=self._engine())
        view.set_settings(self.front.preferences.settings)
        view.set_library(folder)
        view.link_activated.connect(self.links.follow)
        view.link_pointed.connect(self.links.point)
        view.jumped.connect(self.moving.note_jump)
        view.tag_activated.connect(self._filter_tag)
        view.at_edge.connect(self.moving.at_edge)
        view.next_wanted.connect(self.article_end.go_on)
        view.zoom_wanted.connect(article.zoom_step)
        view.painted.connect(self.clients.indexer.begin)
        article.attach(view)
        self.finding.attach(view)
        self.reading.attach(view)

    def close(self) -> None:
        """Close everything: Chromium's page before its profile, the files last."""
        view = self.front.article.detach()
        if view is not None:
            view.shut_down()
        self.read_aloud.stop()
        self.go_to.close()
        self.list_commands.close()
        self.library.close()

    def _ways(self) -> "Ways":
        """Return what the palette goes by."""
        from reader.ui.goto.going import Ways  # noqa: PLC0415 - not at start-up

        return Ways(
            self.front,
            library=self.library,
            state=self.clients.state,
            narrowing=self.narrowing,
            moving=self.moving,
            opening=self.opening,
            actions=self.actions,
        )

    def _saved_searches(self) -> SavedSearches:
        """Put the saved searches above all else in the sidebar, and their sign into the field."""
        front, theme = self.front, self.front.themes.theme
        rows = SavedRows(theme, front.sidebar)
        front.sidebar.lay_on_top(rows)
        button = BookmarkButton(theme, front.toolbar.search)
        for part in (rows, button):
            front.themes.changed.connect(part.set_theme)
        saved = SavedSearches(
            rows,
            button,
            state=self.clients.state,
            narrowing=self.narrowing,
            catalog=front.catalog,
        )
        rows.left.connect(self.moving.focus_list)
        saved.sidebar_wanted.connect(self._show_sidebar)
        self.library.opened.connect(saved.forget_counts)
        return saved

    def _show_sidebar(self) -> None:
        self.front.panes.show_sidebar(True)

    def _wire_engine(self) -> None:
        state, library, status = self.clients.state, self.library, self.front.status
        state.changed.connect(self._on_state)
        state.written.connect(self.front.catalog.refresh)
        library.opened.connect(self._on_opened)
        library.settled.connect(self.front.set_settled)
        library.progressed.connect(status.show_progress)
        library.problems_counted.connect(status.show_problems)
        library.files_changed.connect(self.reading.files_changed)
        library.files_changed.connect(self.list_commands.files_changed)
        library.opened.connect(self.list_commands.open_library)
        library.opened.connect(self.batch.forget)
        library.standing.connect(status.say_until)
        for noticed in (state.notice, library.notice):
            noticed.connect(self.front.window.show_notice)
        said = (state.failed, library.said, self.front.catalog.failed)
        speakers = (
            self.reading,
            self.moving,
            self.links,
            self.post_commands,
            self.finding,
            self.read_aloud,
            self.saved,
            self.list_commands,
            self.batch,
            self.exporter,
            self.library_commands,
        )
        for signal in (*said, self.window_commands.said, *(each.said for each in speakers)):
            signal.connect(status.say)

    def _wire_panes(self) -> None:
        front, narrowing = self.front, self.narrowing
        front.sidebar.shelf_chosen.connect(narrowing.choose_shelf)
        front.sidebar.facet_chosen.connect(narrowing.choose_facet)
        front.sidebar.facets_added.connect(narrowing.add_facets)
        front.sidebar.facet_excluded.connect(narrowing.exclude_facet)
        front.sidebar.search_within.connect(self._search_within)
        front.chips.removed.connect(narrowing.set)
        front.toolbar.search.textEdited.connect(narrowing.type_query)
        self.completing = Completing(front, self.library, narrowing)
        narrowing.changed.connect(front.show_filter)
        narrowing.changed.connect(self._mark_hits)
        front.status.cancel_asked.connect(self.library.cancel)
        front.status.problems_asked.connect(self.library_commands.show_problems)
        self.reading.requested.connect(self._show_article)
        self.reading.article_changed.connect(self._show_article)
        for signal in (front.post_list.current_changed, front.post_list.selected):
            signal.connect(front.show_place)

    def _on_opened(self, folder: Path) -> None:
        left = self.front.keeper.session.library(str(folder))
        self.front.timeline.begin(Span.of_text(left.time))
        view = self.front.article.view
        if view is not None:
            view.set_library(folder)
        elif self.front.painted:
            QTimer.singleShot(0, self.front.window, self.show_articles)

    def _on_state(self, change: StateChange) -> None:
        self.front.post_list.apply_state(change)
        if self.reading.path in change.after:
            self._show_article()
        if change.words:
            self.front.status.say(change.words)

    def _show_article(self) -> None:
        path = self.reading.path
        starred = bool(path) and self.clients.state.state_of(path).starred
        self.front.toolbar.show_article(bool(path), starred=starred, raw=self.reading.raw)
        self.front.show_place()

    def _mark_hits(self, chosen: Filter) -> None:
        self.finding.search(chosen.query)

    def _search_within(self, facet: Facet, value: str) -> None:
        self.narrowing.set(self.narrowing.filter.only(facet, value))
        self.actions["search"].trigger()

    def _filter_tag(self, tag: str) -> None:
        self.narrowing.choose_facet(Facet.TAG, tag, False)
