"""Sidebar, list and article side by side, each as wide as the user made it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSpacerItem, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from reader.ui.article_pane import ArticlePane
from reader.ui.filling import fill
from reader.ui.post_list.view import PostList
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.theme import Theme

_CHIPS, _TIMELINE = 34, 43  # pixels: how high a line of chips is, and the timeline
_SIDEBAR_AT_LEAST = 140
_ROOM_FOR_ALL = 900  # pixels: a narrower window goes without the sidebar, unless it is asked for


class ListColumn(QWidget):
    """Chips and timeline above the list."""

    arranged = Signal()  # the timeline was shown or hidden

    def __init__(self, post_list: PostList, theme: Theme) -> None:
        super().__init__()
        self._timeline: QWidget | None = None
        self._place = QSpacerItem(0, _CHIPS + _TIMELINE)  # of what is still to come
        self.timeline_shown = True
        self._theme = theme
        self._list = post_list
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addItem(self._place)
        self._column.addSpacing(1)
        self._column.addWidget(post_list, 1)
        post_list.setVerticalScrollBar(ThinScrollBar())

    def furnish(self, chips: QWidget, timeline: QWidget) -> None:
        """Lay chips and timeline where their place has been kept."""
        self._column.takeAt(0)
        self._column.insertWidget(0, timeline)
        self._column.insertWidget(0, chips)
        self._timeline = timeline
        timeline.setVisible(self.timeline_shown)

    def show_timeline(self, shown: bool) -> None:
        """Show or hide the timeline, or keep its place or none."""
        self.timeline_shown = shown
        if self._timeline is not None:
            self._timeline.setVisible(shown)
        else:
            self._place.changeSize(0, _CHIPS + (_TIMELINE if shown else 0))
            self._column.invalidate()
        self.arranged.emit()

    def lay_under(self, bar: QWidget) -> None:
        """Lay a bar under the list."""
        self._column.addWidget(bar)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone, and the hairline between timeline and list."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.list)
        line = self._list.geometry().top() - 1
        fill(painter, QRect(0, line, self.width(), 1), self._theme.hairline)
        painter.end()


class _Hairline(QSplitterHandle):
    def __init__(self, panes: "Panes") -> None:
        super().__init__(Qt.Orientation.Horizontal, panes)
        self._panes = panes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._panes.theme.hairline)
        painter.end()


class Panes(QSplitter):
    """The three panes. The article takes whatever a larger window gives."""

    arranged = Signal()  # `widths` or what is shown has changed

    def __init__(self, column: ListColumn, article: ArticlePane, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self._sidebar = sidebar = QWidget()  # its place, until it is there
        self._column, self._article = column, article
        self._sidebar_wanted, self._alone = True, False
        self._narrow: bool = False  # the window
        self._insisted: bool = False  # the user, on the sidebar in a narrow one
        self.setHandleWidth(1)  # Qt makes so thin a handle easier to take hold of
        panes: tuple[tuple[QWidget, int], ...] = (
            (sidebar, _SIDEBAR_AT_LEAST),
            (column, 240),
            (article, 320),
        )
        for at, (pane, least) in enumerate(panes):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
            self.setCollapsible(at, False)
            self.setStretchFactor(at, 1 if pane is article else 0)
        self.splitterMoved.connect(self._on_moved)
        self._widths = (224, 372, 844)

    def furnish(self, sidebar: QWidget) -> None:
        """Put the sidebar where its place has been kept."""
        sidebar.setMinimumWidth(_SIDEBAR_AT_LEAST)
        place, self._sidebar = self._sidebar, sidebar
        self.replaceWidget(0, sidebar)
        place.deleteLater()
        sidebar.setVisible(self.sidebar_shown and not self._alone)

    def createHandle(self) -> QSplitterHandle:
        """Return a hairline."""
        return _Hairline(self)

    @property
    def widths(self) -> tuple[int, ...]:
        """Return how wide sidebar, list and article were last made."""
        return self._widths

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Make the panes this wide, as far as the window allows."""
        self._widths = widths
        self.setSizes(list(widths))

    @property
    def sidebar_wanted(self) -> bool:
        """Return whether the sidebar is shown where there is room."""
        return self._sidebar_wanted

    @property
    def sidebar_shown(self) -> bool:
        """Return whether there is a sidebar beside the list."""
        return self._sidebar_wanted and (self._insisted or not self._narrow)

    def show_sidebar(self, shown: bool) -> None:
        """Show or hide the sidebar: the user wants it so, however wide the window is."""
        self._sidebar_wanted, self._insisted = shown, shown
        self._sidebar.setVisible(self.sidebar_shown and not self._alone)
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sidebar where the window becomes narrow, and bring it back after."""
        super().resizeEvent(event)
        narrow = bool(event.size().width() < _ROOM_FOR_ALL)
        if narrow is not self._narrow:
            self._narrow, self._insisted = narrow, False
            self._sidebar.setVisible(self.sidebar_shown and not self._alone)
            if not narrow:
                self.setSizes(list(self._widths))

    @property
    def alone(self) -> bool:
        """Return whether only the article is shown."""
        return self._alone

    def show_article_alone(self, alone: bool) -> None:
        """Show nothing but the article, or all again."""
        self._alone = alone
        self._column.setVisible(not alone)
        self._sidebar.setVisible(self.sidebar_shown and not alone)

    def set_theme(self, theme: Theme) -> None:
        """Draw the hairlines in the colours of `theme` from now on."""
        self.theme = theme
        for at in range(1, self.count()):
            self.handle(at).update()

    def _on_moved(self) -> None:
        sizes = self.sizes()
        # A hidden pane has no width now, but keeps the one it had.
        self._widths = tuple(now or before for now, before in zip(sizes, self._widths, strict=True))
        self.arranged.emit()
