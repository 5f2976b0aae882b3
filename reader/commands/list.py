"""`broadsheetctl list`: a folder's posts, newest first."""

import argparse
import calendar
from datetime import date

from reader.commands.asking import add_common_arguments, add_limit, exit_code, print_posts
from reader.commands.opening import opened_catalog
from reader.library.values import Facet, FacetChoices, Filter
from reader.profile import Profile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `list` takes."""
    add_common_arguments(parser)
    add_limit(parser)
    filters = parser.add_argument_group(
        "filters", "A post must pass each; given more than once, any value of the same one does."
    )
    for facet in Facet:
        filters.add_argument(
            f"--{facet.value}",
            action="append",
            default=[],
            metavar=facet.value.upper(),
            help=f"posts of this {facet.value}",
        )
    filters.add_argument("--unread", action="store_true", help="posts not read yet")
    filters.add_argument("--starred", action="store_true", help="posts with a star")
    filters.add_argument(
        "--since", type=_first_day, metavar="DATE", help="published on DATE (YYYY-MM-DD) or later"
    )
    filters.add_argument(
        "--until", type=_last_day, metavar="DATE", help="published on DATE or earlier"
    )


def run(asked: argparse.Namespace, profile: Profile) -> int:
    """List; return the exit code."""
    with opened_catalog(asked.folder, profile) as catalog:
        ids = catalog.listing(_filter(asked)).ids
        print_posts(catalog, ids, "", asked)
        return exit_code(catalog, asked.strict)


def _filter(asked: argparse.Namespace) -> Filter:
    states = (("is:unread", asked.unread), ("is:starred", asked.starred))
    chosen = ((facet, tuple(getattr(asked, facet.value))) for facet in Facet)
    facets: FacetChoices = tuple((facet, values) for facet, values in chosen if values)
    query = " ".join(term for term, wanted in states if wanted)
    return Filter(query=query, facets=facets, since=asked.since, until=asked.until)


def _first_day(text: str) -> date:
    """Return the day, or the first one of a month (`2022-02`) or year (`2022`)."""
    numbers = [int(number) for number in text.split("-")]
    return date(*(numbers + [1] * (3 - len(numbers))))


def _last_day(text: str) -> date:
    """Return the day, or the last one of a month or year."""
    first = _first_day(text)
    if text.count("-") == 2:
        return first
    month = first.month if "-" in text else 12
    return first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


_first_day.__name__ = _last_day.__name__ = "date"  # argparse: "invalid date value: '2022-13'"
