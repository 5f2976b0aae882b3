"""`broadsheetctl facets`: what a folder's posts can be filtered by, with counts."""

import argparse

from reader.commands.asking import add_common_arguments, exit_code
from reader.commands.opening import opened_catalog
from reader.commands.printing import print_json, print_words
from reader.library.values import Facet, Filter
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `facets` takes."""
    add_common_arguments(parser)


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Print each value as `facet, value, count`, the most frequent first; return the exit code."""
    with opened_catalog(asked.folder, profile) as catalog:
        counts = catalog.counts(Filter()).facets
        for facet in Facet:
            found = counts.get(facet, ())
            if found and not asked.json:
                print_words(facet.value)
            for entry in found:
                if asked.json:
                    print_json({"facet": facet.value, "value": entry.value, "count": entry.count})
                else:
                    print_words(f"{entry.count:8}  {entry.value}")
        return exit_code(catalog, asked.strict)
