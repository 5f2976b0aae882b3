"""How fast the window is: `python -m tests.bench.window [FOLDER]`, on any display.

FOLDER is a folder of posts; without it the real sample that `BROADSHEET_CORPUS` names is used.
Every figure is taken from outside the code it measures: the kernel's start time of the process,
the trace's events, keys sent to the real window.
"""

import argparse
import os
import statistics
import sys
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.starts import BROADSHEET, compiled, driven, second_starts
from tests.bench.traces import since_start, spread, traced


def first_start(folder: Path, profile: Path) -> None:
    """Print how long a library never seen takes."""
    events = traced([*BROADSHEET, "--profile", str(profile), str(folder)], "bodies-done", after=1)
    shown = since_start(events, "window-shown")
    for name in ("heads-done", "bodies-done"):
        print(f"first start: window shown to {name}: {since_start(events, name) - shown:.0f} ms")
    end = [event["ts"] for event in events if event["name"] == "bodies-done"][-1]
    stalls = [event for event in events if event["name"] == "ui-stall" and event["ts"] < end]
    lengths = sorted((stall["dur"] / 1000 for stall in stalls), reverse=True)
    print("first start: ui-stalls until then:", [round(length) for length in lengths], "ms")


def moving(folder: Path, profile: Path) -> None:
    """Print how long j takes, beside a bare swap of the same articles, and what holding it does."""
    turned = driven("turn", folder, profile)
    print(f"j: {sum(each['ahead'] for each in turned)} of {len(turned)} articles lay ready")
    for until, words in (("framed", "the second animation frame"), ("painted", "painted")):
        ours, bare = ([each[name] for each in turned] for name in (until, f"bare_{until}"))
        print(f"j to {words}:", spread(ours))
        print("  bare swap of the same articles, in turn:", spread(bare))
        print(f"  ratio of the medians: {statistics.median(ours) / statistics.median(bare):.2f}")
    held = driven("hold", folder, profile)
    landed = "the right article" if held["right"] else "ANOTHER ARTICLE"
    print(
        f"j held for 5 s: {held['presses']} presses, {held['painted']} articles painted,"
        f" {landed} {held['last']:.0f} ms after the last"
    )


@contextmanager
def sample(folder: Path | None) -> Generator[Path]:
    """Yield `folder`, or else the real posts of `BROADSHEET_CORPUS` in a folder of their own."""
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(Path(os.environ["BROADSHEET_CORPUS"]) / "news-posts.tar.xz") as tar:
            tar.extractall(scratch, filter="data")
        yield Path(scratch) / "news-posts"


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    compiled()
    with tempfile.TemporaryDirectory() as scratch, sample(asked.folder) as folder:
        profile = Path(scratch) / "profile"
        first_start(folder, profile)
        second_starts([folder], profile, asked.runs)
        moving(folder, profile)
        keys = driven("search", folder, profile)
        print("search, key to listing:     ", spread(key[0] for key in keys))
        print("search, key to list painted:", spread(key[1] for key in keys))
    return 0


if __name__ == "__main__":
    sys.exit(main())
