"""Opening folders and posts: from the command line, the welcome page, a drop, or a dialog."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from reader.ui.front import Front
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import OpenLibrary
from reader.ui.places import folder_fault, place_of
from reader.ui.reading import Reading
from reader.ui.session import LibrarySession

UNIQUE = Qt.ConnectionType.UniqueConnection
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


class Opening(QObject):
    """Decides which library stands in the window, and takes up each where it was left."""

    def __init__(
        self,
        front: Front,
        *,
        library: OpenLibrary,
        narrowing: Narrowing,
        reading: Reading,
        moving: Moving,
    ) -> None:
        super().__init__(front.window)
        self._window, self._keeper, self._library = front.window, front.keeper, library
        self._narrowing, self._reading, self._moving = narrowing, reading, moving
        self._list, self._article = front.post_list, front.article
        self._front = front
        self._at_first_post = False  # to be shown as soon as all are known
        self._window.dropped.connect(self.open_dropped)
        front.catalog.listed.connect(self._show_first_post)

    def open(self, path: Path) -> None:
        """Open a folder, or a post in its folder; say what is wrong where neither can be."""
        self._keeper.keep()
        folder, left = place_of(path, self._keeper.session)
        trouble = folder_fault(folder)
        if trouble:
            self.welcome(trouble)
            return
        self._list.clear()
        self._reading.show_nothing()
        self._library.open(folder)
        self._narrowing.start_with(left.filter)
        self.take_up(folder, left)

    def take_up(self, folder: Path, left: LibrarySession) -> None:
        """Show the library that has just been opened as it was `left`."""
        self._article.set_zoom(left.zoom)
        self._moving.forget(left.recent)
        self._window.show_panes(folder.name or str(folder))
        self._moving.focus_list()
        self._at_first_post = not left.path
        if left.path:
            self._moving.show_post(left.path, marks=False)
        else:
            self._show_first_post()
        self._keeper.touch()

    def _show_first_post(self) -> None:
        """Show the newest post of a library never read in, unless the reader has gone on."""
        if self._at_first_post and self._front.settled and self._list.count():
            self._at_first_post = False
            if not self._reading.path and not self._narrowing.filter.query:
                self._moving.first()

    def open_dropped(self, path: str) -> None:
        """Open what was dropped on the window."""
        self.open(Path(path))

    def open_sample(self) -> None:
        """Open the library that ships inside."""
        self.open(SAMPLE)

    def ask(self) -> None:
        """Let the user choose a folder."""
        start = str(self._library.folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a folder of posts"), start
        )
        if chosen:
            self.open(Path(chosen))

    def welcome(self, trouble: str = "") -> None:
        """Show the welcome page, with a word about what went wrong."""
        page = self._window.show_welcome()
        page.show_trouble(trouble)
        page.show_recent([library.folder for library in self._keeper.session.libraries])
        page.open_asked.connect(self.ask, UNIQUE)
        page.sample_asked.connect(self.open_sample, UNIQUE)
        page.folder_chosen.connect(self.open_dropped, UNIQUE)
        page.focus_first()
