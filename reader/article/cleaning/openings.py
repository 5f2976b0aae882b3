"""What a page begins with that the article's header shows: its title and its byline."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from reader.article.cleaning.bylines import LONGEST, Byline
from reader.article.cleaning.passage_lines import Line
from reader.posts.post import PostHead

_LOOKED_AT: Final = 10  # lines: section, title, standfirst, byline, date stand there
_BEFORE_BYLINE: Final = 3  # lines of other text: a standfirst, a section's name
_LONG: Final = 160  # letters: the article has begun
_SENTENCE_ENDS: Final = (".", "。", "!", "！", "…", "”", "」")
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_SITE_MARKS: Final = re.compile(r"\s+(?:[-–—·•]|::?)\s+|\s*([|｜丨_»])\s*")
_MARKS: Final = 20  # in a title; each part is compared
_LONGEST_SITE: Final = 40  # characters of a site's name


def drop_opening(start: Sequence[Line], head: PostHead) -> None:
    """Drop the title and the byline where `start`, a page's first lines, repeat them."""
    found = start[:_LOOKED_AT]
    byline = Byline(head)
    others = 0
    begun = False
    for at, line in enumerate(found):
        if line.is_gone or not line.letters:
            continue
        text = line.text if line.letters <= LONGEST else ""
        if text and (title := [] if begun else _title(found[at:], head, len(found) > at + 1)):
            for part in title:
                part.drop()
        elif text and not line.media and byline.is_byline(text, line.stands_out):
            line.drop()
        else:
            others += 1
            begun = begun or (not line.heading and (not text or text.endswith(_SENTENCE_ENDS)))
            if line.letters > _LONG or others >= _BEFORE_BYLINE:
                return


def _title(found: Sequence[Line], head: PostHead, more: bool) -> list[Line]:
    """Return the lines at the beginning of `found` that are the title; none if they are not."""
    first = found[0]
    if first.media or not (first.heading or (more and first.stands_out)):
        return []
    for count in range(1, 4 if first.heading else 2):
        parts = found[:count]
        if is_title(" ".join(part.text for part in parts), head.title, head.source):
            return list(parts)
        if count == len(found) or not found[count].heading:
            break
    return []


def is_title(text: str, title: str, site: str = "") -> bool:
    """Return whether `text` is the title, with or without the site's name at either end.

    `site` is what the header says of it, a name or a host. What follows a dash may be a
    subtitle, which would be lost: there the site must be known.
    """
    if same_words(text, title):
        return True
    if any(same_words(part, text) for part, _, _ in _parted(title)):
        return True
    return any(
        same_words(part, title) and (_is_site(rest, site) or (sure and len(rest) <= _LONGEST_SITE))
        for part, rest, sure in _parted(text)
    )


def _parted(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield both parts of a text, each first, at each mark that may set off a site's name.

    The last value tells whether the mark sets off nothing else.
    """
    for mark in islice(_SITE_MARKS.finditer(text), _MARKS):
        before, after = text[: mark.start()], text[mark.end() :]
        yield before, after, bool(mark[1])
        yield after, before, False


def _is_site(name: str, site: str) -> bool:
    """Return whether `name` is what `site`, a name or a host, calls itself."""
    words = letters_of(name)
    return bool(words) and (
        words in letters_of(site) or letters_of(site.partition(".")[0]) in words
    )


def same_words(one: str, other: str) -> bool:
    """Return whether two lines say the same, whatever their spaces and punctuation."""
    return bool(one) and bool(other) and letters_of(one) == letters_of(other)


def letters_of(text: str) -> str:
    """Return a text without case, spaces and punctuation; as it is where it is nothing else."""
    return _NOT_LETTERS.sub("", text).casefold() or text.strip()
