"""Which facets a post has: what it names, and all that this is nested in.

A post of `war/europe` is a post of `war` too, one of news.bbc.co.uk is one of bbc.co.uk, and one
of February 2022 is one of 2022. So a count of a value needs to know nothing about nesting. A post
has no value twice, in two spellings. Only the workers import this: it reads the list of public
suffixes.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.library.facet_names import names_above, year_above
from reader.library.values import Facet
from reader.posts.domains import domain_above

FacetTerm = tuple[Facet, str]
_REMEMBERED = 10_000  # values; the posts of a library share most of theirs


def facet_terms(named: Iterable[FacetTerm]) -> tuple[FacetTerm, ...]:
    """Return the facet values `named`, and those above them, each once.

    Of two spellings of a value that is named outright the first stays, before any that is only
    part of another's name.
    """
    found: dict[str, FacetTerm] = {}
    above: list[tuple[str, FacetTerm]] = []
    for term in named:
        key, outer = _placed(term)
        found.setdefault(key, term)
        above += outer
    for key, term in above:
        found.setdefault(key, term)
    return tuple(found.values())


def merged(facet: Facet, values: Iterable[str]) -> tuple[str, ...]:
    """Return `values` without doubles; of several spellings the first."""
    spelled: dict[str, str] = {}
    for value in values:
        spelled.setdefault(_placed((facet, value))[0], value)
    return tuple(spelled.values())


@lru_cache(_REMEMBERED)
def _placed(term: FacetTerm) -> tuple[str, tuple[tuple[str, FacetTerm], ...]]:
    """Return the key of a term among all facets', and the terms above it with theirs."""
    facet, value = term
    above = tuple((_key((facet, outer)), (facet, outer)) for outer in _above(facet, value))
    return _key(term), above


def _key(term: FacetTerm) -> str:
    facet, value = term
    return f"{facet.value}:{facet.key(value)}"


def _above(facet: Facet, value: str) -> Iterator[str]:
    """Return what `value` is nested in."""
    match facet:
        case Facet.TAG | Facet.CATEGORY:
            yield from names_above(value)
        case Facet.SOURCE:
            if (domain := domain_above(value)) is not None:
                yield domain
        case Facet.YEAR:
            yield from year_above(value)
        case Facet.AUTHOR:
            pass
