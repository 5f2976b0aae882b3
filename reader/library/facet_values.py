"""The facet values of an index: what they are called, how they nest, which a query means.

A value is known by any of its spellings (`reader.library.facet_names`) and called by that of most
posts; of several such, by the first in order of code points. Posts of a nested value are posts of
those above it, in the index already (`reader.library.facet_terms`).

In a query `tag:` and `category:` mean the value itself, or one nested below it (`war` finds
`war/europe`). `author:` and `source:` mean every value with these words in a row: `smith` finds
John Smith, `bbc` finds bbc.co.uk. With a star, or while it is being typed, the last word may go on.
Case, accents, width, and Traditional or Simplified never matter there.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from reader.library.facet_names import names_above, year_above
from reader.library.facet_tree import Nesting, nesting
from reader.library.query import FacetMatch, name_in, words_in
from reader.library.values import Facet

_BY_WORDS = frozenset({Facet.AUTHOR, Facet.SOURCE})
# What every key of a nested value holds.
_MARKS = {Facet.TAG: "/", Facet.CATEGORY: "/", Facet.SOURCE: ".", Facet.YEAR: "-"}
_POSTS = """
    SELECT facet_id, count(*) FROM post_facets
    WHERE facet_id IN (SELECT value FROM json_each(?)) GROUP BY facet_id
"""
# All posts of a host have its domain, or none: any one of them tells.
_IS_IN = """
    SELECT 1 FROM post_facets WHERE facet_id = ?2 AND post_id =
        (SELECT post_id FROM post_facets WHERE facet_id = ?1 LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class _Named:
    """The values of one facet."""

    ids: Mapping[str, Sequence[int]]  # by key: of every spelling
    names: Mapping[str, str]  # by key: as the value is called
    nesting: Nesting


class FacetValues:
    """Names of facet values and their ids, read when first needed; for one state of the index."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._by_key: dict[Facet, _Named] = {}
        self._by_id: dict[int, tuple[Facet, str]] = {}
        self._folded: dict[Facet, list[tuple[int, str]]] = {}

    def forget(self) -> None:
        """Read everything anew: the index changed."""
        self._by_key.clear()
        self._by_id.clear()
        self._folded.clear()

    def named(self) -> Mapping[int, tuple[Facet, str]]:
        """Return every id with its facet and value, as that is called."""
        if not self._by_id:
            self._by_id = {
                number: (facet, named.names[key])
                for facet in Facet
                for named in (self._named(facet),)
                for key, ids in named.ids.items()
                for number in ids
            }
        return self._by_id

    def called(self, facet: Facet, value: str) -> str:
        """Return what `value`, however spelled, is called; as it is where no post has it."""
        return self._named(facet).names.get(facet.key(value), value)

    def nesting(self, facet: Facet) -> Nesting:
        """Return how the values of `facet` are nested, as they are called."""
        return self._named(facet).nesting

    def chosen(self, facet: Facet, values: Sequence[str]) -> list[int]:
        """Return the ids of these values, however spelled, as far as they exist."""
        ids = self._named(facet).ids
        return [
            number for key in dict.fromkeys(map(facet.key, values)) for number in ids.get(key, ())
        ]

    def matching(self, wanted: FacetMatch) -> list[int]:
        """Return the ids of all values that a query means."""
        fits = _by_words(wanted) if wanted.facet in _BY_WORDS else _by_name(wanted)
        return [number for number, value in self._folded_values(wanted.facet) if fits(value)]

    def _folded_values(self, facet: Facet) -> list[tuple[int, str]]:
        if facet not in self._folded:
            read = words_in if facet in _BY_WORDS else name_in
            self._folded[facet] = [(number, read(value)) for number, value in self._rows(facet)]
        return self._folded[facet]

    def _rows(self, facet: Facet) -> Iterator[tuple[int, str]]:
        sql = "SELECT id, value FROM facets WHERE facet = ?"
        yield from self._connection.execute(sql, (facet.value,))

    def _named(self, facet: Facet) -> _Named:
        if facet not in self._by_key:
            ids: dict[str, Sequence[int]] = {}
            names: dict[str, str] = {}
            spelled: dict[str, dict[int, str]] = {}  # where there are several spellings
            for number, value in self._rows(facet):
                key = facet.key(value)
                if key in names:
                    spelled.setdefault(key, {ids[key][0]: names[key]})[number] = value
                else:
                    ids[key], names[key] = (number,), value
            posts = self._posts(number for several in spelled.values() for number in several)
            for key, several in spelled.items():
                ids[key] = tuple(several)
                names[key] = min(several.items(), key=lambda row: (-posts[row[0]], row[1]))[1]
            self._by_key[facet] = _Named(ids, names, self._nesting(facet, ids, names))
        return self._by_key[facet]

    def _nesting(
        self, facet: Facet, ids: Mapping[str, Sequence[int]], names: Mapping[str, str]
    ) -> Nesting:
        if facet not in _MARKS:
            return Nesting()
        above: dict[str, str] = {}
        mark = _MARKS[facet]
        for key, value in names.items():
            if mark in key:
                outer = next(self._above(facet, key, value, ids), None)
                if outer is not None:
                    above[value] = names[outer]
        if facet is Facet.YEAR:
            return Nesting(above)

        def posts_of(values: Iterable[str]) -> Mapping[str, int]:
            of_keys = {value: ids[facet.key(value)] for value in values}
            posts = self._posts(number for numbers in of_keys.values() for number in numbers)
            return {value: sum(posts[each] for each in of_keys[value]) for value in of_keys}

        return nesting(above, posts_of)

    def _above(
        self, facet: Facet, key: str, value: str, ids: Mapping[str, Sequence[int]]
    ) -> Iterator[str]:
        """Return the keys of what `value` is nested in, the nearest first."""
        if facet is Facet.SOURCE:
            labels = key.split(".")
            for length in range(len(labels) - 1, 1, -1):
                domain = ".".join(labels[-length:])
                if domain in ids and self._is_in(ids[key], ids[domain]):
                    yield domain
        else:
            names = year_above(value) if facet is Facet.YEAR else names_above(value)
            yield from (outer for name in reversed(names) if (outer := facet.key(name)) in ids)

    def _is_in(self, inner: Sequence[int], outer: Sequence[int]) -> bool:
        pairs = ((of_inner, of_outer) for of_inner in inner for of_outer in outer)
        return any(self._connection.execute(_IS_IN, pair).get for pair in pairs)

    def _posts(self, ids: Iterable[int]) -> Mapping[int, int]:
        posts = dict.fromkeys(ids, 0)
        if posts:
            posts.update(self._connection.execute(_POSTS, (json.dumps(list(posts)),)))
        return posts


def _by_name(wanted: FacetMatch) -> Callable[[str], bool]:
    if wanted.prefix:
        return lambda value: value.startswith(wanted.text)
    return lambda value: value == wanted.text or value.startswith(wanted.text + "/")


def _by_words(wanted: FacetMatch) -> Callable[[str], bool]:
    words = words_in(wanted.facet.key(wanted.text))
    phrase = f" {words}" if wanted.prefix else f" {words} "
    return lambda value: bool(words) and phrase in f" {value} "
