"""What a mouse's wheel, or a touchpad, asks of the timeline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH = 120  # as Qt counts
_LEAST = 30  # a touchpad tells of less at a time


class Wheel:
    """Adds up what is turned, until it is worth something."""

    def __init__(self) -> None:
        self._turned = 0

    def turn(self, event: QWheelEvent) -> tuple[float, bool]:
        """Return by how many notches it was turned, often 0, and whether that was sideways.

        With Shift held it always is.
        """
        turn, shift = event.angleDelta(), Qt.KeyboardModifier.ShiftModifier
        sideways = turn.x() or (turn.y() if event.modifiers() == shift else 0)
        self._turned += sideways or turn.y()
        if abs(self._turned) < _LEAST:
            return 0.0, bool(sideways)
        notches, self._turned = self._turned / _NOTCH, 0
        return notches, bool(sideways)
