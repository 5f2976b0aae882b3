"""What a link in a post leads to within the library.

By what the index knows of every post: its source's URL, its path, the place it names on its own
site, the name of its file, and its title at last. Each question is answered by an index of the
database, so that 200,000 posts take no longer than 200.
"""

import unicodedata
from pathlib import Path

import apsw

from reader.library.paths import to_name
from reader.library.query import words_in
from reader.library.values import Found
from reader.posts.identity import normalized_url
from reader.posts.link_names import best_match, link_name, permalink_key

_SUFFIXES = ("", ".md", ".markdown", ".html", "/index.md", "/_index.md", "/index.html")
_MOST_OF_A_NAME = 500  # posts that bear one name, looked through

_END = 4  # words of a title's beginning, and of its end, by which posts are looked up

_BY_URL = "SELECT path, title FROM posts WHERE url_key = ? ORDER BY id DESC LIMIT 1"
_BY_PATH = "SELECT path, title FROM posts WHERE path = ?"
_BY_NAME = "SELECT path, local_day FROM posts WHERE link_name = ? ORDER BY id DESC LIMIT ?"
_BY_TITLE = """
    SELECT posts.path, posts.title FROM words JOIN posts ON posts.id = words.rowid
    WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT 200
"""


class LinkLookup:
    """Asks one connection; the caller keeps it in one state."""

    def __init__(self, connection: apsw.Connection, folder: Path) -> None:
        self._connection, self._folder = connection, folder

    def by_url(self, url: str) -> Found | None:
        """Return the post whose source is `url`, the newest of several, or None."""
        key = normalized_url(url)
        return None if key is None else self._one(_BY_URL, key)

    def by_path(self, path: str, post: str) -> Found | None:
        """Return what a link to `path`, relative to the library, means in the post at `post`.

        A post, else a file that is there, else the post that is called so; or None.
        """
        path = unicodedata.normalize("NFC", path)
        for suffix in _SUFFIXES:
            if found := self._one(_BY_PATH, path + suffix):
                return found
        key = permalink_key("/" + path)
        if key is not None and (found := self._one(_BY_URL, key)):
            return found
        if _is_file(self._folder, path):
            return Found(path, "", is_post=False)
        return self._by_name(path, post) or self._by_title(path)

    def _by_name(self, path: str, post: str) -> Found | None:
        name = link_name(path)
        if not name:
            return None
        named = self._connection.execute(_BY_NAME, (name, _MOST_OF_A_NAME)).fetchall()
        best = best_match(path, post, named)
        return self._one(_BY_PATH, best) if best is not None else None

    def _by_title(self, path: str) -> Found | None:
        """Return the post whose title is the link's last part, as people link notes."""
        wanted = path.rpartition("/")[2].removesuffix(".md").strip()
        words = words_in(wanted).split()
        if not words or len(wanted) > 200:
            return None
        ends = f'^ "{" ".join(words[:_END])}"'  # each word more takes as long again
        if len(words) > _END:
            ends += f' AND "{" ".join(words[-_END:])}"'
        for found, title in self._connection.execute(_BY_TITLE, (f"title : ({ends})",)):
            if title.casefold() == wanted.casefold():
                return Found(found, title)
        return None

    def _one(self, sql: str, value: str) -> Found | None:
        for path, title in self._connection.execute(sql, (value,)):
            return Found(path, title)
        return None


def _is_file(folder: Path, path: str) -> bool:
    """Return whether there is such a file, really within `folder`."""
    try:
        file = (folder / to_name(path)).resolve()
        return file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError):
        return False
