"""`broadsheetctl facets`: what a folder's posts can be filtered by, with counts."""

import argparse
from collections.abc import Iterator, Sequence

from reader.commands.asking import add_common_arguments, exit_code
from reader.commands.narrowing import add_filters, filter_of
from reader.commands.opening import opened_catalog
from reader.commands.printing import print_json, print_words
from reader.library.values import Facet, FacetCount
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `facets` takes."""
    add_common_arguments(parser)
    add_filters(parser)


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Print each value with its count, and those nested in it below; return the exit code.

    With filters, each facet's counts are those under the other facets' choices.
    """
    with opened_catalog(asked.folder, profile) as catalog:
        counts = catalog.counts(filter_of(asked)).facets
        for facet in Facet:
            found = counts.get(facet, ())
            if found and not asked.json:
                print_words(facet.value)
            for depth, entry in in_tree(found):
                if asked.json:
                    print_json(
                        {
                            "facet": facet.value,
                            "value": entry.value,
                            "count": entry.count,
                            "parent": entry.parent or None,
                        }
                    )
                else:
                    print_words(f"{'    ' * depth}{entry.count:8}  {entry.value}")
        return exit_code(catalog, asked.strict)


def in_tree(found: Sequence[FacetCount]) -> Iterator[tuple[int, FacetCount]]:
    """Return the values, each followed by those nested in it, and how deep each stands."""
    below: dict[str, list[FacetCount]] = {}
    values = {entry.value for entry in found}
    for entry in found:
        below.setdefault(entry.parent if entry.parent in values else "", []).append(entry)
    stack = [(0, entry) for entry in reversed(below.get("", []))]
    while stack:
        depth, entry = stack.pop()
        yield depth, entry
        stack += [(depth + 1, inner) for inner in reversed(below.get(entry.value, []))]
