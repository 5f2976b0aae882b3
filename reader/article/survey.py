"""What markup holds, found in one look and shared by every step that asks.

Tags repeat: a post of 150 has some 50 different ones. What is asked of them all is asked of
each once.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# From a tag's "<" to the next ">", which may stand within a value.
_TAG = re.compile(r"<[a-zA-Z][^>]*+>?")
_NAME = re.compile(r"<([a-zA-Z][^ \t\n\r\f/>]*+)")
_VALUE = r"[ \t\n\r\f]*+=[ \t\n\r\f]*+[\"']?+([^\"'>]*+)"
# One expression each: those that begin with fixed text, in one case, are ten times as fast.
_NAMING = tuple(re.compile(name + _VALUE) for name in ("class", "id", "CLASS", "ID"))
# Tags as nearly all are written: few attributes, and no ">" in a value.
MAX_ATTRIBUTES = 64
_PLAIN_VALUE = r"=(?:\"[^\">]*+\"|'[^'>]*+'|[^ \t\n\r\f\"'<>`]++)"
_PLAIN_TAGS = re.compile(
    r"(?:<[a-zA-Z][^ \t\n\r\f/>\"'<]*+"
    rf"(?:[ \t\n\r\f]++[^ \t\n\r\f\"'<>/=]++(?:{_PLAIN_VALUE})?+){{0,{MAX_ATTRIBUTES}}}+"
    r"[ \t\n\r\f]*+/?>)*+"
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the tags of some markup hold; rather too much than too little."""

    tags: str  # each different opening tag once, as written, one after another
    elements: Mapping[str, int]  # how often each is opened, by its name in lower case
    names: frozenset[str]  # every word of every class and id


@lru_cache(maxsize=1)
def survey(markup: str) -> Survey:
    """Return what `markup` holds. Asked again of the same string, it costs nothing."""
    different = Counter(_TAG.findall(markup))
    tags = markup if any(map(_ends_in_value, different)) else "".join(different)
    elements: Counter[str] = Counter()
    for tag, count in different.items():
        if name := _NAME.match(tag):
            elements[name[1].lower()] += count
    values = [value for pattern in _NAMING for value in pattern.findall(tags)]
    return Survey(tags, elements, frozenset(" ".join(values).split()))


@lru_cache(maxsize=1)
def tags_are_plain(markup: str) -> bool:
    """Return whether every opening tag ends at its first ">" with few enough attributes."""
    return _PLAIN_TAGS.fullmatch(survey(markup).tags) is not None


def _ends_in_value(tag: str) -> bool:
    """Return whether the ">" found may not be the tag's end, as quotes are left open."""
    odd = tag.count('"') % 2 == 1 or tag.count("'") % 2 == 1
    return odd and not _PLAIN_TAGS.fullmatch(tag)
