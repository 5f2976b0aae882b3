"""Names of files: as the system has them, and as text that can be stored and shown.

A path in a library is relative to it, with forward slashes, and always valid text: each byte
of a name that is not UTF-8 stands as `\\xNN`. A name that really holds such letters has its
backslash written the same way, so every path leads back to exactly one file.
"""

import os
import re
from pathlib import Path

_LOOKS_ESCAPED = re.compile(r"\\(?=x[0-9a-f]{2})")
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")

IGNORED_FOLDERS = frozenset({"_site", "_layouts", "_includes", "node_modules"})


def is_ignored(name: str) -> bool:
    """Return whether a file or folder of this name never counts: hidden, or a tool's.

    Jekyll's layouts have front matter, too. Office programs keep a `~$page.html` beside each
    `page.html` that they have open.
    """
    return name.startswith((".", "~$")) or name in IGNORED_FOLDERS


def to_text(name: str) -> str:
    """Return a name or path, as the `os` module gives it, as text that can be stored."""
    if name.isascii() and "\\" not in name:
        return name
    name = _LOOKS_ESCAPED.sub(r"\\x5c", name)
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return name


def to_name(text: str) -> str:
    """Return the name or path, as the `os` module takes it, that `to_text` gave as `text`."""
    if "\\x" not in text:
        return text
    raw = _ESCAPED.sub(lambda escaped: bytes.fromhex(escaped[1].decode()), text.encode())
    return raw.decode("utf-8", "surrogateescape")


def file_of(folder: Path, path: str) -> Path:
    """Return the file that `path` of the library in `folder` stands for.

    `path` is trusted to come from the index; see `reader.article` for paths that posts name.
    """
    return folder / to_name(path)


def named_path(text: str) -> Path:
    """Return the path that somebody names.

    Raises:
        ValueError: It is "", as a variable is that was never set; `Path` takes that for here.
    """
    if not text:
        raise ValueError("nothing is named")
    return Path(text)


named_path.__name__ = "path"  # argparse: "invalid path value: ''"


def path_of(folder: Path, file: Path) -> str:
    """Return the path of `file` in the library in `folder`.

    Raises:
        ValueError: `file` is not below `folder`.
    """
    return to_text(file.relative_to(folder).as_posix())


def as_system_path(folder: str, path: str) -> str:
    """Return `file_of` as a string; for loops over every file of a library."""
    return os.path.join(folder, to_name(path))


def which_file(place: Path) -> tuple[int, int] | None:
    """Return which file or folder on which disk is at `place`; None where there is none."""
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
