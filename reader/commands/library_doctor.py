"""`broadsheetctl doctor FOLDER`: whether the index of a folder is right, and making it so."""

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from reader.commands.printing import complain, print_json, print_words
from reader.errors import StoreError
from reader.library import state_checks
from reader.library.database import store_errors
from reader.library.events import Event
from reader.library.indexer import Library, Run, existing_folder
from reader.library.lock import WriterLock
from reader.library.mending import mend, rebuild
from reader.library.verifying import Difference, differences, still_differing
from reader.library.warm_up import warm_up
from reader.profile import Profile

_SETTLING = 3.0  # seconds that another Broadsheet is given to follow what has just changed
_EVERY = 2.0  # seconds between two words about how far we are


def check(asked: argparse.Namespace, profile: Profile) -> int:
    """Print what differs, and mend it if asked to; return 1 if something is wrong, in the end.

    Raises:
        FolderError: There is no such folder.
        StoreError: The index cannot be used, or another Broadsheet writes it while we should.
    """
    warm_up()
    folder = existing_folder(asked.folder)
    library = Library(folder, profile.index_path(folder))
    doctor = _Doctor(library, profile.state_path, as_json=asked.json)
    return doctor.repair() if asked.repair else doctor.look()


class _Doctor:
    """Looks at one library's index, and at the reading state."""

    def __init__(self, library: Library, state: Path, as_json: bool) -> None:
        self._library = library
        self._state = state
        self._as_json = as_json
        self._told_at = time.monotonic()

    def look(self) -> int:
        """Print what is wrong; return 1 if anything is, else 0."""
        state_is_whole = not self._damaged_state()
        found = self._differences("comparing")
        if any(each.path for each in found) and self._is_kept_by_another():
            time.sleep(_SETTLING)
            found = still_differing(self._library, found)
        self._print(found)
        if not found and state_is_whole:
            self._say("Nothing differs.")
            return 0
        self._say("With --repair, doctor mends this.")
        return 1

    def repair(self) -> int:
        """Print what is wrong and mend it; return 1 if anything is left, else 0."""
        index = self._library.index
        with store_errors(index):
            lock = WriterLock(index)
        with lock:
            with store_errors(index):
                if not lock.take():
                    folder = self._library.folder
                    raise StoreError(f"Another Broadsheet has {folder} open; close it to repair.")
            for file in self._damaged_state():
                with store_errors(file):
                    state_checks.mend(self._state, file)
            found = self._differences("comparing")
            self._print(found)
            return self._mend(found)

    def _mend(self, found: list[Difference]) -> int:
        run = Run(self._tell)
        if found:
            mend(self._library, run, found)
            found = self._differences("comparing again")
        if found:
            complain("that was not enough; indexing anew")
            rebuild(self._library, run)
            found = self._differences("comparing again")
            self._print(found)
        self._say("Something is still wrong." if found else "Nothing differs now.")
        return 1 if found else 0

    def _damaged_state(self) -> list[Path]:
        """Print which files of the reading state are damaged, and return them."""
        damaged = list(state_checks.damaged_files(self._state))
        for file, words in damaged:
            self._print_line("state", str(file), words)
        return [file for file, _ in damaged]

    def _differences(self, doing: str) -> list[Difference]:
        def progress(done: int, total: int) -> None:
            self._progress(doing, done, total)

        return differences(self._library, Run(self._tell), progress)

    def _is_kept_by_another(self) -> bool:
        with store_errors(self._library.index), WriterLock(self._library.index) as lock:
            return not lock.take()

    def _tell(self, event: Event) -> None:
        if event["event"] in ("heads", "bodies"):
            self._progress("indexing", int(str(event["done"])), int(str(event["total"])))

    def _progress(self, doing: str, done: int, total: int) -> None:
        if time.monotonic() - self._told_at >= _EVERY:
            self._told_at = time.monotonic()
            complain(f"{doing}: {done:,} of {total:,} files")

    def _print(self, found: Iterable[Difference]) -> None:
        for each in sorted(found, key=lambda each: (each.kind, each.path, each.words)):
            self._print_line(each.kind, each.path, each.words)

    def _print_line(self, kind: str, path: str, words: str) -> None:
        if self._as_json:
            print_json({"kind": kind, "path": path, "words": words})
        else:
            print_words(f"{kind:8} {path}: {words}" if path else f"{kind:8} {words}")

    def _say(self, words: str) -> None:
        if not self._as_json:
            print_words(words)
