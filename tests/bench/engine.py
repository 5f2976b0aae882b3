"""The engine's figures: python -m tests.bench.engine [--posts N] [--folder FOLDER]

Real processes over real files, as the window runs them. Without FOLDER a library is generated;
a FOLDER given is only read.
"""

import argparse
import json
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.library.catalog import Catalog
from reader.library.scan import Scanner
from reader.library.values import Facet, Filter, Sort
from reader.profile import Profile
from tests.bench.generate import generate
from tests.bench.memory import Peaks, watched
from tests.helpers.indexing import Indexing, command, environment
from tests.helpers.libraries import post

_DROPS = 5
_REPEATS = 20
_SCREEN = 20  # rows in sight, whose summaries the list asks for first

Figure = tuple[str, str]


def main() -> None:
    """Measure, and print a table in Markdown."""
    with library_asked(__doc__ or "") as (folder, scratch, is_ours):
        for name, figure in measure(folder, scratch / "profile", is_ours):
            print(f"| {name} | {figure} |", flush=True)


@contextmanager
def library_asked(about: str) -> Generator[tuple[Path, Path, bool]]:
    """Yield the library that the command line asks for, a scratch folder, and whether it is made.

    Both are gone at the end, but for a library that was there.
    """
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("--posts", type=int, default=21_000, help="how many to generate")
    parser.add_argument("--folder", type=Path, help="measure over this folder instead")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        folder = asked.folder or Path(scratch, "library")
        if asked.folder is None:
            generate(folder, asked.posts)
        yield folder.resolve(), Path(scratch), asked.folder is None


def measure(folder: Path, profile: Path, may_write: bool) -> Iterator[Figure]:
    """Yield the name and the value of each figure."""
    files = Scanner(folder).whole().files
    folder_bytes = sum(file.size for file in files)
    yield "library", f"{len(files):,} files, {folder_bytes / 1e6:.0f} MB"
    events, memory = indexed(profile, folder)
    done = events[-1]
    first = next(event for event in events if event["event"] == "heads")
    yield f"first {first['done']} posts in the index", f"{first['at']:.2f} s"
    yield "heads complete", f"{done['heads_seconds']:.2f} s"
    yield "bodies complete", f"{done['bodies_seconds']:.2f} s"
    ratio = done["index_bytes"] / folder_bytes
    yield "index", f"{done['index_bytes'] / 1e6:.0f} MB, {ratio:.2f} times the folder"
    yield "memory of the indexer, at most", f"{memory.process / 1e6:.0f} MB"
    yield "the same with its workers", f"{memory.family / 1e6:.0f} MB"
    again, _ = indexed(profile, folder)
    yield "second start, nothing changed", f"{again[-1]['bodies_seconds']:.2f} s"
    if may_write:
        yield "new file in the index after it was closed", _spread(dropped(profile, folder))
    yield from asked_of_catalog(Profile.under(profile).index_path(folder), folder)


def indexed(profile: Path, folder: Path) -> tuple[list[dict[str, Any]], Peaks]:
    """Index once; return the events, each with when it came `at`, and the peaks of memory."""
    began = time.monotonic()
    line = command(profile, "index", str(folder), "--json")
    events: list[dict[str, Any]] = []
    with (
        subprocess.Popen(line, stdout=subprocess.PIPE, env=environment()) as process,
        watched(process.pid) as peaks,
    ):
        assert process.stdout is not None
        for told in process.stdout:
            events.append(json.loads(told) | {"at": time.monotonic() - began})
    return events, peaks


def dropped(profile: Path, folder: Path) -> Iterator[float]:
    """Yield how many milliseconds pass between closing a new file and its commit."""
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        for number in range(_DROPS):
            time.sleep(3)
            (folder / f"dropped-{number}.md").write_text(post(f"Dropped {number}"), "utf-8")
            closed = time.monotonic()
            indexing.wait("changes", added=1)
            yield (time.monotonic() - closed) * 1000
        indexing.end("stdin")


def asked_of_catalog(index: Path, folder: Path) -> Iterator[Figure]:
    """Yield how long the window's own questions take."""

    def first(wanted: Filter) -> None:
        opened = Catalog(index, None, folder)
        opened.summaries(opened.listing(wanted).ids[:_SCREEN])
        opened.close()

    yield "index opened, all listed, one screen read", _timed(first, [Filter()] * _REPEATS)
    catalog = Catalog(index, None, folder)

    def search(wanted: Filter) -> None:
        catalog.summaries(catalog.beginning(wanted).ids[:_SCREEN], wanted.query)

    def link(wanted: Filter) -> None:
        catalog.linked_path(wanted.query, "post.md")

    try:
        ids = catalog.listing(Filter()).ids
        some = catalog.summaries(ids[:: max(1, len(ids) // 40)])
        queries = list(_queries([summary.excerpt.text for summary in some]))
        for sort in (Sort.DATE, Sort.RELEVANCE):
            searches = [Filter(query=query, sort=sort) for query in queries]
            yield f"search by {sort}, one screen's snippets marked", _timed(search, searches)
            yield f"all hits of a search by {sort}", _timed(catalog.listing, searches)
        yield "all posts listed", _timed(catalog.listing, [Filter()] * _REPEATS)
        yield "facet counts, no filter", _timed(catalog.counts, [Filter()] * _REPEATS)
        searched = [Filter(query=query) for query in queries]
        for name, filters in (*_filters(catalog), ("a search", searched)):
            yield f"facet counts under {name}", _timed(catalog.counts, filters)
        titles = [Filter(query=summary.title.text) for summary in some]
        yield "link found by its title", _timed(link, titles)
    finally:
        catalog.close()


def _filters(catalog: Catalog) -> Iterator[tuple[str, list[Filter]]]:
    """Yield filters by facets, those that most posts have, and by what posts are."""
    facets = catalog.counts(Filter()).facets
    often = [(facet, counted.value) for facet in Facet for counted in facets[facet][:5]]
    yield "a facet", [Filter().only(*value) for value in often]
    pairs = [(one, other) for one in often[:8] for other in often if one[0] is not other[0]]
    yield "two facets", [Filter().only(*one).toggled(*other) for one, other in pairs[::4]]
    flags = ("has:image", "-has:image", "is:unread", "after:2018", "before:2018")
    yield "a flag or a date", [Filter(query=flag) for flag in flags]


def _queries(texts: Sequence[str]) -> Iterator[str]:
    """Yield words as people type them: one and two Chinese characters, words, beginnings."""
    choose = random.Random(1)  # noqa: S311 - the same every time is the point
    for text in texts:
        word = choose.choice(text.split() or [""]).strip("，。.,!?：“”-\"'")[:12]
        pieces = (word, f"{word[:3]}*") if word.isascii() else (word[:1], word[:2], word[1:5])
        yield from (piece for piece in pieces if piece.strip("*"))


def _timed(ask: Callable[[Filter], object], questions: Sequence[Filter]) -> str:
    waits: list[float] = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        waits.append((time.perf_counter() - began) * 1000)
    return _spread(waits)


def _spread(milliseconds: Iterator[float] | Sequence[float]) -> str:
    ordered = sorted(milliseconds)
    late = ordered[round(0.95 * (len(ordered) - 1))]
    return f"median {statistics.median(ordered):.1f} ms, p95 {late:.1f} ms, n {len(ordered)}"


if __name__ == "__main__":
    main()
