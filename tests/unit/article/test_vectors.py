"""Hostile and standard inputs of others, through the whole pipeline."""

import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.article.extract import extract
from reader.article.render import render_article
from reader.posts.post import BodyFormat
from tests.helpers.articles import post_of

FOLDER = Path(os.environ.get("BROADSHEET_VECTORS", ""))
pytestmark = pytest.mark.skipif(
    "BROADSHEET_VECTORS" not in os.environ, reason="BROADSHEET_VECTORS is not set"
)
HOSTILE = "xss_ammonia xss_bleach xss_html5lib_sanitizer xss_nh3 xss_owasp_evasion"
HOSTILE_MARKDOWN = "mdxss_markdown_it mdxss_showdown"
# Where the payload stands in a body.
PLACES = (
    "{}",
    '<figure><img src="a.jpg" alt="{}"><figcaption>{}</figcaption></figure>',
    '<img src="a.jpg" data-caption="{}" title="{}">',
    '<p><img src="{}"></p><p class="caption">{}</p>',
    '![{}]({} "{}")\n\n*{}*',
    "[{}]({})",
    '<a href="{}">{}</a><iframe src="{}"></iframe><video src="{}" poster="{}"></video>',
)


def vectors(name: str) -> list[Mapping[str, str]]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def oracle() -> Any:
    spec = importlib.util.spec_from_file_location("oracle", FOLDER / "oracle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["oracle"] = module
    spec.loader.exec_module(module)
    return module


def rendered(payload: str) -> Iterator[str]:
    for place in PLACES:
        for body_format in BodyFormat:
            for raw in (False, True):
                post = post_of(
                    place.replace("{}", payload),
                    title=payload or "x",
                    authors=(payload,),
                    body_format=body_format,
                    source_url="https://e.example/a",
                )
                article = render_article(post, raw)
                assert not article.problems
                yield article.html


@pytest.mark.parametrize("name", (HOSTILE + " " + HOSTILE_MARKDOWN + " oracle_clean").split())
def test_hostile_input_leaves_nothing_dangerous(name: str) -> None:
    policies = [
        oracle().Policy(),
        oracle().Policy(load=set()),
        oracle().Policy(load=set(), id_prefix="post-"),
    ]
    seen: set[str] = set()
    for vector in vectors(name):
        for html in rendered(vector["payload"]):
            if html and html not in seen:
                seen.add(html)
                for policy in policies:
                    assert oracle().check(html, policy) == [], vector["id"]


@pytest.mark.parametrize("which", range(48))
def test_pathological_markdown_is_read_at_once(which: int) -> None:
    vector = vectors("md_pathological")[which]
    recipe = vector["python"]
    text = (
        "".join(f"[x{number}]: /u\n" for number in range(50_000))
        if recipe.startswith("hash_collisions")
        else eval(recipe, {"__builtins__": {"map": map, "range": range}})  # noqa: S307
    )
    post = post_of(text, body_format=BodyFormat.MARKDOWN)
    started = time.process_time()
    render_article(post)
    extract(post)
    assert time.process_time() - started < 3  # under a second each on a machine of one's own
