"""The places visited, to go back and forward through, as in a browser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """An article, and where in it."""

    path: str
    position: float | None = None  # 0 top, 1 end; None: where it was left


RECENT = 20  # articles


class History:
    """A walk through places. Visiting a new one after going back forgets what lay ahead."""

    def __init__(self, longest: int = 200) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._recent: tuple[str, ...] = ()
        self._longest = longest

    def visit(self, path: str) -> None:
        """Note that the article at `path` is now shown; the present one again changes nothing."""
        self._recent = (path, *(other for other in self._recent if other != path))[:RECENT]
        if self.present is None or self.present.path != path:
            self._add(Place(path))

    def jump(self, path: str, position: float) -> None:
        """Note that the reader goes from `position` to elsewhere in the article at `path`."""
        self.visit(path)
        self._places[self._at] = Place(path, position)
        self._add(Place(path))

    def back(self, position: float | None = None) -> Place | None:
        """Go one step back and return that place; None at the beginning.

        `position` is where the reader is now, to come back to.
        """
        return self._step(-1, position) if self.can_go_back else None

    def forward(self, position: float | None = None) -> Place | None:
        """Go one step forward and return that place; None at the end."""
        return self._step(1, position) if self.can_go_forward else None

    def clear(self, recent: Sequence[str] = ()) -> None:
        """Forget everything: another library was opened, in which `recent` was read last."""
        self._places, self._at = [], -1
        self._recent = tuple(recent)[:RECENT]

    @property
    def recent(self) -> tuple[str, ...]:
        """Return the articles visited last, each once, the last one first."""
        return self._recent

    @property
    def present(self) -> Place | None:
        """Return the place visited last, or gone back to; None before the first."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Return whether `back` leads anywhere."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Return whether `forward` leads anywhere."""
        return self._at < len(self._places) - 1

    def _add(self, place: Place) -> None:
        self._places = [*self._places[: self._at + 1], place][-self._longest :]
        self._at = len(self._places) - 1

    def _step(self, step: int, position: float | None) -> Place:
        self._places[self._at] = replace(self._places[self._at], position=position)
        self._at += step
        return self._places[self._at]
