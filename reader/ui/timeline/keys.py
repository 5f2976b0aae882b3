"""Which keys are the timeline's own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CLOSER = 0.75  # how much of the time is left after a key, or a notch of the wheel
STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
ZOOM = {Qt.Key.Key_Plus: CLOSER, Qt.Key.Key_Equal: CLOSER, Qt.Key.Key_Minus: 1 / CLOSER}


def is_ours(event: QKeyEvent, leaves: bool) -> bool:
    """Return whether a key goes along or looks closer; Esc only where there is what it `leaves`."""
    shift, key = Qt.KeyboardModifier.ShiftModifier, event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
        return False
    if key == Qt.Key.Key_Escape:
        return leaves
    return key in STEP or key in ENDS or key in ZOOM
