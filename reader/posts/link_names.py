"""How posts call each other in relative links: what a link and a file have in common.

Sites write a link to `_posts/2019-01-01-a-walk.md` as `2019-01-01-a-walk.md`,
`/2019/01/01/a-walk.html`, `/blog/a-walk/` or `A Walk`: what stays is the last part, without
date and suffix, and whatever stands for its spaces.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from reader.posts.names import INDEX

_SUFFIX: Final = re.compile(r"\.(?:md|markdown|mkdn?|mdown|mdx|html?|xhtml|txt|rst|adoc|org)$")
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(?=.)")
_DATE_IN_PATH: Final = re.compile(r"(?:^|/)(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?=/)")
_DRIVE: Final = re.compile(r"/?[a-zA-Z]:")
_SPACES: Final = re.compile(r"[\s_\-+]+")
_OF_FOLDER: Final = re.compile(f"{INDEX}|readme")
# A link with one of these before its last part leads to a page of the site's own making.
_LISTS: Final = frozenset(
    re.findall(
        r"\w+",
        "tag tags topic topics category categories author authors archive archives page feed "
        "search series label labels user users",
    )
)
_LONGEST: Final = 300


def link_name(path: str) -> str:
    """Return what links call the file, or page, at `path`: "" where it has no name.

    `path` is a file's, or what a link says of it, without fragment and query.
    """
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    for part in reversed(parts[-2:]):
        name = _SUFFIX.sub("", unicodedata.normalize("NFC", part).casefold())
        if not _OF_FOLDER.fullmatch(name):
            return _SPACES.sub("-", _DATE.sub("", name, count=1)).strip("-")[:_LONGEST]
    return ""


def path_in_library(reference: str, post: str) -> str | None:
    """Return the path that a relative `reference` in the post at `post` spells, or None.

    None where it would leave the library, or is no path. Fragment and query are left out.
    """
    path = unquote(re.split(r"[?#]", reference, maxsplit=1)[0])
    unfit = "\\" in path or any(ord(letter) < 32 for letter in path) or _DRIVE.match(path)
    if not path or unfit:
        return None
    folder = "" if path.startswith("/") else posixpath.dirname(post)
    place = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    return None if place in (".", "..") or place.startswith(("../", "/")) else place


def permalink_key(path: str) -> str | None:
    """Return what all ways to write a site's own `path` share, beginning with "/".

    `path` is a front matter's `permalink`, or what a link says, without fragment and query.
    None where it is no path from the site's root, or a pattern (`/:year/:title/`).
    """
    if not path.startswith("/") or path.startswith("//") or ":" in path:
        return None
    plain = unicodedata.normalize("NFC", unquote(path)).casefold()
    return re.sub(r"/index\.html?$|\.html?$", "", plain).rstrip("/") or None


def best_match(path: str, post: str, candidates: Iterable[tuple[str, str]]) -> str | None:
    """Return which of `candidates` a link to `path`, in the post at `post`, means.

    Each candidate is a post's path and its day (YYYY-MM-DD), and bears the link's name. A date
    in the link must be the post's; then what shares most of the link's folders is meant, then
    what lies nearest, then the first. None where none can be.
    """
    folders = [_plain(part) for part in path.split("/")[:-1]]
    if path.endswith("/"):
        folders = folders[:-1]
    if "" in folders:
        folders = [folder for folder in folders if folder]
    near = posixpath.dirname(post).split("/")
    wanted = _dates_of(path)
    best: tuple[tuple[int, int], str] | None = None
    for candidate, day in candidates:
        own = [_plain(part) for part in candidate.split("/")[:-1]]
        if wanted and not any(_is_same_day(wanted, dated) for dated in (_dates_of(candidate), day)):
            continue
        if folders and folders[-1] in _LISTS and folders[-1] not in own:
            continue
        rank = (len(set(folders) & set(own)), _shared(near, candidate.split("/")[:-1]))
        if best is None or rank > best[0]:
            best = (rank, candidate)
    return best[1] if best else None


def _plain(part: str) -> str:
    return part.casefold().lstrip("_")


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _dates_of(path: str) -> str:
    """Return the date in a path as YYYY-MM or YYYY-MM-DD, "" where there is none."""
    match = _DATE.search(path.rpartition("/")[2]) or _DATE_IN_PATH.search(path)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else ""


def _is_same_day(wanted: str, day: str) -> bool:
    return bool(day) and day.startswith(wanted)
