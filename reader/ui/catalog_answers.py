"""What the index answers to questions about some rows of a list."""

from array import array
from typing import NamedTuple


class Told(NamedTuple):
    """What was to be said of some posts."""

    asked: "array[int]"
    words: str


class Titled(NamedTuple):
    """In which rows of `asked` a word of the title begins with the last of `text`."""

    asked: "array[int]"
    text: str
    rows: "array[int]"
