"""The library that is open: its clients, opened together, kept current, closed together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.profile import Profile
from reader.ui.catalog_client import CatalogClient
from reader.ui.index_events import (
    Bodies,
    Changes,
    Event,
    FolderGone,
    Heads,
    OtherVersion,
    Polling,
    ProblemFound,
    Settled,
)
from reader.ui.indexer_client import IndexerClient
from reader.ui.renderer_client import RendererClient
from reader.ui.sidebar.words import grouped
from reader.ui.state_client import StateClient

_BODIES_PAUSE = 1000  # milliseconds between listings while only texts and facets arrive
_FOLLOWING = 150  # milliseconds that a listing may wait for the states of what moved
_ARTICLE_FIRST = 2000  # milliseconds that the indexer of a known library leaves to the article
_MANY = 1000  # changed paths: an event names no more


@dataclass(frozen=True, slots=True)
class Clients:
    """Who asks the index, keeps the reading state, renders and indexes."""

    catalog: CatalogClient
    state: StateClient
    renderer: RendererClient
    indexer: IndexerClient


class OpenLibrary(QObject):
    """Between the indexer, which writes the index, and all that read it."""

    opened = Signal(object)  # Path
    settled = Signal(bool)  # whether the index knows every post, so that an empty list is empty
    heads_complete = Signal()
    progressed = Signal(str, object)  # words, share 0..1 | None
    problems_counted = Signal(int)
    files_changed = Signal(object)  # tuple of paths
    standing = Signal(str)  # a word to stand in the status bar; "" takes it away
    said = Signal(str)
    notice = Signal(str)  # what must be known until it is closed

    def __init__(self, clients: Clients, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog, self._state = clients.catalog, clients.state
        self._renderer, self._indexer = clients.renderer, clients.indexer
        self._profile = profile
        self.folder: Path | None = None
        self._through = False  # both passes have been, since it was opened
        self._problems = 0
        self._refresh = QTimer(self, singleShot=True, interval=_BODIES_PAUSE)
        self._refresh.timeout.connect(self._catalog.refresh)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOWING)
        self._following.timeout.connect(self._catalog.refresh)
        self._state.followed.connect(self._on_followed)
        self._indexer.happened.connect(self._on_event)
        self._indexer.died.connect(self._on_death)
        self._catalog.damaged.connect(self._indexer.doubt)

    def open(self, folder: Path) -> None:
        """Take `folder`, absolute and resolved, as the library from now on."""
        self._refresh.stop()
        self._following.stop()
        self._indexer.close()
        self.folder, self._problems, self._through = folder, 0, False
        self.settled.emit(self._profile.index_path(folder).exists())
        self.progressed.emit("", None)
        self.problems_counted.emit(0)
        self.standing.emit("")
        index, state = self._profile.index_path(folder), self._profile.state_path
        self._catalog.open(index, state, folder)
        self._state.open(state, folder, index)
        self.opened.emit(folder)
        self._indexer.open(folder)
        self._renderer.open(folder)

    def adopt(self, folder: Path) -> None:
        """Take over `folder`, which the catalog has been opened with already."""
        self.folder = folder
        self._state.open(self._profile.state_path, folder, self._profile.index_path(folder))
        self.opened.emit(folder)
        if self._renderer.folder != folder:
            self._renderer.open(folder)
        if not self._indexer.running:  # a known one: the article goes first
            self._indexer.open(folder, after=_ARTICLE_FIRST)

    def rescan(self) -> None:
        """Look through the whole folder now."""
        self._indexer.rescan()
        self.said.emit(self.tr("Looking through the folder again"))

    def cancel(self) -> None:
        """Stop indexing and watching, until `rescan`."""
        self._indexer.close()
        self.progressed.emit("", None)
        self.standing.emit(self.tr("Indexing stopped; F5 goes on"))

    def close(self) -> None:
        """Close all, the slowest first to be told."""
        self._refresh.stop()
        self._following.stop()
        self._indexer.close()
        self._renderer.close()
        self._catalog.close()
        self._state.close()

    def _on_event(self, event: Event) -> None:
        match event:
            case Heads():
                self._on_heads(event)
            case Bodies():
                self._on_bodies(event)
            case Settled():
                self._through = True
                self._count_problems(event.problems)
                self._settle()
            case Changes():
                self._count_problems(event.problems)
                self.files_changed.emit(event.paths)
                told = 0 < len(event.paths) < _MANY  # else it is not known what else changed
                self._settle(event.paths if told else None)
            case ProblemFound():
                self._count_problems(self._problems + 1)
            case FolderGone():
                words = self.tr("The folder is not there any more; what is known of it stays")
                self.standing.emit(words if event.gone else "")
            case OtherVersion():
                self.notice.emit(
                    self.tr(
                        "Another version of Broadsheet has this folder open. Close it, and its "
                        "posts show here."
                    )
                )
            case Polling():
                self.said.emit(
                    self.tr("The folder is on a network share; changes show after a while")
                    if event.share
                    else self.tr("The system watches no more folders; changes show after a while")
                )

    def _on_heads(self, event: Heads) -> None:
        self.standing.emit("")
        if event.complete:
            self.settled.emit(True)
        self._catalog.refresh()
        if event.complete:
            self.progressed.emit("", None)
            self.heads_complete.emit()
        else:
            words = self.tr("Reading titles {0} / {1}")
            self.progressed.emit(_filled(words, event.done, event.total), _share(event))

    def _on_bodies(self, event: Bodies) -> None:
        if event.complete:
            self.progressed.emit("", None)
            if self._through:  # else `Settled` follows
                self._settle(())
            return
        words = self.tr("Reading texts {0} / {1} · {2} a second")
        self.progressed.emit(_filled(words, event.done, event.total, event.rate), _share(event))
        if not self._refresh.isActive():
            self._refresh.start()

    def _settle(self, paths: Sequence[str] | None = None) -> None:
        """Show what is final, once reading state has followed what was renamed.

        `paths` are those at which something has changed, None if that is not known.
        """
        self._refresh.stop()
        self.settled.emit(True)
        self.progressed.emit("", None)
        if self.folder is not None and self._state.follow(
            self._profile.index_path(self.folder), paths
        ):
            if not self._following.isActive():  # else it waits already, and no longer for more
                self._following.start()
        else:
            self._catalog.refresh()

    def _on_followed(self) -> None:
        if self._following.isActive():
            self._following.stop()
            self._catalog.refresh()

    def _count_problems(self, problems: int) -> None:
        if problems != self._problems:
            self._problems = problems
            self.problems_counted.emit(problems)

    def _on_death(self, pause: int) -> None:
        self.progressed.emit("", None)
        words = self.tr("Indexing broke off; it starts again in {0} s").format(pause)
        self.standing.emit(words)


def _filled(words: str, *numbers: float) -> str:
    return words.format(*(grouped(round(number)) for number in numbers))


def _share(event: Heads | Bodies) -> float:
    return min(1.0, event.done / event.total) if event.total else 0.0
