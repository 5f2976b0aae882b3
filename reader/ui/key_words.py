"""Keys as this platform writes them."""

import re
import sys
from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from reader.ui.command import Command

_SIGNS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→", "Return": "Enter"}
_NAMES = re.compile(rf"\b({'|'.join(_SIGNS)})\b")  # not those within PgUp and PgDown
_DOUBLES = {"Enter", "、", "？", "。", "Ctrl+=", "Back", "Forward"}  # said once is enough


def keys_in_words(command: Command) -> str:
    """Return the command's keys as this platform writes them, without its doubles."""
    shown = [key for key in command.all_keys if key not in _DOUBLES]
    return "  ".join(key_in_words(key) for key in shown)


def key_in_words(key: str) -> str:
    """Return one key as this platform writes it."""
    # Qt's own translations call the arrows "left key"; a Mac has a sign for every key.
    forms = QKeySequence.SequenceFormat
    form = forms.NativeText if sys.platform == "darwin" else forms.PortableText
    words = QKeySequence(key).toString(form)
    words = words.replace(", ", " ").replace("+-", "+−")
    return _NAMES.sub(lambda found: _SIGNS[found[0]], words)


def first_keys(commands: Iterable[Command]) -> dict[str, str]:
    """Return the first key of each command that has any, by the command's name, in words."""
    return {each.name: key_in_words(each.all_keys[0]) for each in commands if each.all_keys}
