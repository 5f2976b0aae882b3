"""What is looked for in the article: the find bar's text while it is open, else the search's words.

Both are marked, counted and walked in the same way.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.article_view.marking import Sought, sought_by
from reader.ui.find_bar import FindBar
from reader.ui.seek_bar import place_words

if TYPE_CHECKING:
    from reader.ui.article_view.view import ArticleView

_PAUSE = 120  # milliseconds without a key, then the article's marks follow the search


class Finding(QObject):
    """Between the search, the find bar and the article's view."""

    said = Signal(str)  # a word for the status bar

    def __init__(self, find_bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = find_bar
        self._view: ArticleView | None = None
        self._query = ""
        self._stepping = False  # somebody waits for the next hit
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._mark)
        find_bar.sought.connect(self._find)
        find_bar.stepped.connect(self._step)

    def attach(self, view: "ArticleView") -> None:
        """Mark in `view`, which comes long after the list."""
        self._view = view
        view.hits_counted.connect(self._show_count)
        self._mark()

    def search(self, query: str) -> None:
        """Mark what `query`, a search of the library, finds: in a moment, in every article."""
        if query != self._query:
            self._query = query
            self._pause.start()

    def open(self) -> None:
        """Let the user type what to look for."""
        self._bar.open_bar()

    def next(self) -> None:
        """Go to the next place; opens the find bar where nothing is looked for."""
        self._go_on(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        if self._bar.searching or sought_by(self._query) is not None:
            self._step(direction)
        else:
            self._bar.open_bar()

    def _step(self, direction: int) -> None:
        if self._view is not None:
            if self._pause.isActive():  # what was typed last is not marked yet
                self._pause.stop()
                self._mark()
            self._stepping = True
            self._view.step_hit(direction)

    def _find(self, text: str) -> None:
        if text and self._view is not None:
            self._view.seek(Sought(text=text), go=True)
        else:
            self._mark()

    def _mark(self) -> None:
        if self._view is not None and not self._bar.searching:
            self._view.seek(sought_by(self._query))

    def _show_count(self, at: int, count: int) -> None:
        stepped = self._stepping and not (count and not at)  # marked only now, the step follows
        if stepped:
            self._stepping = False
        if self._bar.searching:
            self._bar.show_count(at, count)
        elif stepped and self._view is not None:
            words = place_words(at, count) if count else self.tr("No hit in this article")
            self._view.say_on_page(words)
            self.said.emit(words)
