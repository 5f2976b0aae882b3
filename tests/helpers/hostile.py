"""The hostile inputs of BROADSHEET_VECTORS, for tests in a page."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from reader.article.render import render_article
from reader.posts.parse import parse_post

_BATCH = 40
_NOW = datetime(2022, 2, 22, tzinfo=UTC)


def _payloads() -> list[str]:
    folder = os.environ.get("BROADSHEET_VECTORS")
    if not folder:
        return []
    files = sorted([*Path(folder).glob("xss_*.json"), *Path(folder).glob("mdxss_*.json")])
    vectors = [vector for file in files for vector in json.loads(file.read_text("utf-8"))]
    return [vector["payload"] for vector in vectors if vector["payload"]]


PAYLOADS = _payloads()
needs_vectors = pytest.mark.skipif(not PAYLOADS, reason="BROADSHEET_VECTORS is not set")


def batched(bodies: Iterable[str]) -> Iterator[list[str]]:
    """Yield `bodies` in lists, short enough for one page each."""
    rest = iter(bodies)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def rendered(payload: str, suffix: str, raw: bool = False) -> str:
    """Return what the program makes of a post with this body."""
    body = f"---\ntitle: x\n---\n{payload}\n"
    post = parse_post(body.encode("utf-8", "replace"), f"a{suffix}", _NOW)
    return render_article(post, raw).html
