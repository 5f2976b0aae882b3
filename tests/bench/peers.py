"""Broadsheet beside programs people use today: python -m tests.bench.peers [--posts N | --folder F]

All of them over the same folder in one run: recoll indexes it, Hugo builds it, ripgrep searches
it once. Those that are not installed are left out (Debian has all three). A FOLDER given is
only read.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.engine import indexed, library_asked

_SEARCHED = "中国"  # by ripgrep: one frequent word, all files that hold it
_HUGO_PAGE = "{{ .Title }}{{ .Content }}"
_HUGO_LIST = "{{ range .Pages }}{{ .Title }}{{ end }}"

Row = tuple[str, float, str]  # what was done, wall seconds, what it left behind


def main() -> None:
    """Measure, and print a table in Markdown."""
    with library_asked(__doc__ or "") as (folder, scratch, _):
        ours: float | None = None
        for what, seconds, left in rows(folder, scratch):
            ours = seconds if ours is None else ours
            print(f"| {what} | {seconds:.1f} s | {seconds / ours:.2f} | {left} |", flush=True)


def rows(folder: Path, scratch: Path) -> Iterator[Row]:
    """Yield a row of each program that is there; the first is Broadsheet's whole index."""
    warm(folder)
    events, _ = indexed(scratch / "profile", folder)
    done = events[-1]
    megabytes = done["index_bytes"] / 1e6
    yield "Broadsheet, every word indexed", done["bodies_seconds"], f"{megabytes:.0f} MB"
    yield "of that, until the list is complete", done["heads_seconds"], ""
    if shutil.which("recollindex"):
        yield "recoll, every word indexed", *_recoll(folder, scratch / "recoll")
    if shutil.which("hugo"):
        yield "Hugo, pages built, nothing searchable", *_hugo(folder, scratch / "hugo")
    if shutil.which("rg"):
        yield "ripgrep, one search", *_ripgrep(folder)


def warm(folder: Path) -> None:
    """Read every file once, so that nobody is the first to wait for the disk."""
    for file in folder.rglob("*"):
        if file.is_file():
            file.read_bytes()


def _recoll(folder: Path, place: Path) -> tuple[float, str]:
    """Index with recoll as it comes, Markdown as plain text, nothing but this folder."""
    place.mkdir(parents=True)
    (place / "recoll.conf").write_text(f"topdirs = {folder}\nloglevel = 1\n", "utf-8")
    (place / "mimemap").write_text(".md = text/plain\n.markdown = text/plain\n", "utf-8")
    seconds = _timed(["recollindex", "-z", "-c", str(place)])
    return seconds, f"{_bytes(place / 'xapiandb') / 1e6:.0f} MB"


def _hugo(folder: Path, place: Path) -> tuple[float, str]:
    """Build a site of one bare page a post."""
    for name, layout in (("single", _HUGO_PAGE), ("list", _HUGO_LIST)):
        file = place / "layouts" / "_default" / f"{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(layout, "utf-8")
    (place / "config.toml").write_text('baseURL = "/"\ntitle = "x"\n', "utf-8")
    line = ["hugo", "--source", str(place), "--contentDir", str(folder), "--quiet"]
    seconds = _timed([*line, "--destination", str(place / "site")])
    pages = sum(len(files) for _, _, files in os.walk(place / "site"))
    return seconds, f"{pages:,} files"


def _ripgrep(folder: Path) -> tuple[float, str]:
    return _timed(["rg", "--files-with-matches", "--no-ignore", _SEARCHED, str(folder)]), ""


def _timed(line: list[str]) -> float:
    began = time.monotonic()
    subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.monotonic() - began


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
