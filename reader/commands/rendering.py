"""One file of a folder to its article, whatever the file holds."""

import logging
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from reader.article.chinese import Script
from reader.article.pictures.shelf import EMPTY_SHELF, Shelf
from reader.article.render import render_article
from reader.article.values import Article
from reader.commands.line_ends import keeps_lines
from reader.errors import PostError
from reader.library.outcome import Gone, NoPost
from reader.library.paths import file_of
from reader.library.reading import FileRead, read_file
from reader.library.scan import FileStat
from reader.library.scan_plan import MAX_POST_BYTES
from reader.pictures.cache import PictureCache
from reader.pictures.shelf import PictureShelf
from reader.posts.decoding import decode
from reader.posts.parse import parse_post

_PLAIN_TEXT_BYTES = 2 * 1024 * 1024  # more would take a window seconds to lay out
_log = logging.getLogger(__name__)


class RenderError(PostError):
    """A post cannot be rendered; `text` is what its file holds, where that could be read."""

    def __init__(self, reason: str, text: str | None = None) -> None:
        super().__init__(reason)
        self.text = text


def read_post(folder: Path, path: str) -> FileRead:
    """Return the file at `path` of the library in `folder` (absolute, resolved).

    Raises:
        RenderError: It is gone, unreadable, too large, or not inside the folder.
    """
    file = file_of(folder, path)
    try:
        inside = file.resolve().is_relative_to(folder)
    except (OSError, RuntimeError, ValueError):  # a circle of links, a name with NUL
        inside = False
    if not inside:
        raise RenderError("The file is not inside the folder.")
    found = read_file(str(folder), FileStat(path, 0, 0, 0))
    if isinstance(found, Gone):
        raise RenderError("The file is not there any more.")
    if isinstance(found, NoPost):
        raise RenderError(found.reason or "The file cannot be read.")
    if not found.complete or len(found.data) > MAX_POST_BYTES:
        raise RenderError("The file is larger than 32 MB.")
    return found


def render_file(
    folder: Path,
    path: str,
    raw: bool,
    shelf: Shelf = EMPTY_SHELF,
    script: Script = Script.WRITTEN,
) -> Article:
    """Return the article of the post at `path` of the library in `folder`.

    `shelf` knows the pictures at hand: where they lie, and how much room they need. Chinese is
    shown in `script`.

    Raises:
        RenderError: It cannot be read, or it brought a fault of ours to light.
        NotAPost: A .txt or .html file without front matter.
    """
    found = read_post(folder, path)
    try:
        post = parse_post(found.data, path, found.modified)
        post = replace(post, keeps_lines=keeps_lines(folder))
        return render_article(post, raw, shelf, script)
    except PostError:
        raise
    except Exception as error:  # it must cost this one post its looks, and nothing else
        _log.exception("%s could not be rendered", path)
        reason = f"Broadsheet failed on this file: {type(error).__name__}."
        raise RenderError(reason, plain_text(found.data)) from error


@lru_cache(8)
def shelf_of(folder: Path, cache: Path, whole: bool = True) -> Shelf:
    """Return what knows the pictures of the library in `folder`, and those kept in `cache`.

    Unless `folder` is a `whole` library, no file in it is sought by its name alone.
    """
    return PictureShelf(folder, PictureCache(cache / "pictures"), whole)


def plain_text(data: bytes) -> str:
    """Return a file as text, markup and all; of a large one its beginning. Never raises."""
    return decode(data[:_PLAIN_TEXT_BYTES], complete=len(data) <= _PLAIN_TEXT_BYTES).text
