"""What the index answers to questions about some rows of a list."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What was to be said of some posts."""

    asked: "array[int]"
    words: str


@dataclass(frozen=True, slots=True)
class Titled:
    """In which rows of `asked` a word of the title begins with the last of `text`."""

    asked: "array[int]"
    text: str
    rows: "array[int]"
