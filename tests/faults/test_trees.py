"""Folders as nobody would make them, but somebody unpacks them."""

import os
import socket
import stat
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.helpers.indexing import Indexing, command, environment
from tests.helpers.libraries import post, write
from tests.helpers.post_files import payload, vectors, vectors_folder
from tests.helpers.same_index import differences

MEMORY = 1 << 30  # bytes of address space, where it is bounded
NAMES = [
    "new\nline.md",
    "\n.md",
    "tab\tand\rreturn.md",
    "emoji 😀👩‍👩‍👧.md",
    "bidi \u202egnp.md",
    "isolate \u2066a\u2069.md",
    "zero\u200bwidth.md",
    "nul\\x00.md",
    "quo\"te's.md",
    "-n.md",
    "--help.md",
    "*?[a].md",
    "%s %n %2F.md",
    "a\\b.md",
    "con.md",
    " leading and trailing .md",
    "e\u0301.md",
    "\u00e9.md",
    "語" * 83 + "aab.md",
    "x" * 252 + ".md",
]
RAW_NAMES = [b"latin-1 \xe9.md", b"\xff\xfe.md", b"cut \xe6\x96.md", b"surrogate \xed\xa0\x80.md"]


def told_of(profile: Path, folder: Path, inside: Sequence[str] = ()) -> str:
    """Index as a script does; return what was printed. Fails where anything went wrong."""
    line = [*inside, *command(profile, "index", str(folder))]
    done = subprocess.run(line, capture_output=True, env=environment(), check=False)
    told = done.stdout.decode("utf-8", "replace")
    complaints = done.stderr.decode("utf-8", "replace")
    assert (done.returncode, complaints) == (0, ""), complaints
    assert "Broadsheet failed" not in told, told
    assert "ended the program" not in told, told
    return told


def test_very_many_files_in_one_folder(
    profile: Path, folder: Path, index: Path, tmp_path: Path, full: bool
) -> None:
    count = 100_000 if full else 1000
    for number in range(count):
        (folder / f"{number}.md").write_bytes(post(f"Title {number}", "body").encode())
    with Indexing(profile, folder) as indexing:
        assert indexing.wait("done", 900)["posts"] == count
        indexing.settle()
        began = time.monotonic()
        write(folder, "one-more.md")
        indexing.wait("changes", added=1)
        print(f"\none more beside {count} files: {(time.monotonic() - began) * 1000:.0f} ms")
        assert indexing.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


def test_folders_in_folders(profile: Path, folder: Path, index: Path, tmp_path: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    try:  # step by step, for the whole path is longer than the system takes
        for depth in range(200):
            name = f"{depth:03}" * (1 if depth % 4 else 80)
            os.mkdir(name, dir_fd=here)
            below = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
            with open(os.open("a.md", os.O_WRONLY | os.O_CREAT, dir_fd=here), "wb") as file:
                file.write(post(f"Depth {depth}").encode())
    finally:
        os.close(here)
    told = told_of(profile, folder)
    assert "can" in told  # what lies too deep for the system is named
    assert differences(index, folder, tmp_path / "scratch") == []


def test_two_hundred_folders_deep(profile: Path, folder: Path, index: Path, tmp_path: Path) -> None:
    deepest = folder.joinpath(*("d" for _ in range(200)))
    write(deepest, "a.md")
    with Indexing(profile, folder) as indexing:
        assert indexing.wait("done")["posts"] == 1
        write(deepest, "b.md")
        assert indexing.wait("changes")["paths"] == ["d/" * 200 + "b.md"]
        (folder / "d").rename(folder / "e")
        indexing.wait("changes", added=2, removed=2)
        assert indexing.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


def test_names_of_every_kind(profile: Path, folder: Path, index: Path, tmp_path: Path) -> None:
    text = post().encode()
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        for name in [*map(os.fsencode, NAMES), *RAW_NAMES]:
            place = os.path.join(os.fsencode(folder), name)
            with open(place, "wb") as file:
                file.write(text)
            os.mkdir(os.path.join(os.fsencode(folder), name[:240] + b" folder"))
            with open(os.path.join(place[: len(os.fsencode(folder)) + 1], name[:240] + b" folder",
                                   b"a.md"), "wb") as file:  # fmt: skip
                file.write(text)
        indexing.settle()
        posts = [event["posts"] for event in indexing.events if "posts" in event][-1]
        assert posts == 2 * (len(NAMES) + len(RAW_NAMES))
        assert indexing.end("stdin")[0] == 0
    told_of(profile, folder)
    assert differences(index, folder, tmp_path / "scratch") == []


def test_what_is_no_file(profile: Path, folder: Path, index: Path, tmp_path: Path) -> None:
    """Links in circles, pipes, sockets and devices, named as posts are: none is opened."""
    write(folder, "in/a.md")
    (folder / "circle").symlink_to(folder)
    (folder / "in" / "up").symlink_to("..")
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "one.md").symlink_to("other.md")
    (folder / "other.md").symlink_to("one.md")
    (folder / "nowhere.md").symlink_to("/nowhere/at/all")
    (folder / "outside.md").symlink_to("/etc/hostname")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "of a folder.md").symlink_to("in")
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket.md"))
    for name, kind, device in (("disk.md", stat.S_IFBLK, (7, 0)), ("null.md", stat.S_IFCHR, (1, 3)),
                               ("zeros.md", stat.S_IFCHR, (1, 5))):  # fmt: skip
        try:
            os.mknod(folder / name, kind | 0o644, os.makedev(*device))
        except PermissionError:
            continue
    with Indexing(profile, folder) as indexing:
        assert indexing.wait("done")["posts"] == 1
        os.mkfifo(folder / "later.md")
        (folder / "back.md").symlink_to("in")
        (folder / "in" / "a.md").rename(folder / "b.md")
        os.mkfifo(folder / "in" / "a.md")
        change = indexing.wait("changes")
        assert (change["paths"], change["posts"]) == (["b.md", "in/a.md"], 1)
        assert indexing.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


