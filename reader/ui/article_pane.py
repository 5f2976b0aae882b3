"""The right-hand pane: paper, on which the article view is laid once it is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.filling import fill
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article_view.view import ArticleView
    from reader.ui.find_bar import FindBar

ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class ArticlePane(QWidget):
    """Stands at once; the view, which needs Chromium, comes when the list has been painted."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zoom = theme, 1.0
        self.view: ArticleView | None = None
        self.find_bar: FindBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Article"))

    def lay_under(self, find_bar: "FindBar") -> None:
        """Put `find_bar` below the article."""
        self.find_bar = find_bar
        find_bar.closed.connect(self.focus_article)
        self._column.addWidget(find_bar)

    def attach(self, view: "ArticleView") -> None:
        """Lay `view` on the paper."""
        self.view = view
        view.set_zoom(self._zoom)
        self._column.takeAt(0)
        self._column.insertWidget(0, view, 1)
        if self.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def detach(self) -> "ArticleView | None":
        """Take the view away and return it: Chromium's page must go before its profile."""
        view, self.view = self.view, None
        if view is not None:
            self._column.removeWidget(view)
        return view

    def focus_article(self) -> None:
        """Put the keyboard into the article."""
        (self.view or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the article."""
        super().focusInEvent(event)
        if self.view is not None:
            self.view.setFocus(event.reason())

    @property
    def zoom(self) -> float:
        """Return how large the text is; 1 as designed."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the text this large."""
        self._zoom = zoom
        if self.view is not None:
            self.view.set_zoom(zoom)
        self.zoomed.emit(zoom)

    def zoom_in(self) -> None:
        """Make the text a step larger."""
        self.set_zoom(next((each for each in ZOOMS if each > self._zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Make the text a step smaller."""
        smaller = (each for each in reversed(ZOOMS) if each < self._zoom - 0.01)
        self.set_zoom(next(smaller, ZOOMS[0]))

    def zoom_step(self, direction: int) -> None:
        """Make the text a step larger (1) or smaller (-1)."""
        if direction > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def zoom_reset(self) -> None:
        """Make the text as large as designed."""
        self.set_zoom(1.0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        if self.find_bar is not None:
            self.find_bar.set_theme(theme)
        if self.view is not None:
            self.view.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.paper)
        painter.end()
