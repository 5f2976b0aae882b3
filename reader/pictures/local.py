"""Pictures of the library's own folder, and of no other place."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

# Folders that stand in for a site's root once it is built: Jekyll; Hugo; Hexo; Astro, Next and
# their like; VitePress and VuePress; Hugo's and MkDocs' others.
_SERVED_FROM = (
    "",
    "static",
    "source",
    "public",
    "assets",
    "content",
    "docs",
    "docs/public",
    ".vuepress/public",
    "docs/.vuepress/public",
)
# Folders of a site that hold its posts: opened alone, their pictures lie beside them.
_POSTS_OF_SITE = ("_posts", "_drafts", "content")
_HOLDS_POSTS = ("source", "src")  # and are not the site itself: Hexo, Astro
_LEVELS = 3  # opened may be content/posts/2020
_DRIVE = re.compile(r"[A-Za-z]:")


def find_picture(library: Path, address: str) -> Path | None:
    """Return the file that `address` means: a path relative to `library`, percent-encoded.

    None where there is no such file, or where it would lie outside the library (or, where
    the library is a site's `_posts` or `content`, or lies in one, outside that site), be it
    by `..`, by an absolute path, a drive letter or a symbolic link.
    """
    return find_file(library, unquote_to_bytes(address).decode("utf-8", "surrogateescape"))


def find_file(library: Path, path: str) -> Path | None:
    """Return the file that a plain relative `path` means, as `find_picture` does."""
    if not is_inside(path):
        return None
    try:
        for root in roots_of(library.resolve()):
            for folder in _SERVED_FROM:
                place = root / folder / path
                if not place.exists():
                    continue
                file = place.resolve()
                if file.is_relative_to(root) and file.is_file():
                    return file
    except (OSError, RuntimeError, ValueError):  # unreadable, a circle of links, too long a name
        return None
    return None


def roots_of(library: Path) -> list[Path]:
    """Return the folders in which a library's pictures may lie: itself, then its site.

    `library` is absolute and resolved. A home folder is nobody's site.
    """
    roots = [library]
    for folder in list(_upwards(library))[:_LEVELS]:
        if folder.name in _POSTS_OF_SITE:
            roots += _sites(folder)
            break
        if folder.name == "source" and folder != library:  # Hexo's source/posts
            roots += _sites(folder / "_posts")
            break
    return list(dict.fromkeys(roots))


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _sites(posts: Path) -> Iterator[Path]:
    """Yield the folder that holds `posts`, and the one above it where that is the site."""
    site = posts.parent
    for _ in range(2):
        if site in (Path.home(), Path(site.anchor)):
            return
        yield site
        if site.name not in _HOLDS_POSTS:
            return
        site = site.parent


def is_inside(path: str) -> bool:
    """Return whether `path` is a plain relative one that does not climb."""
    if not path or "\\" in path or any(letter < " " for letter in path):
        return False
    if path.startswith(("/", "~")) or _DRIVE.match(path):
        return False
    return ".." not in path.split("/")


def relative_path(address: str) -> str | None:
    """Return the plain relative path that `address` encodes, or None where it is anything else."""
    path = unquote_to_bytes(address).decode("utf-8", "surrogateescape")
    return path if is_inside(path) else None
