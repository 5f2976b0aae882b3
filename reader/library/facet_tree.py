"""Which values are shown above which others. Pure.

A parent earns its row: it has two children or more, or posts of its own. `war` over nothing but
`war/europe` says nothing that `war/europe` does not, and so nobody sees an `AC` over `AC/DC`.
What is nested in a parent without a row stands under the next that has one. Years always do.

This is decided over the whole library, so that no parent comes and goes from filter to filter,
and from counts alone, so that the order in which files came does not matter.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

Counts = Callable[[Iterable[str]], Mapping[str, int]]  # posts of these values


@dataclass(frozen=True, slots=True)
class Nesting:
    """How the values of one facet are nested."""

    parents: Mapping[str, str] = field(default_factory=dict[str, str])  # the nearest with a row
    hidden: frozenset[str] = frozenset()  # those without


def nesting(above: Mapping[str, str], counts: Counts) -> Nesting:
    """Return the nesting of values, each `above` with the one that it is directly in."""
    hidden = _idle(above, counts)
    if not hidden:
        return Nesting(above)
    parents: dict[str, str] = {}
    for value, outer in above.items():
        nearest: str | None = outer
        while nearest in hidden:
            nearest = above.get(nearest)
        if nearest is not None:
            parents[value] = nearest
    return Nesting(parents, hidden)


def _idle(above: Mapping[str, str], counts: Counts) -> frozenset[str]:
    """Return the parents of one value only that have no posts but those of this."""
    only: dict[str, str | None] = {}
    for value, outer in above.items():
        only[outer] = None if outer in only else value
    lone = {outer: value for outer, value in only.items() if value is not None}
    if not lone:
        return frozenset()
    posts = counts({*lone, *lone.values()})
    return frozenset(outer for outer, value in lone.items() if posts[outer] <= posts[value])
