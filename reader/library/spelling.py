"""Whether a path is spelled as the disk spells it.

macOS and Windows, and some disks elsewhere, find `a.md` where the file is called `A.md`, and a
composed é where it is a decomposed one. A path that was only hinted at may be such an old name
of a file; indexed by both, the file would be two posts.
"""

import os
from unicodedata import normalize

from reader.library.paths import as_system_path, to_name, to_text


class Spelling:
    """Answers for the paths of one look; remembers what it has seen of the disk."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._names: dict[str, frozenset[str]] = {}  # by folder
        self._exact: dict[str, bool] = {}

    def is_exact(self, path: str) -> bool:
        """Return whether the file or folder at `path`, which exists, has this very name."""
        folder = ""
        for name in path.split("/"):  # there may be two thousand
            here = f"{folder}/{name}" if folder else name
            known = self._exact.get(here)
            if known is None:
                known = self._exact[here] = self._is_exact_in(folder, name)
            if not known:
                return False
            folder = here
        return True

    def _is_exact_in(self, folder: str, name: str) -> bool:
        if not self._has_another_name(folder, name):
            return True
        return name in self._names_in(folder)

    def _has_another_name(self, folder: str, name: str) -> bool:
        """Return whether the disk finds the same under another spelling, too."""
        others = {name.swapcase(), normalize("NFC", name), normalize("NFD", name)} - {name}
        if not others:
            return False
        try:
            named = os.lstat(self._place(folder, name))
        except OSError:
            return False
        return any(self._is(named, folder, other) for other in others)

    def _is(self, named: os.stat_result, folder: str, other: str) -> bool:
        try:
            return os.path.samestat(named, os.lstat(self._place(folder, other)))
        except OSError:
            return False

    def _names_in(self, folder: str) -> frozenset[str]:
        names = self._names.get(folder)
        if names is None:
            try:
                found = os.listdir(as_system_path(self._root, folder))
            except OSError:
                found = []
            names = self._names[folder] = frozenset(map(to_text, found))
        return names

    def _place(self, folder: str, name: str) -> str:
        return os.path.join(as_system_path(self._root, folder), to_name(name))
