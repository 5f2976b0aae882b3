"""Where a link of an article leads."""

import posixpath
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

LEAVING = ("http", "https", "mailto")  # nothing else ever leaves the program


class Leads(StrEnum):
    """The two places a link can lead to."""

    OUTSIDE = "outside"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: an absolute address, or a path in the library."""

    leads: Leads
    place: str


def target_of(href: str, post: str) -> Target | None:
    """Return where `href`, standing in the post of path `post`, leads; None if nowhere.

    Relative links lead to files of the library; one that climbs out of it leads nowhere.
    """
    if any(letter < " " or letter == "\\" for letter in href):
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme:
        known = parts.scheme in LEAVING and (parts.scheme == "mailto" or bool(parts.netloc))
        return Target(Leads.OUTSIDE, href) if known else None
    if parts.netloc or not parts.path:
        return None
    return _in_library(unquote(parts.path), post)


def _in_library(path: str, post: str) -> Target | None:
    if "\0" in path or "\\" in path:
        return None
    folder = "" if path.startswith("/") else posixpath.dirname(post)
    place = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    if place in ("", ".", "..") or place.startswith(("../", "/")):
        return None
    return Target(Leads.LIBRARY, place)
