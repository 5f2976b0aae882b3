"""What the search can go on with, out of counts that the window has already. No Qt.

Names are compared as the search compares them: case, accents, width, and Traditional or
Simplified do not count.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter

from reader.library.folding import fold
from reader.library.query import FacetMatch, Flag, Literal, TypedItem, item_at, name_in, parse
from reader.library.values import Counts, Facet, FacetCount, Filter

MOST = 50  # values offered
_FEWEST_LETTERS = 2  # of a field's name
_FACETS = {
    "tag": Facet.TAG,
    "category": Facet.CATEGORY,
    "author": Facet.AUTHOR,
    "source": Facet.SOURCE,
}
_PLAIN = r"[\w./&'+-]+(?P<apart> [\w./&'+ -]+)?"  # nothing that means something in a query
_LEARNT = 1000  # values folded in one go
_Named = tuple[str, FacetCount]  # with its name folded
_count = attrgetter("count")
FIELDS = (*_FACETS, "title", "before", "after", "is", "has")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to go on."""

    words: str  # as it is offered
    item: str  # what takes the place of the item being typed; "" where the query cannot say it
    count: int | None = None  # posts it leaves, as far as that is known
    facet: tuple[Facet, str] | None = None  # what is chosen instead of being typed


class Suggestions:
    """Remembers how values fold: they come again with every count."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._counts: Counts | None = None  # the newest
        self._base: Counts | None = None  # of the search without the item being typed
        self._values: tuple[FacetCount, ...] | None = None  # as last looked through, and so named
        self._named: list[_Named] = []

    def take(self, counts: Counts) -> None:
        """Take note of what is counted under the present filter."""
        self._counts = counts

    def forget(self) -> None:
        """Offer nothing until something is counted: another library."""
        self._counts = self._base = None

    def learn_some(self) -> bool:
        """Fold some of the values ahead, for a moment without a key; return whether more remain."""
        facets = self._counts.facets.values() if self._counts is not None else ()
        for values in facets:
            fresh = [value for value in values if value.value not in self._folded]
            if fresh:
                self._learn(fresh[:_LEARNT])
                return True
        return False

    def fields(self, text: str, cursor: int) -> list[Suggestion]:
        """Return the fields of which the word being typed may be the beginning."""
        item = item_at(text, cursor)
        if item is None or item.field or item.closed or len(item.value) < _FEWEST_LETTERS:
            return []
        minus = _minus(item)
        begun = item.value.lower()
        whole = text[item.start : item.end].lstrip("-−")  # no quotes, and nothing behind the cursor
        names = [name for name in FIELDS if name.startswith(begun) and whole == item.value]
        return [Suggestion(f"{name}:", f"{minus}{name}:") for name in names]

    def values(self, text: str, cursor: int) -> list[Suggestion]:
        """Return values of the field being typed, the best first."""
        item = item_at(text, cursor)
        if item is None or item.closed or item.field not in FIELDS or self._counts is None:
            return []
        counts = self._counts_without(text, item)
        if item.field in _FACETS:
            return self._of_facet(item, _FACETS[item.field], counts)
        if item.field in ("before", "after"):
            return list(islice(_of_months(item, counts), MOST))
        return list(_of_flags(item))

    def _counts_without(self, text: str, item: TypedItem) -> Counts:
        """Return the counts of the search without `item`, or the nearest there are.

        Where only those with it are there, they are right for the values that it matches.
        """
        context = parse(f"{text[: item.start]} {text[item.end :]} ").clauses
        for known in (self._counts, self._base):
            fits = known is not None and parse(f"{known.filter.query} ").clauses == context
            if known is not None and fits and _beside(known) == _beside(self._counts):
                self._base = known
                return known
        assert self._counts is not None  # noqa: S101 - the caller has looked
        return self._counts

    def _of_facet(self, item: TypedItem, facet: Facet, counts: Counts) -> list[Suggestion]:
        named = self._by_count(counts.facets.get(facet, ()))
        typed = name_in(item.value)
        best = _best(named, typed) if typed else named[:MOST]
        if len(best) == 1 and best[0][0] == typed:
            return []  # there is nothing to go on with
        return [_suggestion(item, facet, value) for _, value in best]

    def _by_count(self, values: tuple[FacetCount, ...]) -> list[_Named]:
        """Return values with their folded names, the most frequent first."""
        if values is not self._values:
            self._learn(values)
            counted = sorted(values, key=_count, reverse=True)
            self._named = [(self._folded[value.value], value) for value in counted if value.count]
            self._values = values
        return self._named

    def _learn(self, values: Sequence[FacetCount]) -> None:
        """Fold the values not met before, in one go: ten thousand at once take a few ms."""
        folded = self._folded
        fresh = [value.value for value in values if value.value not in folded]
        if not fresh:
            return
        letters = [value for value in fresh if value.isalnum()]
        folded.update(zip(letters, fold("\n".join(letters)).split("\n"), strict=False))
        folded.update((value, name_in(value)) for value in fresh if value not in folded)


def _best(named: Sequence[_Named], typed: str) -> list[_Named]:
    """Return the values with every word of `typed`: those that it begins first."""
    words = typed.split()
    found = [each for each in named if words[0] in each[0]]
    for word in words[1:]:
        found = [each for each in found if word in each[0]]
    nested = f"/{typed}"
    beginning = [each for each in found if each[0].startswith(typed)]
    if len(beginning) >= MOST:
        return beginning[:MOST]
    others = [each for each in found if not each[0].startswith(typed)]
    others.sort(key=lambda each: nested not in each[0])  # keeps the order of the rest
    return [*beginning, *others][:MOST]


def _suggestion(item: TypedItem, facet: Facet, value: FacetCount) -> Suggestion:
    words = " ".join(value.value.split())
    said = _said(item, facet, words)
    chosen = None if said else (facet, value.value)
    return Suggestion(words, said, value.count, chosen)


def _said(item: TypedItem, facet: Facet, value: str) -> str:
    """Return the item that means `value`, quoted where it must be; "" where none does.

    A quotation mark, for one, cannot be said between quotation marks.
    """
    head = f"{_minus(item)}{item.field}:"
    if plain := re.fullmatch(_PLAIN, value):
        return f'{head}"{value}"' if plain["apart"] else f"{head}{value}"
    wanted = Literal(FacetMatch(facet, name_in(value)), item.negated)
    for written in (value, f'"{value}"'):
        said = f"{head}{written}"
        if ((wanted,),) == parse(f"{said} ").clauses:
            return said
    return ""


def _of_flags(item: TypedItem) -> Iterator[Suggestion]:
    typed = item.value.lower()
    flags = [flag.value.partition(":") for flag in Flag]
    found = [name for field, _, name in flags if field == item.field and name.startswith(typed)]
    if found != [typed]:
        for name in found:
            yield Suggestion(name, f"{_minus(item)}{item.field}:{name}")


def _of_months(item: TypedItem, counts: Counts) -> Iterator[Suggestion]:
    """Yield years, and the months of a year that is typed already, the newest first."""
    typed = item.value.replace("/", "-").replace(".", "-")
    years: dict[str, int] = {}
    for month, count in counts.months:
        years[month[:4]] = years.get(month[:4], 0) + count
    months: Mapping[str, int] = dict(counts.months) if len(typed) >= len("2022") else years
    for begins in sorted(months, reverse=True):
        if begins.startswith(typed) and begins != typed:
            later = sum(count for month, count in counts.months if month >= begins)
            earlier = sum(years.values()) - later
            count = later if item.field == "after" else earlier
            yield Suggestion(begins, f"{_minus(item)}{item.field}:{begins}", count)


def _beside(counts: Counts | None) -> Filter | None:
    return counts and replace(counts.filter, query="")


def _minus(item: TypedItem) -> str:
    return "-" if item.negated else ""
