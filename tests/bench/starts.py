"""How soon a window stands: `python -m tests.bench.starts FOLDER [FOLDER...] --profile DIR`.

Second starts of each folder, in turn with those of an empty PySide6 window and of a bare web view
that shows the same article. What is not yet in DIR's indexes is indexed first; 200,000 posts take
five minutes. With `--turn`, j follows, in each folder.
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from compileall import compile_dir
from pathlib import Path
from typing import Any

from tests.bench.bare_page import page_of
from tests.bench.traces import Event, since_start, spread, taken, traced

BROADSHEET = [sys.executable, "-m", "reader"]
_EMPTY = [sys.executable, "-m", "tests.bench.empty_window"]
_BARE = [sys.executable, "-m", "tests.bench.bare_article"]
_Measure = Callable[[list[Event], str], float]
_MEASURES: dict[str, _Measure] = {"by the clock": since_start, "processor time": taken}


def compiled() -> None:
    """Compile Broadsheet, as packaging/run does."""
    compile_dir(Path(__file__).parents[2] / "reader", quiet=1)


def driven(scenario: str, folder: Path, profile: Path) -> Any:
    """Return what `tests.bench.driven_window` measured."""
    command = [sys.executable, "-m", "tests.bench.driven_window", scenario]
    command += ["--profile", str(profile), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def second_starts(folders: Sequence[Path], profile: Path, runs: int) -> None:
    """Print each folder's starts beside an empty window's and a bare web view's."""
    bare = {folder: _bare_of(folder, profile) for folder in folders}
    rounds = [
        {folder: _start(folder, profile, bare[folder]) for folder in folders}
        for _ in range(runs + 1)
    ][1:]
    for folder in folders:
        for until, beside in (("list-painted", "empty"), ("article-painted", "bare")):
            for words, measure in _MEASURES.items():
                pairs = [
                    (measure(each[folder]["ours"], until), measure(each[folder][beside], until))
                    for each in rounds
                ]
                _tell(f"{folder.name}, second start to {until}, {words}", beside, pairs)
    for folder in folders[1:]:
        for until in ("list-painted", "article-painted"):
            later = [
                since_start(each[folder]["ours"], until)
                - since_start(each[folders[0]]["ours"], until)
                for each in rounds
            ]
            middle = statistics.median(later)
            print(f"{folder.name}: {until} {middle:.0f} ms later than {folders[0].name}")


def _start(folder: Path, profile: Path, bare: Sequence[str]) -> dict[str, list[Event]]:
    """Return the traces of one start of each, one after the other."""
    ours = [*BROADSHEET, "--profile", str(profile), str(folder)]
    return {
        "ours": traced(ours, "article-painted"),
        "empty": traced(_EMPTY, "list-painted"),
        "bare": traced(bare, "article-painted"),
    }


def _bare_of(folder: Path, profile: Path) -> list[str]:
    """Return the command that shows the article with which a start of `folder` begins."""
    shown = driven("page", folder, profile)
    file = profile / f"{folder.name}.html"
    file.write_text(page_of(shown), "utf-8")
    return [*_BARE, str(file), str(shown["width"]), str(shown["height"])]


def _tell(words: str, beside: str, pairs: Sequence[tuple[float, float]]) -> None:
    print(f"{words}:", spread(ours for ours, _ in pairs))
    print(f"  {beside}:", spread(theirs for _, theirs in pairs))
    print(f"  ratio, pair by pair: median {statistics.median(a / b for a, b in pairs):.2f}")


def main() -> int:
    """Index what is not indexed yet, and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--turn", action="store_true")
    asked = parser.parse_args()
    compiled()
    for folder in asked.folders:
        index = [sys.executable, "-m", "reader.cli", "--profile", str(asked.profile), "index"]
        subprocess.run([*index, str(folder)], check=True)
    second_starts(asked.folders, asked.profile, asked.runs)
    if asked.turn:
        from tests.bench.window import moving  # noqa: PLC0415 - which imports this module

        for folder in asked.folders:
            print(folder.name)
            moving(folder, asked.profile)
    return 0


if __name__ == "__main__":
    sys.exit(main())
