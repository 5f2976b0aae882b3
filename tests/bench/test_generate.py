"""The libraries that are measured on."""

import statistics
from pathlib import Path

from tests.bench.generate import generate
from tests.helpers.libraries import index_once


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_same_seed_gives_the_same_library(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in "abc")
    assert generate(first, 50) == generate(second, 50)
    generate(third, 50, seed=2)
    assert contents(first) == contents(second) != contents(third)


def test_sizes_and_scripts_are_realistic(tmp_path: Path) -> None:
    generate(tmp_path, 600)
    made = contents(tmp_path)
    assert 5000 < statistics.median(map(len, made.values())) < 7000
    assert max(map(len, made.values())) > 30_000


def test_every_post_is_one_without_a_problem(tmp_path: Path) -> None:
    generate(tmp_path / "library", 200)
    done = index_once(tmp_path / "library", tmp_path / "index.db")[-1]
    assert (done["posts"], done["problems"]) == (200, 0)
