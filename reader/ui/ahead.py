"""What a first key press may ask for, imported while nothing else is to be done.

Whatever no start needs is imported late; but nobody should wait for it, either. One module at a
time, so that none holds the window up for long: what a module needs stands before it.
"""

import importlib
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "reader.ui.completion.completer",
    "reader.ui.completion.popup",
    "reader.library.pinyin",
    "reader.library.go_to",
    "reader.library.title_search",
    "reader.ui.goto.names",
    "reader.ui.goto.entries",
    "reader.ui.goto.rows",
    "reader.ui.goto.palette",
    "reader.ui.goto.going",
    "reader.ui.preferences.controls",
    "reader.ui.preferences.sample",
    "reader.ui.preferences.appearance",
    "reader.ui.preferences.keys",
    "reader.ui.preferences.dialog",
)
_APART = 250  # milliseconds


class ImportsAhead(QObject):
    """Imports `modules`, from `begin` on."""

    def __init__(self, parent: QObject, modules: Sequence[str] = MODULES) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._timer = QTimer(self, interval=_APART)
        self._timer.timeout.connect(self._import_next)

    def begin(self) -> None:
        """Begin in a moment; to begin again changes nothing."""
        if self._left and not self._timer.isActive():
            self._timer.start()

    def _import_next(self) -> None:
        if self._left:
            importlib.import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()
