"""Where a link in an article leads: to a post of the library, or out of the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.library.values import Found
from reader.ui.article_view.links import Leads, Target
from reader.ui.catalog_client import CatalogClient, Linked
from reader.ui.moving import Moving
from reader.ui.post_commands import PostCommands
from reader.ui.problems_dialog import reveal


class Links(QObject):
    """Asks the index first: what the library holds is read here, and said to be before.

    Another file of the library is only shown in its folder: nothing is ever run for a click.
    """

    said = Signal(str)

    def __init__(
        self,
        catalog: CatalogClient,
        moving: Moving,
        commands: PostCommands,
        folder: Callable[[], Path | None],
        show_file: Callable[[Path], None] = reveal,
    ) -> None:
        super().__init__(moving)
        self._catalog, self._moving, self._commands = catalog, moving, commands
        self._folder, self._show_file = folder, show_file
        self._wanted: Target | None = None  # followed last
        self._pointed: Target | None = None  # under the mouse, or the keyboard's
        catalog.linked.connect(self._on_linked)

    def follow(self, target: Target) -> None:
        """Follow a link."""
        if target.place.startswith("mailto:"):
            self._commands.open_elsewhere(target.place)
            return
        self._wanted = target
        self._catalog.find_link(target)

    def point(self, target: Target | None) -> None:
        """Say where the link that is pointed at leads; None where none is."""
        self._pointed = target
        self.said.emit(target.words if target is not None else "")
        if target is not None and not target.place.startswith("mailto:"):
            self._catalog.find_link(target)

    def _on_linked(self, answer: Linked) -> None:
        found = answer.found
        if answer.target is self._wanted:
            self._wanted = None
            self._go(answer.target, found)
        elif answer.target is self._pointed and found is not None:
            words = self.tr("In this library: {0}")
            self.said.emit(words.format(found.title or found.path))

    def _go(self, target: Target, found: Found | None) -> None:
        folder = self._folder()
        if found is not None and found.is_post:
            self._moving.show_post(found.path, anchor=target.fragment)
        elif found is not None and folder is not None:
            self._show_file(folder / found.path)
            self.said.emit(self.tr("Shown in its folder: {0}").format(found.path))
        elif target.leads is Leads.OUTSIDE:
            self._commands.open_elsewhere(target.place)
        else:
            self.said.emit(self.tr("There is no post {0} in this library").format(target.words))
