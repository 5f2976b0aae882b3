"""Which article is on the page, and what follows from that.

The page always goes towards the post asked for last; what was asked before and has not come is
forgotten, so that a held key skips and never queues. Whatever fails, it never goes on showing
another post's text as if it were this one's.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader import trace
from reader.ui.renderer_client import Rendered, RendererClient
from reader.ui.state_client import StateClient

if TYPE_CHECKING:
    from reader.ui.article_view.view import ArticleView

_BLANK_AFTER = 200  # milliseconds without an answer, then the old article is taken away
_SETTLED_AFTER = 300  # milliseconds on the page, then it is one that was gone to
_READ_AFTER = 5_000  # milliseconds on the page that make an article a read one, where asked for


class Reading(QObject):
    """Between list, renderer, reading state and page."""

    requested = Signal(str)  # another post is wanted on the page; "" for none
    settled = Signal(str)  # it has been there for a moment
    article_changed = Signal()  # `article` is another
    said = Signal(str)  # a word for the status bar

    def __init__(
        self,
        renderer: RendererClient,
        state: StateClient,
        neighbours: Callable[[], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._renderer, self._state, self._neighbours = renderer, state, neighbours
        self._view: ArticleView | None = None
        self._path, self._raw = "", False
        self._read_when = "once"
        self._marks = False
        self._settled = self._ended = False  # it has been on the page; its end has
        self._position: float | None = None  # where to show it; None: where it was left
        self._anchor = ""  # or from which heading or note on
        self._on_page: Rendered | None = None  # as sent to the page, or waiting for one
        self._blank = self._timer(_BLANK_AFTER, self._take_away)
        self._moment = self._timer(_SETTLED_AFTER, self._settle)
        self._while = self._timer(_READ_AFTER, self._mark_read)
        renderer.rendered.connect(self._on_rendered)
        renderer.prepared.connect(self._lay_out_ahead)

    @property
    def path(self) -> str:
        """Return the post that is wanted on the page; "" if none."""
        return self._path

    @property
    def raw(self) -> bool:
        """Return whether it is shown untouched."""
        return self._raw

    @property
    def article(self) -> Mapping[str, object] | None:
        """Return what was rendered of `path`, as `render --json` gives it; None until it is."""
        shown = self._on_page
        return shown.article if shown and shown.path == self._path else None

    @property
    def position(self) -> float:
        """Return how far the present article was read: 0 top, 1 end."""
        return self._state.state_of(self._path).position

    def count_as_read(self, when: str) -> None:
        """Mark articles as read "once" they are shown, after a "while", at their "end", or not."""
        self._read_when = when

    def show_chinese(self, script: str) -> None:
        """Show Chinese in `script` from now on, the present article at once."""
        self._renderer.show_chinese(script)
        if self._path and not self._raw:
            self._renderer.request(self._path)
            self._renderer.prepare(self._neighbours())

    def attach(self, view: "ArticleView") -> None:
        """Show articles in `view` from now on; it may come long after the first was wanted."""
        self._view = view
        view.painted.connect(self._on_painted)
        view.position_changed.connect(self._state.set_position)
        view.reached_end.connect(self._on_end)
        self._present()

    def show_post(
        self, path: str, marks: bool = True, *, position: float | None = None, anchor: str = ""
    ) -> None:
        """Bring the post at `path` to the page; after a moment there it is read, if it `marks`.

        It is shown where it was left, or at `position` (0 to 1), or from the place `anchor` on.
        """
        if path == self._path:
            self._move_within(position, anchor)
            return
        self._position, self._anchor = position, anchor
        trace.instant("article-requested", path=path)
        self._path, self._raw, self._marks = path, False, marks
        self._ask()
        self.requested.emit(path)

    def leave_unread(self) -> None:
        """Let being on the page not make the post read: the user has said what it is."""
        self._marks = False

    def toggle_raw(self) -> None:
        """Show the post untouched, or cleaned again."""
        if self._path:
            self._raw = not self._raw
            self.said.emit(self.tr("The post as written") if self._raw else self.tr("The article"))
            self._ask()
            self.requested.emit(self._path)

    def show_nothing(self) -> None:
        """Clear the page: another library, or none."""
        self._path, self._raw, self._on_page = "", False, None
        self._blank.stop()
        self._stop_counting()
        if self._view is not None:
            self._view.show_nothing()
        self.requested.emit("")

    def files_changed(self, paths: Sequence[str]) -> None:
        """Render again what has changed; a post that is gone stays on the page."""
        self._renderer.forget(paths)
        if self._path in paths:
            self._renderer.request(self._path, self._raw)

    def _stop_counting(self) -> None:
        self._moment.stop()
        self._while.stop()
        self._settled = self._ended = False

    def _ask(self) -> None:
        self._stop_counting()
        self._blank.start()
        self._renderer.request(self._path, self._raw)

    def _on_rendered(self, answer: Rendered) -> None:
        if (answer.path, answer.raw) != (self._path, self._raw):
            return
        shown = self._on_page
        again = shown is not None and (shown.path, shown.raw) == (answer.path, answer.raw)
        lost = answer.article is None and (again or answer.plain_text is None)
        if lost and shown is not None and self.article is not None:
            self._raw = shown.raw
            self.said.emit(answer.why)  # the file went, or broke, while it was being read
            self.article_changed.emit()  # not the article, but how it is shown
            return
        self._blank.stop()
        self._on_page = answer
        self._present()
        self.article_changed.emit()

    def _present(self) -> None:
        shown, view = self._on_page, self._view
        if view is None or shown is None:
            return
        if shown.article is not None:
            position, anchor = self._position, self._anchor
            self._position, self._anchor = None, ""
            if position is None:
                position = self._state.state_of(shown.path).position
            view.show_article(shown.article, position, anchor)
        else:
            title = shown.path.rpartition("/")[2]
            view.show_plain(shown.path, title, shown.plain_text or "", shown.why)

    def _move_within(self, position: float | None, anchor: str) -> None:
        view = self._view
        if view is None or self.article is None:
            return
        if anchor:
            view.scroll_to_anchor(anchor)
        elif position is not None:
            view.scroll_to(position)

    def _lay_out_ahead(self, answer: Rendered) -> None:
        near = not answer.raw and answer.path in self._neighbours()
        if near and answer.article is not None and self._view is not None:
            self._view.prepare_article(answer.article)

    def _on_painted(self, path: str) -> None:
        trace.instant("article-painted", path=path)
        if path == self._path:
            self._moment.start()
            if self._read_when == "while":
                self._while.start()
            self._renderer.prepare(self._neighbours())

    def _take_away(self) -> None:
        if self._on_page is None or self._on_page.path != self._path:
            self._on_page = None
            if self._view is not None:
                self._view.show_nothing()
            self.article_changed.emit()

    def _on_end(self) -> None:
        self._ended = True
        self._mark_at_end()

    def _settle(self) -> None:
        self._settled = True
        if self._read_when == "once":
            self._mark_read()
        self._mark_at_end()
        self.settled.emit(self._path)

    def _mark_at_end(self) -> None:
        """Mark it where its end was seen, and not only flown past."""
        if self._read_when == "end" and self._settled and self._ended:
            self._mark_read()

    def _mark_read(self) -> None:
        if self._marks and not self._state.state_of(self._path).read:
            self._state.set_read([self._path], True, "")
        self._marks = False

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(slot)
        return timer
