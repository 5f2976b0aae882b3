"""`broadsheetctl list`: a folder's posts, newest first."""

import argparse

from reader.commands.asking import add_common_arguments, add_limit, exit_code, print_posts
from reader.commands.narrowing import add_filters, filter_of
from reader.commands.opening import opened_catalog
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `list` takes."""
    add_common_arguments(parser)
    add_limit(parser)
    add_filters(parser)


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """List; return the exit code."""
    with opened_catalog(asked.folder, profile) as catalog:
        ids = catalog.listing(filter_of(asked)).ids
        print_posts(catalog, ids, "", asked)
        return exit_code(catalog, asked.strict)
