"""What can be done with a section of the sidebar, as a context menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.library.values import Facet
from reader.ui.menus import MENU_SHEET
from reader.ui.sidebar.arrangement import Arrangement, Order


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
