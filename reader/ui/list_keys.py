"""The commands of the list: what is selected in it, and how it looks."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.ui.command import Command, Group

LIST_COMMANDS = (
    Command(
        "extend-down",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Select the next post as well")),
        list_keys=("Shift+Down",),
        repeats=True,
    ),
    Command(
        "extend-up",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Select the previous post as well")),
        list_keys=("Shift+Up",),
        repeats=True,
    ),
    Command(
        "select-all",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Select all posts of the list")),
        list_keys=("Ctrl+A",),
    ),
    Command(
        "export",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Export the selected posts")),
        ("Ctrl+E",),
    ),
    # Letters are commands, so finding by typing begins with a key. An input method that is on
    # turns "." into its full-width neighbour.
    Command(
        "find-title",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Find a title in the list")),
        (".", "。"),
    ),
    Command(
        "sort",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Sort the list")),
        ("Shift+S",),
    ),
    Command(
        "density",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Rows: comfortable, compact, titles only")),
        ("R",),
    ),
    Command(
        "thumbnails",
        Group.LIST,
        str(QT_TRANSLATE_NOOP("Keys", "Pictures in the list")),
        ("Shift+I",),
    ),
)
