"""Pictures of the library's own folder, and of no other place."""

import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

# Folders of a site that stand in for its root once it is built: Jekyll and all; Hugo; Hexo.
_SERVED_FROM = ("", "static", "source")
_PART_OF_SITE = ("_posts", "content")  # opened alone, their pictures lie beside them
_DRIVE = re.compile(r"[A-Za-z]:")


def find_picture(library: Path, address: str) -> Path | None:
    """Return the file that `address` means: a path relative to `library`, percent-encoded.

    None where there is no such file, or where it would lie outside the library (or, where
    the library is a site's `_posts` or `content`, outside that site), be it by `..`, by an
    absolute path, a drive letter or a symbolic link.
    """
    path = relative_path(address)
    if path is None:
        return None
    try:
        library = library.resolve()
        roots = [library, library.parent] if library.name in _PART_OF_SITE else [library]
        for root in roots:
            for folder in _SERVED_FROM:
                file = (root / folder / path).resolve()
                if file.is_relative_to(root) and file.is_file():
                    return file
    except (OSError, RuntimeError, ValueError):  # unreadable, a circle of links, too long a name
        return None
    return None


def relative_path(address: str) -> str | None:
    """Return the plain relative path that `address` encodes, or None where it is anything else."""
    path = unquote_to_bytes(address).decode("utf-8", "surrogateescape")
    if not path or any(letter < " " for letter in path) or "\\" in path:
        return None
    if path.startswith(("/", "~")) or _DRIVE.match(path) or ".." in path.split("/"):
        return None
    return path
