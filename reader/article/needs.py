"""What markup must hold for a CSS selector to match anything in it.

Asking a page for a selector costs a walk over it; asking its survey for a word costs nothing.
"""

import re
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from reader.article.survey import Survey

# What a selector asks of one element; the arguments of :not() and the like left out.
_ARGUMENTS = re.compile(r"\([^()]*\)")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NAMED = re.compile(r"[.#]([\w-]+)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[*^$~|]?=[\"']?([^\"'\]]+))?")
_ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][\w-]*)")
_COMMA = re.compile(r",(?![^(\[]*[)\]])\s*")


class Kind(Enum):
    """Of what a needed word is a part."""

    NOTHING = auto()
    ELEMENT = auto()
    NAME = auto()  # a class or an id
    PART_OF_NAME = auto()
    ATTRIBUTE = auto()  # its name, or a part of its value


class Need(NamedTuple):
    """One word without which a selector matches nothing."""

    kind: Kind
    word: str


def need_of(selector: str) -> Need:
    """Return what one selector, no list of them, needs."""
    asked = _ARGUMENTS.sub("", selector)
    if named := _NAMED.findall(_BRACKETS.sub("", asked)):
        return Need(Kind.NAME, max(named, key=len))
    element = _ELEMENT.findall(asked)
    if element and "-" in element[-1]:  # rarer than any attribute: amp-iframe[src]
        return Need(Kind.ELEMENT, element[-1])
    if attribute := _ATTRIBUTE.search(asked):
        kind = Kind.PART_OF_NAME if attribute[1] in ("class", "id") else Kind.ATTRIBUTE
        return Need(kind, attribute[2] or attribute[1])
    if element:
        return Need(Kind.ELEMENT, element[-1])
    return Need(Kind.NOTHING, "")


def may_match(selectors: str, held: Survey) -> bool:
    """Return whether any of a list of selectors may match in the markup that was surveyed."""
    needed = _needed(selectors)
    return (
        not needed.names.isdisjoint(held.names)
        or not needed.elements.isdisjoint(held.elements)
        or any(part in held.tags for part in needed.parts)
    )


class _Needed(NamedTuple):
    elements: frozenset[str]
    names: frozenset[str]
    parts: tuple[str, ...]  # of tags as written; "" is part of any


@cache
def _needed(selectors: str) -> _Needed:
    needs = tuple(map(need_of, _COMMA.split(selectors.strip())))

    def words(*kinds: Kind) -> frozenset[str]:
        return frozenset(need.word for need in needs if need.kind in kinds)

    parts = words(Kind.PART_OF_NAME, Kind.ATTRIBUTE, Kind.NOTHING)
    return _Needed(words(Kind.ELEMENT), words(Kind.NAME), tuple(parts))
