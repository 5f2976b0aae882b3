"""A list view whose rows are measured only where they are in sight.

QListView lays out every row before it shows the first; here nothing depends on how many there
are (see `flow`). It stays a QListView for those who read the screen by other means: Qt's
accessibility bridge knows that class.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QToolTip, QWidget

from reader.library.values import PostSummary
from reader.ui.post_list.delegate import PLAIN, PostDelegate, RowLook
from reader.ui.post_list.flow import UNITS, Placed
from reader.ui.post_list.model import Index, PostModel
from reader.ui.post_list.row_places import RowPlaces
from reader.ui.tool_tip import tool_tip


class FlowingList(QListView):
    """Shows a PostModel in rows under date headings, the topmost of which stays in sight."""

    def __init__(self, model: PostModel, delegate: PostDelegate, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.posts = model
        self.row_painter = delegate
        self._rows = RowPlaces(model, delegate)
        self._place: list[tuple[int, int]] = []  # (id, top) of the rows in sight
        self._asked_for: QRect | None = None  # while Qt asks where what has changed is
        self._lay_ground()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self._rows.renew()
        self.updateGeometries()
        self.viewport().update()

    def relay(self) -> None:
        """Measure every row anew, and keep the place."""
        self.updateGeometries()
        self.keep_place()
        self.viewport().update()

    def rows_in_sight(self) -> Sequence[Placed]:
        """Return the rows of which a pixel shows."""
        value, viewport = self.verticalScrollBar().value(), self.viewport().height()
        return self._rows.in_sight(value, viewport)

    def scroll_to_top(self) -> None:
        """Show the list's beginning."""
        self.verticalScrollBar().setValue(0)

    def show_row(self, row: int) -> None:
        """Scroll as little as it takes to show a row and a little of what follows it."""
        height, viewport = self._rows.height(row), self.viewport().height()
        top = self._rows.flow.top_of(row, self.verticalScrollBar().value())
        if not -viewport - height < top < 2 * viewport:
            self._put(row, viewport // 3)
            return
        margin = height // 2 if viewport > 3 * height else 0
        least = self._rows.band + margin - self._rows.over(row)
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
        present = self.posts.ids[current] if current >= 0 else None
        holds = [present] if present in seen else []
        gone = holds and self._rows.flow.top_of(current, 0) >= self.viewport().height()
        if bar.value() == 0 and not gone:
            return
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
        self._rows.measure_anew()
        viewport = self.viewport()
        bar = self.verticalScrollBar()
        usual = self._rows.usual
        bar.setRange(0, self._rows.flow.maximum(viewport.height()))
        bar.setPageStep(max(UNITS, (viewport.height() - usual // 2) * UNITS // usual))
        bar.setSingleStep(max(1, UNITS // 3))  # a notch of the wheel is three: a row

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is in the viewport, without the heading over it."""
        if not index.isValid() or index.row() >= self._rows.flow.count:
            return QRect()
        if self._asked_for is not None:
            return self._asked_for
        row = index.row()
        top = self._rows.flow.top_of(row, self.verticalScrollBar().value())
        return self._row_rect(Placed(row, top, self._rows.height(row)))

    def indexAt(self, point: QPoint) -> Index:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the row at a point of the viewport; none on a heading."""
        floating = point.y() < self._rows.band
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
        """Return where rows in sight are that may be selected: all, and nothing is counted."""
        return QRegion(self.viewport().rect())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew what has been loaded; a title of two lines pushes nothing out of its place.

        Rows that nobody has measured, those of the pages around the ones in sight, change nothing.
        """
        self.rows_in_sight()  # measured by now
        matters = self._rows.any_measured(range(first.row(), last.row() + 1))
        # Else Qt asks where each of the rows is, in sight or not.
        self._asked_for = self.viewport().rect() if matters else QRect()
        QAbstractItemView.dataChanged(self, first, last, roles)
        self._asked_for = None
        if matters:
            self.relay()

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
            self.relay()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole title of a row that shows but its beginning."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.indexAt(event.pos()).row()
            summary = self.posts.known(row) if row >= 0 else None
            words = ""
            if summary is not None:
                words = self.row_painter.whole_title(summary, self._rows.headings.span_of(row))
            words = tool_tip(words)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def paint_rows(self, painter: QPainter, event: QPaintEvent) -> bool:
        """Paint the rows and headings in sight; return whether every row had its summary."""
        if self._rows.headings.outdated():
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

    def look_of(self, row: int, summary: PostSummary | None) -> RowLook:
        """Return what a row shows beside its text."""
        return PLAIN

    def _paint_row(self, painter: QPainter, placed: Placed) -> None:
        rect, row, headings = self._row_rect(placed), placed.row, self._rows.headings
        summary = self.posts.summary(row)
        look = self.look_of(row, summary)
        self.row_painter.paint(painter, rect, summary, headings.span_of(row), look)
        if headings.starts(row):
            band = QRect(0, placed.top, rect.width(), self._rows.band)
            self.row_painter.paint_heading(painter, band, headings.text(row), False)

    def _paint_floating(self, painter: QPainter, placed: Sequence[Placed]) -> None:
        """Paint the topmost row's heading over it, pushed out by the next one."""
        band, headings = self._rows.band, self._rows.headings
        if not placed or not band:
            return
        starts = (each.top for each in placed[1:] if headings.starts(each.row))
        top = min(0, next(starts, band) - band)
        own = placed[0].top == 0 and headings.starts(placed[0].row)
        area = QRect(0, top, self.viewport().width(), band)
        text = headings.text(placed[0].row)
        self.row_painter.paint_heading(painter, area, text, floating=not own and top == 0)

    def _row_rect(self, placed: Placed) -> QRect:
        return self._rows.rect(placed, self.viewport().width())

    def _put(self, row: int, top: int) -> None:
        value = self._rows.flow.placing(row, top, self.viewport().height())
        self.verticalScrollBar().setValue(value)
        self._note_place()

    def _note_place(self, placed: Sequence[Placed] | None = None) -> None:
        rows = self.rows_in_sight() if placed is None else placed
        self._place = [(self.posts.ids[each.row], each.top) for each in rows]
