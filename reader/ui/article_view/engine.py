"""Chromium, got ready without holding up the window.

Its library is 200 MB and takes 50 to 200 ms to load; that happens on a thread of its own, where
the interpreter's lock is released, and only then the bindings are imported, in a few ms. Nothing
of QtWebEngine may be imported before, so that the window's first frame never waits for it.
"""

import ctypes
import glob
import logging
import os
import sys
from importlib.util import find_spec
from threading import Thread

from PySide6.QtCore import QObject, Signal

# "--jitless": no post can run a script, so nobody misses the compiler that most exploits need.
FLAGS = "--js-flags=--jitless"
_log = logging.getLogger(__name__)


class EngineLoader(QObject):
    """Loads the library once, in the background."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.done = False  # `loaded` has been, or is just emitted

    def start(self) -> None:
        """Begin; `loaded` follows, also where nothing could be loaded ahead."""
        set_environment()
        Thread(target=self._load, name="web engine loader", daemon=True).start()

    def _load(self) -> None:
        for module in ("QtWebEngineCore", "QtWebEngineWidgets"):
            spec = find_spec(f"PySide6.{module}")
            if spec is None or spec.origin is None:
                continue
            try:
                ctypes.CDLL(spec.origin)
            except OSError as error:  # the import will say it again, where it can be handled
                _log.info("%s cannot be loaded ahead: %s", module, error)
        self.done = True
        try:
            self.loaded.emit()
        except RuntimeError:  # the window was closed meanwhile, and this object with it
            _log.debug("nobody waits for the engine any more")


def set_environment() -> None:
    """Tell Chromium, through the environment it reads, how it is to run here."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if FLAGS not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {FLAGS}".strip()
    if _is_root() and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        _log.warning("Running as root: Chromium's sandbox is off")
    if _has_no_graphics_card():
        # Drawing through an emulated OpenGL holds the window's thread for 25-40 ms a frame.
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        # Nor need it be looked for: that is a third of the engine's start.
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _has_no_graphics_card() -> bool:
    cards = ("/dev/dri/renderD*", "/dev/nvidia[0-9]*", "/dev/dxg")
    return sys.platform == "linux" and not any(map(glob.glob, cards))
