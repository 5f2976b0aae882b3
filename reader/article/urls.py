"""Addresses in posts: of pictures, as the page names them, and of links."""

import posixpath
import re
from urllib.parse import quote, unquote, urljoin, urlsplit

from reader.article.sanitize import PICTURE

_ABSOLUTE = re.compile(r"https?://[^\s/?#\\]", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"https?://([a-zA-Z0-9.-]+)(?=[/?#]|\Z)")  # ten times as fast
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# What may stand unescaped after "picture?"; "%" too, where it already escapes something.
_SAFE = "-._~:/?@!$&()*+,;=[]"
_STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")


def picture_address(url: str) -> str:
    """Return how the page names the picture at `url` (absolute, or a library path)."""
    return PICTURE + quote(_STRAY_PERCENT.sub("%25", url), safe=_SAFE + "%")


def picture_url(source: str, post_path: str) -> str | None:
    """Return the absolute http(s) URL or the library path that `source` means.

    Relative ones are taken from the post's folder, those that start with "/" from the
    library's root. None for anything else, and for what would leave the library.
    """
    source = source.strip()
    if source.startswith("//"):
        source = "https:" + source
    if _ABSOLUTE.match(source):
        return re.sub(r"\s", "%20", source.partition("#")[0])
    if not source or _SCHEME.match(source) or "\\" in source or source.startswith("#"):
        return None
    return library_path(re.split(r"[?#]", source, maxsplit=1)[0], post_path)


def library_path(reference: str, post_path: str) -> str | None:
    """Return the path within the library that `reference` means in the post at `post_path`.

    None where it would leave the library, or is no path.
    """
    reference = unquote(reference)
    if "\\" in reference or any(ord(character) < 32 for character in reference):
        return None
    folder = "" if reference.startswith("/") else posixpath.dirname(post_path)
    path = posixpath.normpath(posixpath.join(folder, reference.lstrip("/")))
    climbs = path in (".", "..") or path.startswith(("../", "/"))
    drive = re.match(r"[a-zA-Z]:", path)
    return None if climbs or drive else path


def absolute(reference: str, base: str | None) -> str:
    """Return `reference` as an absolute URL where `base` allows; else as it is."""
    try:
        if reference.startswith("//"):
            return "https:" + reference
        return urljoin(base, reference) if base else reference
    except ValueError:  # "http://[" and the like
        return ""


def host(url: str | None) -> str:
    """Return the URL's host in lower case without "www.", or ""."""
    if plain := _PLAIN_HOST.match(url or ""):
        return plain[1].lower().removeprefix("www.")
    try:
        name = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def picture_of(address: str) -> str:
    """Return the URL or library path that the page's `address` of a picture names."""
    url = address.removeprefix(PICTURE)
    return url if _ABSOLUTE.match(url) else unquote(url)
