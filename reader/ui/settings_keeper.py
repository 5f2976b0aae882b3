"""The settings in force, kept on disk as they change."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui import settings
from reader.ui.settings import Settings

_PAUSE = 400  # milliseconds: a slider being moved is one change


class SettingsKeeper(QObject):
    """Whoever changes them says so here; whoever follows them hears it here."""

    changed = Signal(object, object)  # Settings as they were, and as they are

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings: Settings = settings.load(path)
        self._written = self.settings
        self._later: QTimer | None = None
        self._complained = False

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
        if self.settings == self._written:
            return
        try:
            settings.save(self._path, self.settings)
        except OSError as fault:
            if not self._complained:
                sys.stderr.write(f"broadsheet: the settings cannot be kept: {fault}\n")
            self._complained = True
        else:
            self._written = self.settings
