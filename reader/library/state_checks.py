"""Whether the reading state and its backups are whole."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw

from reader.library.state_backup import check_whole
from reader.library.state_opening import open_state


def damaged_files(state: Path) -> Iterator[tuple[Path, str]]:
    """Yield each damaged file of the reading state at `state`, and what is wrong with it."""
    for file in (state, *sorted(state.with_name("backups").glob("state-*.db"))):
        if file.exists() and (fault := _fault(file)):
            yield file, fault


def mend(state: Path, damaged: Path) -> None:
    """Set a damaged file of the state at `state` aside; its newest backup takes its place.

    Raises:
        OSError: It cannot be renamed.
        StoreError: The state can be neither restored nor made anew.
    """
    if damaged == state:
        open_state(state).connection.close(force=True)
    else:
        os.replace(damaged, damaged.with_name(f"{damaged.name}.damaged"))


def _fault(file: Path) -> str:
    try:
        flags = apsw.SQLITE_OPEN_READONLY
        with closing(apsw.Connection(str(file), flags=flags)) as connection:
            connection.set_busy_timeout(5000)
            check_whole(connection)
    except apsw.Error as error:
        return str(error) or type(error).__name__
    return ""
