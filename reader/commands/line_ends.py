"""Whether a library's Markdown is written for programs that end a line where its source does.

CommonMark joins the lines of a paragraph. Obsidian shows them as they are written, unless it is
set to be strict, and so does Hexo's own renderer; what is written for these, poems and addresses
above all, is not read otherwise.
"""

import json
from os.path import isdir, isfile
from pathlib import Path
from typing import Any, cast

_LEVELS = 4  # source/_posts/2024 lies three below the site
_LONGEST = 64 * 1024  # bytes of a settings file


def keeps_lines(folder: Path) -> bool:
    """Return whether `folder` (absolute) is, or lies in, a vault of Obsidian or a site of Hexo."""
    for place in (folder, *folder.parents)[:_LEVELS]:
        vault = place / ".obsidian"
        if isdir(vault):
            return _told(vault / "app.json").get("strictLineBreaks") is not True
        if isfile(place / "_config.yml"):
            package = _told(place / "package.json")
            return "hexo" in package or "hexo" in _object(package.get("dependencies"))
    return False


def _told(file: Path) -> dict[str, Any]:
    """Return the JSON object in `file`; empty where there is none."""
    if not isfile(file):  # a pipe would never end
        return {}
    try:
        with file.open("rb") as opened:
            told: Any = json.loads(opened.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return _object(told)


def _object(told: object) -> dict[str, Any]:
    return cast("dict[str, Any]", told) if isinstance(told, dict) else {}
