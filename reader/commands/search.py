"""`broadsheetctl search`: the posts of a folder that a query finds."""

import argparse

from reader.commands.asking import add_common_arguments, add_limit, exit_code, print_posts
from reader.commands.opening import opened_catalog
from reader.library.values import Filter, Sort
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `search` takes."""
    add_common_arguments(parser)
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "a phrase", -not, this OR that, begin*, tag: category: author: source: title: '
        "before: after: is:unread is:read is:starred has:image; put -- before one that begins "
        "with a hyphen",
    )
    add_limit(parser)
    parser.add_argument(
        "--sort",
        choices=[sort.value for sort in Sort if not sort.by_window],
        default=Sort.DATE.value,
        help="newest first, or best match first (default: date)",
    )


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Search; return the exit code."""
    query = f"{asked.query} "  # the space says that the last word is whole: nobody is typing
    with opened_catalog(asked.folder, profile) as catalog:
        ids = catalog.listing(Filter(query=query, sort=Sort(asked.sort))).ids
        print_posts(catalog, ids, query, asked)
        return exit_code(catalog, asked.strict)
