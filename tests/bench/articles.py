"""How fast articles are made: python -m tests.bench.articles [FOLDER] [--runs N] [--profile]

FOLDER is a folder of posts; without it the real sample that `BROADSHEET_CORPUS` names is used.
Every figure is time of one core, as the operating system accounts it to this process. How
noisy the machine was meanwhile is told by a loop that always does the same.
"""

import argparse
import statistics
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path

from reader.article.extract import extract
from reader.article.render import render_article
from reader.posts.parse import NotAPost, parse_post
from reader.posts.post import Post
from tests.bench.stages import stages_timed
from tests.bench.words import Difference, difference

_WHEN = datetime(2020, 1, 1, tzinfo=UTC)
_NAMED = 10  # posts that --worst names

Figure = tuple[str, str]


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="each figure is the median of so many")
    parser.add_argument("--every", type=int, default=1, help="only each N-th post, for haste")
    parser.add_argument("--profile", action="store_true", help="time by stage, too")
    parser.add_argument("--worst", action="store_true", help="name the posts that differ most")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = files_in(asked.folder or sample(Path(scratch)))[:: asked.every]
    posts = list(parsed(files))
    print("| what | measured |\n|---|---|")
    print(f"| posts | {len(posts):,}, {sum(len(data) for _, data in files) / 1e6:.1f} MB |")
    for name, figure in measured(files, posts, asked.runs):
        print(f"| {name} | {figure} |", flush=True)
    told = differences(posts)
    for name, figure in summed(told):
        print(f"| {name} | {figure} |")
    if asked.worst:
        print_worst(told)
    if asked.profile:
        print_stages("extract", extract, posts)
        print_stages("render", render_article, posts)


def sample(scratch: Path) -> Path:
    """Return the real sample, unpacked under `scratch`."""
    with tarfile.open(Path(environ["BROADSHEET_CORPUS"]) / "news-posts.tar.xz") as archive:
        archive.extractall(scratch, filter="data")
    return scratch


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Return path and bytes of every file under `folder`, in the order of their paths."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]


def parsed(files: Sequence[tuple[str, bytes]]) -> Iterator[Post]:
    """Yield the posts among the files."""
    for path, data in files:
        try:
            yield parse_post(data, path, _WHEN)
        except NotAPost:
            continue


def measured(
    files: Sequence[tuple[str, bytes]], posts: Sequence[Post], runs: int
) -> Iterator[Figure]:
    """Yield the name and the value of each figure."""
    for post in posts[:50]:  # what is imported, read and compiled once
        extract(post)
        render_article(post)
    loops: list[float] = []
    extracting: list[float] = []
    whole: list[float] = []
    rendering: list[list[float]] = []
    for _ in range(runs):
        loops.append(seconds(calibration))
        extracting.append(seconds(lambda: list(map(extract, posts))))
        whole.append(seconds(lambda: list(map(extract, parsed(files)))))
        loops.append(seconds(calibration))
        rendering.append([seconds(render_article, post) for post in posts])
    yield "extract", rate(len(posts), extracting)
    yield "parse_post and extract", rate(len(posts), whole)
    yield "render", rate(len(posts), [sum(run) for run in rendering])
    times = [1000 * statistics.median(run) for run in zip(*rendering, strict=True)]
    slowest = max(range(len(posts)), key=times.__getitem__)
    late = sorted(times)[round(0.95 * (len(times) - 1))]
    yield "render, one post", f"median {statistics.median(times):.1f} ms, p95 {late:.1f} ms"
    size = len(posts[slowest].body.encode("utf-8", "replace")) / 1000
    yield "render, slowest post", f"{times[slowest]:.0f} ms, {size:.0f} kB"
    spread = f"{1000 * min(loops):.0f} to {1000 * max(loops):.0f} ms"
    yield "a loop that always does the same", f"{spread}; far apart = noisy machine"


def calibration() -> None:
    """Do the same work every time: some Python, some searching in text."""
    text = "<p>word word</p>" * 20
    for number in range(20_000):
        text.replace(str(number % 7), "").split("<p>")


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """Return the processor's seconds that `work` takes in this process."""
    began = time.process_time()
    work(*arguments)
    return time.process_time() - began


def rate(posts: int, runs: Sequence[float]) -> str:
    """Return how many posts a second in words: the median run, and the slowest and fastest."""
    one = posts / statistics.median(runs)
    return f"{one:,.0f} posts/s ({posts / max(runs):,.0f} to {posts / min(runs):,.0f})"


def differences(posts: Sequence[Post]) -> list[tuple[Difference, str]]:
    """Return how the index's words differ from the page's, per post with its path."""
    return [
        (difference(extract(post).text, render_article(post).text), post.head.path)
        for post in posts
    ]


def summed(told: Sequence[tuple[Difference, str]]) -> Iterator[Figure]:
    """Yield in how far the index's words are the page's."""
    words = max(1, sum(one.words for one, _ in told))
    missing = sum(one.missing for one, _ in told)
    extra = sum(one.extra for one, _ in told)
    differ = sum(one.missing + one.extra > 0 for one, _ in told)
    yield "words of the page that the index lacks", f"{100 * missing / words:.4f} %"
    yield "words of the index that the page lacks", f"{100 * extra / words:.4f} %"
    yield "posts in which any word differs", f"{differ:,} of {len(told):,}"


def print_worst(told: Sequence[tuple[Difference, str]]) -> None:
    """Name the posts that differ most."""
    print("\n| missing | extra | of words | post | some of them |\n|---|---|---|---|---|")
    for one, path in sorted(told, key=lambda each: -each[0].missing - each[0].extra)[:_NAMED]:
        if one.missing + one.extra:
            print(f"| {one.missing} | {one.extra} | {one.words} | {path} | {one.example} |")


def print_stages(name: str, work: Callable[[Post], object], posts: Sequence[Post]) -> None:
    """Print where the time goes, without what a stage spends in another."""
    print(f"\n| {name}: stage | ms a post | share |\n|---|---|---|")
    with stages_timed() as spent:
        for post in posts:
            work(post)
    total = sum(spent.values())
    for stage, time_in in sorted(spent.items(), key=lambda item: -item[1]):
        if time_in > total / 500:
            print(f"| {stage} | {1000 * time_in / len(posts):.3f} | {time_in / total:.0%} |")


if __name__ == "__main__":
    main()
