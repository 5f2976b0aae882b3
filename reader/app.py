"""The window's composition root: what is made when, and in which order it goes.

The order is that of what the user waits for: the index is asked first, on threads of its own;
then the panes are built and painted; only then comes everything behind them, with the child
processes and Chromium.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader import trace
from reader.profile import Profile
from reader.ui.catalog_client import CatalogClient
from reader.ui.display import DisplayGuard
from reader.ui.front import Front
from reader.ui.places import folder_fault, place_of
from reader.ui.session import LibrarySession
from reader.ui.session_keeper import SessionKeeper
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.theme_switch import ThemeSwitch
from reader.ui.translations import install_translations
from reader.version import VERSION

if TYPE_CHECKING:
    from reader.ui.article_view.engine import EngineLoader
    from reader.ui.article_view.view import ArticleView
    from reader.ui.assembly import Assembly
    from reader.ui.indexer_client import IndexerClient
    from reader.ui.renderer_client import RendererClient

_LISTEN_AFTER = 500  # milliseconds
_COLLECT_AFTER = 2000


def run(path: Path | None, profile_folder: Path | None) -> int:
    """Run the window until it is closed; return the exit code."""
    application = make_application()
    broadsheet = Broadsheet(application, path, profile_folder, application.quit)
    broadsheet.show()
    QTimer.singleShot(_LISTEN_AFTER, application, lambda: _listen(broadsheet, application))
    code = application.exec()
    broadsheet.close()
    return code


def _collect_garbage_again() -> None:
    """End the pause that `reader.__main__` began; what start-up made is not looked at again."""
    gc.freeze()
    gc.enable()


def _listen(broadsheet: "Broadsheet", application: QApplication) -> None:
    """Let Ctrl+C and the end of the user's session close the window in good order."""
    from reader.ui.quit_signals import QuitSignals  # noqa: PLC0415 - after the first frame

    signals = QuitSignals(broadsheet.front.window.close, application)
    application.aboutToQuit.connect(signals.release)


