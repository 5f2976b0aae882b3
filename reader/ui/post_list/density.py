"""How much of a post each row of the list shows, and how closely the rows stand."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Density(StrEnum):
    """What the user can choose between."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    TITLES = "titles"

    @property
    def next(self) -> "Density":
        """Return the one that the same key chooses next."""
        every = list(Density)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a row holds. Lengths are those of the drawing, for an interface of 13 pixels."""

    title_lines: int  # at most
    excerpt_lines: int  # at most
    byline: bool
    above: int  # a row's first line
    below: int  # its last
    picture: tuple[int, int]  # width and height of a thumbnail; (0, 0) where none has room


SHAPES = {
    Density.COMFORTABLE: RowShape(2, 2, byline=True, above=9, below=11, picture=(72, 54)),
    Density.COMPACT: RowShape(1, 0, byline=True, above=6, below=7, picture=(50, 38)),
    Density.TITLES: RowShape(1, 0, byline=False, above=4, below=4, picture=(0, 0)),
}


def density_named(name: str) -> Density:
    """Return the density of that name; the comfortable one for any that is not known."""
    return Density(name) if name in list(Density) else Density.COMFORTABLE


def density_words(density: Density) -> str:
    """Return what a density is called."""
    translate = QCoreApplication.translate
    return {
        Density.COMFORTABLE: translate("PostList", "Comfortable rows"),
        Density.COMPACT: translate("PostList", "Compact rows"),
        Density.TITLES: translate("PostList", "Titles only"),
    }[density]
