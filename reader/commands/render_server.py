"""`broadsheetctl render --serve`: the window's renderer.

A request is one JSON line, `{"id": 7, "folder": "/abs", "path": "a/b.md", "raw": false}`, and
so is its answer: `{"id": 7, "article": {…}}`, or `{"id": 7, "error": "…", "text": "…"}` where
`text`, the file as plain text, is null if it could not be read. Ends with its input.
"""

import json
from pathlib import Path
from typing import BinaryIO, cast

from reader.article.values import to_json
from reader.commands.rendering import RenderError, read_post, render_file
from reader.posts.parse import NotAPost


def serve(requests: BinaryIO, answers: BinaryIO) -> int:
    """Answer every line of `requests` on `answers`; return the exit code."""
    for line in requests:
        if line.strip():
            answers.write(json.dumps(_answer(line)).encode() + b"\n")
            answers.flush()
    return 0


def _answer(line: bytes) -> dict[str, object]:
    try:
        request = cast(dict[str, object], json.loads(line))
        number = request["id"]
        folder, path, raw = str(request["folder"]), str(request["path"]), request.get("raw") is True
    except (ValueError, TypeError, KeyError, RecursionError):
        return {"id": None, "error": "This is no request.", "text": None}
    library = Path(folder)
    try:
        return {"id": number, "article": to_json(render_file(library, path, raw))}
    except NotAPost as error:
        return {"id": number, "error": str(error), "text": _text(library, path)}
    except RenderError as error:
        return {"id": number, "error": str(error), "text": error.text}


def _text(folder: Path, path: str) -> str | None:
    try:
        return read_post(folder, path).data.decode("utf-8", "replace")
    except RenderError:
        return None
