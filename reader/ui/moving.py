"""Going from article to article and from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.library.values import Facet, PostSummary
from reader.ui.actions import Handlers
from reader.ui.front import Front
from reader.ui.history import History, Place
from reader.ui.reading import Reading


class Moving(QObject):
    """The commands that move; nothing else decides what is shown next."""

    said = Signal(str)

    def __init__(self, front: Front, reading: Reading) -> None:
        super().__init__(front.window)
        self._window, self._toolbar, self._panes = front.window, front.toolbar, front.panes
        self._sidebar, self._list, self._article = front.sidebar, front.post_list, front.article
        self._reading = reading
        self._history = History()
        self._at_end = "next"
        self._backwards = False  # the row that becomes current was gone back to
        self._list.current_changed.connect(self._on_current)
        self._list.opened.connect(self._on_opened)
        self._list.no_unread.connect(self._say_no_unread)
        reading.settled.connect(self._visit)
        self._toolbar.search.left.connect(self.focus_list)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "next": self.next,
            "previous": self.previous,
            "next-unread": self._next_unread,
            "page-down": self._page_down,
            "page-up": self._page_up,
            "first": self.first,
            "last": self._last,
            "read-on": self.focus_article,
            "next-pane": self._next_pane,
            "previous-pane": self._previous_pane,
            "leave": self._leave,
            "next-link": self._next_link,
            "previous-link": self._previous_link,
            "contents": self._show_contents,
            "back": self._back,
            "forward": self._forward,
            "search": self._search,
            "filter-tags": self._filter_tags,
        }

    def next(self) -> None:
        """Show the next article of the list."""
        self._backwards = False
        self._list.go_next()

    def previous(self) -> None:
        """Show the previous one, which does not make it read."""
        self._backwards = True
        if not self._list.go_previous():
            self._backwards = False

    def first(self) -> None:
        """Show the first one."""
        self._backwards = False
        self._list.go_first()

    def show_post(self, path: str, marks: bool = True, anchor: str = "") -> None:
        """Show the post at `path`, in the list where it is listed, from the place `anchor` on."""
        self._backwards = False
        self._reading.show_post(path, marks, anchor=anchor)
        self._list.go_to_path(path)

    def note_jump(self, path: str, position: float) -> None:
        """Note that the reader goes elsewhere in the article, and may want to come back."""
        self._history.jump(path, position)
        self._show_history()

    def at_edge(self, direction: int) -> None:
        """Go on where the article has no further page."""
        if direction > 0:
            self._go_on()
        else:
            self.previous()

    def go_on_to(self, what: str) -> None:
        """Let a page beyond the end be the "next" article, the next "unread" one, or none."""
        self._at_end = what

    def _go_on(self) -> None:
        if self._at_end == "unread":
            self._next_unread()
        elif self._at_end == "next":
            self.next()
        else:
            self.said.emit(self.tr("The end of the article"))

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_sidebar(self) -> None:
        """Put the keyboard into the list if the sidebar has it."""
        if _within(QApplication.focusWidget(), self._sidebar):
            self.focus_list()

    def focus_article(self) -> None:
        """Put the keyboard into the article."""
        self._article.focus_article()

    def forget(self, recent: Sequence[str] = ()) -> None:
        """Forget the history: another library, in which `recent` was read last."""
        self._history.clear(recent)
        self._show_history()

    @property
    def recent(self) -> Sequence[str]:
        """Return the paths of the articles read last, the last one first."""
        return self._history.recent

    def _on_current(self, summary: PostSummary | None) -> None:
        if summary is not None:
            backwards, self._backwards = self._backwards, False
            self._reading.show_post(summary.path, marks=not backwards)

    def _on_opened(self, summary: PostSummary) -> None:
        self._reading.show_post(summary.path)
        self._article.focus_article()

    def _next_unread(self) -> None:
        self._backwards = False
        self._list.go_next_unread()

    def _say_no_unread(self) -> None:
        self.said.emit(self.tr("No other unread post in this list"))

    def _last(self) -> None:
        self._backwards = False
        self._list.go_last()

    def _page_down(self) -> None:
        self._page(1)

    def _page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        if self._article.view is None or self._reading.article is None:
            self.at_edge(direction)
        else:
            self._article.view.scroll_page(direction)  # which says when it is at the edge

    def _next_link(self) -> None:
        self._step_link(1)

    def _previous_link(self) -> None:
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        if self._article.view is not None and self._reading.article is not None:
            self._article.focus_article()
            self._article.view.step_link(step)

    def _show_contents(self) -> None:
        view = self._article.view
        if view is None or self._reading.article is None:
            return
        self._article.focus_article()
        if not view.toggle_contents():
            self.said.emit(self.tr("This article has no headings"))

    def _back(self) -> None:
        self._go(self._history.back(self._reading.position))

    def _forward(self) -> None:
        self._go(self._history.forward(self._reading.position))

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._backwards = False
            self._reading.show_post(place.path, marks=False, position=place.position)
            self._list.go_to_path(place.path)
            self._show_history()

    def _visit(self, path: str) -> None:
        self._history.visit(path)
        self._show_history()

    def _show_history(self) -> None:
        history = self._history
        self._toolbar.show_history(back=history.can_go_back, forward=history.can_go_forward)

    def _rounds(self) -> list[QWidget]:
        rounds: list[QWidget] = [self._list, self._article, self._sidebar]
        return [pane for pane in rounds if pane.isVisible()]

    def _next_pane(self) -> None:
        self._step_pane(1)

    def _previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        rounds, focused = self._rounds(), QApplication.focusWidget()
        here = next((at for at, pane in enumerate(rounds) if _within(focused, pane)), 0)
        pane = rounds[(here + step) % len(rounds)]
        if pane is self._article:
            self._article.focus_article()
        else:
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        """Undo the innermost thing that is open; at last go back to the list."""
        search = self._toolbar.search
        find_bar = self._article.find_bar
        if find_bar is not None and find_bar.isVisible():
            find_bar.close_bar()
        elif self._article.view is not None and self._article.view.contents_open:
            self._article.view.toggle_contents()
        elif self._panes.alone:
            self._window.show_article_alone(False)
            self.focus_list()
        elif self._window.isFullScreen():
            self._window.toggle_full_screen()
        elif self._list.hasFocus() and self._list.collapse():
            self._list.show_row(max(self._list.current_row(), 0))
        elif search.text() and (search.hasFocus() or self._list.hasFocus()):
            search.clear()
            search.textEdited.emit("")
            self.focus_list()
        elif self._list.hasFocus():
            self._window.close_notice()
        else:
            self.focus_list()

    def _search(self) -> None:
        if self._panes.alone:
            self._window.show_article_alone(False)
        self._toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._toolbar.search.selectAll()

    def _filter_tags(self) -> None:
        if self._panes.alone:
            self._window.show_article_alone(False)
        if not self._panes.sidebar_shown:
            self._panes.show_sidebar(True)
        self._sidebar.focus_filter(Facet.TAG)


def _within(widget: QWidget | None, pane: QWidget) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
