"""Names on disks that take `A.md` for `a.md`, which few machines that run tests have."""

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from reader.library import spelling
from reader.library.scan import Scanner
from reader.library.spelling import Spelling
from tests.helpers.libraries import write


def folded(name: str) -> str:
    return normalize("NFC", name).casefold()


@pytest.fixture
def careless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which, as far as this program sees, case and composition do not count."""
    lstat = os.lstat

    def found(path: str) -> os.stat_result:
        place = tmp_path
        for part in Path(path).relative_to(tmp_path).parts:
            names = [name for name in os.listdir(place) if folded(name) == folded(part)]
            place /= names[0] if names else part
        return lstat(place)

    monkeypatch.setattr(spelling.os, "lstat", found)
    return tmp_path


def paths(folder: Path, *asked: str) -> list[str]:
    return sorted(file.path for file in Scanner(folder).paths(asked).files)


def test_a_file_renamed_in_its_case_is_found_under_its_new_name_alone(careless: Path) -> None:
    write(careless, "in/Post.md")
    assert paths(careless, "in/post.md", "in/Post.md") == ["in/Post.md"]
    assert paths(careless, "in/post.md") == []


def test_a_folder_renamed_in_its_case_is_found_under_its_new_name_alone(careless: Path) -> None:
    write(careless, "Folder/a.md")
    assert paths(careless, "folder", "Folder") == ["Folder/a.md"]
    assert paths(careless, "folder/a.md") == []


def test_a_name_composed_otherwise_is_not_the_file_s(careless: Path) -> None:
    write(careless, normalize("NFD", "café.md"))
    assert paths(careless, normalize("NFC", "café.md")) == []
    assert paths(careless, normalize("NFD", "café.md")) == [normalize("NFD", "café.md")]


def test_where_case_counts_both_are_files_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    write(tmp_path, "A.md")
    assert paths(tmp_path, "a.md", "A.md") == ["A.md", "a.md"]


def test_two_names_of_one_file_both_count(tmp_path: Path) -> None:
    os.link(write(tmp_path, "a.md"), tmp_path / "A.md")
    assert Spelling(str(tmp_path)).is_exact("a.md")
    assert paths(tmp_path, "a.md", "A.md") == ["A.md", "a.md"]


def test_names_that_are_no_utf_8_or_have_no_case_are_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, "caf\udce9.md", "x")
    write(tmp_path, "新闻.md")
    assert paths(tmp_path, r"caf\xe9.md", "新闻.md") == [r"caf\xe9.md", "新闻.md"]


def test_a_path_may_be_as_deep_as_the_system_allows(tmp_path: Path) -> None:
    assert Spelling(str(tmp_path)).is_exact("1/" * 2000 + "1")
