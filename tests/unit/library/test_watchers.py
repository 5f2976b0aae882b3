"""Both ways of watching: hints of what changed, from the real system."""

import queue
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library.scan import Scanner
from reader.library.tree_watcher import TreeWatcher
from reader.library.watcher import Hint, Watcher, matters, watcher

Hints = queue.SimpleQueue[tuple[str, ...]]
KINDS = ["tree", *(["folders"] if sys.platform == "linux" else [])]


@contextmanager
def watching(kind: str, folder: Path) -> Generator[Hints]:
    hints: Hints = queue.SimpleQueue()

    def hint(*paths: str, settled: bool = True) -> None:
        hints.put(paths)

    made = _made(kind, folder, hint)
    Scanner(folder, made.enter).whole()
    try:
        yield hints
    finally:
        made.stop()


def _made(kind: str, folder: Path, hint: Hint) -> Watcher:
    return TreeWatcher(folder, hint) if kind == "tree" else watcher(folder, hint)


def expect(hints: Hints, path: str | None) -> None:
    """Wait until `path` is hinted at; with None, that anything may have changed."""
    while path not in (hints.get(timeout=20) or (None,)):
        pass


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_come_change_and_go_are_hinted_at(kind: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with watching(kind, tmp_path) as hints:
        file = tmp_path / "in" / "caf\udce9.md"
        file.write_text("x", "utf-8")
        expect(hints, r"in/caf\xe9.md")
        file.rename(tmp_path / "b.md")
        expect(hints, "b.md")
        (tmp_path / "b.md").unlink()
        expect(hints, "b.md")


@pytest.mark.parametrize("kind", KINDS)
def test_folders_that_go_are_hinted_at(kind: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with watching(kind, tmp_path) as hints:
        shutil.rmtree(tmp_path / "in")
        expect(hints, "in")
        (tmp_path / "new").mkdir()
        expect(hints, "new")


@pytest.mark.parametrize("kind", KINDS)
def test_a_library_that_goes_is_hinted_at_as_a_whole(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    with watching(kind, folder) as hints:
        folder.rmdir()
        expect(hints, None)


@pytest.mark.parametrize(
    ("path", "may_be_folder", "counts"),
    [
        ("a.md", False, True),
        ("in/a.HTML", False, True),
        ("a.png", False, False),
        ("a.md~", False, False),
        ("folder", True, True),
        (".git/a.md", False, False),
        ("_site/folder", True, False),
        (".a.md.swp", False, False),
        ("4913", False, False),
        ("#a.md#", False, False),
        (".#a.md", False, False),
        ("a.md.tmp", False, False),
        ("a.md.part", False, False),
        ("a.html.crdownload", False, False),
        ("~$a.html", False, False),
        (".syncthing.a.md.tmp", False, False),
        ("~syncthing~a.md.tmp", False, False),
        (".a.md.Xy12Zz", False, False),
        (".goutputstream-ABC123", False, False),
        ("a.md.conflicted", False, False),
        ("a (conflicted copy).md", False, True),
    ],
)
def test_what_matters(path: str, may_be_folder: bool, counts: bool) -> None:
    assert matters(path, may_be_folder) is counts
