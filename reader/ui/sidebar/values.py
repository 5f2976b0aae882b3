"""What is done with the values in the sidebar: chosen, excluded, pinned, copied."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.sidebar.menu import Deed, ValueMenu
from reader.ui.sidebar.model import SidebarModel
from reader.ui.sidebar.sections import Row, RowKind


class Values(QObject):
    """Says what was asked."""

    chosen = Signal(object, str, bool)  # Facet, value, add
    added = Signal(object, object)  # Facet, tuple of values
    excluded = Signal(object, str)  # Facet, value
    search_asked = Signal(object, str)  # Facet, value
    pin_asked = Signal(object, str)  # Facet, value: or no longer
    pin_moved = Signal(object, str, int)  # Facet, value, by how many places

    def __init__(self, model: SidebarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._parent = model, parent

    def show_menu(self, row: Row, place: QPoint) -> None:
        """Offer what can be done with the value in `row`."""
        if row.pair is not None:
            pinned = self._model.arrangement.is_pinned(*row.pair)
            menu = ValueMenu(row, pinned, self._parent)
            menu.asked.connect(partial(self.do, row))
            menu.popup(place)

    def do(self, row: Row, deed: Deed) -> None:
        """Do `deed` to the value in `row`."""
        if row.pair is None:
            return
        facet, value = row.pair
        match deed:
            case Deed.ONLY:
                if self._model.shown != self._model.shown.only(facet, value):
                    self.chosen.emit(facet, value, False)
            case Deed.TOGGLE:
                self.chosen.emit(facet, value, True)
            case Deed.EXCLUDE:
                self.excluded.emit(facet, value)
            case Deed.SEARCH:
                self.search_asked.emit(facet, value)
            case Deed.COPY:
                QApplication.clipboard().setText(value)
            case Deed.PIN:
                self.pin_asked.emit(facet, value)
            case Deed.UP | Deed.DOWN:
                self.move_pin(row, 1 if deed is Deed.DOWN else -1)

    def move_pin(self, row: Row, by: int) -> None:
        """Ask that the pin in `row` goes so many places further down."""
        if row.pair is not None:
            self.pin_moved.emit(*row.pair, by)

    def add_all(self, first: int, last: int) -> None:
        """Add the values of all rows from one to the other that are of the last one's facet."""
        facet = self._model.row(last).section
        between = map(self._model.row, range(min(first, last), max(first, last) + 1))
        wanted = [row.value for row in between if row.kind is RowKind.VALUE]
        if facet is not None:
            self.added.emit(facet, tuple(wanted))