def make_application() -> QApplication:
    """Return Qt's application object; ends the program with a sentence where it cannot be."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName("Broadsheet")
    QCoreApplication.setApplicationVersion(VERSION)
    with DisplayGuard():
        # Fusion takes its colours from the palette, everywhere alike. `setStyle` does the same,
        # but returns the style, for which PySide makes the classes of all styles there are.
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setDesktopFileName("broadsheet")
    font = application.font()
    font.setPixelSize(13)
    application.setFont(font)
    install_translations(application)
    return application


class Broadsheet:
    """One run of the window. Calls `on_closed` when it was closed, and all behind it."""

    def __init__(
        self,
        application: QApplication,
        path: Path | None,
        profile_folder: Path | None,
        on_closed: Callable[[], None],
    ) -> None:
        self._application, self._on_closed = application, on_closed
        self._profile_folder = profile_folder.absolute() if profile_folder else None
        profile = Profile.under(profile_folder) if profile_folder else Profile.of_user()
        keeper = SessionKeeper(profile.session_path, application)
        catalog = CatalogClient(application)
        self._folder: Path | None = None
        self._left = LibrarySession("")
        self._trouble = ""
        self._indexer: IndexerClient | None = None
        self._renderer: RendererClient | None = None
        self._engine: EngineLoader | None = None
        self._closed = False
        self._choose(path, keeper)
        known = False
        if self._folder is not None:
            index = profile.index_path(self._folder)
            known = index.exists()
            catalog.open(index, profile.state_path, self._folder)
            catalog.count_later()
            catalog.list(self._left.filter)
            if not known:  # there is nothing to paint before the indexer has read something
                self._make_indexer().open(self._folder)
        preferences = SettingsKeeper(profile.settings_path, application)
        themes = ThemeSwitch(preferences, application)
        self.front = Front(profile, keeper, catalog, themes, preferences)
        self.front.set_settled(known)
        self.front.show_filter(self._left.filter)
        self.front.post_list.first_painted.connect(self._on_list_painted)
        catalog.unlisted.connect(self._assemble)  # only the indexer can mend that
        self.front.window.first_shown.connect(self._on_window_shown)
        self.front.window.closing.connect(self.close)
        self.assembly: Assembly | None = None
        if known and self._folder is not None:
            self.front.window.show_panes(self._folder.name)
        else:
            self._assemble()

    def show(self) -> None:
        """Show the window."""
        self.front.window.show()

    def close(self) -> None:
        """Close everything, within a second."""
        if self._closed:
            return
        self._closed = True
        self.front.keeper.close()
        self.front.preferences.keep()
        self.front.window.hide()
        if self.assembly is not None:
            self.assembly.close()
        else:
            self.front.catalog.close()
        self._on_closed()

    def _choose(self, path: Path | None, keeper: SessionKeeper) -> None:
        """Decide which library to begin with; none leads to the welcome page."""
        session = keeper.session
        if path is None:
            if session.welcome or not session.libraries:
                return
            path = Path(session.libraries[0].folder)
        folder, left = place_of(path, session)
        self._trouble = folder_fault(folder)
        if not self._trouble:
            self._folder, self._left = folder, left

    def _make_indexer(self) -> "IndexerClient":
        from reader.ui.indexer_client import IndexerClient  # noqa: PLC0415 - after the first frame

        if self._indexer is None:
            self._indexer = IndexerClient(self._profile_folder, self._application)
        return self._indexer

    def _make_renderer(self) -> "RendererClient":
        from reader.ui.renderer_client import RendererClient  # noqa: PLC0415 - likewise

        if self._renderer is None:
            self._renderer = RendererClient(parent=self.front.window)
        return self._renderer

    def _load_engine(self) -> "EngineLoader":
        from reader.ui import chromium  # noqa: PLC0415 - likewise
        from reader.ui.article_view.engine import EngineLoader  # noqa: PLC0415 - likewise

        if self._engine is None:
            chromium.prepare()
            self._engine = EngineLoader()
            self._engine.start()
        return self._engine

    def _assemble(self, _: object = None) -> None:
        """Make everything behind the panes."""
        from reader.ui.assembly import Assembly  # noqa: PLC0415 - after the first frame
        from reader.ui.icon import application_icon  # noqa: PLC0415 - after the first frame

        if self.assembly is not None or self._closed:
            return
        self._application.setWindowIcon(application_icon())
        self.front.furnish()
        self.front.catalog.count()
        indexer, renderer = self._make_indexer(), self._make_renderer()
        self.assembly = Assembly(self.front, indexer, renderer, self._load_engine)
        if self._folder is not None:
            self.assembly.begin(self._folder, self._left)
        else:
            self.assembly.welcome(self._trouble)

    def _on_window_shown(self) -> None:
        trace.instant("window-shown")
        QTimer.singleShot(_COLLECT_AFTER, self.front.window, _collect_garbage_again)
        if trace.enabled():
            from reader.ui.stall_monitor import StallMonitor  # noqa: PLC0415 - only when asked

            StallMonitor(self.front.window)

    def _on_list_painted(self) -> None:
        trace.instant("list-painted", rows=self.front.post_list.count())
        self.front.painted = True
        QTimer.singleShot(0, self.front.window, self._after_list_painted)

    def _after_list_painted(self) -> None:
        if self._closed:
            return
        if self.assembly is None and self._folder is not None:
            self._make_renderer().open(self._folder)  # what others do is begun first
            self._load_engine()
        self._assemble()
        if self.assembly is not None:
            self.assembly.show_articles()
            self._import_ahead(self.front.article.view)

    def _import_ahead(self, view: "ArticleView | None") -> None:
        """Import what the first keys may ask for, once there is an article to be read."""
        from reader.ui.ahead import ImportsAhead  # noqa: PLC0415 - after the first frame

        if view is not None:
            view.painted.connect(ImportsAhead(view).begin)
