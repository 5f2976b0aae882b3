"""A small JSON file that is replaced in one step, and broken counts as never written."""

import json
import os
from contextlib import suppress
from pathlib import Path


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
