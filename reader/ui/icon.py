"""The application's icon, for task bars and window lists."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
_SIZES = (16, 24, 32, 48, 64)  # what task bars show; larger ones are for the desktop's menus


def application_icon() -> QIcon:
    """Return the icon, each size as it was drawn; a file is read when its size is first shown."""
    icon = QIcon()
    for size in _SIZES:
        icon.addFile(str(FOLDER / f"broadsheet-{size}.png"), QSize(size, size))
    return icon
