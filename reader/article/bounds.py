"""How much markup we take on.

HTML parsers take quadratic time, and worse, in the depth of nesting, in the attributes of
one tag, and in formatting elements left open (each block opens them all again). Real posts
reach depth 37, 11 attributes a tag and 679 kB; what goes far beyond is shown as plain text.
The check reads the markup once, with expressions that cannot backtrack.
"""

import re
from itertools import islice

from reader.article.nesting import ATTRIBUTE, MAX_DEPTH, nesting
from reader.article.survey import MAX_ATTRIBUTES, survey, tags_are_plain

__all__ = ["MAX_DEPTH", "TooComplexError", "few_pictures", "objection"]

MAX_SIZE = 5_000_000  # characters
MAX_TAGS = 200_000
MAX_SHAPED = 60_000  # tags, opening and closing, beyond which a tree is not shaped in Python
MAX_PICTURES = 3_000  # of one post: 100 microseconds each
MAX_REFERENCES = 200_000  # `&` of any kind: each is a text of its own to a parser
MAX_CELLS = 18_000  # of Markdown tables: 50 microseconds each
MAX_EMBEDS = 10_000  # each becomes a card: 50 microseconds
MAX_LINKED = 10_000  # bare addresses made links; more stay text

# Consumes whole tags, comments and scripts; captures what a tag holds beyond the limit.
_OVERFLOW = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)"
    r"|<(?i:script|style)\b[^>]*+>[^<]*+(?:<(?!/(?i:script|style))[^<]*+)*+"
    rf"|<[a-zA-Z][^\s/>]*+(?:{ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+((?:{ATTRIBUTE})?+)"
)
_END_OVERFLOW = re.compile(rf"</[a-zA-Z][^\s/>]*+(?:{ATTRIBUTE}){{{MAX_ATTRIBUTES + 1}}}")
_PICTURE = re.compile(r"<(?:amp-)?img\b[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+>")
_FEW_TAGS = 64  # that cannot nest too deep
_SPARSE = 20_000  # characters that are not too many even if all are attributes of one tag


class TooComplexError(ValueError):
    """The text would take too long to read as Markdown; says why in plain words."""


def objection(markup: str) -> str | None:
    """Return why `markup` is not taken on, in plain words, or None where it is."""
    tags = markup.count("<")
    if len(markup) > MAX_SIZE:
        reason = f"the body is longer than {MAX_SIZE // 1_000_000} million characters"
    elif markup.count("&") > MAX_REFERENCES:
        reason = f"the body holds more than {MAX_REFERENCES} times &"
    elif tags > MAX_TAGS:
        reason = f"the body holds more than {MAX_TAGS} tags"
    elif len(markup) > _SPARSE and _overflows(markup):
        reason = f"a tag has more than {MAX_ATTRIBUTES} attributes"
    else:
        reason = _objection_to_elements(markup) if tags > _FEW_TAGS else None
    return reason


def few_pictures(markup: str) -> str:
    """Return serialised `markup` with the pictures taken out that come after so many."""
    if markup.count("<img") + markup.count("<amp-img") <= MAX_PICTURES:
        return markup
    last = next(islice(_PICTURE.finditer(markup), MAX_PICTURES - 1, None), None)
    end = last.end() if last is not None else len(markup)
    return markup[:end] + _PICTURE.sub("", markup[end:])


def _objection_to_elements(markup: str) -> str | None:
    elements = survey(markup).elements
    if sum(elements.get(name, 0) for name in ("iframe", "embed", "object")) > MAX_EMBEDS:
        return f"the body embeds more than {MAX_EMBEDS} pages"
    return nesting(markup, elements)


def _overflows(markup: str) -> bool:
    """Return whether a tag has too many attributes."""
    if _END_OVERFLOW.search(markup):
        return True
    return not tags_are_plain(markup) and any(_OVERFLOW.findall(markup))
