"""What markup must hold for a CSS selector to match anything in it.

Asking a page for a selector costs a walk over it; asking its survey for a word costs nothing.
"""

import re
from collections.abc import Sequence
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
    if attribute := _ATTRIBUTE.search(asked):
        kind = Kind.PART_OF_NAME if attribute[1] in ("class", "id") else Kind.ATTRIBUTE
        return Need(kind, attribute[2] or attribute[1])
    if element := _ELEMENT.findall(asked):
        return Need(Kind.ELEMENT, element[-1])
    return Need(Kind.NOTHING, "")


def may_match(selectors: str, held: Survey) -> bool:
    """Return whether any of a list of selectors may match in the markup that was surveyed."""
    return any(_is_met(need, held) for need in _needs_of(selectors))


@cache
def _needs_of(selectors: str) -> Sequence[Need]:
    return tuple(map(need_of, _COMMA.split(selectors.strip())))


def _is_met(need: Need, held: Survey) -> bool:
    kind, word = need
    if kind is Kind.NAME:
        return word in held.names
    if kind is Kind.ELEMENT:
        return word in held.elements
    return kind is Kind.NOTHING or word in held.tags
