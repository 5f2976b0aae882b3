"""File names of posts; without the parsers, for whoever looks at names alone."""

from typing import Final

MARKDOWN_SUFFIXES: Final = frozenset((".md", ".markdown", ".mkd"))
HTML_SUFFIXES: Final = frozenset((".html", ".htm"))
SUFFIXES: Final = MARKDOWN_SUFFIXES | HTML_SUFFIXES | {".txt"}
# A file so called, without its suffix, is known by its folder's name: Hugo's `a-walk/index.md` and
# `a-walk/index.zh.md` (https://gohugo.io/content-management/page-bundles/).
INDEX: Final = r"_?index(?:\.[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?"

_ENDINGS: Final = tuple(SUFFIXES)


def is_post_name(name: str) -> bool:
    """Return whether a file of this name may be a post."""
    return name.lower().endswith(_ENDINGS)
