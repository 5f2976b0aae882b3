"""What the page's own script says, checked before anybody acts on it.

A line counts only where it begins with the word that this page's script was given: nothing of a
post can know it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast


class Kind(StrEnum):
    """What the script has to say."""

    DRAWING = "drawing"  # the first frame with the article is being made
    PAINTED = "painted"  # it was handed over
    POSITION = "position"
    EDGE = "edge"  # a page further was asked for, and there is none
    LINK = "link"
    HOVER = "hover"
    TAG = "tag"
    JUMP = "jump"  # the reader goes elsewhere in the article
    CONTENTS = "contents"  # the table of contents came up, or went
    NEXT = "next"  # what the line below the article names is wanted
    PICTURES = "pictures"  # the reader wants the remote pictures of this article


@dataclass(frozen=True, slots=True)
class Message:
    """One thing the script says, of the showing `generation`."""

    kind: Kind
    generation: int
    text: str = ""  # LINK, HOVER: the address as written; TAG: the tag
    fraction: float = 0.0  # POSITION: 0 at the top, 1 at the end; JUMP: where from
    ended: bool = False  # POSITION: the end has come into sight for the first time
    open: bool = False  # CONTENTS
    direction: int = 0  # EDGE: 1 at the end, -1 at the top
    addresses: tuple[str, ...] = field(default=())  # PICTURES


def message_of(line: str, word: str) -> Message | None:
    """Return what `line` of the page's console says, or None where the script did not say it."""
    if not line.startswith(word):
        return None
    try:
        said: object = json.loads(line[len(word) :])
        return _checked(cast("Mapping[str, object]", said)) if isinstance(said, dict) else None
    except (ValueError, TypeError):
        return None


def _checked(said: Mapping[str, object]) -> Message:
    """Return `said` as a message. Raises ValueError or TypeError where it is none."""
    generation, addresses = said.get("generation"), said.get("addresses", [])
    if not isinstance(generation, int) or not isinstance(addresses, list):
        raise TypeError(said)
    fraction, direction = said.get("fraction", 0.0), said.get("direction", 0)
    if not isinstance(fraction, int | float) or not isinstance(direction, int):
        raise TypeError(said)
    text = said.get("target", said.get("tag", ""))
    return Message(
        kind=Kind(str(said.get("kind"))),
        generation=generation,
        text=text if isinstance(text, str) else "",
        fraction=min(1.0, max(0.0, float(fraction))),
        ended=said.get("ended") is True,
        open=said.get("open") is True,
        direction=direction,
        addresses=tuple(map(str, cast("list[object]", addresses))),
    )
