"""The command that goes to anything; what it takes is imported when it is first asked for."""

from typing import TYPE_CHECKING

from reader.ui.actions import Handlers

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.goto.going import Going, Ways


class GoToCommand:
    """Opens the palette, which is made when first needed."""

    def __init__(self, ways: "Callable[[], Ways]") -> None:
        self._ways = ways
        self.going: Going | None = None

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {"go-to": self._open}

    def close(self) -> None:
        """End what asks the library, where there is something."""
        if self.going is not None:
            self.going.close()

    def _open(self) -> None:
        from reader.ui.goto.going import Going  # noqa: PLC0415 - not at start-up

        if self.going is None:
            self.going = Going(self._ways())
        self.going.open()
