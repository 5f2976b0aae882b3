"""A post's head and body as the rows of the index."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library.facet_terms import facet_terms, merged
from reader.library.outcome import Body, PostFound
from reader.library.scan import FileStat
from reader.library.stored_text import beginning, packed
from reader.library.values import Facet
from reader.library.word_bytes import word_bytes
from reader.posts.identity import normalized_url
from reader.posts.link_names import link_name, permalink_key
from reader.posts.post import PostHead

if TYPE_CHECKING:
    from reader.article.extract import Extracted

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_JSON = json.JSONEncoder(ensure_ascii=False)
_FIELD = 2000  # characters of a title or a name; nobody means more


def post_found(
    file: FileStat, head: PostHead, content_hash: bytes = b"", extracted: "Extracted | None" = None
) -> PostFound:
    """Return a post as the first pass has it, or as the second where `extracted` is given."""
    moment = head.date.moment
    since = moment - _EPOCH
    tags = _names(Facet.TAG, (*head.tags, *(extracted.tags if extracted else ())))
    categories = _names(
        Facet.CATEGORY, (*head.categories, *(extracted.categories if extracted else ()))
    )
    authors = _names(Facet.AUTHOR, head.authors)
    title, source = _line(head.title), _line(head.source)
    day = _local_day(moment)
    terms = (
        *((Facet.TAG, tag) for tag in tags),
        *((Facet.CATEGORY, category) for category in categories),
        *((Facet.AUTHOR, author) for author in authors),
        *(((Facet.SOURCE, source),) if source else ()),
        (Facet.YEAR, day[:7]),
    )
    body = extracted and _body(content_hash, extracted, (title, (*tags, *categories), authors))
    return PostFound(
        file=file,
        second=since.days * 86400 + since.seconds,
        title=title,
        date=moment.isoformat(),
        local_day=day,
        authors=_JSON.encode(authors),
        source=source,
        source_url=head.source_url and _line(head.source_url),
        url_key=normalized_url(head.source_url) if head.source_url else _permalink_key(head),
        link_name=_storable(link_name(head.path)),
        lang=head.lang,
        facets=facet_terms(terms),
        problems=tuple((problem.line, _line(problem.reason)) for problem in head.problems),
        body=body,
    )


def _names(facet: Facet, values: Iterable[str]) -> tuple[str, ...]:
    return merged(facet, filter(None, map(_line, values)))


def _body(
    content_hash: bytes,
    extracted: "Extracted",
    named: tuple[str, tuple[str, ...], tuple[str, ...]],
) -> Body:
    title, terms, authors = named
    text, excerpt = _storable(extracted.text), _storable(extracted.excerpt)
    return Body(
        content_hash=content_hash,
        excerpt=None if excerpt == beginning(text) else excerpt,
        has_image=extracted.has_image,
        text=packed(text),
        words=(
            word_bytes(title),
            word_bytes(text),
            word_bytes("\n".join(terms)),
            word_bytes("\n".join(authors)),
        ),
    )


def _permalink_key(head: PostHead) -> str | None:
    """Return what stands for the URL of a post that names its place on its own site."""
    named = head.front_matter.get("permalink") or head.front_matter.get("url")
    key = permalink_key(named) if isinstance(named, str) else None
    return key and _line(key)


def _local_day(moment: datetime) -> str:
    try:
        return moment.astimezone().date().isoformat()
    except (OverflowError, ValueError, OSError):  # the years 1 and 9999, on some systems 1969
        return moment.date().isoformat()


def _line(text: str) -> str:
    return _storable(text[:_FIELD]).strip()


def _storable(text: str) -> str:
    """Return `text` without the halves of surrogate pairs, which YAML's "\\ud800" can bring."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
