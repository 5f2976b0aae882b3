"""Posts from bytes and text, for tests of every room above them."""

import base64
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from reader.posts.parse import parse_post
from reader.posts.post import Post

MODIFIED = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def post(text: str | bytes, path: str = "post.md") -> Post:
    """Return `text` parsed as the file `path`."""
    data = text.encode() if isinstance(text, str) else text
    return parse_post(data, path, MODIFIED)


def vectors_folder() -> Path:
    """Return the folder of hostile and standard inputs; skip the test where there is none."""
    folder = os.environ.get("BROADSHEET_VECTORS")
    if not folder:
        pytest.skip("BROADSHEET_VECTORS is not set")
    return Path(folder)


def vectors(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file of vectors."""
    text = (vectors_folder() / name).read_text("utf-8")
    return cast("list[dict[str, Any]]", json.loads(text))


def payload(case: Mapping[str, Any]) -> bytes:
    """Return the input of one case."""
    if case.get("payload"):
        return str(case["payload"]).encode("utf-8", "surrogatepass")
    if case.get("payload_b64"):
        return base64.b64decode(str(case["payload_b64"]))
    if case.get("python"):
        return str(eval(str(case["python"]), {})).encode()  # noqa: S307 - our own recipes
    return b""
