"""Bytes to posts: the front door of this room."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, cast

from reader.errors import PostError
from reader.posts.dates import published
from reader.posts.decoding import Decoded, decode
from reader.posts.front_matter import MAX_FRONT_MATTER, FrontMatter, is_open, read_front_matter
from reader.posts.identity import host_of
from reader.posts.language import language_of
from reader.posts.names import HTML_SUFFIXES, MARKDOWN_SUFFIXES, SUFFIXES
from reader.posts.post import BodyFormat, Post, PostHead
from reader.posts.problem import Fault, Problem
from reader.posts.sources import source_of
from reader.posts.terms import authors_of, categories_of, tags_of
from reader.posts.titles import (
    first_heading,
    given_name,
    title_from_name,
    title_in,
    without_site_name,
)

HEAD_BYTES: Final = 16_384  # enough for nearly every front matter
MAX_HEAD_BYTES: Final = 4 * MAX_FRONT_MATTER + HEAD_BYTES  # four bytes a character at most


# Of what new posts are made: Hexo's `scaffolds`, Hugo's `archetypes`, Obsidian's templates.
_TO_BE_FILLED: Final = re.compile(r"\{\{.*\}\}|<%.*%>")
_DATE_LINE: Final = re.compile(
    r"""^[ \t{]*["']?date["']?[ \t]*[:=]""", re.MULTILINE | re.IGNORECASE
)

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Where Hugo and Zola have what they do not know themselves, and YAML what it takes from elsewhere:
# https://gohugo.io/content-management/front-matter/#params, https://yaml.org/type/merge.html
_WITHIN: Final = ("params", "extra", "<<")


class NotAPost(PostError):  # noqa: N818 - no error: the folder holds other files too
    """A `.txt` or `.html` without front matter, a template, or a file of another kind."""


def front_matter_is_open(data: bytes) -> bool:
    """Return whether `data`, a file's beginning, ends within its front matter.

    `parse_head` wants more of such a file, up to `MAX_HEAD_BYTES`.
    """
    if data.startswith(b"---\n") and b"\n---\n" in data:
        return False  # nearly every post
    return is_open(_unix(decode(data, complete=False).text))


def parse_head(data: bytes, path: str, modified: datetime, complete: bool) -> PostHead:
    """Return what a file's first bytes say; `complete` tells whether they are all it has.

    `path` is relative to the library, `modified` aware. Raises NotAPost, and nothing else for
    any bytes whatever.
    """
    decoded = decode(data, complete)
    return _parse(decoded, path, modified, complete)[0]


def parse_post(data: bytes, path: str, modified: datetime) -> Post:
    """Return a whole file as a post. Raises as `parse_head` does."""
    decoded = decode(data)
    head, body, front_matter = _parse(decoded, path, modified, complete=True)
    body_format = BodyFormat.HTML if _suffix(path) in HTML_SUFFIXES else BodyFormat.MARKDOWN
    return Post(head, body, front_matter.body_line, body_format)


def _parse(
    decoded: Decoded, path: str, modified: datetime, complete: bool
) -> tuple[PostHead, str, FrontMatter]:
    text = _unix(decoded.text)
    front_matter = read_front_matter(text, complete)
    suffix = _suffix(path)
    if suffix not in MARKDOWN_SUFFIXES and not (front_matter.found and suffix in SUFFIXES):
        raise NotAPost(f"{path} has no front matter, so it is not shown as a post.")
    body = text[front_matter.end :]
    faults = [*decoded.faults, *front_matter.faults]
    head = _head(front_matter.values, body, path, modified, faults)
    if None in (problem.line for problem in head.problems):
        problems = tuple(_on_its_line(problem, text) for problem in head.problems)
        head = replace(head, problems=problems)
    return head, body, front_matter


def _head(
    values: Mapping[str, object], body: str, path: str, modified: datetime, faults: list[Fault]
) -> PostHead:
    known = _known(values)
    title = title_in(known.get("title"))
    if _TO_BE_FILLED.fullmatch(title):
        raise NotAPost(f"{path} is what posts are made of: its title is still to be filled in.")
    heading = "" if title else first_heading(body, _suffix(path) not in HTML_SUFFIXES)
    date, fault = published(known, given_name(path), modified)
    if fault:
        faults.append(fault)
    source, source_url = source_of(known)
    title = without_site_name(title, host_of(source_url) if source_url else "")
    return PostHead(
        path=path,
        title=title or heading or title_from_name(path),
        title_is_heading=bool(heading),
        date=date,
        authors=authors_of(known),
        source=source,
        source_url=source_url,
        tags=tags_of(known),
        categories=categories_of(known, path),
        lang=language_of(f"{title}\n{body[:4000]}", _declared_language(known)),
        front_matter=values,
        problems=tuple(Problem(path, line, reason) for line, reason in faults),
    )


def _known(values: Mapping[str, object]) -> dict[str, object]:
    """Return values by the names that we know, with those of `_WITHIN` that have no other."""
    known = own = _named(values)
    for key in _WITHIN:
        if isinstance(inner := own.get(key), dict):
            known = _named(cast("dict[str, object]", inner)) | known
    return known


def _named(values: Mapping[str, object]) -> dict[str, object]:
    """Return values by plain names: `Source-URL` and `sourceUrl` are `source_url`."""
    named: dict[str, object] = {}
    for key, value in values.items():
        named.setdefault(key.lower().replace("-", "_"), value)
    for key in values:
        if not key.islower():
            named.setdefault(_HUMP.sub("_", key).lower().replace("-", "_"), values[key])
    return named


def _on_its_line(problem: Problem, text: str) -> Problem:
    """Return a problem of the date with the line on which the date stands."""
    found = _DATE_LINE.search(text, 0, MAX_FRONT_MATTER) if "date" in problem.reason else None
    if problem.line is not None or found is None:
        return problem
    return replace(problem, line=text.count("\n", 0, found.start()) + 1)


def _declared_language(known: Mapping[str, object]) -> object:
    return next((known[key] for key in ("lang", "language", "locale") if known.get(key)), None)


def _unix(text: str) -> str:
    """Return `text` with "\\n" for line ends, and U+FFFD for NUL as CommonMark section 2.3 asks."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _suffix(path: str) -> str:
    name = path[path.rfind("/") + 1 :]
    return name[name.rfind(".") :].lower() if "." in name else ""
