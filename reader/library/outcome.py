"""What the workers found out about each file, ready to be written into the index."""

from dataclasses import dataclass
from typing import NamedTuple

from reader.library.scan import FileStat
from reader.library.values import Facet


class Body(NamedTuple):
    """What the second pass adds to a post. A tuple, which is sooner handed over."""

    content_hash: bytes
    excerpt: str | None  # None where it is the beginning of the text
    has_image: bool
    text: bytes  # by reader.library.stored_text
    words: tuple[bytes, bytes, bytes, bytes]  # title, body, tags, authors: folded, split, UTF-8


class PostFound(NamedTuple):
    """A post, as its row and the rows beside it have it. A tuple as `Body` is."""

    file: FileStat  # as it was when it was read
    second: int  # since 1970, UTC
    title: str
    date: str
    local_day: str
    authors: str  # JSON list
    source: str
    source_url: str | None
    url_key: str | None
    link_name: str
    lang: str | None
    facets: tuple[tuple[Facet, str], ...]
    problems: tuple[tuple[int | None, str], ...]  # line and reason
    body: Body | None  # None after the first pass


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file whose content is what the index has, whatever its times say."""

    file: FileStat


@dataclass(frozen=True, slots=True)
class NoPost:
    """A file that is no post: it has no front matter, or cannot be read."""

    file: FileStat
    reason: str = ""  # why it cannot be read; nothing is wrong with a mere page of HTML


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that vanished between the scan and the reading; the next scan decides."""

    path: str


Outcome = PostFound | Unchanged | NoPost | Gone


def size_of(outcome: object) -> int:
    """Return the bytes of words that an outcome has for the index: nearly all of it."""
    body = outcome.body if isinstance(outcome, PostFound) else None
    return sum(map(len, body.words)) if body else 0
