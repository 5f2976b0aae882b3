"""A small JSON file that is replaced in one step."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

_Value = TypeVar("_Value")


def read_json(path: Path) -> Mapping[str, Any]:
    """Return the object that the file at `path` holds; empty where it is missing or broken."""
    try:
        return read_object(path)
    except (OSError, ValueError):
        return {}


def read_object(path: Path) -> Mapping[str, Any]:
    """Return the object that the file at `path` holds; empty where nothing was ever written.

    Raises OSError where the file cannot be read, and ValueError where it holds no object.
    """
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return {}
    try:
        kept: object = json.loads(written) if written.strip() else {}
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    if not isinstance(kept, dict):
        raise ValueError("no object in braces")
    return cast("Mapping[str, Any]", kept)


def write_json(path: Path, value: object) -> None:
    """Replace the file at `path`, or the one it is a link to. Raises OSError where it cannot."""
    real = Path(os.path.realpath(path))
    real.parent.mkdir(parents=True, exist_ok=True)
    fresh = real.with_name(f"{real.name}.{os.getpid()}.new")
    try:
        fresh.write_text(json.dumps(value, indent=1), encoding="utf-8")
        fresh.replace(real)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def put_aside(path: Path) -> Path:
    """Give the file at `path` a name that nothing has yet, and return that. Raises OSError."""
    real = Path(os.path.realpath(path))
    names = (real.with_name(f"{real.name}.broken{number or ''}") for number in count())
    return real.rename(next(name for name in names if not os.path.lexists(name)))


def with_changes(
    kept: Mapping[str, Any], before: Mapping[str, Any], now: Mapping[str, Any]
) -> dict[str, Any]:
    """Return `kept` with what differs between `before` and `now`, objects within it likewise."""
    made = dict(kept)
    for name in dict.fromkeys((*before, *now)):
        was, told, wanted = before.get(name), made.get(name), now.get(name)
        if was == wanted:
            continue
        if any(isinstance(each, Mapping) for each in (was, wanted)):
            wanted = with_changes(_object(told), _object(was), _object(wanted)) or None
        if wanted is None:
            made.pop(name, None)
        else:
            made[name] = wanted
    return made


def _object(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


class Kept(Generic[_Value]):
    """A value as its file has it, which is written only where it differs from that."""

    def __init__(self, value: _Value, save: Callable[[_Value], None], name: str) -> None:
        """Begin with what was read; `save` raises OSError, `name` is what the user is told of."""
        self.written, self._save, self._name = value, save, name
        self._complained = False

    def keep(self, value: _Value) -> None:
        """Write `value`, if it is another than the file's; say once where that fails."""
        if value == self.written:
            return
        try:
            self._save(value)
        except OSError as fault:
            if not self._complained:
                sys.stderr.write(f"broadsheet: the {self._name} cannot be kept: {fault}\n")
            self._complained = True
        else:
            self.written = value
