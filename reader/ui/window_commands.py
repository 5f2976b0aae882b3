"""What the toolbar's buttons and menus do, and the window's own commands."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.ui import menus
from reader.ui.actions import Handlers
from reader.ui.front import Front
from reader.ui.library_commands import LibraryCommands
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.opening import Opening
from reader.ui.post_list.density import Density


class WindowCommands(QObject):
    """Sidebar, theme, distraction-free reading, and the menus."""

    said = Signal(str)

    def __init__(
        self,
        front: Front,
        *,
        moving: Moving,
        narrowing: Narrowing,
        opening: Opening,
        library_commands: LibraryCommands,
    ) -> None:
        super().__init__(front.window)
        self._window, self._toolbar, self._panes = front.window, front.toolbar, front.panes
        self._themes, self._keeper = front.themes, front.keeper
        self._list, self._preferences = front.post_list, front.preferences
        self._moving, self._narrowing = moving, narrowing
        self._opening, self._library_commands = opening, library_commands
        self._actions: Mapping[str, QAction] = {}
        self._toolbar.asked.connect(self._on_toolbar)
        self._themes.chosen.connect(self._say_theme)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "theme": self._themes.cycle,
            "toggle-sidebar": self._toggle_sidebar,
            "distraction-free": self._toggle_alone,
            "full-screen": self._window.toggle_full_screen,
            "open-folder": self._opening.ask,
            "quit": self._window.close,
        }

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Offer `actions`, by their commands' names, in the menus and under the buttons."""
        self._actions = actions

    def _toggle_sidebar(self) -> None:
        if self._panes.sidebar_shown:
            self._moving.leave_sidebar()
        self._panes.show_sidebar(not self._panes.sidebar_shown)

    def _toggle_alone(self) -> None:
        if self._window.welcoming:
            return
        if self._panes.alone:
            self._window.show_article_alone(False)
            self._moving.focus_list()
        else:
            self._moving.focus_article()  # first, or Qt hands the focus on to its first link
            self._window.show_article_alone(True)

    def _say_theme(self, choice: str) -> None:
        words = {
            "light": self.tr("Light theme"),
            "sepia": self.tr("Sepia theme"),
            "dark": self.tr("Dark theme"),
            "black": self.tr("Black theme"),
            "system": self.tr("Theme as the system's"),
        }
        self.said.emit(words[choice])

    def _on_toolbar(self, name: str) -> None:
        if name == "menu":
            menus.pop_up(self._main_menu(), self._toolbar.more)
        elif name == "text-menu":
            menus.pop_up(menus.text_menu(self._actions, self._window), self._toolbar.text)
        else:
            self._actions[name].trigger()

    def _main_menu(self) -> menus.QMenu:
        problems = QAction(self.tr("Problems…"), self._window)
        problems.triggered.connect(self._library_commands.show_problems)
        sample = QAction(self.tr("Sample library"), self._window)
        sample.triggered.connect(self._opening.open_sample)
        folders = [library.folder for library in self._keeper.session.libraries]
        others: dict[str, QAction | menus.QMenu] = {
            "problems": problems,
            "sample": sample,
            "recent": menus.recent_menu(folders, self._open_recent),
            "rows": menus.rows_menu(self._list.density, self._choose_density),
            "sort": menus.sort_menu(self._narrowing.filter.sort, self._narrowing.choose_sort),
        }
        menu = menus.main_menu(self._actions, others, self._window)
        for action in (problems, sample):
            action.setParent(menu)
        return menu

    def _choose_density(self, density: Density) -> None:
        self._preferences.change(density=density.value)

    def _open_recent(self, folder: str) -> None:
        self._opening.open(Path(folder))
