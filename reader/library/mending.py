"""Making an index what a fresh reading of its folder gives.

The caller holds `reader.library.lock`. What is known to be wrong is forgotten and read anew;
where that does not help, or the database itself is damaged, the index is begun anew.
"""

from collections.abc import Iterable

from reader.library.database import (
    close_index,
    open_index_for_writing,
    set_aside,
    store_errors,
)
from reader.library.index_checks import tidy
from reader.library.index_writer import IndexWriter
from reader.library.indexer import Indexer, Library, Run
from reader.library.verifying import Difference, Kind

_AT_ONCE = 1000  # files forgotten in one transaction


def mend(library: Library, run: Run, found: Iterable[Difference]) -> None:
    """Read anew what differs, and what has changed besides.

    Raises:
        FolderError: The folder cannot be listed.
        StoreError: The index cannot be written.
        Stopped: It was asked for; what was committed stays.
    """
    kept = list(found)
    if any(each.kind is Kind.DATABASE for each in kept):
        rebuild(library, run)
        return
    _forget(library, sorted({each.path for each in kept if each.path}))
    with Indexer(library, run) as indexer:
        indexer.first()


def rebuild(library: Library, run: Run) -> None:
    """Begin the index anew; the old one is kept aside. Raises as `mend`."""
    with store_errors(library.index):
        if library.index.exists():
            set_aside(library.index)
    with Indexer(library, run) as indexer:
        indexer.first()


def _forget(library: Library, paths: list[str]) -> None:
    with store_errors(library.index):
        connection = open_index_for_writing(library.index, library.folder)
        try:
            writer = IndexWriter(connection)
            for start in range(0, len(paths), _AT_ONCE):
                writer.write((), paths[start : start + _AT_ONCE])
            with connection:
                tidy(connection)
        finally:
            close_index(connection, library.index)
