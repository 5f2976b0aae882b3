"""The window's composition root: every object is made here, and handed what it works with.

The order is that of what the user waits for: the index is asked first, on its own threads; then
the window is built and painted; only then come the child processes and Chromium.
"""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader import trace
from reader.library.values import Facet
from reader.profile import Profile
from reader.ui import chromium
from reader.ui.actions import bind
from reader.ui.article_pane import ArticlePane
from reader.ui.article_view.view import ArticleView
from reader.ui.catalog_client import CatalogClient
from reader.ui.chips import FilterChips
from reader.ui.display import DisplayGuard
from reader.ui.indexer_client import IndexerClient
from reader.ui.library_commands import LibraryCommands
from reader.ui.links import Links
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import Clients, OpenLibrary, folder_fault
from reader.ui.opening import Opening, place_of
from reader.ui.panes import ListColumn, Panes
from reader.ui.post_commands import PostCommands
from reader.ui.post_list.view import PostList
from reader.ui.quit_signals import QuitSignals
from reader.ui.reading import Reading
from reader.ui.renderer_client import RendererClient
from reader.ui.session import LibrarySession, Session
from reader.ui.session_keeper import SessionKeeper
from reader.ui.showing import Showing
from reader.ui.sidebar.view import Sidebar
from reader.ui.stall_monitor import StallMonitor
from reader.ui.state_client import StateClient
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.timeline.view import Timeline
from reader.ui.toolbar import Toolbar
from reader.ui.translations import install_translations
from reader.ui.window import Window
from reader.ui.window_commands import WindowCommands
from reader.version import VERSION


def run(path: Path | None, profile_folder: Path | None) -> int:
    """Run the window until it is closed; return the exit code."""
    application = make_application()
    broadsheet = Broadsheet(application, path, profile_folder)
    signals = QuitSignals(broadsheet.window.close, application)
    broadsheet.show()
    code = application.exec()
    broadsheet.close()
    signals.release()
    return code


