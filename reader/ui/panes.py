"""Sidebar, list and article side by side, each as wide as the user made it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from reader.ui.article_pane import ArticlePane
from reader.ui.chips import FilterChips
from reader.ui.post_list.view import PostList
from reader.ui.scroll_bar import ThinScrollBar
from reader.ui.sidebar.view import Sidebar
from reader.ui.theme import Theme
from reader.ui.timeline.view import Timeline


class ListColumn(QWidget):
    """Chips and timeline above the list."""

    def __init__(
        self, chips: FilterChips, timeline: Timeline, post_list: PostList, theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self._timeline = timeline
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(chips)
        column.addWidget(timeline)
        column.addSpacing(1)
        column.addWidget(post_list, 1)
        post_list.setVerticalScrollBar(ThinScrollBar())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tone, and the hairline between timeline and list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.list))
        below = self._timeline.geometry().bottom() + 1
        painter.fillRect(0, below, self.width(), 1, QColor(self._theme.hairline))
        painter.end()


class _Hairline(QSplitterHandle):
    def __init__(self, panes: "Panes") -> None:
        super().__init__(Qt.Orientation.Horizontal, panes)
        self._panes = panes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._panes.theme.hairline))
        painter.end()


class Panes(QSplitter):
    """The three panes. The article takes whatever a larger window gives."""

    arranged = Signal()  # `widths` or what is shown has changed

    def __init__(
        self, sidebar: Sidebar, column: ListColumn, article: ArticlePane, theme: Theme
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self._sidebar, self._column, self._article = sidebar, column, article
        self._sidebar_wanted, self._alone = True, False
        self.setHandleWidth(1)  # Qt makes so thin a handle easier to take hold of
        for at, (pane, least) in enumerate(((sidebar, 140), (column, 240), (article, 320))):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
            self.setCollapsible(at, False)
            self.setStretchFactor(at, 1 if pane is article else 0)
        self.splitterMoved.connect(self._on_moved)
        self._widths = (224, 372, 844)

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
    def sidebar_shown(self) -> bool:
        """Return whether the user wants the sidebar."""
        return self._sidebar_wanted

    def show_sidebar(self, shown: bool) -> None:
        """Show or hide the sidebar."""
        self._sidebar_wanted = shown
        self._sidebar.setVisible(shown and not self._alone)
        self.arranged.emit()

    @property
    def alone(self) -> bool:
        """Return whether only the article is shown."""
        return self._alone

    def show_article_alone(self, alone: bool) -> None:
        """Show nothing but the article, or all again."""
        self._alone = alone
        self._column.setVisible(not alone)
        self._sidebar.setVisible(self._sidebar_wanted and not alone)

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
