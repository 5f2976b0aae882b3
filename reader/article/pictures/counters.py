"""Pictures that are not there to be seen: counters of readers, and a site's buttons.

Hosts and names are data, `resources/article/counters.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast

from bs4 import Tag

from reader.article.pictures.sizes import holds_one
from reader.article.trees import ancestor, attribute, classes, text_of

_DATA = Path(__file__).parents[3] / "resources" / "article" / "counters.toml"
_TINY = re.compile(r"\s*[01](?:px)?\s*\Z")
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:!important\s*)?(?:;|\Z)|"
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)
_AVATAR = re.compile(r"//(?:[\w-]+\.)*gravatar\.com/avatar/|/avatars?/", re.IGNORECASE)
_AVATAR_WIDTH = 128  # pixels, at most
_STYLE_LOOKED_AT = 2000  # characters


def is_counter(image: Tag, sources: Sequence[str]) -> bool:
    """Return whether the picture is there to be fetched, not to be seen.

    `sources` are its written ones. A lazy loader hides what it has not loaded yet, so what is
    hidden counts only where there is nothing else to load.
    """
    attributes = image.attrs
    sides = [attribute(image, name) for name in ("width", "height") if name in attributes]
    if len(sides) == 2 and all(map(_TINY.match, sides)):
        return True
    if _HIDDEN.search(attribute(image, "style")[:_STYLE_LOOKED_AT]):
        return not any(name.startswith(("data-", "srcset")) for name in attributes)
    return any(map(_counters().search, sources[:1]))


def is_button(image: Tag, source: str, width: int) -> bool:
    """Return whether the picture is the site's: a share button, a writer's small portrait."""
    link = ancestor(image, "a")
    shares = link is not None and _sharing().match(attribute(link, "href"))
    if link is not None and shares and holds_one(link) and not text_of(link):
        return True
    small = 0 < width <= _AVATAR_WIDTH
    return small and "avatar" in classes(image) and bool(_AVATAR.search(source))


@cache
def _counters() -> re.Pattern[str]:
    data = _read()
    called = "|".join(map(re.escape, data["names"]))
    hosts = _hosts(data["hosts"])
    return re.compile(rf"\A{hosts}|/(?:{called})(?=[/?#]|\Z)", re.IGNORECASE)


@cache
def _sharing() -> re.Pattern[str]:
    return re.compile(_hosts(_read()["sharing"]), re.IGNORECASE)


def _hosts(named: Sequence[str]) -> str:
    """Return the expression for an address at one of these hosts, or below it."""
    ends = [
        re.escape(one).replace(r"\*", r"[\w-]+") + ("" if "/" in one else r"(?=[/?#:]|\Z)")
        for one in named
    ]
    return rf"(?:https?:)?//(?:[\w-]+\.){{0,6}}(?:{'|'.join(ends)})"


@cache
def _read() -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", tomllib.loads(_DATA.read_text(encoding="utf-8")))
