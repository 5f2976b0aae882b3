"""No display, or no way to draw on it: one clear sentence instead of Qt's abort.

Qt reports it as a fatal message and then aborts. Catching the message costs nothing and is
exact, where asking for the display beforehand would be a guess.
"""

import os
import sys
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

EXIT_NO_DISPLAY = 2


def sentence(environment: dict[str, str], reason: str) -> str:
    """Return what is missing and what to do, given the environment and Qt's own reason."""
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return "there is no display: start it from a desktop, or set DISPLAY."
    if "could not connect to display" in reason:
        return f"the display {environment.get('DISPLAY', '')} cannot be reached."
    return f"Qt cannot draw on this display. {reason.strip()}"


class DisplayGuard:
    """While it is in force, Qt's failing to start ends the program with a sentence."""

    def __init__(self) -> None:
        self._reasons: list[str] = []

    def __enter__(self) -> None:
        qInstallMessageHandler(self._on_message)

    def __exit__(self, *_: object) -> None:
        qInstallMessageHandler(None)
        for reason in self._reasons:
            sys.stderr.write(f"{reason}\n")

    def _on_message(self, kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        self._reasons.append(text)
        if kind is QtMsgType.QtFatalMsg:
            self._give_up()

    def _give_up(self) -> NoReturn:
        said = sentence(dict(os.environ), " ".join(self._reasons))
        sys.stderr.write(f"broadsheet: {said}\n")
        sys.stderr.flush()
        os._exit(EXIT_NO_DISPLAY)
