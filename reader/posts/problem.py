"""What could not be read as it was meant."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file; the file is shown all the same, as far as it could be read."""

    path: str  # as the post's
    line: int | None  # 1-based, in the file; None where no line is to blame
    reason: str  # plain words for the user, one line


class Fault(NamedTuple):
    """A Problem found by who does not know the file's path."""

    line: int | None
    reason: str
