from collections import Counter

from PySide6.QtGui import QKeySequence

from reader.ui.command import Group, heading_of, words_of
from reader.ui.key_words import key_in_words, keys_in_words
from reader.ui.keys import COMMANDS

# product.md's table.
PROMISED = {
    "next": {"J", "Down"},
    "previous": {"K", "Up"},
    "next-unread": {"N"},
    "page-down": {"Space"},
    "page-up": {"Shift+Space"},
    "first": {"Home", "G, G"},
    "last": {"End", "Shift+G"},
    "star": {"S"},
    "toggle-read": {"M"},
    "mark-all-read": {"Shift+A"},
    "undo": {"Ctrl+Z"},
    "copy-link": {"Y"},
    "copy-markdown": {"Shift+Y"},
    "theme": {"D"},
    "search": {"/", "、"},
    "go-to": {"Ctrl+K"},
    "find": {"Ctrl+F"},
    "find-next": {"F3"},
    "find-previous": {"Shift+F3"},
    "filter-tags": {"T"},
    "back": {"Alt+Left"},
    "forward": {"Alt+Right"},
    "zoom-in": {"Ctrl++"},
    "zoom-out": {"Ctrl+-"},
    "zoom-reset": {"Ctrl+0"},
    "open-original": {"V", "B"},
    "rescan": {"F5"},
    "full-screen": {"F11"},
    "distraction-free": {"F"},
    "open-folder": {"Ctrl+O"},
    "toggle-raw": {"C"},
    "shortcuts": {"?", "？"},
    "quit": {"Ctrl+Q"},
}


def test_every_promised_key_is_there() -> None:
    offered = {command.name: set(command.all_keys) for command in COMMANDS}
    for name, keys in PROMISED.items():
        assert keys <= offered[name], name


def test_no_key_has_two_meanings_in_one_place() -> None:
    for place in ("list_keys", "reading_keys", "pane_keys", "saved_keys"):
        keys = [key for command in COMMANDS for key in (*command.keys, *getattr(command, place))]
        assert not [key for key, times in Counter(keys).items() if times > 1]


def test_every_key_is_one_that_qt_knows() -> None:
    for command in COMMANDS:
        for key in command.all_keys:
            sequence = QKeySequence(key)
            assert not sequence.isEmpty(), key
            assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_every_command_has_words_and_a_heading() -> None:
    assert all(words_of(command) for command in COMMANDS)
    assert [heading_of(group) for group in Group] == [
        "Moving",
        "This article",
        "Library",
        "The list",
        "Window",
    ]
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_arrow_keys_are_arrows_in_the_overlay() -> None:
    shown = {command.name: keys_in_words(command) for command in COMMANDS}
    assert shown["next"].endswith("↓")
    assert shown["back"].endswith("←")
    assert shown["forward"].endswith("→")
    assert key_in_words("PgUp") == "PgUp"
    assert key_in_words("Ctrl+PgDown, Shift+Left") == "Ctrl+PgDown Shift+←"
    assert key_in_words("Ctrl+-") == "Ctrl+−"
