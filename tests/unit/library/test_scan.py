"""Which files a scan finds."""

import os
import socket
from pathlib import Path

import pytest

from reader.library.scan import Scanner


def found(folder: Path) -> list[str]:
    """Return the paths that a whole scan finds."""
    return sorted(file.path for file in Scanner(folder).whole().files)


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x", "utf-8")


def test_only_files_named_like_posts_count(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.MARKDOWN", "c/d.html", "e.txt", "f.pdf", "g", "h.md~", "i.mkd")
    assert found(tmp_path) == ["a.md", "b.MARKDOWN", "c/d.html", "e.txt", "i.mkd"]


def test_hidden_and_generated_folders_do_not_count(tmp_path: Path) -> None:
    write(tmp_path, "_posts/a.md", ".git/b.md", "_site/c.html", "x/node_modules/d.md", ".e.md")
    assert found(tmp_path) == ["_posts/a.md"]


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    library = tmp_path / "library"
    write(tmp_path, "secret/a.md", "library/b.md")
    (library / "file.md").symlink_to(tmp_path / "secret/a.md")
    (library / "folder").symlink_to(tmp_path / "secret")
    (library / "up.md").symlink_to("../secret/a.md")
    assert found(library) == ["b.md"]


def test_no_link_leads_round_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, "a/b.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "me.md").symlink_to("me.md")
    (tmp_path / "this.md").symlink_to("that.md")
    (tmp_path / "that.md").symlink_to("this.md")
    assert found(tmp_path) == ["a/b.md"]


def test_a_link_to_what_is_found_anyway_is_no_second_post(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "latest.md").symlink_to("a.md")
    assert found(tmp_path) == ["a.md"]


def test_a_link_to_a_file_kept_in_a_hidden_folder_is_a_post(tmp_path: Path) -> None:
    """As git-annex keeps them."""
    write(tmp_path, ".git/annex/objects/9f/key")
    (tmp_path / "a.md").symlink_to(".git/annex/objects/9f/key")
    assert found(tmp_path) == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
def test_what_is_no_regular_file_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.md")
        (tmp_path / "device.md").symlink_to("/dev/zero")
        (tmp_path / "folder.md").mkdir()
        assert found(tmp_path) == []


def test_names_may_be_anything(tmp_path: Path) -> None:
    names = [b"\xff\xfe.md", "\n\u202e🎈.md".encode(), b"n" * 252 + b".md"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("x", "utf-8")
    assert len(found(tmp_path)) == len(names)


def test_a_folder_two_hundred_deep_is_reached(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 200)
    write(tmp_path, f"{deep}/a.md")
    assert found(tmp_path) == [f"{deep}/a.md"]


def test_each_folder_is_announced_before_it_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.md", ".git/d.md")
    entered: list[str] = []

    def enter(path: str, system_path: str) -> None:
        write(Path(system_path), "late.md")  # what comes then is still seen
        entered.append(path)

    scan = Scanner(tmp_path, enter).whole()
    assert sorted(entered) == ["", "a", "a/b"]
    assert {"late.md", "a/late.md", "a/b/late.md"} < {file.path for file in scan.files}


def test_single_paths_are_looked_at_and_what_is_below_them(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.md", "c/d.md", "c/e/f.md", ".git/g.md")
    scan = Scanner(tmp_path).paths(["a.md", "gone.md", "c", ".git", "\0"])
    assert sorted(file.path for file in scan.files) == ["a.md", "c/d.md", "c/e/f.md"]


def test_a_lost_folder_is_an_error(tmp_path: Path) -> None:
    library = tmp_path / "library"
    write(library, "a.md")
    scanner = Scanner(library)
    library.rename(tmp_path / "elsewhere")
    with pytest.raises(FileNotFoundError):
        scanner.whole()
    with pytest.raises(FileNotFoundError):
        scanner.paths(["a.md"])


def test_what_changes_while_everything_is_looked_through_is_found_as_it_is_in_the_end(
    tmp_path: Path,
) -> None:
    for name in ("first/a.md", "first/gone.md", "second/b.md"):
        write(tmp_path, name)
    entered: list[str] = []

    def entering(path: str, system_path: str) -> None:
        entered.append(path)
        if len(entered) == 3:  # one of both folders is done
            done = tmp_path / entered[1]
            for file in list(done.iterdir()):
                file.rename(done.parent / f"moved-{file.name}")
            write(done, "new.md")
            scanner.paths([entered[1]])

    scanner = Scanner(tmp_path, entering)
    found = {file.path for file in scanner.whole().files}
    assert f"{entered[1]}/new.md" in found
    assert not {f"{entered[1]}/{name}" for name in ("a.md", "gone.md", "b.md")} & found
    assert not scanner.whole().unreadable


def test_another_folder_in_its_place_counts_once_there_is_something_in_it(tmp_path: Path) -> None:
    """As when a disk is unmounted, and mounted again."""
    tmp_path /= "library"
    tmp_path.mkdir()
    scanner = Scanner(tmp_path)
    scanner.whole()
    tmp_path.rename(tmp_path.with_name("elsewhere"))
    tmp_path.mkdir()
    with pytest.raises(FileNotFoundError):
        scanner.whole()
    write(tmp_path, "a.md")
    assert len(scanner.whole().files) == 1
    (tmp_path / "a.md").unlink()
    assert scanner.whole().files == []
