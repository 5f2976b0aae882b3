"""The facet values of an index, and which of them a query means.

`tag:` and `category:` mean the value itself, or one nested below it (`war` finds `war/europe`).
`author:` and `source:` mean every value with these words in a row: `smith` finds John Smith,
`bbc` finds bbc.co.uk. With a star, or while it is being typed, the last word may go on.
Case, accents, width, and Traditional or Simplified never matter.
"""

from collections.abc import Callable, Sequence

import apsw

from reader.library.folding import fold
from reader.library.query import FacetMatch, words_in
from reader.library.values import Facet

_BY_WORDS = frozenset({Facet.AUTHOR, Facet.SOURCE})


class FacetValues:
    """Names of facet values and their ids, read when first needed; for one state of the index."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._folded: dict[Facet, list[tuple[int, str]]] = {}
        self._named: dict[int, tuple[Facet, str]] = {}

    def forget(self) -> None:
        """Read everything anew: the index changed."""
        self._folded.clear()
        self._named.clear()

    def named(self) -> dict[int, tuple[Facet, str]]:
        """Return every id with its facet and value."""
        if not self._named:
            rows = self._connection.execute("SELECT id, facet, value FROM facets")
            known = {facet.value: facet for facet in Facet}
            self._named = {
                number: (known[facet], value) for number, facet, value in rows if facet in known
            }
        return self._named

    def chosen(self, facet: Facet, values: Sequence[str]) -> list[int]:
        """Return the ids of exactly these values, as far as they exist."""
        found = [
            self._connection.execute(
                "SELECT id FROM facets WHERE facet = ? AND value = ?", (facet.value, value)
            ).get
            for value in values
        ]
        return [number for number in found if number is not None]

    def matching(self, wanted: FacetMatch) -> list[int]:
        """Return the ids of all values that a query means."""
        fits = _by_words(wanted) if wanted.facet in _BY_WORDS else _by_name(wanted)
        return [number for number, value in self._folded_values(wanted.facet) if fits(value)]

    def _folded_values(self, facet: Facet) -> list[tuple[int, str]]:
        if facet not in self._folded:
            read = words_in if facet in _BY_WORDS else _name
            rows = self._connection.execute(
                "SELECT id, value FROM facets WHERE facet = ?", (facet.value,)
            )
            self._folded[facet] = [(number, read(value)) for number, value in rows]
        return self._folded[facet]


def _name(value: str) -> str:
    return " ".join(fold(value).split())


def _by_name(wanted: FacetMatch) -> Callable[[str], bool]:
    if wanted.prefix:
        return lambda value: value.startswith(wanted.text)
    return lambda value: value == wanted.text or value.startswith(wanted.text + "/")


def _by_words(wanted: FacetMatch) -> Callable[[str], bool]:
    words = words_in(wanted.text)
    phrase = f" {words}" if wanted.prefix else f" {words} "
    return lambda value: bool(words) and phrase in f" {value} "
