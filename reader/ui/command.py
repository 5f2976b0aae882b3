"""What a command of the window is: its name, its words and its default keys."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Group(StrEnum):
    """The headings of the overlay, in their order."""

    MOVE = str(QT_TRANSLATE_NOOP("Keys", "Moving"))
    POST = str(QT_TRANSLATE_NOOP("Keys", "This article"))
    LIBRARY = str(QT_TRANSLATE_NOOP("Keys", "Library"))
    LIST = str(QT_TRANSLATE_NOOP("Keys", "The list"))
    WINDOW = str(QT_TRANSLATE_NOOP("Keys", "Window"))


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window can do. Keys are in Qt's portable form."""

    name: str  # stable: a changed key is kept under it
    group: Group
    words: str  # in English; `words_of` translates
    keys: tuple[str, ...] = ()  # anywhere in the window but where text is typed
    list_keys: tuple[str, ...] = ()  # with the list focused
    pane_keys: tuple[str, ...] = ()  # with the list, the article or the sidebar focused
    reading_keys: tuple[str, ...] = ()  # with the list or the article focused
    saved_keys: tuple[str, ...] = ()  # with the saved searches focused
    repeats: bool = False  # again and again while the key is held

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Return every default key, the window's own first."""
        scoped = (*self.list_keys, *self.pane_keys, *self.reading_keys, *self.saved_keys)
        return (*self.keys, *scoped)


def words_of(command: Command) -> str:
    """Return what `command` does, in the user's language."""
    return QCoreApplication.translate("Keys", command.words)


def heading_of(group: Group) -> str:
    """Return the heading of `group`, in the user's language."""
    return QCoreApplication.translate("Keys", group.value)
