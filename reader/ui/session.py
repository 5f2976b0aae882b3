"""What the window was like, kept in one JSON file so that a restart finds all as it was.

The file is replaced in one step, a moment after each change, so that a crash loses nothing.
What cannot be read counts as never written.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

from reader.library.values import Filter
from reader.ui.json_file import read_json, write_json

RECENT = 12  # libraries remembered


@dataclass(frozen=True, slots=True)
class LibrarySession:
    """What one library looked like."""

    folder: str
    filter: Filter = field(default_factory=Filter)
    path: str = ""  # the post that was shown
    zoom: float = 1.0
    recent: tuple[str, ...] = ()  # paths of the posts read last, the last one first
    time: str = ""  # the days that the timeline was zoomed to, as an interval of ISO 8601


@dataclass(frozen=True, slots=True)
class Session:
    """What the window looked like. `libraries` has the last opened first."""

    libraries: tuple[LibrarySession, ...] = ()
    geometry: str = ""  # QWidget.saveGeometry, base64
    panes: tuple[int, ...] = (224, 372, 844)  # widths of sidebar, list, article
    sidebar: bool = True
    timeline: bool = True
    sections: Mapping[str, object] = field(default_factory=dict[str, object])  # the sidebar's own
    welcome: bool = False  # it was the welcome page that stood there last
    used: Mapping[str, int] = field(default_factory=dict[str, int])  # commands gone to, how often

    def library(self, folder: str) -> LibrarySession:
        """Return what `folder` looked like, or a fresh start."""
        found = (library for library in self.libraries if library.folder == folder)
        return next(found, LibrarySession(folder))

    def with_library(self, library: LibrarySession) -> "Session":
        """Return this session with `library` as the last opened."""
        others = (other for other in self.libraries if other.folder != library.folder)
        return replace(self, libraries=(library, *others)[:RECENT])

    def without_library(self, folder: str) -> "Session":
        """Return this session with `folder` forgotten."""
        kept = tuple(library for library in self.libraries if library.folder != folder)
        return replace(self, libraries=kept)

    def with_only(self, folder: str) -> "Session":
        """Return this session with all libraries but `folder` forgotten."""
        kept = tuple(library for library in self.libraries if library.folder == folder)
        return replace(self, libraries=kept)

    def without_history(self) -> "Session":
        """Return this session without what was read last, and which commands were gone to."""
        kept = tuple(replace(library, recent=()) for library in self.libraries)
        return replace(self, libraries=kept, used={})


def load(path: Path) -> Session:
    """Return the session kept at `path`; whatever is missing or broken is as at first start."""
    return from_json(read_json(path))


def save(path: Path, session: Session) -> None:
    """Replace the file at `path`. Raises OSError where that cannot be written."""
    write_json(path, to_json(session))


def to_json(session: Session) -> dict[str, Any]:
    """Return `session` as JSON knows it."""
    made = asdict(session)
    for kept, library in zip(made["libraries"], session.libraries, strict=True):
        kept["filter"] = library.filter.as_json()
    return made


def from_json(kept: object) -> Session:
    """Return the session that `kept` tells of, field by field; never raises."""
    if not isinstance(kept, Mapping):
        return Session()
    told = cast("Mapping[str, Any]", kept)
    sound = _sound(Session(), told)
    libraries = told.get("libraries")
    if isinstance(libraries, list):
        read = [_library(each) for each in cast("list[object]", libraries)]
        sound["libraries"] = tuple(library for library in read if library)[:RECENT]
    panes = told.get("panes")
    if isinstance(panes, list):
        widths = cast("list[object]", panes)
        if len(widths) == 3 and all(isinstance(width, int) and width >= 0 for width in widths):
            sound["panes"] = tuple(widths)
    used = sound.get("used", {})
    sound["used"] = {name: times for name, times in used.items() if type(times) is int}
    return Session(**sound)


def _library(kept: object) -> LibrarySession | None:
    if not isinstance(kept, Mapping):
        return None
    told = cast("Mapping[str, Any]", kept)
    sound = _sound(LibrarySession(""), told)
    if not sound.get("folder"):
        return None
    recent = told.get("recent")
    if isinstance(recent, list):
        paths = cast("list[object]", recent)
        sound["recent"] = tuple(path for path in paths if isinstance(path, str))
    return LibrarySession(**sound, filter=Filter.from_json(told.get("filter")) or Filter())


def _sound(default: Session | LibrarySession, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of `told` that are plain values of the type `default` has there."""
    sound: dict[str, Any] = {}
    for each in fields(default):
        usual, value = getattr(default, each.name), told.get(each.name)
        if isinstance(usual, Mapping) and isinstance(value, Mapping):
            sound[each.name] = dict(cast("Mapping[str, object]", value))
        elif isinstance(usual, (str, bool)) and type(value) is type(usual):
            sound[each.name] = value
        elif isinstance(usual, float) and isinstance(value, (int, float)) and 0.3 <= value <= 5:
            sound[each.name] = float(value)
    return sound
