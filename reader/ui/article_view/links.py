"""Where a link of an article leads."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from reader.posts.addresses import shown_address
from reader.posts.link_names import path_in_library

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
    fragment: str = ""  # the heading or note meant there, decoded
    post: str = ""  # the path of the post in which the link stands

    @property
    def words(self) -> str:
        """Return the place as it is shown to a reader who is to judge it."""
        return shown_address(self.place)


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
    fragment = unquote(parts.fragment)
    if parts.scheme:
        known = parts.scheme in LEAVING and (parts.scheme == "mailto" or bool(parts.netloc))
        return Target(Leads.OUTSIDE, href, fragment, post) if known else None
    if parts.netloc or not parts.path:
        return None
    place = path_in_library(parts.path, post)
    return Target(Leads.LIBRARY, place, fragment, post) if place is not None else None