def test_a_file_that_becomes_something_else_and_back(profile: Path, folder: Path) -> None:
    place = write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        place.unlink()
        write(place, "inside.md")
        change = indexing.wait_until(lambda event: "a.md/inside.md" in event.get("paths", ()))
        assert change["posts"] == 1
        (place / "inside.md").unlink()
        place.rmdir()
        write(folder, "a.md")
        indexing.wait_until(lambda event: "a.md" in event.get("paths", ()))
        place.unlink()
        place.symlink_to("target.bin")
        write(folder, "target.bin", post("Behind a link"))
        indexing.say("rescan")
        indexing.settle()
        assert [event["posts"] for event in indexing.events if "posts" in event][-1] == 1
        assert indexing.end("stdin")[0] == 0


def test_files_and_folders_that_may_not_be_read(
    profile: Path, folder: Path, index: Path, tmp_path: Path
) -> None:
    """Root, who may read everything, gives up that right."""
    write(folder, "open.md")
    write(folder, "closed.md").chmod(0)
    write(folder, "closed folder/a.md")
    write(folder, "unlisted/a.md")
    (folder / "closed folder").chmod(0)
    (folder / "unlisted").chmod(0o300)
    rights = "-dac_override,-dac_read_search"
    inside = ("setpriv", f"--bounding-set={rights}") if os.geteuid() == 0 else ()
    with Indexing(profile, folder, inside) as indexing:
        done = indexing.wait("done")
        assert (done["posts"], done["problems"]) == (1, 3)
        (folder / "closed.md").chmod(0o644)
        indexing.wait("changes", added=1, posts=2)
        (folder / "closed folder").chmod(0o755)
        indexing.wait("changes", added=1, posts=3)
        (folder / "unlisted").chmod(0o755)
        indexing.wait("changes", added=1, posts=4, problems=0)
        folder.chmod(0)
        indexing.wait("folder-lost")
        folder.chmod(0o755)
        indexing.wait("folder-back")
        indexing.settle()
        assert indexing.complaints == ""
        assert indexing.end("stdin")[0] == 0
    assert differences(index, folder, tmp_path / "scratch") == []


@pytest.mark.parametrize("memory", [None, MEMORY])
def test_hostile_front_matter_and_odd_encodings(
    profile: Path, folder: Path, full: bool, memory: int | None
) -> None:
    count = 0
    names = ["fm_jekyll_posts", "fm_mdit_py", "fm_python_frontmatter", "yaml_bombs"]
    for name in names + (["strings_blns", "paths_traversal"] if full else []):
        (folder / name).mkdir()
        for number, case in enumerate(vectors(f"{name}.json")):
            data = payload(case)
            (folder / name / f"{number}.md").write_bytes(data)
            (folder / name / f"{number}-title.md").write_bytes(b"---\ntitle: " + data + b"\n---\n")
            count += 2
    for file in (vectors_folder() / "encodings").rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            (folder / f"{count}.md").write_bytes(data)
            (folder / f"{count}.html").write_bytes(b"---\ntitle: x\n---\n" + data)
            count += 1
    inside = () if memory is None else ("prlimit", f"--as={memory}")
    told = told_of(profile, folder, inside)
    assert "posts, " in told
    again = told_of(profile, folder).splitlines()[-1]
    assert again.split(" posts")[0] in told  # nothing comes after
