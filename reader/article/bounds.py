"""How much markup we take on.

HTML parsers take quadratic time, and worse, in the depth of nesting, in the attributes of
one tag, and in formatting elements left open (each block opens them all again). Real posts
reach depth 37, 11 attributes a tag and 679 kB; what goes far beyond is shown as plain text.
The check reads the markup once, with expressions that cannot backtrack.
"""

import re
from collections import Counter

MAX_SIZE = 5_000_000  # characters
MAX_DEPTH = 256
MAX_ATTRIBUTES = 64
MAX_TAGS = 200_000
MAX_SHAPED = 60_000  # tags, opening and closing, beyond which a tree is not shaped in Python
MAX_REFERENCES = 200_000  # `&` of any kind: each is a text of its own to a parser
MAX_CELLS = 12_000  # of Markdown tables: 75 microseconds each
MAX_EMBEDS = 5_000  # each becomes a card: 120 microseconds
MAX_LINKED = 5_000  # bare addresses made links; more stay text
MAX_REOPENED = 1_000_000  # elements that unclosed formatting could make the parser add

# Void elements, and those closed by the next of their kind, which nest only through others.
_UNCOUNTED = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input keygen link meta param source track wbr "
        "p li dt dd tr td th thead tbody tfoot option rt rp rb",
    )
)
# With what is not counted and stands between one of these and the next.
_LEVELS = {"table": 4, "ul": 2, "ol": 2, "dl": 2, "menu": 2, "ruby": 2}
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
# One attribute as the HTML standard's tokenizer reads it (13.2.5.32 and following).
_ATTRIBUTE = (
    r"[\s/]*+=?[^\s/>=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
# Consumes whole tags, comments and scripts; captures what a tag holds beyond the limit.
_OVERFLOW = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)"
    r"|<(?:script|style)\b[^>]*+>[^<]*+(?:<(?!/(?:script|style))[^<]*+)*+"
    rf"|<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+((?:{_ATTRIBUTE})?+)",
    re.IGNORECASE,
)
_SPARSE = 2_000  # below this many characters a tag's attributes cannot hurt
# HTML standard, "the list of active formatting elements".
_FORMATTING = frozenset(
    re.findall(r"\w+", "a b big code em font i nobr s small strike strong tt u")
)


class TooComplexError(ValueError):
    """The text would take too long to read as Markdown; says why in plain words."""


def objection(markup: str) -> str | None:
    """Return why `markup` is not taken on, in plain words, or None where it is."""
    if len(markup) > MAX_SIZE:
        return f"the body is longer than {MAX_SIZE // 1_000_000} million characters"
    if markup.count("&") > MAX_REFERENCES:
        return f"the body holds more than {MAX_REFERENCES} times &"
    tags = markup.count("<")
    if tags > MAX_TAGS:
        return f"the body holds more than {MAX_TAGS} tags"
    if len(markup) > _SPARSE and any(_OVERFLOW.findall(markup)):
        return f"a tag has more than {MAX_ATTRIBUTES} attributes"
    written = _TAG_NAME.findall(markup) if tags > MAX_DEPTH // max(_LEVELS.values()) else []
    if len(written) > MAX_EMBEDS and sum(map(_is_embed, written)) > MAX_EMBEDS:
        return f"the body embeds more than {MAX_EMBEDS} pages"
    return _nesting(written) if _may_be_deep(written) else None


def _is_embed(written: tuple[str, str]) -> bool:
    closing, name = written
    return not closing and name.lower() in ("iframe", "embed", "object")


def _may_be_deep(written: list[tuple[str, str]]) -> bool:
    """Return whether there are enough opening tags; to count them costs less than to follow."""
    opening = sum(
        count * _LEVELS.get(tag, 1)
        for (closing, name), count in Counter(written).items()
        if not closing and (tag := name.lower()) not in _UNCOUNTED
    )
    return opening > MAX_DEPTH or opening * len(written) > MAX_REOPENED


def _nesting(written: list[tuple[str, str]]) -> str | None:
    """Return what is wrong with how the tags nest. Depth is estimated, never too low."""
    unclosed: dict[str, int] = {}
    depth = formatting = most_formatting = 0
    for closing, name in written:
        tag = name.lower()
        if tag in _UNCOUNTED:
            continue
        levels = _LEVELS.get(tag, 1)
        if not closing:
            unclosed[tag] = unclosed.get(tag, 0) + 1
            depth += levels
            if depth > MAX_DEPTH:
                return f"tags are nested more than {MAX_DEPTH} deep"
            if tag in _FORMATTING:
                formatting += 1
                most_formatting = max(most_formatting, formatting)
        elif unclosed.get(tag, 0):
            unclosed[tag] -= 1
            depth -= levels
            formatting -= tag in _FORMATTING
    if most_formatting * len(written) > MAX_REOPENED:
        return "too many formatting tags are left open"
    return None
