"""What the user prefers, kept in one JSON file.

A value that cannot be read, or is none of those there are, counts as never written: the others
hold. Only what is changed here is changed in the file: what a newer version or the user's own
hand has written there stays. No Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard, cast

from reader.ui.json_file import put_aside, read_json, read_object, with_changes, write_json

Keys = Mapping[str, tuple[str, ...]]
_NONE: Mapping[str, Any] = MappingProxyType({})

CHOICES = {
    "theme": ("light", "sepia", "dark", "black", "system"),  # as one key walks them
    "accent": ("vermilion", "ochre", "moss", "sea", "blue", "plum"),
    "typeface": ("serif", "sans"),
    "justify": ("script", "always", "never"),  # "script": Chinese and Japanese, not alphabets
    "chinese": ("", "hans", "tw", "hk"),  # reader.article.chinese.Script
    "read_when": ("once", "while", "end", "hand"),
    "at_end": ("next", "unread", "stay"),
    "pictures": ("ask", "always", "never"),
    "density": ("comfortable", "compact", "titles"),  # reader.ui.post_list.density.Density
}
RANGES: dict[str, tuple[float, float]] = {"size": (12, 32), "line": (1.4, 2.4), "width": (24, 60)}
SCRIPTS = ("latin", "hans", "hant", "ja", "ko", "code")
_LONGEST = 200  # characters of a font's name, or a key's
_MOST_KEYS = 12  # of one command


@dataclass(frozen=True, slots=True)
class Settings:
    """What is preferred. Each field's meaning, where it is a choice, stands in CHOICES."""

    theme: str = "system"
    accent: str = "vermilion"
    typeface: str = "serif"
    fonts: Mapping[str, str] = field(default_factory=lambda: _NONE)  # by SCRIPTS: a family
    size: int = 18  # of the text, in pixels
    line: float = 1.9  # from line to line, in sizes; alphabets get a little less
    width: int = 38  # of a line, in sizes; alphabets likewise
    justify: str = "script"
    chinese: str = ""  # the script it is shown in; "" as it is written
    keys: Keys = field(default_factory=lambda: _NONE)  # of the commands that were given others
    read_when: str = "once"  # an article counts as read
    at_end: str = "next"  # what a page further is there
    read_stay: bool = True  # read posts stay in a list of unread ones until another is shown
    pictures: str = "ask"  # remote ones
    density: str = "comfortable"  # of the list's rows
    thumbnails: bool = False  # in the list


def load(path: Path) -> Settings:
    """Return the settings kept at `path`; whatever is missing or broken is as at first start."""
    return from_json(read_json(path))


def save(path: Path, now: Settings, before: Settings | None = None) -> Path | None:
    """Change in the file at `path` what differs between `before` and `now`; nothing: all of it.

    Returns where a file that cannot be understood was put aside, if there was one. Raises
    OSError where the file cannot be read or written.
    """
    kept: Mapping[str, Any] = {}
    aside = None
    try:
        kept = read_object(path)
    except ValueError:
        aside = put_aside(path)
    known = to_json(before) if before is not None and kept else {}
    write_json(path, with_changes(kept, known, to_json(now)))
    return aside


def to_json(settings: Settings) -> dict[str, Any]:
    """Return `settings` as JSON knows them: what is not as at first start."""
    usual = Settings()
    kept = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    return {
        name: dict(value) if isinstance(value, Mapping) else value  # pyright: ignore[reportUnknownArgumentType]
        for name, value in kept.items()
        if value != getattr(usual, name)
    }


def from_json(kept: object) -> Settings:
    """Return the settings that `kept` tells of, field by field; never raises."""
    if not isinstance(kept, Mapping):
        return Settings()
    told = cast("Mapping[str, Any]", kept)
    sound: dict[str, Any] = {
        name: told[name]
        for name, choices in CHOICES.items()
        if isinstance(told.get(name), str) and told[name] in choices
    }
    for name, (least, most) in RANGES.items():
        value: Any = told.get(name)
        if type(value) in (int, float) and least <= value <= most:
            sound[name] = round(value, 2) if name == "line" else int(value)
    for name in ("read_stay", "thumbnails"):
        if isinstance(told.get(name), bool):
            sound[name] = told[name]
    sound["fonts"] = _fonts(told.get("fonts"))
    sound["keys"] = _keys(told.get("keys"))
    return Settings(**sound)


def _mapping(kept: object) -> Mapping[object, object]:
    return cast("Mapping[object, object]", kept) if isinstance(kept, Mapping) else {}


def _is_name(value: object) -> TypeGuard[str]:
    """Return whether `value` may name a font or a key: half a character is none, nor is a line."""
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable()


def _fonts(kept: object) -> Mapping[str, str]:
    told = _mapping(kept)
    families = {script: told.get(script) for script in SCRIPTS}
    return {script: family for script, family in families.items() if _is_name(family)}


def _keys(kept: object) -> Keys:
    found: dict[str, tuple[str, ...]] = {}
    for command, keys in _mapping(kept).items():
        if isinstance(command, str) and isinstance(keys, list | tuple):
            listed = cast("list[object] | tuple[object, ...]", keys)[:_MOST_KEYS]
            if all(map(_is_name, listed)):
                found[command] = cast("tuple[str, ...]", tuple(listed))
    return found
