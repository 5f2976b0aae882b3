"""The sidebar: the front door of this room."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.library.values import Counts, Facet, Filter, Shelf
from reader.ui.sidebar import facet_drag
from reader.ui.sidebar.arrangement import Arrangement, Order, Pin
from reader.ui.sidebar.delegate import SidebarDelegate
from reader.ui.sidebar.filter_box import FilterBox
from reader.ui.sidebar.menu import SectionMenu
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.rows import SidebarRows
from reader.ui.sidebar.saved_rows import SavedRows
from reader.ui.sidebar.sections import Row, RowKind
from reader.ui.sidebar.values import Values
from reader.ui.theme import Theme

WIDTH = 224


class Sidebar(QWidget):
    """Shelves and facets with counts; says what was chosen and changes nothing by itself."""

    shelf_chosen = Signal(object)  # Shelf
    facet_chosen = Signal(object, str, bool)  # Facet, value, add (Ctrl held)
    facets_added = Signal(object, object)  # Facet, tuple of values
    facet_excluded = Signal(object, str)  # Facet, value: or no longer
    search_within = Signal(object, str)  # Facet, value
    pin_asked = Signal(object, str)  # Facet, value: or no longer
    pin_moved = Signal(object, str, int)  # Facet, value, by how many places
    arranged = Signal()  # what `state` returns has changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = SidebarModel(self)
        self._delegate = SidebarDelegate(theme, self.font(), self)
        self._rows = SidebarRows(self._model, self._delegate, self)
        self._rows.setAccessibleName(self.tr("Library and facets"))
        self.setFocusProxy(self._rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._rows)
        self._rows.activated_row.connect(self._activate)
        self._rows.search_asked.connect(self._toggle_filter)
        self._rows.collapse_asked.connect(self._collapse)
        self._rows.unfold_asked.connect(self._unfold)
        self._rows.menu_asked.connect(self._show_menu)
        self._rows.unattended.connect(self._model.settle)
        self._values = self._wire_values()
        self.set_theme(theme)

    def _wire_values(self) -> Values:
        values, rows = Values(self._model, self), self._rows
        rows.deed_asked.connect(values.do)
        rows.range_asked.connect(values.add_all)
        rows.pin_dropped.connect(values.move_pin)
        rows.drag_asked.connect(self._drag_out)
        values.chosen.connect(self.facet_chosen)
        values.added.connect(self.facets_added)
        values.excluded.connect(self.facet_excluded)
        values.search_asked.connect(self.search_within)
        values.pin_asked.connect(self.pin_asked)
        values.pin_moved.connect(self.pin_moved)
        return values

    def lay_on_top(self, section: SavedRows) -> None:
        """Put `section` above the rows; the arrows lead from one to the other."""
        self._column.insertWidget(0, section)
        section.stand_above(self._rows)

    def show_counts(self, counts: Counts) -> None:
        """Show `counts`, and what their filter chose; scroll place and focus stay.

        Where nothing but the library has changed, or what is excluded, nothing changes places
        under mouse or keyboard.
        """
        with self._rows.steady():
            if self._rows.attended and _only_excludes(self._model.counted, counts.filter):
                self._model.update_counts(counts)
            else:
                self._model.show_counts(counts)
        self._place_filter_boxes()

    def show_filter(self, shown: Filter) -> None:
        """Show what `shown` chose at once, while its counts are still being taken."""
        with self._rows.steady():
            self._model.show_filter(shown)
        self._place_filter_boxes()

    def focus_filter(self, facet: Facet) -> None:
        """Open the filter box of `facet` and type into it; nothing where it has no values."""
        if self._model.row_of(RowKind.HEADING, facet) is None:
            return
        if self._model.row_of(RowKind.FILTER, facet) is None:
            text = self._model.arrangement.filters.get(facet, "")
            self._arrange(self._model.arrangement.with_filter(facet, text))
        row = self._model.row_of(RowKind.FILTER, facet)
        box = self._boxes().get(facet)
        if row is not None and box is not None:
            self._rows.scrollTo(self._model.index(row))
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.selectAll()

    def state(self) -> dict[str, object]:
        """Return what a session keeps: what is open of sections and values, and their order."""
        return self._model.arrangement.state()

    def restore(self, state: Mapping[str, object]) -> None:
        """Arrange the sections as `state` says; what it does not know stays as it is by default."""
        pins = self._model.arrangement.pins
        self._model.arrange(replace(Arrangement.restored(state), pins=pins))
        self._place_filter_boxes()

    def show_pins(self, pins: Iterable[Pin]) -> None:
        """Show these values below the shelves."""
        with self._rows.steady():
            self._model.arrange(replace(self._model.arrangement, pins=tuple(pins)))
        self._place_filter_boxes()

    def set_theme(self, theme: Theme) -> None:
        """Wear `theme`."""
        self._theme = theme
        self._delegate.theme = theme
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Window, QColor(theme.side))
        colours.setColor(QPalette.ColorRole.Base, QColor(theme.side))
        colours.setColor(QPalette.ColorRole.Mid, QColor(theme.hairline))
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        for box in self._boxes().values():
            box.set_theme(theme)
        self._rows.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the width as drawn."""
        return QSize(WIDTH, 600)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.set_font(self.font())
            self._rows.doItemsLayout()

    def _activate(self, row: Row, add: bool) -> None:
        match row.kind, row.section:
            case RowKind.SHELF, _:
                self.shelf_chosen.emit(Shelf(row.value))
            case RowKind.VALUE | RowKind.PIN, Facet() as facet:
                self.facet_chosen.emit(facet, row.value, add)
            case RowKind.HEADING, section:
                self._collapse(section, row.open)
            case RowKind.MORE | RowKind.FEWER as kind, Facet() as facet:
                self._expand(facet, row.value, more=kind is RowKind.MORE)
            case _:
                pass

    def _expand(self, facet: Facet, parent: str, more: bool) -> None:
        """Show more values or only the first; the current row stays about where it is."""
        present = self._model.arrangement
        self._arrange(present.with_more(facet, parent) if more else present.with_few(facet, parent))
        row = self._model.row_of(RowKind.MORE, facet, parent)
        if not more and row is not None:
            self._rows.go_to(row)

    def _collapse(self, section: Facet | None, collapsed: bool) -> None:
        arrangement = self._model.arrangement.with_collapsed(section, collapsed)
        self._arrange(arrangement)
        heading = self._model.row_of(RowKind.HEADING, section)
        if heading is not None:
            self._rows.go_to(heading)

    def _unfold(self, row: Row, unfolded: bool) -> None:
        if row.section is not None:
            present = self._model.arrangement
            self._arrange(present.with_unfolded(row.section, row.value, unfolded))

    def _toggle_filter(self, facet: Facet) -> None:
        if facet in self._model.arrangement.filters:
            self._close_filter(facet)
        else:
            self.focus_filter(facet)

    def _edit_filter(self, facet: Facet, text: str) -> None:
        self._arrange(self._model.arrangement.with_filter(facet, text))

    def _close_filter(self, facet: Facet) -> None:
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange(self._model.arrangement.with_filter(facet, None))
        heading = self._model.row_of(RowKind.HEADING, facet)
        if heading is not None:
            self._rows.go_to(heading)

    def _take_first(self, facet: Facet, add: bool) -> None:
        first = self._first_value(facet)
        if first is not None:
            self.facet_chosen.emit(facet, self._model.row(first).value, add)

    def _leave_filter(self, facet: Facet, downwards: bool) -> None:
        row = self._first_value(facet) if downwards else None
        row = row if row is not None else self._model.row_of(RowKind.HEADING, facet)
        self._rows.setFocus(Qt.FocusReason.TabFocusReason)
        if row is not None:
            self._rows.go_to(row)

    def _first_value(self, facet: Facet) -> int | None:
        box = self._model.row_of(RowKind.FILTER, facet)
        if box is None or box + 1 >= self._model.rowCount():
            return None
        return box + 1 if self._model.row(box + 1).kind is RowKind.VALUE else None

    def _arrange(self, arrangement: Arrangement) -> None:
        with self._rows.steady():
            self._model.arrange(arrangement)
        self._place_filter_boxes()
        self.arranged.emit()

    def _drag_out(self, row: Row) -> None:
        if row.pair is not None:
            facet_drag.drag_value(*row.pair, self._theme, self._rows)

    def _place_filter_boxes(self) -> None:
        """Give each row that is the room of a filter box its box."""
        for facet, text in self._model.arrangement.filters.items():
            row = self._model.row_of(RowKind.FILTER, facet)
            index = self._model.index(-1 if row is None else row)
            if not index.isValid() or facet in self._boxes():
                continue
            box = FilterBox(facet, text, self._theme, self._rows)
            box.edited.connect(self._edit_filter)
            box.first_taken.connect(self._take_first)
            box.left.connect(self._leave_filter)
            box.closed.connect(self._close_filter)
            self._rows.setIndexWidget(index, box)

    def _boxes(self) -> dict[Facet, FilterBox]:
        rows = (
            self._model.row_of(RowKind.FILTER, facet) for facet in self._model.arrangement.filters
        )
        indexes = (self._model.index(row) for row in rows if row is not None)
        widgets = (self._rows.indexWidget(index) for index in indexes)
        return {widget.facet: widget for widget in widgets if isinstance(widget, FilterBox)}

    def _show_menu(self, row: Row, place: QPoint) -> None:
        if row.pair is not None:
            self._values.show_menu(row, place)
            return
        section, arrangement = row.section, self._model.arrangement
        menu = SectionMenu(section, arrangement, self)
        is_open = section not in arrangement.collapsed
        menu.collapse_asked.connect(lambda: self._collapse(section, is_open))
        if section is not None:
            menu.filter_asked.connect(lambda: self.focus_filter(section))
            menu.order_asked.connect(partial(self._sort, section))
        menu.popup(place)

    def _sort(self, facet: Facet, order: Order) -> None:
        self._arrange(self._model.arrangement.with_order(facet, order))


def _only_excludes(before: Filter | None, now: Filter) -> bool:
    """Return whether two filters differ in what they exclude, if at all."""
    return before is not None and replace(before, excluded=now.excluded) == now
