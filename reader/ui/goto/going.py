"""Going to anything: between the palette, what can be gone to, and what going there means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction

from reader.library.go_to import Typed
from reader.library.saved_searches import SavedSearch
from reader.library.values import Filter
from reader.ui.catalog_thread import Library
from reader.ui.command import words_of
from reader.ui.front import Front
from reader.ui.goto.entries import Entry, FacetValue, Kind, entries_for, first_entries
from reader.ui.goto.names import Found, LibraryNames
from reader.ui.goto.palette import Palette
from reader.ui.key_map import commands_with
from reader.ui.key_words import keys_in_words
from reader.ui.moving import Moving
from reader.ui.narrowing import Narrowing
from reader.ui.open_library import OpenLibrary
from reader.ui.opening import Opening
from reader.ui.state_client import StateClient

_SOON = 60  # milliseconds until commands are shown where titles take longer
_AT_FIRST = ("search", "next-unread", "filter-tags", "distraction-free", "theme", "shortcuts")
# What can be gone to, and done, where no library is open.
_KINDS_WITHOUT = (Kind.COMMAND, Kind.LIBRARY)
_WITHOUT = ("open-folder", "theme", "preferences", "shortcuts", "full-screen", "quit")

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Ways:
    """Who knows what there is, and who goes there."""

    front: Front
    library: OpenLibrary
    state: StateClient
    narrowing: Narrowing
    moving: Moving
    opening: Opening
    actions: Mapping[str, QAction]


class Going(QObject):
    """Opens the palette, fills it, and goes where it says."""

    def __init__(self, ways: Ways) -> None:
        window = ways.front.window
        super().__init__(window)
        self._ways, self._keeper = ways, ways.front.keeper
        self.palette = Palette(ways.front.themes.theme, window)
        self.names = LibraryNames(self)
        self._local: list[Entry] = []
        self._enter: bool | None = None  # pressed before there were rows; whether with Ctrl
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_local)
        ways.front.themes.changed.connect(self.palette.set_theme)
        self.palette.typed.connect(self._on_typed)
        self.palette.chosen.connect(self._go)
        self.palette.entered_early.connect(self._wait_to_enter)
        self.names.found.connect(self._show)
        self.names.learnt.connect(self._look_again)
        ways.library.opened.connect(self._on_opened)
        if ways.library.folder is not None:
            self._on_opened(ways.library.folder)

    def open(self) -> None:
        """Open the palette, or close it."""
        if self.palette.isVisible():
            self.palette.leave()
            return
        self._local = [*self._commands(), *self._searches(), *self._libraries()]
        self.names.refresh()
        self.palette.close_with(self._ways.actions["go-to"].shortcuts())
        self.palette.open_over()

    def close(self) -> None:
        """End what asks the library."""
        self.names.close()

    def _on_opened(self, folder: Path) -> None:
        profile = self._ways.front.profile
        self.names.open(Library(profile.index_path(folder), profile.state_path, folder))
        self.palette.leave()  # what was asked of the other library is not answered

    def _on_typed(self, text: str) -> None:
        self._enter = None
        self._soon.start()
        if text.strip():
            self.names.find(text)
        else:
            self.names.recall(self._ways.moving.recent)

    def _look_again(self) -> None:
        """Look with more titles known, unless the user has gone to a row already."""
        text = self.palette.field.text()
        if self.palette.isVisible() and not self.palette.moved and text.strip():
            self.names.find(text)

    def _show_local(self) -> None:
        self._fill(None)

    def _show(self, found: Found) -> None:
        if self.palette.isVisible() and found.text.strip() == self.palette.field.text().strip():
            self._soon.stop()
            self._fill(found)
            if self._enter is not None:
                self.palette.enter(self._enter)

    def _fill(self, found: Found | None) -> None:
        typed, recent = Typed.of(self.palette.field.text()), self._ways.moving.recent
        if typed.words:
            rows = entries_for(typed, self._local, found, recent)
        else:
            used = (*self._used(), *_AT_FIRST, *_WITHOUT)
            rows = first_entries(self._local, found, used, recent[0] if recent else "")
        if self._ways.front.window.welcoming:
            rows = [row for row in rows if row.kind in _KINDS_WITHOUT]
        self.palette.show_rows(rows, awaited=found is None)

    def _wait_to_enter(self, control: bool) -> None:
        self._enter = control

    # ---- what there is besides the library's own ----

    def _commands(self) -> list[Entry]:
        note, used = translate("GoTo", "Command"), self._used()
        welcoming = self._ways.front.window.welcoming
        rows: list[Entry] = []
        for command in commands_with(self._ways.front.preferences.settings.keys):
            if command.name == "go-to" or (welcoming and command.name not in _WITHOUT):
                continue
            words = words_of(command)
            key = keys_in_words(command).split("  ")[0]
            alias = command.words if command.words != words else ""
            rows.append(Entry(Kind.COMMAND, words, note, command.name, key, alias))
        rows.sort(key=lambda row: used.index(row.target) if row.target in used else len(used))
        return rows

    def _searches(self) -> list[Entry]:
        note = translate("GoTo", "Saved search")
        named = (one for one in self._ways.state.searches if one.pin is None)
        return [Entry(Kind.SEARCH, one.name, note, one) for one in named]

    def _libraries(self) -> list[Entry]:
        note, home = translate("GoTo", "Library"), str(Path.home())
        present = str(self._ways.library.folder)
        folders = [library.folder for library in self._keeper.session.libraries]
        return [
            Entry(Kind.LIBRARY, folder.replace(f"{home}/", "~/", 1), note, folder)
            for folder in folders
            if folder != present or self._ways.front.window.welcoming
        ]

    def _used(self) -> Sequence[str]:
        """Return the names of commands chosen here before, the most used first."""
        used = self._keeper.session.used
        return sorted(used, key=lambda name: -used[name])

    # ---- going ----

    def _go(self, entry: Entry, control: bool) -> None:
        typed = self.palette.field.text().strip()
        match entry.kind, entry.target:
            case Kind.COMMAND, str(name):
                self._note_use(name)
                # Once the keyboard is back where it was: some commands ask who has it.
                QTimer.singleShot(0, self, self._ways.actions[name].trigger)
            case Kind.SEARCH, SavedSearch(filter=kept):
                self._list(kept)
            case Kind.LIBRARY, str(folder):
                self._ways.opening.open(Path(folder))
            case Kind.VALUE, FacetValue(facet, value):
                present = self._ways.narrowing.filter
                if not control:
                    self._list(Filter(sort=present.sort).only(facet, value))
                elif value not in present.chosen(facet):
                    self._list(present.toggled(facet, value))
            case Kind.POST, str(path) if not control:
                self._ways.moving.show_post(path)
            case _:
                self._list(replace(self._ways.narrowing.filter, query=typed))

    def _list(self, wanted: Filter) -> None:
        """List what `wanted` leaves, and go to the list."""
        front = self._ways.front
        if front.panes.alone:
            front.window.show_article_alone(False)
        self._ways.narrowing.set(wanted)
        self._ways.moving.focus_list()

    def _note_use(self, name: str) -> None:
        session = self._keeper.session
        used = {**session.used, name: session.used.get(name, 0) + 1}
        self._keeper.session = replace(session, used=used)
        self._keeper.touch()
