"""What the window needs of the system: the libraries Qt loads, and a font with Chinese."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_SECONDS = 20  # the longest one of the system's tools may take

# Those that Qt's own parts name are found by ldd; these two Qt loads by name at run time.
_LOADED_LATER = ("libGL.so.1", "libEGL.so.1")
_NEEDING = (
    "plugins/platforms/libqxcb.so",
    "lib/libQt6WebEngineCore.so.6",
    "lib/libQt6WebEngineWidgets.so.6",
    "libexec/QtWebEngineProcess",
)
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)

# Where Debian's package is not named as the library is.
_PACKAGES = {
    "libasound.so.2": "libasound2 (libasound2t64 since Debian 13)",
    "libsmime3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libplc4.so": "libnspr4",
    "libplds4.so": "libnspr4",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_CHINESE_FILE = re.compile(
    r"cjk|wqy|han(?:sans|serif)|noto\w*(?:sc|tc|hk)\b|droidsansfallback", re.I
)


def missing_libraries() -> list[tuple[str, str]]:
    """Return each shared library that Qt needs and this system has not, with Debian's package.

    Only Linux leaves these to the system; elsewhere nothing is missing.
    """
    if not sys.platform.startswith("linux"):
        return []
    return [(name, _package(name)) for name in sorted({*_unfound(), *_unloadable()})]


def chinese_fonts() -> list[str]:
    """Return the families that have Chinese, the first few; empty where there is none."""
    if not sys.platform.startswith("linux"):
        return ["of the system"]
    listed = _output(["fc-list", ":lang=zh-cn", "family"])
    if listed is None:  # no fontconfig tools: go by the files' names
        return _font_files()[:3]
    return sorted({line.strip() for line in listed.splitlines() if line.strip()})[:3]


def _unfound() -> set[str]:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return set()
    qt = Path(spec.origin).parent / "Qt"
    parts = [str(qt / part) for part in _NEEDING if (qt / part).exists()]
    listed = _output(["ldd", *parts]) if parts else None
    return set(_NOT_FOUND.findall(listed or ""))


def _unloadable() -> set[str]:
    import ctypes  # noqa: PLC0415 - seldom needed

    missing: set[str] = set()
    for name in _LOADED_LATER:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.add(name)
    return missing


def _package(library: str) -> str:
    """Return what Debian's library packages are called: `libxcb-cursor.so.0`, libxcb-cursor0."""
    if library in _PACKAGES:
        return _PACKAGES[library]
    name, _, number = library.partition(".so")
    number = number.removeprefix(".")
    dash = "-" if name[-1:].isdigit() and number else ""
    return f"{name}{dash}{number}".lower()


def _font_files() -> list[str]:
    found: list[str] = []
    for folder in _FONT_FOLDERS:
        for place, _, files in os.walk(Path(folder).expanduser()):
            found += [str(Path(place, file)) for file in files if _CHINESE_FILE.search(file)]
    return sorted(found)


def _output(command: list[str]) -> str | None:
    """Return what a tool prints, in English; None where there is no such tool."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout
