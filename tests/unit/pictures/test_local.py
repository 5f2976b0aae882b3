"""Local pictures come from the library's folder and from nowhere else."""

import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pictures.local import find_picture, relative_path

OUTSIDE = "outside.png"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    library = tmp_path / "site" / "library"
    (library / "images").mkdir(parents=True)
    (library / "images" / "a b字.png").write_bytes(b"a")
    (library / "static" / "images").mkdir(parents=True)
    (library / "static" / "images" / "hugo.png").write_bytes(b"h")
    (tmp_path / OUTSIDE).write_bytes(b"s")
    (tmp_path / "site" / OUTSIDE).write_bytes(b"s")
    return library


def test_a_picture_of_the_library_is_found(library: Path) -> None:
    address = quote("images/a b字.png")
    assert find_picture(library, address) == (library / "images" / "a b字.png").resolve()


def test_a_picture_under_static_is_found_as_a_site_would_serve_it(library: Path) -> None:
    found = find_picture(library, "images/hugo.png")
    assert found == (library / "static" / "images" / "hugo.png").resolve()


@pytest.mark.parametrize(
    "address",
    [
        "../outside.png",
        "..%2foutside.png",
        "images/../../outside.png",
        "/etc/passwd",
        "//etc/passwd",
        "C:/outside.png",
        "c:outside.png",
        "images\\..\\..\\outside.png",
        "images/a%00.png",
        "images",
        "",
        "~/outside.png",
        "x" * 5000,
        "/".join("x" * 3000),
    ],
)
def test_what_is_no_file_of_the_library_is_not_found(library: Path, address: str) -> None:
    assert find_picture(library, address) is None


def test_a_link_out_of_the_library_is_not_followed(library: Path) -> None:
    (library / "out").symlink_to(library.parent)
    (library / "out.png").symlink_to(library.parent / OUTSIDE)
    (library / "round").symlink_to(library / "round")
    for address in ("out/outside.png", "out.png", "round/x.png"):
        assert find_picture(library, address) is None


def test_a_link_within_the_library_is_followed(library: Path) -> None:
    (library / "again.png").symlink_to(library / "images" / "a b字.png")
    assert find_picture(library, "again.png") is not None


def test_only_plain_files_are_read(library: Path) -> None:
    os.mkfifo(library / "pipe.png")
    assert find_picture(library, "pipe.png") is None


@pytest.mark.parametrize(
    "opened", ["_posts", "_drafts", "_posts/2020", "content", "content/posts", "content/posts/2020"]
)
def test_posts_opened_alone_find_the_pictures_of_their_site(tmp_path: Path, opened: str) -> None:
    posts = tmp_path / "site" / opened
    posts.mkdir(parents=True)
    for folder in ("images", "static/img"):
        (tmp_path / "site" / folder).mkdir(parents=True)
        (tmp_path / "site" / folder / "a.png").write_bytes(b"a")
    (tmp_path / OUTSIDE).write_bytes(b"s")
    (tmp_path / "site" / "images" / "out.png").symlink_to(tmp_path / OUTSIDE)
    assert find_picture(posts, "images/a.png") is not None
    assert find_picture(posts, "img/a.png") is not None
    assert find_picture(posts, "images/out.png") is None
    assert find_picture(posts, "../images/a.png") is None
    assert find_picture(posts, OUTSIDE) is None


@pytest.mark.parametrize("opened", ["source/_posts", "source/posts", "src/content/blog"])
def test_sources_of_a_site_opened_alone(tmp_path: Path, opened: str) -> None:
    posts = tmp_path / "site" / opened
    posts.mkdir(parents=True)
    beside = tmp_path / "site" / opened.partition("/")[0] / "images"
    beside.mkdir()
    (beside / "a.png").write_bytes(b"a")
    (tmp_path / "site" / "public").mkdir()
    (tmp_path / "site" / "public" / "b.png").write_bytes(b"b")
    (tmp_path / OUTSIDE).write_bytes(b"s")
    assert find_picture(posts, "images/a.png") is not None
    assert find_picture(posts, "b.png") is not None
    assert find_picture(posts, OUTSIDE) is None


def test_a_home_folder_is_nobodys_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "content").mkdir()
    (tmp_path / "private.png").write_bytes(b"p")
    assert find_picture(tmp_path / "content", "private.png") is None


def test_no_known_traversal_leaves(library: Path) -> None:
    folder = os.environ.get("BROADSHEET_VECTORS")
    if not folder:
        pytest.skip("BROADSHEET_VECTORS is not set")
    vectors = json.loads((Path(folder) / "paths_traversal.json").read_text(encoding="utf-8"))
    tried = 0
    for vector in vectors:
        for target in (OUTSIDE, "etc/passwd"):
            payload = vector["payload"].replace("{FILE}", target)
            for address in (payload, quote(payload), "images/" + payload):
                found = find_picture(library, address)
                assert found is None or found.is_relative_to(library.resolve()), address
                tried += 1
    assert tried > 1000


@given(st.text())
def test_a_relative_path_never_climbs(address: str) -> None:
    path = relative_path(address)
    if path is not None:
        assert not path.startswith(("/", "\\"))
        assert ".." not in path.split("/")
        assert "\0" not in path
