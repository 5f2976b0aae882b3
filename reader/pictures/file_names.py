"""Pictures by their names alone, as Obsidian finds them, wherever in the library they lie."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from reader.pictures.kinds import NAMED

TIME_LIMIT = 2.0  # seconds that one walk through the library may take
_MOST_FILES = 100_000
_MOST_OF_A_NAME = 20
_LASTS = 60.0  # seconds, at least; and fifty times as long as the walk took
_SKIPPED = frozenset(("node_modules", "__pycache__", "vendor", "_site"))


class FileNames:
    """Where in a library the files lie that are pictures, sounds or films by their names.

    Made on the first question, in the process that renders, and anew when it has grown old.
    """

    def __init__(self, library: Path) -> None:
        self._library = library
        self._places: dict[str, list[str]] = {}
        self._expires = 0.0

    def find(self, written: str, post_path: str) -> str | None:
        """Return the path of the file that ends as `written` does, nearest to the post; or None."""
        written = written.lstrip("./")
        name = written.rpartition("/")[2].casefold()
        if not name:
            return None
        if time.monotonic() >= self._expires:
            self._read()
        ending = "/" + written.casefold()
        named = self._places.get(name, ())
        places = [place for place in named if ("/" + place.casefold()).endswith(ending)]
        return min(places, key=lambda place: _distance(place, post_path), default=None)

    def _read(self) -> None:
        started = time.monotonic()
        places: dict[str, list[str]] = {}
        for count, path in enumerate(_files(self._library, started + TIME_LIMIT)):
            named = places.setdefault(path.rpartition("/")[2].casefold(), [])
            if len(named) < _MOST_OF_A_NAME:
                named.append(path)
            if count >= _MOST_FILES:
                break
        took = time.monotonic() - started
        self._places = places
        self._expires = time.monotonic() + max(_LASTS, 50 * took)


def _distance(place: str, post_path: str) -> tuple[int, int, str]:
    """Return how far a file is from the post: by folders not shared, then by depth."""
    theirs, ours = place.split("/")[:-1], post_path.split("/")[:-1]
    pairs = enumerate(zip(theirs, ours, strict=False))
    shared = next((at for at, (one, other) in pairs if one != other), min(len(theirs), len(ours)))
    return len(theirs) + len(ours) - 2 * shared, len(theirs), place


def _files(library: Path, deadline: float) -> Iterator[str]:
    """Yield the paths of picture files, breadth first, links to folders not followed."""
    folders = [""]
    for folder in folders:
        if time.monotonic() > deadline:
            return
        try:
            with os.scandir(library / folder) as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if not entry.name.startswith(".") and entry.name not in _SKIPPED:
                            folders.append(path)
                    elif entry.name.lower().endswith(NAMED):
                        yield path
        except OSError:
            continue
