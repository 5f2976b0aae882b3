"""The settings in force, kept on disk as they change."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui import settings
from reader.ui.json_file import Kept, read_object
from reader.ui.settings import Settings

_PAUSE = 400  # milliseconds: a slider being moved is one change


class SettingsKeeper(QObject):
    """Whoever changes them says so here; whoever follows them hears it here."""

    changed = Signal(object, object)  # Settings as they were, and as they are
    notice = Signal(str)  # what the user should know of the file, each said once

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings: Settings = settings.load(path)
        self._kept = Kept(self.settings, self._save, "settings")
        self._later: QTimer | None = None
        self._told: set[str] = set()

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

    def check(self) -> None:
        """Say so where the file cannot be read: nothing of it holds."""
        try:
            read_object(self._path)
        except (OSError, ValueError) as fault:
            words = self.tr("The settings in “{0}” cannot be read, and are as at first start: {1}")
            self._tell(words.format(self._path, _reason(fault)))

    def _save(self, now: Settings) -> None:
        try:
            aside = settings.save(self._path, now, self._kept.written)
        except OSError as fault:
            words = self.tr("The settings cannot be kept in “{0}”: {1}")
            self._tell(words.format(self._path, _reason(fault)))
            raise
        if aside is not None:
            words = self.tr("What stood in “{0}” could not be read, and is kept as “{1}”.")
            self._tell(words.format(self._path, aside))

    def _tell(self, words: str) -> None:
        if words not in self._told:
            self._told.add(words)
            self.notice.emit(words)


def _reason(fault: OSError | ValueError) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
