"""How fast the window is: `python -m tests.bench.window [FOLDER]`, on any display.

FOLDER is a folder of posts; without it the real sample that `BROADSHEET_CORPUS` names is used.
Every figure is taken from outside the code it measures: the kernel's start time of the process,
the trace's events, keys sent to the real window.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Generator, Iterable, Sequence
from compileall import compile_dir
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Event = dict[str, Any]


def traced(
    command: Sequence[str], until: str, patience: float = 60, after: float = 0
) -> list[Event]:
    """Run `command` until the event `until` is in its trace; return the trace."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trace.json"
        environment = os.environ | {"BROADSHEET_TRACE": str(file)}
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline:
                time.sleep(0.02)
                if file.exists() and f'"{until}"' in file.read_text():
                    break
            time.sleep(after)
            process.terminate()
            process.wait(10)
        return json.loads(file.read_text().rstrip(",\n") + "]")


def since_start(events: list[Event], name: str) -> float:
    """Return the milliseconds from the first process's start to the last event `name`."""
    started = next(event["ts"] for event in events if event["name"] == "process-start")
    return ([event["ts"] for event in events if event["name"] == name][-1] - started) / 1000


def taken(events: list[Event], name: str) -> float:
    """Return the milliseconds of processor time until the first event `name`."""
    return next(event["args"]["cpu"] for event in events if event["name"] == name)


def spread(figures: Iterable[float]) -> str:
    """Return median, 95th percentile and count in words."""
    ordered = sorted(figures)
    if not ordered:
        return "nothing measured"
    late = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"median {statistics.median(ordered):.0f} ms, p95 {late:.0f} ms, n {len(ordered)}"


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


def second_start(folder: Path, profile: Path, runs: int) -> None:
    """Print the start of the window beside an empty window's, run in turn."""
    empty = [sys.executable, "-m", "tests.bench.empty_window"]
    ours = [*BROADSHEET, "--profile", str(profile), str(folder)]
    runs_of = [
        (traced(ours, "list-painted"), traced(empty, "list-painted")) for _ in range(runs + 1)
    ]
    for words, measure in (("by the clock", since_start), ("processor time", taken)):
        pairs = [tuple(measure(run, "list-painted") for run in pair) for pair in runs_of[1:]]
        print(f"second start, list painted, {words}:", spread(pair[0] for pair in pairs))
        print("  empty PySide6 window:", spread(pair[1] for pair in pairs))
        print(f"  ratio, pair by pair: median {statistics.median(a / b for a, b in pairs):.2f}")


def driven(scenario: str, folder: Path, profile: Path, given: object = None) -> Any:
    """Return what `tests.bench.driven_window` measured."""
    command = [sys.executable, "-m", "tests.bench.driven_window", scenario]
    command += ["--profile", str(profile), str(folder)]
    told = json.dumps(given)
    done = subprocess.run(command, input=told, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def moving(folder: Path, profile: Path) -> None:
    """Print how long j takes, beside a bare swap of the same articles, and what holding it does."""
    ours = driven("walk", folder, profile)
    bare = driven("swap", folder, profile, [shown["html"] for shown in ours])
    for until, words in (("framed", "the second animation frame"), ("painted", "painted")):
        keyed, swapped = ([shown[until] for shown in each] for each in (ours, bare))
        print(f"j to {words}:", spread(keyed))
        print("  bare swap of the same articles:", spread(swapped))
        print(
            f"  ratio of the medians: {statistics.median(keyed) / statistics.median(swapped):.2f}"
        )
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


BROADSHEET = [sys.executable, "-m", "reader"]


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    compile_dir(Path(__file__).parents[2] / "reader", quiet=1)  # as packaging/run does
    with tempfile.TemporaryDirectory() as scratch, sample(asked.folder) as folder:
        profile = Path(scratch) / "profile"
        first_start(folder, profile)
        second_start(folder, profile, asked.runs)
        moving(folder, profile)
        keys = driven("search", folder, profile)
        print("search, key to listing:     ", spread(key[0] for key in keys))
        print("search, key to list painted:", spread(key[1] for key in keys))
    return 0


if __name__ == "__main__":
    sys.exit(main())
