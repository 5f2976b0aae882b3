"""Every command of the window: its name, its default keys, and its words.

One table, from which the window takes its actions and the overlay of `?` its lines.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reader.ui.command import Command, Group
from reader.ui.list_keys import LIST_COMMANDS

COMMANDS = (
    Command(
        "next",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Next article")),
        keys=("J",),
        list_keys=("Down",),
        repeats=True,
    ),
    Command(
        "previous",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Previous article")),
        keys=("K",),
        list_keys=("Up",),
        repeats=True,
    ),
    Command("next-unread", Group.MOVE, str(QT_TRANSLATE_NOOP("Keys", "Next unread")), ("N",)),
    Command(
        "page-down",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Page down, then the next article")),
        reading_keys=("Space",),
        repeats=True,
    ),
    Command(
        "page-up",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Page up, then the previous article")),
        reading_keys=("Shift+Space",),
        repeats=True,
    ),
    Command(
        "first",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "First article")),
        keys=("G, G",),
        list_keys=("Home",),
    ),
    Command(
        "last",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Last article")),
        keys=("Shift+G",),
        list_keys=("End",),
    ),
    Command(
        "read-on",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "From the list into the article")),
        list_keys=("Return", "Enter"),
    ),
    Command(
        "next-pane",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "List, article, sidebar in turn")),
        pane_keys=("Tab",),
    ),
    Command(
        "previous-pane",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "The same, the other way round")),
        pane_keys=("Shift+Tab",),
    ),
    Command(
        "leave",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Back to the list, clear the search")),
        ("Esc",),
    ),
    Command(
        "next-link",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Next link of the article")),
        ("L",),
        repeats=True,
    ),
    Command(
        "previous-link",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Previous link")),
        ("Shift+L",),
        repeats=True,
    ),
    Command(
        "contents", Group.MOVE, str(QT_TRANSLATE_NOOP("Keys", "Contents of the article")), ("O",)
    ),
    Command(
        "back", Group.MOVE, str(QT_TRANSLATE_NOOP("Keys", "Back in history")), ("Alt+Left", "Back")
    ),
    Command(
        "forward",
        Group.MOVE,
        str(QT_TRANSLATE_NOOP("Keys", "Forward in history")),
        ("Alt+Right", "Forward"),
    ),
    Command("star", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Star")), ("S",)),
    Command("toggle-read", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Read or unread")), ("M",)),
    Command(
        "open-original",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Open the original in the browser")),
        ("V", "B"),
    ),
    Command("copy-link", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Copy the link")), ("Y",)),
    Command(
        "copy-markdown",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Copy the article as Markdown")),
        ("Shift+Y",),
    ),
    Command(
        "read-aloud",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Read the article aloud, or pause")),
        ("P",),
    ),
    Command(
        "print", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Print, or save as PDF")), ("Ctrl+P",)
    ),
    Command("find", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Find in the article")), ("Ctrl+F",)),
    Command(
        "find-next",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Next place found, or hit of the search")),
        ("F3",),
        repeats=True,
    ),
    Command(
        "find-previous",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Previous place found, or hit")),
        ("Shift+F3",),
        repeats=True,
    ),
    Command(
        "toggle-raw",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "The post untouched, or cleaned")),
        ("C",),
    ),
    Command(
        "load-pictures",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Load this article's pictures")),
        ("I",),
    ),
    Command(
        "zoom-in",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Larger text")),
        ("Ctrl++", "Ctrl+="),
        repeats=True,
    ),
    Command(
        "zoom-out",
        Group.POST,
        str(QT_TRANSLATE_NOOP("Keys", "Smaller text")),
        ("Ctrl+-",),
        repeats=True,
    ),
    Command(
        "zoom-reset", Group.POST, str(QT_TRANSLATE_NOOP("Keys", "Text as it was")), ("Ctrl+0",)
    ),
    Command(
        "go-to",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Go to anything: title, tag, folder, command")),
        ("Ctrl+K",),
    ),
    # An input method that is on turns "/" and "?" into their full-width neighbours.
    Command(
        "search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Search the library")),
        ("/", "、"),
    ),
    Command("filter-tags", Group.LIBRARY, str(QT_TRANSLATE_NOOP("Keys", "Filter tags")), ("T",)),
    Command(
        "focus-timeline",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Choose dates on the timeline")),
        ("Shift+T",),
    ),
    Command(
        "save-search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Save this search, or rename it")),
        ("Ctrl+D",),
    ),
    Command(
        "rename-search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Rename a saved search")),
        saved_keys=("F2",),
    ),
    Command(
        "remove-search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Remove a saved search")),
        saved_keys=("Del",),
    ),
    Command(
        "raise-search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Move a saved search up")),
        saved_keys=("Alt+Up",),
        repeats=True,
    ),
    Command(
        "lower-search",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Move a saved search down")),
        saved_keys=("Alt+Down",),
        repeats=True,
    ),
    Command(
        "mark-all-read",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Mark all shown as read")),
        ("Shift+A",),
    ),
    Command(
        "undo",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Undo star, read or saved search")),
        ("Ctrl+Z",),
    ),
    Command("rescan", Group.LIBRARY, str(QT_TRANSLATE_NOOP("Keys", "Rescan the folder")), ("F5",)),
    Command(
        "open-folder",
        Group.LIBRARY,
        str(QT_TRANSLATE_NOOP("Keys", "Open a folder")),
        ("Ctrl+O",),
    ),
    *LIST_COMMANDS,
    Command(
        "theme",
        Group.WINDOW,
        str(QT_TRANSLATE_NOOP("Keys", "Theme: light, sepia, dark, black, as the system")),
        ("D",),
    ),
    Command(
        "toggle-sidebar", Group.WINDOW, str(QT_TRANSLATE_NOOP("Keys", "Show the sidebar")), ("F9",)
    ),
    Command(
        "toggle-timeline",
        Group.WINDOW,
        str(QT_TRANSLATE_NOOP("Keys", "Show the timeline")),
        ("F8",),
    ),
    Command(
        "distraction-free",
        Group.WINDOW,
        str(QT_TRANSLATE_NOOP("Keys", "Nothing but the article")),
        ("F",),
    ),
    Command("full-screen", Group.WINDOW, str(QT_TRANSLATE_NOOP("Keys", "Full screen")), ("F11",)),
    Command(
        "preferences",
        Group.WINDOW,
        str(QT_TRANSLATE_NOOP("Keys", "Preferences")),
        ("Ctrl+,",),
    ),
    Command(
        "shortcuts",
        Group.WINDOW,
        str(QT_TRANSLATE_NOOP("Keys", "Show these keys")),
        ("?", "？"),
    ),
    Command("quit", Group.WINDOW, str(QT_TRANSLATE_NOOP("Keys", "Quit")), ("Ctrl+Q",)),
)
