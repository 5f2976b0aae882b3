"""A small JSON file that is replaced in one step, and broken counts as never written."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


def read_json(path: Path) -> object:
    """Return what the file at `path` holds; None where it is missing or broken."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def write_json(path: Path, value: object) -> None:
    """Replace the file at `path`. Raises OSError where that cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        fresh.write_text(json.dumps(value, indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


class Kept(Generic[_Value]):
    """A value as its file has it, which is written only where it differs from that."""

    def __init__(self, value: _Value, save: Callable[[_Value], None], name: str) -> None:
        """Begin with what was read; `save` raises OSError, `name` is what the user is told of."""
        self._written, self._save, self._name = value, save, name
        self._complained = False

    def keep(self, value: _Value) -> None:
        """Write `value`, if it is another than the file's; say once where that fails."""
        if value == self._written:
            return
        try:
            self._save(value)
        except OSError as fault:
            if not self._complained:
                sys.stderr.write(f"broadsheet: the {self._name} cannot be kept: {fault}\n")
            self._complained = True
        else:
            self._written = value
