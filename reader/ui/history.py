"""The articles visited, to go back and forward through, as in a browser."""


class History:
    """A walk through paths. Visiting a new one after going back forgets what lay ahead."""

    def __init__(self, longest: int = 200) -> None:
        self._paths: list[str] = []
        self._at = -1
        self._longest = longest

    def visit(self, path: str) -> None:
        """Note that `path` is now shown; the present one again changes nothing."""
        if self.present == path:
            return
        self._paths = [*self._paths[: self._at + 1], path][-self._longest :]
        self._at = len(self._paths) - 1

    def back(self) -> str | None:
        """Go one step back and return that path; None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._paths[self._at]

    def forward(self) -> str | None:
        """Go one step forward and return that path; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._paths[self._at]

    def clear(self) -> None:
        """Forget everything: another library was opened."""
        self._paths, self._at = [], -1

    @property
    def present(self) -> str | None:
        """Return the path visited last, or gone back to; None before the first."""
        return self._paths[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Return whether `back` leads anywhere."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Return whether `forward` leads anywhere."""
        return self._at < len(self._paths) - 1
