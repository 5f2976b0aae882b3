"""What is selected in the list, and how it looks."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction

from reader.ui import menus
from reader.ui.actions import Handlers
from reader.ui.exporter import Exporter
from reader.ui.front import Front
from reader.ui.post_list.density import Density, density_named, density_words
from reader.ui.settings import Settings
from reader.ui.title_finding import TitleFinding

_MENU = (
    *("star", "toggle-read", ""),
    *("open-original", "copy-link", "copy-markdown", "export", ""),
    *("select-all", "mark-all-read"),
)


class ListCommands(QObject):
    """Select, and change the rows' looks."""

    said = Signal(str)

    def __init__(self, front: Front, exporter: Exporter) -> None:
        super().__init__(front.window)
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
        }

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Offer `actions`, by their commands' names, in the rows' menu."""
        self._actions = actions

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
