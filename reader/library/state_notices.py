"""What can be said of the reading state itself, as values; `reader.ui.state_words` words it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.errors import StoreError


class StateNews(StrEnum):
    """What happened to the file."""

    RESTORED = "it was damaged, and a backup took its place"
    SAVED = "it was damaged beside what was not yet in it, and is used without that"
    LOST = "it was damaged, and there was no backup: everything counts as unread"
    MISSING = "it was missing, and a backup took its place"
    NEWER = "a newer version of Broadsheet wrote it: what is read and starred now is not kept"
    FORBIDDEN = "it cannot be written: what is read and starred now is not kept yet"
    FULL = "no space is left on the disk: the last change is not kept yet"
    UNOPENED = "it can be neither opened nor created"
    UNUSABLE = "it cannot be used at present"
    NO_BACKUP = "no backup of it could be made"


@dataclass(frozen=True, slots=True)
class StateNotice:
    """Something that the user should know of the reading state."""

    news: StateNews
    state: Path
    aside: Path | None = None  # where the damaged file was kept
    copy: Path | None = None  # the backup that took its place
    reason: str = ""  # the system's own words

    def __str__(self) -> str:
        """Return it in English, for scripts and logs."""
        words = f"The reading state {self.state}: {self.news.value}"
        for name, value in (
            ("damaged file", self.aside),
            ("backup", self.copy),
            ("reason", self.reason),
        ):
            words += f"; {name}: {value}" if value else ""
        return words + "."


class StateError(StoreError):
    """The reading state cannot be opened, read or written."""

    def __init__(self, notice: StateNotice) -> None:
        super().__init__(str(notice))
        self.notice = notice
