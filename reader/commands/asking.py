"""What `list`, `search` and `facets` have in common."""

import argparse
from collections.abc import Iterator, Sequence

from reader.commands.printing import complain, print_json, print_words
from reader.library.catalog import Catalog
from reader.library.paths import named_path
from reader.library.values import PostSummary

_AT_ONCE = 500  # posts asked for in one go


def add_common_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder, `--json` and `--strict`."""
    parser.add_argument("folder", type=named_path, metavar="FOLDER", help="the folder of posts")
    parser.add_argument("--json", action="store_true", help="print one object a line")
    parser.add_argument(
        "--strict", action="store_true", help="exit with 1 if some post of the folder has problems"
    )


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Add `--limit`."""
    parser.add_argument(
        "--limit", type=_natural, metavar="N", help="print the first N posts (default: all)"
    )


def print_posts(
    catalog: Catalog, ids: Sequence[int], query: str, asked: argparse.Namespace
) -> None:
    """Print the posts, as many as `--limit` allows, and how many there are."""
    shown = ids if asked.limit is None else ids[: asked.limit]
    for post in _summaries(catalog, shown, query):
        if asked.json:
            print_json(
                {
                    "path": post.path,
                    "title": post.title.text,
                    "date": post.date.isoformat(),
                    "snippet": post.excerpt.text,
                }
            )
        else:
            print_words(f"{post.date:%Y-%m-%d}  {post.title.text}\n            {post.path}")
            if query and post.excerpt.text:
                print_words(f"            {post.excerpt.text}")
    if asked.json:
        print_json({"total": len(ids)})
    else:
        print_words("1 post" if len(ids) == 1 else f"{len(ids)} posts")


def exit_code(catalog: Catalog, strict: bool) -> int:
    """Return 1, naming the files on standard error, where strictness finds problems; else 0."""
    problems = catalog.problems() if strict else []
    for problem in problems:
        complain(str(problem))
    return 1 if problems else 0


def _summaries(catalog: Catalog, ids: Sequence[int], query: str) -> Iterator[PostSummary]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from catalog.summaries(ids[start : start + _AT_ONCE], query)


def _natural(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


_natural.__name__ = "number"  # argparse: "invalid number value: '-1'"
