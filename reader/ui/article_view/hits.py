"""The hits of a search in the article on the page: found in a thread, marked after the paint."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from reader.ui.article_view.marking import Sought, places

Run = Callable[[str, Callable[[object], None] | None], None]


class Hits(QObject):
    """Says to the page what to mark, and walks it.

    Nothing is asked of the page while nothing is sought. Every question has a number, and an
    answer to an older one is dropped.
    """

    counted = Signal(int, int)  # which hit was gone to (0: none yet), of how many
    _found = Signal(int, object)  # number, places: from the thread

    def __init__(self, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._sought: Sought | None = None
        self._text: tuple[str, int] | None = None  # of the article on the page, once asked for
        self._painted = False  # there is an article on the page
        self._marked = False  # something was marked on this page or one before
        self._number = 0
        self._going = False  # to the first hit, once it is marked
        self._steps = 0  # wanted before the hits were marked
        self._ready = False  # what is sought is marked
        self._converted = False  # Chinese is shown in another script than it was written in
        self._pool = ThreadPoolExecutor(1, "hits")
        self._found.connect(self._mark, Qt.ConnectionType.QueuedConnection)

    def seek(self, sought: Sought | None, go: bool = False) -> None:
        """Mark `sought` from now on, in this article and the next; `go` to the first of it."""
        self._going = go
        if sought != self._sought:
            self._sought = sought
            self._begin()
        elif go and self._ready:
            self.step(1)

    def look_in_converted(self, converted: bool) -> None:
        """Note whether Chinese is shown in another script than it was written in."""
        self._converted = converted

    def step(self, direction: int) -> None:
        """Go to the next hit (1) or the one before (-1); `counted` follows."""
        if self._ready:
            self._run(f"broadsheet.hits.step({1 if direction > 0 else -1})", self._tell)
        elif self._sought is not None:
            self._steps = direction

    def say(self, words: str) -> None:
        """Show `words` on the page for a moment; they are a JavaScript expression."""
        self._run(f"broadsheet.hits.say({words})", None)

    def painted(self) -> None:
        """Mark what is sought: another article stands on the page."""
        self._painted, self._text = True, None
        self._begin()

    def leaves(self) -> None:
        """Note that another article comes, or none."""
        self._painted = self._ready = self._going = False
        self._steps = 0  # they were meant for the article that leaves
        self._number += 1

    def close(self) -> None:
        """End the thread. What is sought from now on is not looked for."""
        self.leaves()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self) -> None:
        self._number += 1
        self._ready = False
        if not self._painted:
            return
        if self._sought is None:
            if self._marked:
                self._marked = False
                self._run("broadsheet.hits.clear()", None)
        elif self._text is None:
            number = self._number
            self._run("broadsheet.hits.text()", lambda said: self._take_text(number, said))
        else:
            self._look()

    def _take_text(self, number: int, said: object) -> None:
        if number == self._number and isinstance(said, str) and said:
            title, _, text = said.partition(" ")
            self._text = text, int(title)
            self._look()

    def _look(self) -> None:
        if self._text is not None and self._sought is not None:
            sought = replace(self._sought, converted=self._converted)
            self._pool.submit(self._search, self._number, *self._text, sought)

    def _search(self, number: int, text: str, title: int, sought: Sought) -> None:
        if number != self._number:
            return
        found = places(text, title, sought)
        try:
            self._found.emit(number, found)
        except RuntimeError:  # the window was closed meanwhile, and this object with it
            return

    def _mark(self, number: int, found: list[int]) -> None:
        if number != self._number:
            return
        self._ready = self._marked = True
        going, self._going = self._going, False
        steps, self._steps = self._steps, 0
        go = "true" if going else "false"
        self._run(f"broadsheet.hits.mark({found}, {go})", self._tell)
        if steps and not going:
            self.step(steps)

    def _tell(self, said: object) -> None:
        if isinstance(said, str) and said:
            at, count = map(int, said.split())
            self.counted.emit(at, count)
