"""What is selected in the list, and how it looks."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction

from reader.ui import menus
from reader.ui.actions import Handlers
from reader.ui.exporter import Exporter
from reader.ui.front import Front
from reader.ui.narrowing import Narrowing
from reader.ui.post_list.density import Density, density_named, density_words
from reader.ui.renderer_client import RendererClient
from reader.ui.settings import Settings
from reader.ui.title_finding import TitleFinding

if TYPE_CHECKING:
    from reader.ui.post_list.thumbnails import Thumbnails

_MENU = (
    *("star", "toggle-read", ""),
    *("open-original", "copy-link", "copy-markdown", "export", ""),
    *("select-all", "mark-all-read"),
)


class ListCommands(QObject):
    """Select, and change the rows' looks."""

    said = Signal(str)

    def __init__(self, front: Front, exporter: Exporter, narrowing: Narrowing) -> None:
        super().__init__(front.window)
        self._profile, self._narrowing = front.profile, narrowing
        self._folder: Path | None = None
        self._thumbnails: Thumbnails | None = None
        self._window, self._exporter = front.window, exporter
        self._actions: Mapping[str, QAction] = {}
        self._finding = TitleFinding(front.column, front.post_list, front.catalog, front.themes)
        front.post_list.menu_asked.connect(self._show_menu)
        self._list, self._preferences = front.post_list, front.preferences
        self._preferences.changed.connect(self._on_preferred)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "extend-down": partial(self._list.extend, 1),
            "extend-up": partial(self._list.extend, -1),
            "select-all": self._list.select_all,
            "export": self._exporter.ask,
            "find-title": self._finding.open,
            "density": self._next_density,
            "thumbnails": self._toggle_thumbnails,
            "sort": self._ask_sort,
        }

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Offer `actions`, by their commands' names, in the rows' menu."""
        self._actions = actions

    def open_library(self, folder: Path) -> None:
        """Show pictures of the posts of `folder`, where these are wanted."""
        self._folder = folder
        self._show_thumbnails(self._preferences.settings.thumbnails)

    def files_changed(self, paths: Sequence[str]) -> None:
        """Make the pictures of these posts anew."""
        if self._thumbnails is not None:
            self._thumbnails.forget(paths)

    def close(self) -> None:
        """End what makes pictures."""
        self._show_thumbnails(False)

    def choose_density(self, density: Density) -> None:
        """Show so much of each post from now on."""
        self._preferences.change(density=density.value)

    def _show_menu(self, at: QPoint) -> None:
        menu = menus.flat_menu(self._window)
        for name in _MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        # Queued, for Qt hides a menu before it says what was chosen.
        menu.aboutToHide.connect(self._put_back, Qt.ConnectionType.QueuedConnection)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _put_back(self) -> None:
        """Let go of a row that was selected only to show its menu."""
        if self._list.selection.count == 1:
            self._list.collapse()

    def _next_density(self) -> None:
        density = self._list.density.next
        self.choose_density(density)
        self.said.emit(density_words(density))

    def _on_preferred(self, before: Settings, now: Settings) -> None:
        self._list.set_density(density_named(now.density))
        if now.thumbnails is not before.thumbnails:
            self._list.set_pictures(now.thumbnails)
            self._show_thumbnails(now.thumbnails)

    def _toggle_thumbnails(self) -> None:
        shown = not self._preferences.settings.thumbnails
        self._preferences.change(thumbnails=shown)
        self.said.emit(self.tr("Pictures in the list") if shown else self.tr("No pictures"))

    def _show_thumbnails(self, shown: bool) -> None:
        if not shown:
            self._list.use_thumbnails(None)
            if self._thumbnails is not None:
                self._thumbnails.close()
                self._thumbnails = None
            return
        from reader.ui.post_list.thumbnails import Thumbnails  # noqa: PLC0415 - if wanted

        if self._thumbnails is None:
            renderer = RendererClient(parent=self)
            self._thumbnails = Thumbnails(self._profile.cache, renderer, self)
            self._list.use_thumbnails(self._thumbnails)
        if self._folder is not None:
            self._thumbnails.open(self._folder)

    def _ask_sort(self) -> None:
        """Open the menu of orders at the top of the list."""
        menu = menus.sort_menu(self._narrowing.filter.sort, self._narrowing.choose_sort)
        menu.setParent(self._window, menu.windowFlags())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._list.mapToGlobal(QPoint(8, 8)))
        chosen = next((each for each in menu.actions() if each.isChecked()), None)
        if chosen is not None:
            menu.setActiveAction(chosen)
