"""What markup holds, found in one look and shared by every step that asks.

Tags repeat: a post of 150 has some 50 different ones. What is asked of them all is asked of
each once.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# From a tag's "<" to the next ">", which may stand within a value.
_TAG = re.compile(r"<[a-zA-Z][^>]*+>?")
_NAME = re.compile(r"<([a-zA-Z][^ \t\n\r\f/>]*+)")
_VALUE = r"[ \t\n\r\f]*+=[ \t\n\r\f]*+[\"']?+([^\"'>]*+)"
# One expression each: those that begin with fixed text, in one case, are ten times as fast.
_NAMING = tuple((name, re.compile(name + _VALUE)) for name in ("class", "id", "CLASS", "ID"))
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
    tags = "".join(different)
    elements: dict[str, int] = {}
    for name, count in zip(_names_of(different, tags), different.values(), strict=True):
        elements[name] = elements.get(name, 0) + count
    if not _quotes_pair(tags):
        odd = (tag for tag in different if tag.count('"') % 2 or tag.count("'") % 2)
        if not all(map(_PLAIN_TAGS.fullmatch, odd)):  # a ">" found may stand in a value
            tags = markup
    values: list[str] = []
    for hint, pattern in _NAMING:
        if hint in tags:
            values += pattern.findall(tags)
    return Survey(tags, elements, frozenset(" ".join(values).split()))


def _names_of(different: Collection[str], tags: str) -> Sequence[str]:
    """Return the name of each tag in lower case; `tags` is all of them in a row."""
    names: list[str] = _NAME.findall(tags)
    if len(names) != len(different):  # one seems to stand within a value of another
        names = [name for tag in different for name in _NAME.findall(tag)[:1]]
    return names if "".join(names).islower() else list(map(str.lower, names))


@lru_cache(maxsize=1)
def tags_are_plain(markup: str) -> bool:
    """Return whether every opening tag ends at its first ">" with few enough attributes."""
    return _PLAIN_TAGS.fullmatch(survey(markup).tags) is not None


def _quotes_pair(tags: str) -> bool:
    """Return whether tags use double quotes alone, and each value surely ends."""
    return "'" not in tags and tags.count('"') == 2 * tags.count('="')
