"""`broadsheetctl index`: a folder into its index, once or for as long as its window is open."""

import argparse

from reader.library.paths import named_path
from reader.library.warm_up import warm_up
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `index` takes."""
    parser.add_argument("folder", type=named_path, metavar="FOLDER", help="the folder of posts")
    parser.add_argument(
        "--watch",
        action="store_true",
        help="stay, and follow every change, until standard input ends; the line 'rescan' on it "
        "looks through everything",
    )
    parser.add_argument("--rebuild", action="store_true", help="begin with an empty index")
    parser.add_argument("--json", action="store_true", help="print one event a line")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a post had problems")


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """Index; return the exit code."""
    warm_up()
    # Imported while the workers' parsers are: the list shows 50 ms earlier.
    from reader.commands.indexing import index  # noqa: PLC0415

    return index(asked, profile)
