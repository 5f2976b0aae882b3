"""What a path given by the user means, and whether it can be opened."""

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.library.values import Filter
from reader.ui.session import LibrarySession, Session


def place_of(path: Path, session: Session) -> tuple[Path, LibrarySession]:
    """Return the library that `path`, a folder or a post, means, and how it was left."""
    path = path.expanduser().absolute()
    if not path.is_file():
        folder = path.resolve()
        return folder, session.library(str(folder))
    folder = path.parent.resolve()
    return folder, replace(session.library(str(folder)), filter=Filter(), path=path.name)


def folder_fault(folder: Path) -> str:
    """Return why `folder` cannot be opened, for the user; "" if it can."""
    translate, reason = QCoreApplication.translate, ""
    words = ""
    if not folder.exists():
        words = translate("Places", "{0} is not there. Was it moved, or its disk taken out?")
    elif not folder.is_dir():
        words = translate("Places", "{0} is not a folder.")
    else:
        try:
            os.scandir(folder).close()
        except OSError as fault:
            reason = fault.strerror
            words = translate("Places", "{0} cannot be read: {1}")
    return words.format(folder, reason)
