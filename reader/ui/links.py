"""Where a link in an article leads: to a post of the library, or out of the program."""

from PySide6.QtCore import QObject, Signal

from reader.ui.catalog_client import CatalogClient
from reader.ui.moving import Moving
from reader.ui.post_commands import PostCommands


class Links(QObject):
    """Asks the index first: what the library holds is read here."""

    said = Signal(str)

    def __init__(self, catalog: CatalogClient, moving: Moving, commands: PostCommands) -> None:
        super().__init__(moving)
        self._catalog, self._moving, self._commands = catalog, moving, commands
        self._wanted = ""  # the URL or path last followed
        catalog.located_url.connect(self._on_url)
        catalog.located.connect(self._on_path)

    def follow(self, url: str) -> None:
        """Follow an absolute URL."""
        if url.startswith("mailto:"):
            self._commands.open_elsewhere(url)
            return
        self._wanted = url
        self._catalog.locate_url(url)

    def follow_post(self, path: str) -> None:
        """Follow a link between files of the library."""
        self._wanted = path
        self._catalog.locate(path)

    def _on_url(self, answer: tuple[str, str | None]) -> None:
        url, path = answer
        if url != self._wanted:
            return
        self._wanted = ""
        if path is None:
            self._commands.open_elsewhere(url)
        else:
            self._moving.show_post(path)

    def _on_path(self, answer: tuple[str, int | None]) -> None:
        path, post = answer
        if path != self._wanted:
            return
        self._wanted = ""
        if post is None:
            self.said.emit(self.tr("There is no post {0} in this library").format(path))
        else:
            self._moving.show_post(path)
