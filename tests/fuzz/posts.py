"""Coverage-guided fuzzing of all that reads a post: packaging/fuzz [MINUTES]

atheris changes posts byte by byte and keeps what reaches new branches of ours. Whatever comes
out must be an article that runs and loads nothing, by the reading of a parser which has no part
in making it.
"""

import re
import sys
from datetime import UTC, datetime
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

atheris: Any = import_module("atheris")  # only packaging/fuzz installs it
html5lib: Any = import_module("html5lib")  # without types

with atheris.instrument_imports(include=["reader"]):
    from reader.article.extract import extract
    from reader.article.render import render_article
    from reader.article.sanitize import sanitize
    from reader.posts.parse import NotAPost, parse_head, parse_post

_MOMENT = datetime(2022, 2, 22, tzinfo=UTC)
_NAMES = ("post.md", "2020-01-01-post.markdown", "post.html", "post.txt")
_RUN_OR_LOAD = re.compile(
    r"(?:script|style|link|meta|base|iframe|frame|object|embed|svg|math|form|input|template|"
    r"noscript|applet|portal|title|textarea|xmp|plaintext)\Z"
)


class UnsafeError(Exception):
    """An article holds what could run, load or leave."""


def check(data: bytes) -> None:
    """Read `data` as a post, its first byte saying which. Raises what is wrong with it."""
    if len(data) < 2:
        return
    path, body = _NAMES[data[0] % len(_NAMES)], data[1:]
    try:
        parse_head(body[:4096], path, _MOMENT, complete=len(body) <= 4096)
        post = parse_post(body, path, _MOMENT)
    except NotAPost:
        return
    extract(post)
    for raw in (False, True):
        html = render_article(post, raw).html
        if sanitize(html) != html:
            raise UnsafeError(f"sanitizing again changes {html!r}")
        _check_markup(html)


def _check_markup(html: str) -> None:
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        if _RUN_OR_LOAD.match(element.tag):
            raise UnsafeError(f"<{element.tag}> in {html!r}")
        for name, value in element.attrib.items():
            _check_attribute(str(name), str(value))


def _check_attribute(name: str, value: str) -> None:
    fine = not name.startswith("on") and name not in ("style", "srcdoc", "action", "formaction")
    if name in ("src", "poster"):
        fine = value.startswith("picture?")
    elif name == "href":
        fine = urlsplit(value).scheme in ("", "http", "https", "mailto")
        fine = fine and not value.lstrip().startswith(("//", "\\", "/\\"))
    if not fine:
        raise UnsafeError(f"{name}={value!r}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
