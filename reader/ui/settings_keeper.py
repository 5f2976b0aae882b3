"""The settings in force, kept on disk as they change."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui import settings
from reader.ui.json_file import Kept
from reader.ui.settings import Settings

_PAUSE = 400  # milliseconds: a slider being moved is one change


class SettingsKeeper(QObject):
    """Whoever changes them says so here; whoever follows them hears it here."""

    changed = Signal(object, object)  # Settings as they were, and as they are

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings: Settings = settings.load(path)
        self._kept = Kept(self.settings, partial(settings.save, path), "settings")
        self._later: QTimer | None = None

    def change(self, **changes: Any) -> None:
        """Prefer this from now on, by the names of `Settings`' fields."""
        before, self.settings = self.settings, replace(self.settings, **changes)
        if self.settings == before:
            return
        if self._later is None:
            self._later = QTimer(self, singleShot=True, interval=_PAUSE)
            self._later.timeout.connect(self.keep)
        self._later.start()
        self.changed.emit(before, self.settings)

    def keep(self) -> None:
        """Write the settings now, if they are others than the file's."""
        if self._later is not None:
            self._later.stop()
        self._kept.keep(self.settings)
