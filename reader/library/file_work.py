"""What the workers do with each file: its head in the first pass, all of it in the second.

Only they import this, as it brings the parsers along.
"""

import logging

from reader.library.outcome import NoPost, Outcome, Unchanged
from reader.library.post_rows import post_found
from reader.library.reading import FileRead, read_file
from reader.library.scan import FileStat
from reader.library.scan_plan import Reread
from reader.posts.identity import content_hash
from reader.posts.parse import (
    HEAD_BYTES,
    MAX_HEAD_BYTES,
    NotAPost,
    front_matter_is_open,
    parse_head,
    parse_post,
)
from reader.posts.post import DateSource

# Where front matter ends within so much, the rest of a head tells no more; else as posts.parse.
_FIRST_BYTES = 4096

_log = logging.getLogger(__name__)


def read_files(folder: str, items: tuple[FileStat | Reread, ...]) -> list[Outcome]:
    """Return what came out of each file, in order: a FileStat's head, a Reread's whole."""
    return [_guarded(folder, item) for item in items]


def _guarded(folder: str, item: FileStat | Reread) -> Outcome:
    """Keep a fault of ours from costing more than the file that shows it."""
    whole = isinstance(item, Reread)
    try:
        return _whole(folder, item) if whole else _head(folder, item)
    except Exception as error:
        file = item.file if whole else item
        _log.exception("%s could not be indexed", file.path)
        return NoPost(file, f"Broadsheet failed on this file: {type(error).__name__}.")


def _head(folder: str, file: FileStat) -> Outcome:
    """Return a post as its first kilobytes tell it; more of them where front matter is long."""
    for limit in (_FIRST_BYTES, HEAD_BYTES, MAX_HEAD_BYTES):
        found = read_file(folder, file, limit)
        if not isinstance(found, FileRead):
            return found
        if found.complete or not front_matter_is_open(found.data):
            break
    try:
        head = parse_head(found.data, file.path, found.modified, found.complete)
    except NotAPost:
        return NoPost(found.file)
    return post_found(found.file, head)


def _whole(folder: str, reread: Reread) -> Outcome:
    """Return a post with its body, unless its content is what it was."""
    found = read_file(folder, reread.file)
    if not isinstance(found, FileRead):
        return found
    digest = content_hash(found.data)
    from reader.article.extract import extract  # noqa: PLC0415 - the first pass is sooner begun

    try:
        if digest == reread.content_hash and _keeps_its_date(found, reread):
            return Unchanged(found.file)
        post = parse_post(found.data, reread.file.path, found.modified)
    except NotAPost:
        return NoPost(found.file)
    return post_found(found.file, post.head, digest, extract(post))


def _keeps_its_date(found: FileRead, reread: Reread) -> bool:
    """Return whether a file of unchanged content has a date that its new mtime does not move."""
    if found.file.mtime_ns == reread.mtime_ns:
        return True
    head = parse_head(found.data, reread.file.path, found.modified, complete=True)
    return head.date.source is not DateSource.MODIFIED
