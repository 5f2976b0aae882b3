"""The options that narrow `list` and `facets` to some posts of a folder."""

import argparse
import calendar
from datetime import date

from reader.library.values import Facet, FacetChoices, Filter

_MEANT = {
    Facet.TAG: "posts with this tag, or one below it (war finds war/europe)",
    Facet.CATEGORY: "posts of this category, or one below it",
    Facet.AUTHOR: "posts by this author",
    Facet.SOURCE: "posts of this host, domain (with all its hosts) or publisher",
    Facet.YEAR: "posts of this year (2022) or month (2022-02)",
}


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add an option for each facet, and those for the reading state and for dates."""
    filters = parser.add_argument_group(
        "filters",
        "A post must pass each; given more than once, any value of the same one does. "
        "Case, full or half width, and `www.` do not matter.",
    )
    for facet in Facet:
        filters.add_argument(
            f"--{facet.value}",
            action="append",
            default=[],
            metavar=facet.value.upper(),
            help=_MEANT[facet],
        )
    filters.add_argument("--unread", action="store_true", help="posts not read yet")
    filters.add_argument("--starred", action="store_true", help="posts with a star")
    filters.add_argument(
        "--since", type=_first_day, metavar="DATE", help="published on DATE (YYYY-MM-DD) or later"
    )
    filters.add_argument(
        "--until", type=_last_day, metavar="DATE", help="published on DATE or earlier"
    )


def filter_of(asked: argparse.Namespace) -> Filter:
    """Return the filter that the options ask for."""
    states = (("is:unread", asked.unread), ("is:starred", asked.starred))
    chosen = ((facet, tuple(getattr(asked, facet.value))) for facet in Facet)
    facets: FacetChoices = tuple((facet, values) for facet, values in chosen if values)
    query = " ".join(term for term, wanted in states if wanted)
    return Filter(query=query, facets=facets, since=asked.since, until=asked.until)


def _first_day(text: str) -> date:
    """Return the day, or the first one of a month (`2022-02`) or year (`2022`)."""
    numbers = [int(number) for number in text.split("-")]
    try:
        return date(*(numbers + [1] * (3 - len(numbers))))
    except OverflowError as error:  # the year 10^30
        raise ValueError(text) from error


def _last_day(text: str) -> date:
    """Return the day, or the last one of a month or year."""
    first = _first_day(text)
    if text.count("-") == 2:
        return first
    month = first.month if "-" in text else 12
    return first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


_first_day.__name__ = _last_day.__name__ = "date"  # argparse: "invalid date value: '2022-13'"
