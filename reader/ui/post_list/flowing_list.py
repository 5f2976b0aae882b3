"""A list view whose rows are measured only where they are in sight.

QListView lays out every row before it shows the first; here nothing depends on how many there
are (see `flow`). It stays a QListView for those who read the screen by other means: Qt's
accessibility bridge knows that class.
"""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QToolTip, QWidget

from reader.library.values import Sort
from reader.ui.post_list.delegate import PostDelegate
from reader.ui.post_list.flow import UNITS, Flow, Placed
from reader.ui.post_list.headings import Headings
from reader.ui.post_list.model import Index, PostModel

MEASURED = 2_000  # heights remembered


class FlowingList(QListView):
    """Shows a PostModel in rows under date headings, the topmost of which stays in sight."""

    def __init__(self, model: PostModel, delegate: PostDelegate, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.posts = model
        self.row_painter = delegate
        self._flow = Flow(0, self._height)
        self._headings = Headings(model.ids, Sort.DATE)
        self._heights: dict[int, int] = {}  # by row; of the few asked for since any changed
        self._place: list[tuple[int, int]] = []  # (id, top) of the rows in sight
        self._all_anew = False  # while the whole viewport is about to be painted
        self._lay_ground()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)

    def setVerticalScrollBar(self, bar: QScrollBar) -> None:
        """Let `bar` float over the rows' empty right edge, so that their tone reaches the end."""
        super().setVerticalScrollBar(bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, -bar.sizeHint().width(), 0)
        self.viewport().lower()
        self.updateGeometries()

    def _lay_ground(self) -> None:
        """Take a viewport that Python knows.

        Asked for Qt's own, PySide would first make the classes of all widgets there are, to find
        out which it is; at each start, before the first frame.
        """
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)

    def renew(self) -> None:
        """Take up the model's new listing."""
        self._headings = Headings(self.posts.ids, self.posts.filter.sort)
        self._flow = Flow(len(self.posts.ids), self._height)
        self.updateGeometries()
        self.viewport().update()

    def rows_in_sight(self) -> list[Placed]:
        """Return the rows of which a pixel shows."""
        return list(self._flow.rows(self.verticalScrollBar().value(), self.viewport().height()))

    def scroll_to_top(self) -> None:
        """Show the list's beginning."""
        self.verticalScrollBar().setValue(0)

    def show_row(self, row: int) -> None:
        """Scroll as little as it takes to show a row and a little of what follows it."""
        height, viewport = self._height(row), self.viewport().height()
        top = self._flow.top_of(row, self.verticalScrollBar().value())
        if not -viewport - height < top < 2 * viewport:
            self._put(row, viewport // 3)
            return
        margin = height // 2 if viewport > 3 * height else 0
        over = self._band() if self._headings.starts(row) else 0
        least = self._band() + margin - over
        most = viewport - margin - height
        if top < least:
            self._put(row, least)
        elif top > most:
            self._put(row, max(most, least - margin))

    def keep_place(self) -> None:
        """Put the rows back where they were seen last, after any of them changed.

        What holds still is the current row where it was in sight, else the topmost. Only at
        the very top nothing holds: what is new comes into sight there.
        """
        seen = dict(self._place)
        bar = self.verticalScrollBar()
        current = self.currentIndex().row()
        in_sight = current < 0 or self._flow.top_of(current, 0) < self.viewport().height()
        if bar.value() == 0 and in_sight:
            return
        present = self.posts.ids[current] if current >= 0 else None
        holds = [present] if present in seen else []
        for post in (*holds, *seen):
            row = self.posts.row_of_id(post)
            if row is not None:
                self._put(row, seen[post])
                return

    def doItemsLayout(self) -> None:
        """Lay out nothing ahead: rows are measured as they come into sight."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how far it may go; every change of a height comes by here."""
        if not hasattr(self, "_place"):  # Qt asks while it constructs
            return
        self._heights.clear()
        viewport = self.viewport()
        bar = self.verticalScrollBar()
        usual = self.row_painter.height(None, self._headings.span)
        bar.setRange(0, self._flow.maximum(viewport.height()))
        bar.setPageStep(max(UNITS, (viewport.height() - usual // 2) * UNITS // usual))
        bar.setSingleStep(max(1, UNITS // 3))  # a notch of the wheel is three: a row

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is in the viewport, without the heading over it."""
        if not index.isValid() or index.row() >= self._flow.count:
            return QRect()
        if self._all_anew:
            return self.viewport().rect()
        row = index.row()
        placed = Placed(
            row, self._flow.top_of(row, self.verticalScrollBar().value()), self._height(row)
        )
        return self._row_rect(placed)

    def indexAt(self, point: QPoint) -> Index:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the row at a point of the viewport; none on a heading."""
        floating = self._headings.span.value and point.y() < self._band()
        for placed in () if floating else self.rows_in_sight():
            if self._row_rect(placed).contains(point):
                return self.posts.index(placed.row)
        return self.posts.index(-1)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a row; in the middle where `hint` says so."""
        if not index.isValid():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self._put(index.row(), self.viewport().height() // 3)
        else:
            self.show_row(index.row())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: headings float over the rows, so nothing can merely be shifted."""
        self._note_place()
        self.viewport().update()

    def verticalOffset(self) -> int:
        """Return where the viewport begins, in the scroll bar's units."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: nothing is wider than the list."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        """Return False: every row can be scrolled to."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row under a rectangle's middle."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected row is."""
        region = QRegion()
        for index in selection.indexes()[:1]:
            region = region.united(self.visualRect(index))
        return region

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew what has been loaded; a title of two lines pushes nothing out of its place."""
        self._all_anew = True  # else Qt asks where each of the rows is, in sight or not
        QAbstractItemView.dataChanged(self, first, last, roles)
        self._all_anew = False
        self.updateGeometries()
        self.keep_place()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width is another."""
        self.row_painter.set_width(self.viewport().width())
        self.updateGeometries()
        self.keep_place()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take up another font, or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_place"):
            self.row_painter.set_font(self.font())
            self.row_painter.set_width(self.viewport().width())
            self.updateGeometries()
            self.keep_place()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole title of a row that shows but its beginning."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.indexAt(event.pos()).row()
            summary = self.posts.known(row) if row >= 0 else None
            span = self._headings.span_of(row) if row >= 0 else None
            words = self.row_painter.whole_title(summary, span) if summary and span else ""
            words = f"<span>{html.escape(words)}</span>" if words else ""  # never its own markup
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def paint_rows(self, painter: QPainter, event: QPaintEvent) -> bool:
        """Paint the rows and headings in sight; return whether every row had its summary."""
        if self._headings.outdated():
            self.renew()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = self.rows_in_sight()
        self._note_place(placed)
        if placed:
            self.posts.look_at(range(placed[0].row, placed[-1].row + 1))
        for each in placed:
            if each.bottom >= event.rect().top() and each.top <= event.rect().bottom():
                self._paint_row(painter, each)
        self._paint_floating(painter, placed)
        return all(self.posts.known(each.row) or self.posts.gone(each.row) for each in placed)

    def _paint_row(self, painter: QPainter, placed: Placed) -> None:
        rect = self._row_rect(placed)
        chosen = placed.row == self.currentIndex().row()
        summary = self.posts.summary(placed.row)
        self.row_painter.paint(painter, rect, summary, self._headings.span_of(placed.row), chosen)
        if chosen and self.ring_shown():
            self.row_painter.paint_ring(painter, rect)
        if self._headings.starts(placed.row):
            band = QRect(0, placed.top, rect.width(), self._band())
            self.row_painter.paint_heading(painter, band, self._headings.text(placed.row), False)

    def _paint_floating(self, painter: QPainter, placed: list[Placed]) -> None:
        """Paint the topmost row's heading over it, pushed out by the next one."""
        if not placed or not self._band():
            return
        starts = (each.top for each in placed[1:] if self._headings.starts(each.row))
        top = min(0, next(starts, self._band()) - self._band())
        own = placed[0].top == 0 and self._headings.starts(placed[0].row)
        band = QRect(0, top, self.viewport().width(), self._band())
        text = self._headings.text(placed[0].row)
        self.row_painter.paint_heading(painter, band, text, floating=not own and top == 0)

    def ring_shown(self) -> bool:
        """Return whether the current row wears the ring of the keyboard's focus."""
        return False

    def _height(self, row: int) -> int:
        height = self._heights.get(row)
        if height is None:
            if len(self._heights) > MEASURED:
                self._heights.clear()
            span, over = self._headings.span_of(row), self._band()
            height = self.row_painter.height(self.posts.known(row), span)
            height = min(UNITS, height + (over if self._headings.starts(row) else 0))
            self._heights[row] = height
        return height

    def _band(self) -> int:
        """Return the height of a heading, 0 where there are none."""
        return self.row_painter.measures.heading if self._headings.span.value else 0

    def _row_rect(self, placed: Placed) -> QRect:
        over = self._band() if self._headings.starts(placed.row) else 0
        return QRect(0, placed.top + over, self.viewport().width(), placed.height - over)

    def _put(self, row: int, top: int) -> None:
        value = self._flow.placing(row, top, self.viewport().height())
        self.verticalScrollBar().setValue(value)
        self._note_place()

    def _note_place(self, placed: list[Placed] | None = None) -> None:
        rows = self.rows_in_sight() if placed is None else placed
        self._place = [(self.posts.ids[each.row], each.top) for each in rows]
