"""What could not be read as it was meant."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file; the file is shown all the same, as far as it could be read."""

    path: str  # as the post's
    line: int | None  # 1-based, in the file; None where no line is to blame
    reason: str  # plain words for the user, one line

    def __str__(self) -> str:
        """Return it in one line, as compilers name a place."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.reason}"


class Fault(NamedTuple):
    """A Problem found by who does not know the file's path."""

    line: int | None
    reason: str
