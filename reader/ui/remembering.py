"""What the window is like, noted whenever it changes, for the next start."""

from dataclasses import replace

from PySide6.QtCore import QObject

from reader.ui.front import Front
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import OpenLibrary
from reader.ui.reading import Reading
from reader.ui.session import LibrarySession, Session


class Remembering(QObject):
    """Tells the keeper of the session when something changed, and what it is by now."""

    def __init__(
        self,
        front: Front,
        *,
        library: OpenLibrary,
        narrowing: Narrowing,
        reading: Reading,
        moving: Moving,
    ) -> None:
        super().__init__(front.window)
        self._front, self._library, self._narrowing = front, library, narrowing
        self._reading, self._moving = reading, moving

    def begin(self) -> None:
        """Note what changes from now on: all is as it was left."""
        front = self._front
        arranged = (each.arranged for each in (front.panes, front.column, front.sidebar))
        looked = (self._reading.requested, front.article.zoomed, front.timeline.looked_at)
        for signal in (front.window.placed, *arranged, self._narrowing.changed, *looked):
            signal.connect(front.keeper.touch)
        front.keeper.collect_from(self._collect)

    def _collect(self, before: Session) -> Session:
        """Return what the window is like now."""
        front = self._front
        now = replace(
            before,
            geometry=front.window.keep_geometry(),
            panes=front.panes.widths,
            sidebar=front.panes.sidebar_wanted,
            timeline=front.column.timeline_shown,
            sections=front.sidebar.state(),
            welcome=front.window.welcoming,
        )
        folder = self._library.folder
        if folder is None or front.window.welcoming:
            return now
        chosen, path, zoom = self._narrowing.filter, self._reading.path, front.article.zoom
        recent, part = tuple(self._moving.recent), front.timeline.part
        time = "" if part is None else part.text
        return now.with_library(LibrarySession(str(folder), chosen, path, zoom, recent, time))
