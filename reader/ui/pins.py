"""Values pinned in the sidebar: between what is asked there and the state, which keeps them."""

from PySide6.QtCore import QObject

from reader.library.saved_searches import moved, pinned
from reader.library.values import Facet
from reader.ui.sidebar.view import Sidebar
from reader.ui.state_client import StateClient


class Pins(QObject):
    """Pins values of the open library, lets them go, and shows them as the state has them."""

    def __init__(self, sidebar: Sidebar, state: StateClient) -> None:
        super().__init__(sidebar)
        self._sidebar, self._state = sidebar, state
        sidebar.pin_asked.connect(self._toggle)
        sidebar.pin_moved.connect(self._move)
        state.searches_changed.connect(self._show)

    def _toggle(self, facet: Facet, value: str) -> None:
        self._state.when_known(lambda: self._toggle_now(facet, value))

    def _toggle_now(self, facet: Facet, value: str) -> None:
        pin, present = pinned(facet, value), self._state.searches
        others = tuple(search for search in present if search.key != pin.key)
        if others == present:
            self._state.set_searches((*present, pin), self.tr("Pinned"))
        else:
            self._state.set_searches(others, self.tr("Unpinned; Ctrl+Z brings it back"))

    def _move(self, facet: Facet, value: str, by: int) -> None:
        key = pinned(facet, value).key
        self._state.set_searches(moved(self._state.searches, key, by), self.tr("Pin moved"))

    def _show(self) -> None:
        pins = (search.pin for search in self._state.searches)
        self._sidebar.show_pins(pin for pin in pins if pin is not None)
