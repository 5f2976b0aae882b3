"""File names of posts; without the parsers, for whoever looks at names alone."""

from typing import Final

MARKDOWN_SUFFIXES: Final = frozenset((".md", ".markdown", ".mkd"))
HTML_SUFFIXES: Final = frozenset((".html", ".htm"))
SUFFIXES: Final = MARKDOWN_SUFFIXES | HTML_SUFFIXES | {".txt"}

_ENDINGS: Final = tuple(SUFFIXES)


def is_post_name(name: str) -> bool:
    """Return whether a file of this name may be a post."""
    return name.lower().endswith(_ENDINGS)
