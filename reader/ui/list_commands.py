"""What is selected in the list, and how it looks."""

from functools import partial

from PySide6.QtCore import QObject

from reader.ui.actions import Handlers
from reader.ui.front import Front


class ListCommands(QObject):
    """Select, and change the rows' looks."""

    def __init__(self, front: Front) -> None:
        super().__init__(front.window)
        self._list = front.post_list

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {
            "extend-down": partial(self._list.extend, 1),
            "extend-up": partial(self._list.extend, -1),
            "select-all": self._list.select_all,
        }
