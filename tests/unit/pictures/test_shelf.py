"""What rendering may know of pictures: where they lie, by path or name, and how large they are."""

import os
from pathlib import Path
from struct import pack

import pytest

from reader.pictures.cache import PictureCache
from reader.pictures.file_names import FileNames
from reader.pictures.shelf import PictureShelf

REMOTE = "https://e.example/a.png"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", width, height) + b"\0" * 9


@pytest.fixture
def library(tmp_path: Path) -> Path:
    library = tmp_path / "library"
    for path in (
        "notes/post.md",
        "notes/a.png",
        "notes/sub/a.png",
        "attachments/b 字.png",
        "c.png",
    ):
        file = library / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(64, 48))
    return library


@pytest.fixture
def shelf(library: Path, tmp_path: Path) -> PictureShelf:
    return PictureShelf(library, PictureCache(tmp_path / "pictures"))


def test_the_first_path_that_is_there(shelf: PictureShelf) -> None:
    assert shelf.first_of(["no.png", "c.png", "notes/a.png"]) == "c.png"
    assert shelf.first_of(["no.png", "../secret.png"]) is None


@pytest.mark.parametrize(
    ("written", "post", "found"),
    [
        ("b 字.png", "notes/post.md", "attachments/b 字.png"),
        ("B 字.PNG", "notes/post.md", "attachments/b 字.png"),
        ("a.png", "notes/post.md", "notes/a.png"),  # the nearest
        ("a.png", "notes/sub/deep/post.md", "notes/sub/a.png"),
        ("sub/a.png", "post.md", "notes/sub/a.png"),
        ("other/a.png", "post.md", None),
        ("post.md", "post.md", None),  # no picture
        ("", "post.md", None),
        ("../../../c.png", "post.md", "c.png"),
    ],
)
def test_by_name_alone(shelf: PictureShelf, written: str, post: str, found: str | None) -> None:
    assert shelf.named(written, post) == found


def test_nothing_by_name_where_the_folder_is_no_library(library: Path) -> None:
    assert PictureShelf(library, None, by_name=False).named("a.png", "post.md") is None


def test_a_name_that_leads_out_of_the_library_is_not_taken(library: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(1, 1))
    (library / "out.png").symlink_to(tmp_path / "secret.png")
    (library / "folder").symlink_to(tmp_path)
    shelf = PictureShelf(library, None)
    assert shelf.named("out.png", "post.md") is None
    assert shelf.named("secret.png", "post.md") is None


def test_names_are_not_read_anew_at_each_question(library: Path) -> None:
    names = FileNames(library)
    assert names.find("new.png", "post.md") is None
    (library / "new.png").write_bytes(png(1, 1))
    assert names.find("new.png", "post.md") is None


def test_sizes_of_files_of_the_library_and_of_kept_pictures(
    shelf: PictureShelf, library: Path, tmp_path: Path
) -> None:
    assert shelf.size("c.png") == (64, 48)
    assert shelf.size("no.png") == shelf.size("notes/post.txt") == shelf.size(REMOTE) == (0, 0)
    PictureCache(tmp_path / "pictures").put(REMOTE, png(320, 200))
    assert shelf.size(REMOTE) == (320, 200)
    (library / "c.png").write_bytes(png(65, 48) + b"longer")
    assert shelf.size("c.png") == (65, 48)


def test_only_plain_files_are_measured(shelf: PictureShelf, library: Path) -> None:
    os.mkfifo(library / "pipe.png")
    assert shelf.size("pipe.png") == (0, 0)