def make_application() -> QApplication:
    """Return Qt's application object; ends the program with a sentence where it cannot be."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName("Broadsheet")
    QCoreApplication.setApplicationVersion(VERSION)
    with DisplayGuard():
        application = QApplication(sys.argv[:1])
    application.setDesktopFileName("broadsheet")
    application.setStyle("Fusion")  # takes its colours from the palette, everywhere alike
    font = application.font()
    font.setPixelSize(13)
    application.setFont(font)
    install_translations(application)
    return application


class Broadsheet:
    """All objects of one run."""

    def __init__(
        self, application: QApplication, path: Path | None, profile_folder: Path | None
    ) -> None:
        self._application = application
        self._profile = Profile.under(profile_folder) if profile_folder else Profile.of_user()
        self.keeper = SessionKeeper(self._profile.session_path, application)
        self.clients = Clients(
            CatalogClient(application),
            StateClient(application),
            RendererClient(parent=application),
            IndexerClient(profile_folder.absolute() if profile_folder else None, application),
        )
        self.library = OpenLibrary(self.clients, self._profile, application)
        self.narrowing = Narrowing(application)
        self.narrowing.changed.connect(self.clients.catalog.list)
        self._left, self._trouble = self._begin(path)
        self._build_panes()
        self._build_controllers()
        self._wire_engine()
        self._wire_panes()
        self._wire_session()
        self._closed = False

    def show(self) -> None:
        """Show the window as it was left."""
        session = self.keeper.session
        self.window.restore_kept(session.geometry)
        self.panes.set_widths(session.panes)
        self.panes.show_sidebar(session.sidebar)
        self.sidebar.restore(session.sections)
        if self._left is not None and self.library.folder is not None:
            self.opening.take_up(self.library.folder, self._left)
        else:
            self.opening.welcome(self._trouble)
        self.keeper.collect_from(self._collect)
        self.window.show()
        if trace.enabled():
            StallMonitor(self.window)

    def close(self) -> None:
        """Close everything, within a second."""
        if self._closed:
            return
        self._closed = True
        self.keeper.close()
        self.window.hide()
        view = self.article.detach()
        if view is not None:
            view.shut_down()  # Chromium's page goes before its profile
        self.library.close()
        self._application.quit()

    def _begin(self, path: Path | None) -> tuple[LibrarySession | None, str]:
        """Open the library, so that the index answers while the window is still being built.

        Returns how the library was left, or None and the trouble, "" if there is just none.
        """
        session = self.keeper.session
        if path is None and (session.welcome or not session.libraries):
            return None, ""
        folder, left = place_of(path or Path(session.libraries[0].folder), session)
        trouble = folder_fault(folder)
        if trouble:
            return None, trouble
        self.library.open(folder)
        self.narrowing.start_with(left.filter)
        if not self.library.settled:  # nothing to paint before the indexer has read something
            self.library.start_children()
        return left, ""

    # ---- what there is to see ----

    def _build_panes(self) -> None:
        self.themes = ThemeSwitch(self.keeper.session.theme, self._application)
        theme = self.themes.theme
        self.toolbar = Toolbar(theme)
        self.status = StatusBar(theme)
        self.sidebar = Sidebar(theme)
        self.chips = FilterChips(theme)
        self.timeline = Timeline(theme)
        self.post_list = PostList(self.clients.catalog, theme)
        self.article = ArticlePane(theme)
        self.column = ListColumn(self.chips, self.timeline, self.post_list, theme)
        self.panes = Panes(self.sidebar, self.column, self.article, theme)
        self.window = Window(self.toolbar, self.panes, self.status, theme)

    def _build_controllers(self) -> None:
        clients, library = self.clients, self.library
        neighbours = self.post_list.neighbours
        self.reading = Reading(clients.renderer, clients.state, neighbours, self.window)
        self.moving = Moving(
            window=self.window,
            toolbar=self.toolbar,
            panes=self.panes,
            sidebar=self.sidebar,
            post_list=self.post_list,
            article=self.article,
            reading=self.reading,
        )
        self.post_commands = PostCommands(self.reading, clients.state, self.article)
        self.library_commands = LibraryCommands(
            self.window, library, clients.catalog, clients.state
        )
        self.links = Links(clients.catalog, self.moving, self.post_commands)
        self.opening = Opening(
            window=self.window,
            library=library,
            narrowing=self.narrowing,
            reading=self.reading,
            moving=self.moving,
            post_list=self.post_list,
            article=self.article,
            keeper=self.keeper,
        )
        self.window_commands = WindowCommands(
            window=self.window,
            toolbar=self.toolbar,
            panes=self.panes,
            moving=self.moving,
            themes=self.themes,
            narrowing=self.narrowing,
            opening=self.opening,
            library_commands=self.library_commands,
            keeper=self.keeper,
        )
        self.showing = Showing(
            toolbar=self.toolbar,
            sidebar=self.sidebar,
            chips=self.chips,
            timeline=self.timeline,
            post_list=self.post_list,
            status=self.status,
            library=library,
            reading=self.reading,
            state=clients.state,
        )
        commands = (self.moving, self.post_commands, self.library_commands, self.window_commands)
        handlers = {name: do for each in commands for name, do in each.handlers().items()}
        panes = (self.post_list, self.article, self.sidebar)
        self.actions = bind(handlers, self.window, *panes)
        self.window_commands.use(self.actions)

    # ---- who hears whom ----

    def _wire_engine(self) -> None:
        catalog, state, library = self.clients.catalog, self.clients.state, self.library
        catalog.listed.connect(self.showing.show_listing)
        catalog.counted.connect(self.showing.show_counts)
        state.changed.connect(self.showing.show_change)
        state.written.connect(catalog.refresh)
        library.opened.connect(self._on_opened)
        library.progressed.connect(self.status.show_progress)
        library.problems_counted.connect(self.status.show_problems)
        library.files_changed.connect(self.reading.files_changed)
        for standing in (library.standing, state.notice):
            standing.connect(self.status.say_until)
        said = (catalog.failed, state.failed, library.said, self.reading.said, self.links.said)
        commands = (self.post_commands, self.library_commands, self.window_commands)
        for signal in (*said, *(each.said for each in commands)):
            signal.connect(self.status.say)

    def _wire_panes(self) -> None:
        narrowing, reading, showing = self.narrowing, self.reading, self.showing
        self.sidebar.shelf_chosen.connect(narrowing.choose_shelf)
        self.sidebar.facet_chosen.connect(narrowing.choose_facet)
        self.timeline.range_chosen.connect(narrowing.choose_dates)
        self.chips.removed.connect(narrowing.set)
        self.toolbar.search.textEdited.connect(narrowing.type_query)
        narrowing.changed.connect(showing.show_filter)
        showing.show_filter(narrowing.filter)
        self.status.cancel_asked.connect(self.library.cancel)
        self.status.problems_asked.connect(self.library_commands.show_problems)
        reading.requested.connect(showing.show_article)
        reading.article_changed.connect(showing.show_article)
        self.post_list.current_changed.connect(showing.show_place)
        self.window.first_shown.connect(self._on_window_shown)
        self.post_list.first_painted.connect(self._on_list_painted)
        self.themes.changed.connect(self._recolour)

    def _wire_session(self) -> None:
        touch = self.keeper.touch
        for signal in (self.window.placed, self.panes.arranged, self.sidebar.arranged):
            signal.connect(touch)
        for signal in (self.narrowing.changed, self.reading.requested, self.article.zoomed):
            signal.connect(touch)
        self.themes.chosen.connect(touch)
        self.window.closing.connect(self.close)

    def _on_window_shown(self) -> None:
        trace.instant("window-shown")
        if self.library.folder is None:
            self.library.start_children()

    def _on_list_painted(self) -> None:
        trace.instant("list-painted", rows=self.post_list.count())
        QTimer.singleShot(0, self.window, self._after_list_painted)

    def _after_list_painted(self) -> None:
        """Start what the list did not wait for."""
        self.library.start_children()
        if self._closed or self.library.folder is None:
            return
        chromium.prepare()
        view = ArticleView(self._profile, self.themes.theme)
        view.set_library(self.library.folder)
        view.link_activated.connect(self.links.follow)
        view.post_link_activated.connect(self.links.follow_post)
        view.link_hovered.connect(self.status.say)
        view.tag_activated.connect(self._filter_tag)
        view.at_edge.connect(self.moving.at_edge)
        view.zoom_wanted.connect(self.article.zoom_step)
        self.article.attach(view)
        self.reading.attach(view)

    def _on_opened(self, folder: Path) -> None:
        if self.article.view is not None:
            self.article.view.set_library(folder)

    def _filter_tag(self, tag: str) -> None:
        self.narrowing.choose_facet(Facet.TAG, tag, False)

    def _recolour(self, theme: Theme) -> None:
        panes = (self.sidebar, self.chips, self.timeline, self.post_list, self.article)
        for part in (self.window, self.toolbar, self.panes, self.column, self.status, *panes):
            part.set_theme(theme)

    def _collect(self, before: Session) -> Session:
        """Return what the window is like now."""
        now = replace(
            before,
            geometry=self.window.keep_geometry(),
            panes=self.panes.widths,
            sidebar=self.panes.sidebar_shown,
            sections=self.sidebar.state(),
            theme=self.themes.choice,
            welcome=self.window.welcoming,
        )
        folder = self.library.folder
        if folder is None or self.window.welcoming:
            return now
        chosen, path, zoom = self.narrowing.filter, self.reading.path, self.article.zoom
        return now.with_library(LibrarySession(str(folder), chosen, path, zoom))
