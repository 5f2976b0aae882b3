"""What can be done with a section of the sidebar, or with a value, as a context menu."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.library.values import Facet
from reader.ui.menus import MENU_SHEET
from reader.ui.sidebar.arrangement import Arrangement, Order
from reader.ui.sidebar.sections import Row, RowKind


class Deed(StrEnum):
    """What can be done with a value."""

    ONLY = "only"
    TOGGLE = "toggle"
    EXCLUDE = "exclude"
    SEARCH = "search"
    PIN = "pin"
    COPY = "copy"
    UP = "up"
    DOWN = "down"


class ValueMenu(QMenu):
    """Choose, exclude, pin, copy. It asks; the sidebar does."""

    asked = Signal(object)  # Deed

    def __init__(self, row: Row, pinned: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(MENU_SHEET)
        self._offer(Deed.ONLY, self.tr("Only this"), "Return")
        add = self.tr("Take out") if row.chosen else self.tr("Add")
        self._offer(Deed.TOGGLE, add, "Space")
        exclude = self.tr("No longer exclude") if row.excluded else self.tr("Exclude")
        self._offer(Deed.EXCLUDE, exclude, "-")
        self._offer(Deed.SEARCH, self.tr("Search within…"))
        self.addSeparator()
        self._offer(Deed.PIN, self.tr("Unpin") if pinned else self.tr("Pin"))
        if row.kind is RowKind.PIN:
            self._offer(Deed.UP, self.tr("Move up"), "Alt+Up")
            self._offer(Deed.DOWN, self.tr("Move down"), "Alt+Down")
        self._offer(Deed.COPY, self.tr("Copy name"))
        self.triggered.connect(self._ask)

    def _offer(self, deed: Deed, words: str, keys: str = "") -> None:
        action = self.addAction(words)
        action.setData(deed.value)
        action.setShortcut(keys)  # shown; the list itself hears them
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _ask(self, action: QAction) -> None:
        self.asked.emit(Deed(action.data()))


class SectionMenu(QMenu):
    """Sort, filter, collapse. It asks; the sidebar does."""

    order_asked = Signal(object)  # Order
    filter_asked = Signal()
    collapse_asked = Signal()

    def __init__(self, section: Facet | None, arrangement: Arrangement, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(MENU_SHEET)
        if section is not None:
            self._add_orders(section, arrangement.order(section))
            self.addSeparator()
            self.addAction(self.tr("Filter…")).triggered.connect(self.filter_asked)
        is_open = section not in arrangement.collapsed
        text = self.tr("Collapse") if is_open else self.tr("Expand")
        self.addAction(text).triggered.connect(self.collapse_asked)

    def _add_orders(self, facet: Facet, present: Order) -> None:
        by_name = self.tr("Sort by year") if facet is Facet.YEAR else self.tr("Sort by name")
        self._orders = QActionGroup(self)
        for order, text in ((Order.COUNT, self.tr("Sort by count")), (Order.NAME, by_name)):
            action = QAction(text, self._orders)
            action.setCheckable(True)
            action.setChecked(order is present)
            action.setData(order.value)
            self.addAction(action)
        self._orders.triggered.connect(self._ask_order)

    def _ask_order(self, action: QAction) -> None:
        self.order_asked.emit(Order(action.data()))
