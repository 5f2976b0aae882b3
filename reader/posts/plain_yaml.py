"""YAML front matter as nearly everybody writes it, read without a YAML parser.

One key a line; values that are plain, quoted without escapes, or a list of such on one line or
below. What is anything else is left to the parser, so that both always say the same; this way
is the faster one, and every post's front matter is read twice.
"""

import re
from typing import Final

from reader.posts.yaml_values import NULLS, TEXT_KEYS, plain_value

_LONGEST: Final = 14_000  # characters; fewer values than the parser's bound, in any case
_ODD: Final = re.compile("[\t\r\x85\u2028\u2029\ud800-\udfff]")  # other line ends, and no text

_PLAIN: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n]*"
_VALUE: Final = rf"\"(?P<double>[^\"\\\n]*)\" *|'(?P<single>[^'\n]*)' *|(?P<plain>{_PLAIN})"
_LINE: Final = re.compile(
    r"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}):(?: *|"
    rf" +(?:{_VALUE}|\[(?P<list>[^\[\]{{}}#?&*!|>%@`\n]*)\] *))|(?P<indent> *)- +(?P<item>[^\n]+)|)"
    r"(?:\n|\Z)"
)
_ITEM: Final = re.compile(_VALUE)
_LISTED: Final = re.compile(
    r" *(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|(?P<plain>[^\s,:'\"-][^,:]*)) *(?:,|\Z)"
)


def plain_yaml(text: str) -> dict[str, object] | None:
    """Return what `text` holds; None where only a YAML parser can tell."""
    if len(text) > _LONGEST or _ODD.search(text):
        return None
    return _Reader().read(text)


class _Reader:
    def __init__(self) -> None:
        self._values: dict[str, object] = {}
        self._key: str | None = None  # of a list that may begin on the next line
        self._items: list[object] = []
        self._indent: str | None = None  # of its items
        self._text = False  # whether the present key's values stay as written

    def read(self, text: str) -> dict[str, object] | None:
        place = 0
        while place < len(text):
            line = _LINE.match(text, place)
            if line is None or not self._take(line):
                return None
            place = line.end()
        return self._values

    def _take(self, line: re.Match[str]) -> bool:
        """Take one line in; return whether we know what it means."""
        key = line["key"]
        if key is None:
            return line["item"] is None or self._take_item(line["item"], line["indent"])
        if key in NULLS:
            return False
        self._text = key.lower() in TEXT_KEYS
        self._key = None
        listed = line["list"]
        if listed is not None:
            return self._take_list(key, listed)
        if line.lastgroup == "key":
            self._values[key], self._key, self._indent = None, key, None
            return True
        return self._take_value(key, line)

    def _take_value(self, key: str, line: re.Match[str]) -> bool:
        known, self._values[key] = self._value(line)
        return known

    def _take_item(self, written: str, indent: str) -> bool:
        item = _ITEM.fullmatch(written)
        if item is None or self._key is None:
            return False
        if self._indent is None:
            self._indent, self._items = indent, []
            self._values[self._key] = self._items
        known, value = self._value(item)
        self._items.append(value)
        return known and indent == self._indent

    def _take_list(self, key: str, listed: str) -> bool:
        items: list[object] = []
        self._values[key] = items
        place = 0
        while place < len(listed.rstrip(" ")):
            item = _LISTED.match(listed, place)
            if item is None:
                return False
            known, value = self._value(item)
            if not known:
                return False
            items.append(value)
            place = item.end()
        return not listed.rstrip(" ").endswith(",")

    def _value(self, written: re.Match[str]) -> tuple[bool, object]:
        """Return whether we know what is meant, and what it is."""
        plain = written["plain"]
        if plain is None:
            return True, written[written.lastgroup or 0]
        plain = plain.rstrip(" ")
        if ": " in plain or " #" in plain or plain.endswith(":"):
            return False, None
        return True, plain_value(plain, self._text)
