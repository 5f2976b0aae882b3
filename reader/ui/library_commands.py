"""What can be done with the library and with the window itself."""

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.library.values import Listing
from reader.posts.problem import Problem
from reader.ui.actions import Handlers
from reader.ui.catalog_client import Paths
from reader.ui.front import Front
from reader.ui.open_library import OpenLibrary
from reader.ui.sidebar.words import grouped
from reader.ui.state_client import StateClient

if TYPE_CHECKING:
    from reader.ui.problems_dialog import ProblemsDialog


class LibraryCommands(QObject):
    """Mark all, undo, rescan, problems, keys."""

    said = Signal(str)

    def __init__(self, front: Front, library: OpenLibrary, state: StateClient) -> None:
        super().__init__(front.window)
        self._window, self._themes, self._library = front.window, front.themes, library
        self._preferences = front.preferences
        catalog = front.catalog
        self._catalog, self._state = catalog, state
        self._listed: array[int] = array("q")
        self._to_mark: array[int] | None = None
        self._problems: ProblemsDialog | None = None
        catalog.begun.connect(self._on_listed)
        catalog.listed.connect(self._on_listed)
        catalog.paths_found.connect(self._mark_read)
        catalog.problems.connect(self._on_problems)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "mark-all-read": self._mark_all,
            "undo": self._undo,
            "rescan": self._library.rescan,
            "shortcuts": self._show_shortcuts,
        }

    def show_problems(self) -> None:
        """Open the list of the posts with problems."""
        from reader.ui.problems_dialog import ProblemsDialog  # noqa: PLC0415 - not at start-up

        folder = self._library.folder
        if folder is None:
            return
        if self._problems is None or self._problems.folder != folder:
            self._problems = ProblemsDialog(folder, self._themes, self._window)
        self._problems.show()
        self._problems.raise_()
        self._catalog.ask_problems()

    def _on_listed(self, listing: Listing) -> None:
        self._listed = listing.ids
        if self._problems is not None and self._problems.isVisible():
            self._catalog.ask_problems()

    def _on_problems(self, problems: list[Problem]) -> None:
        if self._problems is not None:
            self._problems.show_problems(problems)

    def _mark_all(self) -> None:
        self._to_mark = self._listed
        self._catalog.ask_paths(self._listed)

    def _mark_read(self, answer: Paths) -> None:
        if self._to_mark is None or answer.asked != self._to_mark:
            return
        self._to_mark = None
        paths = [path for path in answer.paths if not self._state.state_of(path).read]
        if not paths:
            self.said.emit(self.tr("All shown are read already"))
            return
        words = self.tr("{0} marked as read; Ctrl+Z undoes it")
        self._state.set_read(paths, True, words.format(grouped(len(paths))))

    def _undo(self) -> None:
        if not self._state.undo():
            self.said.emit(self.tr("Nothing to undo"))

    def _show_shortcuts(self) -> None:
        from reader.ui.key_map import commands_with  # noqa: PLC0415 - not at start-up
        from reader.ui.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - not at start-up

        commands = commands_with(self._preferences.settings.keys)
        overlay = ShortcutsDialog(self._themes.theme, commands, self._window)
        overlay.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        overlay.show_over(self._window)
