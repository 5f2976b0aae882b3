"""`broadsheetctl render --serve`: the window's renderer.

A request is one JSON line, `{"id": 7, "folder": "/abs", "path": "a/b.md", "raw": false, "chinese":
"hans"}`, and so is its answer: `{"id": 7, "article": {…}}`, or `{"id": 7, "error": "…", "text":
"…"}` where `text`, the file as plain text, is null if it could not be read. The article is as
`render --json` prints it, and `lacks` what could not be shown of it, in words. `chinese`, a
`Script`, and `raw` may be left out. Ends with its input.
"""

import json
from pathlib import Path
from typing import BinaryIO, cast

from reader.article.chinese import Script
from reader.article.values import to_json
from reader.commands.printing import json_line
from reader.commands.rendering import RenderError, plain_text, read_post, render_file, shelf_of
from reader.posts.parse import NotAPost


def serve(requests: BinaryIO, answers: BinaryIO, cache: Path) -> int:
    """Answer every line of `requests` on `answers`; return the exit code.

    `cache` is the folder in which the window keeps remote pictures.
    """
    for line in requests:
        if line.strip():
            answers.write(json_line(_answer(line, cache)).encode())
            answers.flush()
    return 0


def _answer(line: bytes, cache: Path) -> dict[str, object]:
    number: object = None
    try:
        request = cast("dict[str, object]", json.loads(line))
        number = request["id"]
        folder = Path(str(request["folder"])).resolve()
        path, raw = str(request["path"]), request.get("raw") is True
        script = Script(request.get("chinese") or "")
    except (ValueError, TypeError, LookupError, RecursionError, OSError, RuntimeError):
        return {"id": number, "error": "This is no request.", "text": None}
    try:
        article = render_file(folder, path, raw, shelf_of(folder, cache), script)
        lacks = [problem.reason for problem in article.problems[len(article.head.problems) :]]
        return {"id": number, "article": to_json(article) | {"lacks": lacks}}
    except NotAPost as error:
        return {"id": number, "error": str(error), "text": _text(folder, path)}
    except RenderError as error:
        return {"id": number, "error": str(error), "text": error.text}


def _text(folder: Path, path: str) -> str | None:
    try:
        return plain_text(read_post(folder, path).data)
    except RenderError:
        return None
