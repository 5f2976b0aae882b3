"""Opening folders and posts: from the command line, the welcome page, a drop, or a dialog."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from reader.library.values import Filter
from reader.ui.article_pane import ArticlePane
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import OpenLibrary, folder_fault
from reader.ui.post_list.view import PostList
from reader.ui.reading import Reading
from reader.ui.session import LibrarySession, Session
from reader.ui.session_keeper import SessionKeeper
from reader.ui.window import Window

UNIQUE = Qt.ConnectionType.UniqueConnection
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


class Opening(QObject):
    """Decides which library stands in the window, and takes up each where it was left."""

    def __init__(  # noqa: PLR0913 - all that belongs to a library changes with it
        self,
        *,
        window: Window,
        library: OpenLibrary,
        narrowing: Narrowing,
        reading: Reading,
        moving: Moving,
        post_list: PostList,
        article: ArticlePane,
        keeper: SessionKeeper,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._keeper = window, library, keeper
        self._narrowing, self._reading, self._moving = narrowing, reading, moving
        self._list, self._article = post_list, article
        window.dropped.connect(self.open_dropped)

    def open(self, path: Path) -> None:
        """Open a folder, or a post in its folder; say what is wrong where neither can be."""
        self._keeper.keep()
        folder, left = place_of(path, self._keeper.session)
        trouble = folder_fault(folder)
        if trouble:
            self.welcome(trouble)
            return
        self._library.open(folder)
        self._narrowing.start_with(left.filter)
        self.take_up(folder, left)

    def take_up(self, folder: Path, left: LibrarySession) -> None:
        """Show the library that has just been opened as it was `left`."""
        self._list.clear()
        self._reading.show_nothing()
        self._moving.forget()
        self._article.set_zoom(left.zoom)
        self._window.show_panes(folder.name or str(folder))
        self._moving.focus_list()
        if left.path:
            self._moving.show_post(left.path, marks=False)
        self._keeper.touch()

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


def place_of(path: Path, session: Session) -> tuple[Path, LibrarySession]:
    """Return the library that `path`, a folder or a post, means, and how it was left."""
    path = path.expanduser().absolute()
    if not path.is_file():
        folder = path.resolve()
        return folder, session.library(str(folder))
    folder = path.parent.resolve()
    return folder, replace(session.library(str(folder)), filter=Filter(), path=path.name)
