"""What is selected in the list, and how it looks."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.ui.actions import Handlers
from reader.ui.front import Front
from reader.ui.post_list.density import Density, density_named, density_words
from reader.ui.settings import Settings


class ListCommands(QObject):
    """Select, and change the rows' looks."""

    said = Signal(str)

    def __init__(self, front: Front) -> None:
        super().__init__(front.window)
        self._list, self._preferences = front.post_list, front.preferences
        self._preferences.changed.connect(self._on_preferred)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "extend-down": partial(self._list.extend, 1),
            "extend-up": partial(self._list.extend, -1),
            "select-all": self._list.select_all,
            "density": self._next_density,
        }

    def choose_density(self, density: Density) -> None:
        """Show so much of each post from now on."""
        self._preferences.change(density=density.value)

    def _next_density(self) -> None:
        density = self._list.density.next
        self.choose_density(density)
        self.said.emit(density_words(density))

    def _on_preferred(self, before: Settings, now: Settings) -> None:
        self._list.set_density(density_named(now.density))
