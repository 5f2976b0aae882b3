"""The catalog of a folder, for the subcommands that ask it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from reader.commands.printing import complain
from reader.errors import StoreError
from reader.library.catalog import Catalog
from reader.library.database import open_index_for_reading, store_errors
from reader.library.events import Event
from reader.library.follower import Follower
from reader.library.indexer import Indexer, Library, Run, existing_folder
from reader.library.lock import WriterLock
from reader.library.warm_up import warm_up
from reader.profile import Profile


@contextmanager
def opened_catalog(named: Path, profile: Profile) -> Generator[Catalog]:
    """Give the catalog of the folder `named`, as the folder is now.

    The index is made or brought up to date first, unless another Broadsheet has it open and so
    keeps it up to date itself.

    Raises:
        FolderError: There is no such folder, or it cannot be read.
        StoreError: The index can be neither made nor read.
    """
    folder = existing_folder(named)
    library = Library(folder, profile.index_path(folder))
    _bring_up_to_date(library)
    catalog = Catalog(library.index, profile.state_path, folder)
    try:
        yield catalog
    finally:
        catalog.close()


def _bring_up_to_date(library: Library) -> None:
    run = Run(_Teller(library.folder).tell)
    with store_errors(library.index):
        lock = WriterLock(library.index)
    with lock:
        whole = _is_whole(library.index)
        if not lock.take():
            if whole:
                return
            complain(f"waiting for another Broadsheet to index {library.folder}")
            if not Follower(library, Run(_say_nothing)).stand_by(lock, until_settled=True):
                return
        if not whole:
            warm_up()
        with Indexer(library, run) as indexer:
            indexer.first()


def _say_nothing(event: Event) -> None:
    """Do nothing: it was said that we wait."""


def _is_whole(index: Path) -> bool:
    """Return whether both passes have been through the index."""
    try:
        connection = open_index_for_reading(index)
        with store_errors(index):
            count: int = connection.execute(
                "SELECT count(*) FROM facts WHERE name = 'bodies_done'"
            ).get
            connection.close(force=True)
            return count > 0
    except StoreError:
        return False


class _Teller:
    """Says once that there is something to wait for, and what came of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = False

    def tell(self, event: Event) -> None:
        if event["event"] == "heads" and event["total"] and not self._told:
            self._told = True
            complain(f"indexing {self._folder}")
        elif event["event"] == "done" and self._told:
            complain(f"indexed {event['posts']} posts in {event['bodies_seconds']} s")
