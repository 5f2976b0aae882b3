"""Time and memory from small libraries to large ones: python -m tests.bench.curve PICTURE.svg

Generates libraries of 2,000 posts to 200,000 (--sizes names others, --folders some that are there
already), indexes each anew and asks its catalog, prints a table and draws the curves, one figure
below the other, both axes logarithmic: what stays flat per post lies flat.
"""

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library.catalog import Catalog
from reader.library.values import Filter
from reader.profile import Profile
from tests.bench.engine import indexed
from tests.bench.generate import generate
from tests.bench.peers import warm

_SIZES = (2_000, 6_000, 20_000, 60_000, 200_000)
_QUERIES = ("中", "经济", "发展经济", "tion*", "the", "-中 经", "a OR 国")
_WIDTH, _HEIGHT, _LEFT, _TOP = 760, 120, 150, 34  # of a picture's row, in pixels


@dataclass(frozen=True, slots=True)
class Point:
    """What one library cost."""

    posts: int
    heads: float  # milliseconds a post
    bodies: float  # milliseconds a post, of both passes
    index: float  # kilobytes a post
    rescan: float  # microseconds a post, of a start with nothing changed
    memory: float  # megabytes of the indexer at most
    search: float  # milliseconds, the median: first hundred hits with their snippets
    counts: float  # milliseconds: all facets under a search


_ROWS: tuple[tuple[str, Callable[[Point], float]], ...] = (
    ("heads, ms a post", lambda point: point.heads),
    ("all texts, ms a post", lambda point: point.bodies),
    ("index, kB a post", lambda point: point.index),
    ("rescan, µs a post", lambda point: point.rescan),
    ("indexer, MB", lambda point: point.memory),
    ("search, ms", lambda point: point.search),
    ("counts, ms", lambda point: point.counts),
)


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("picture", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(_SIZES))
    parser.add_argument("--folders", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    points: list[Point] = []
    print(f"| posts | {' | '.join(name for name, _ in _ROWS)} |")
    for point in _points(asked.sizes, asked.folders):
        points.append(point)
        cells = " | ".join(f"{value(point):.3g}" for _, value in _ROWS)
        print(f"| {point.posts:,} | {cells} |", flush=True)
        asked.picture.write_text(drawn(points), "utf-8")


def _points(sizes: Sequence[int], folders: Sequence[Path]) -> Iterator[Point]:
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as library:
            generate(Path(library), size)
            yield measured(Path(library))
    yield from map(measured, folders)


def measured(folder: Path) -> Point:
    """Return what a library costs."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        profile = Path(scratch, "profile")
        warm(folder)
        events, memory = indexed(profile, folder)
        done = events[-1]
        again, _ = indexed(profile, folder)
        search, counts = _asked(Profile.under(profile).index_path(folder), folder)
    size: int = done["posts"]
    return Point(
        posts=size,
        heads=done["heads_seconds"] / size * 1e3,
        bodies=done["bodies_seconds"] / size * 1e3,
        index=done["index_bytes"] / size / 1e3,
        rescan=again[-1]["bodies_seconds"] / size * 1e6,
        memory=memory.process / 1e6,
        search=search,
        counts=counts,
    )


def _asked(index: Path, folder: Path) -> tuple[float, float]:
    """Return the median milliseconds of a search, and of its counts."""
    catalog = Catalog(index, None, folder)
    searches: list[float] = []
    counts: list[float] = []
    try:
        catalog.counts(Filter())
        for query in _QUERIES * 3:
            wanted = Filter(query=query)
            began = time.perf_counter()
            catalog.summaries(catalog.beginning(wanted).ids[:100], query)
            found = time.perf_counter()
            catalog.counts(wanted)
            searches.append((found - began) * 1e3)
            counts.append((time.perf_counter() - found) * 1e3)
    finally:
        catalog.close()
    return statistics.median(searches), statistics.median(counts)


def drawn(points: Sequence[Point]) -> str:
    """Return the curves as SVG, readable on white and on black."""
    height = _TOP + _HEIGHT * len(_ROWS) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="sans-serif" font-size="12" fill="#777" stroke-linejoin="round">'
    ]
    across = _scale([point.posts for point in points], _LEFT, _WIDTH - 60)
    for point in points:
        x = across(point.posts)
        parts.append(f'<text x="{x:.0f}" y="16" text-anchor="middle">{point.posts:,}</text>')
    for row, (name, value) in enumerate(_ROWS):
        top = _TOP + row * _HEIGHT
        parts += _row(name, [(across(point.posts), value(point)) for point in points], top)
    return "\n".join([*parts, "</svg>\n"])


def _row(name: str, values: Sequence[tuple[float, float]], top: int) -> list[str]:
    """Return one figure's curve, between `top` and the next row."""
    middle = math.sqrt(min(value for _, value in values) * max(value for _, value in values))
    up = _scale([middle / 12, middle * 12], top + _HEIGHT - 16, top + 14)  # the same for all rows
    places = [(x, up(value), value) for x, value in values]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    return [
        f'<text x="0" y="{top + _HEIGHT / 2:.0f}">{name}</text>',
        f'<path d="M{_LEFT} {top + _HEIGHT}H{_WIDTH}" stroke="#7774"/>',
        f'<polyline points="{line}" fill="none" stroke="#b0472f" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#b0472f"/>' for x, y, _ in places),
        *(
            f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{value:.3g}</text>'
            for x, y, value in places
        ),
    ]


def _scale(values: Sequence[float], first: float, last: float) -> Callable[[float], float]:
    """Return a logarithmic scale from the least of `values` at `first` to the most at `last`."""
    low, high = math.log(min(values)), math.log(max(values))
    step = (last - first) / (high - low or 1)
    return lambda value: first + (math.log(value) - low) * step


if __name__ == "__main__":
    main()
