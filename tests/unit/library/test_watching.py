"""An indexer that stays: what it notices, and how it ends. Real processes, real files."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.database import open_index_for_reading
from reader.profile import Profile
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import dump, index_once, post, write


def assert_as_fresh(profile: Path, folder: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh" / "index.db"
    index_once(folder, fresh)
    assert dump(Profile.under(profile).index_path(folder)) == dump(fresh)


def wait_for_bodies(profile: Path, folder: Path) -> None:
    index = open_index_for_reading(Profile.under(profile).index_path(folder))
    deadline = time.monotonic() + 60
    while index.execute("SELECT EXISTS (SELECT 1 FROM posts WHERE NOT body_done)").get:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    index.close()


def test_files_that_come_change_and_go_are_noticed(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        assert indexing.wait("done")["posts"] == 1
        write(folder, "b.md")
        assert indexing.wait("changes", added=1)["paths"] == ["b.md"]
        write(folder, "b.md", post("Changed"))
        indexing.wait("changes", changed=1, added=0)
        (folder / "b.md").rename(folder / "c.md")
        change = indexing.wait("changes", added=1, removed=1)
        assert change["paths"] == ["c.md", "b.md"]
        (folder / "a.md").unlink()
        assert indexing.wait("changes", removed=1)["posts"] == 1
        assert indexing.end("stdin")[0] == 0
    assert_as_fresh(profile, folder, tmp_path)


def test_a_new_file_shows_soon_after_it_was_closed(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        waits: list[float] = []
        for number in range(5):
            time.sleep(0.3)
            write(folder, f"new{number}.md")
            began = time.monotonic()
            indexing.wait("changes", added=1)
            waits.append(time.monotonic() - began)
    assert sorted(waits)[2] < 1.0  # 0.2 s on a machine that does nothing else; see tests/bench


def test_folders_that_come_move_and_go_are_noticed(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    for number in range(5):
        write(other, f"deep/er/{number}.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        shutil.move(other, folder / "in")
        indexing.wait("changes", posts=5)
        (folder / "in").rename(folder / "moved")
        indexing.wait("changes", added=5, removed=5)
        write(folder, "moved/deep/er/new.md")  # the moved folder is still watched
        assert indexing.wait("changes", added=1)["paths"] == ["moved/deep/er/new.md"]
        shutil.move(folder / "moved" / "deep", tmp_path / "out")
        indexing.wait("changes", posts=0)
        write(tmp_path / "out", "er/elsewhere.md")  # and this one no longer
        write(folder, "here.md")
        assert indexing.wait("changes")["paths"] == ["here.md"]
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_atomic_saves_and_temporary_files_are_one_change(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        (folder / "a.md~").write_text("backup", "utf-8")
        (folder / ".a.md.swp").write_text("swap", "utf-8")
        write(folder, "a.md.tmp", post("Saved")).replace(folder / "a.md")
        change = indexing.wait("changes")
        assert (change["added"], change["changed"], change["removed"]) == (0, 1, 0)
        assert not [event for event in indexing.quiet(1.0) if event["event"] == "changes"]


def save_as_vim(file: Path) -> None:
    write(file.parent, "4913", "").unlink()
    write(file.parent, f".{file.name}.swp", "swap")
    file.rename(f"{file}~")
    time.sleep(0.1)  # a slow disk
    write(file.parent, file.name, post("Saved"))
    Path(f"{file}~").unlink()


def save_as_emacs(file: Path) -> None:
    (file.parent / f".#{file.name}").symlink_to("someone@here.1234")
    write(file.parent, f"#{file.name}#", post("Saved by itself"))
    shutil.copy2(file, f"{file}~")
    write(file.parent, file.name, post("Saved"))
    (file.parent / f"#{file.name}#").unlink()
    (file.parent / f".#{file.name}").unlink()


def save_as_word(file: Path) -> None:
    write(file.parent, f"~${file.name}", "someone")
    written = write(file.parent, "~WRD0001.tmp", post("Saved"))
    aside = file.with_name("~WRL0002.tmp")
    file.rename(aside)
    time.sleep(0.1)
    written.rename(file)
    aside.unlink()
    (file.parent / f"~${file.name}").unlink()


def save_in_place(file: Path) -> None:
    with file.open("w", encoding="utf-8") as opened:
        opened.flush()
        time.sleep(0.2)  # it is empty for a while
        opened.write(post("Saved"))


def receive(file: Path) -> None:
    write(file.parent, f".syncthing.{file.name}.tmp", post("Saved")).replace(file)


@pytest.mark.parametrize("save", [save_as_vim, save_as_emacs, save_as_word, save_in_place, receive])
def test_however_a_file_is_saved_it_is_one_change(
    profile: Path, folder: Path, save: Callable[[Path], None]
) -> None:
    file = write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        save(file)
        change = indexing.wait("changes")
        assert (change["paths"], change["changed"]) == (["a.md"], 1)
        told = [event for event in indexing.quiet(1.0) if event["event"] == "changes"]
        assert not told


def test_what_moves_is_never_gone_in_between(profile: Path, folder: Path, tmp_path: Path) -> None:
    for number in range(50):
        write(folder, f"one/{number}.md")
        write(folder, f"other/{number}.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        (folder / "one/1.md").rename(folder / "other/new.md")
        change = indexing.wait("changes")
        assert change["paths"] == ["other/new.md", "one/1.md"]
        (folder / "one/2.md").rename(folder / "one/2.MD")
        assert indexing.wait("changes")["paths"] == ["one/2.MD", "one/2.md"]
        (folder / "one").rename(folder / "in")
        change = indexing.wait("changes")
        assert (change["added"], change["removed"]) == (49, 49)
        (folder / "in").rename(folder / "aside")
        (folder / "other").rename(folder / "in")
        (folder / "aside").rename(folder / "other")
        change = indexing.wait("changes")
        assert (change["posts"], change["changed"]) == (100, 96)
        indexing.settle()
        changes = [event for event in indexing.events if event["event"] == "changes"]
        assert {event["posts"] for event in changes} == {100}
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_another_folder_in_the_library_s_place_is_read(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    """As after a restore; whether or not anything was missing for a moment."""
    write(folder, "a.md")
    write(tmp_path / "other", "b.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        folder.rename(tmp_path / "before")
        (tmp_path / "other").rename(folder)
        indexing.wait("changes", added=1)
        indexing.settle()
        write(folder, "c.md")  # and it is watched
        assert indexing.wait("changes")["paths"] == ["c.md"]
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_an_unmounted_library_is_kept_and_comes_back(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    write(disk, "a.md")
    mount = ("mount", "--bind", str(disk), str(folder))
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        with Indexing(profile, folder) as indexing:
            indexing.wait("done", posts=1)
            subprocess.run(("umount", str(folder)), check=True)
            indexing.wait("folder-lost", 20)
            write(disk, "b.md")
            subprocess.run(mount, check=True)
            indexing.wait("folder-back", 20)
            assert indexing.wait("changes", added=1)["posts"] == 2
            write(folder, "c.md")
            assert indexing.wait("changes")["paths"] == ["c.md"]
            indexing.end("stdin")
    finally:
        subprocess.run(("umount", str(folder)), check=False)


def test_a_library_whose_parent_is_renamed_is_lost_and_comes_back(
    profile: Path, tmp_path: Path
) -> None:
    """Of that the system tells nobody who watches the library itself."""
    folder = tmp_path / "parent" / "library"
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        (tmp_path / "parent").rename(tmp_path / "elsewhere")
        indexing.wait("folder-lost", 10)
        (tmp_path / "elsewhere").rename(tmp_path / "parent")
        indexing.wait("folder-back", 10)
        write(folder, "b.md")
        assert indexing.wait("changes")["paths"] == ["b.md"]
        indexing.end("stdin")


def test_what_does_not_count_is_not_noticed(profile: Path, folder: Path) -> None:
    (folder / ".git").mkdir()
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        write(folder, ".git/a.md")
        write(folder, "_site/b.html")
        write(folder, "c.png", "no post")
        assert indexing.quiet(1.0) == []


def test_many_changes_settle(profile: Path, folder: Path, tmp_path: Path) -> None:
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        for number in range(3000):
            write(folder, f"{number % 40}/{number}.md")
        for number in range(0, 3000, 2):
            (folder / f"{number % 40}/{number}.md").unlink()
        indexing.wait_until(lambda event: event.get("posts") == 1500, 120)
        wait_for_bodies(profile, folder)
        indexing.quiet(3.0)
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_rescan_finds_what_no_event_told(profile: Path, folder: Path) -> None:
    file = write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        indexing.say("rescan")
        assert indexing.quiet(0.5) == []
        indexing.say("unknown words")
        with file.open("r+b", buffering=0) as written:  # not closed: no event comes
            written.write(post("Written").encode())
            indexing.say("rescan")
            indexing.wait("changes", changed=1)


@pytest.mark.parametrize("how", ["stdin", "SIGTERM", "SIGINT"])
def test_it_ends_within_a_second_while_watching(profile: Path, folder: Path, how: str) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        code, seconds = indexing.end(how)
    assert code == 0
    assert seconds < 2.0  # 0.1 s on a machine that does nothing else


@pytest.mark.parametrize("how", ["stdin", "SIGTERM"])
def test_it_ends_within_a_second_while_indexing(
    profile: Path, folder: Path, tmp_path: Path, how: str
) -> None:
    for number in range(3000):
        write(folder, f"{number}.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("bodies")
        code, seconds = indexing.end(how)
        assert indexing.complaints == ""
    assert code == 0
    assert seconds < 3.0
    with Indexing(profile, folder) as indexing:
        indexing.wait("done", posts=3000)
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_a_killed_indexer_leaves_a_sound_index_and_no_orphans(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    for number in range(1500):
        write(folder, f"{number}.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("bodies")
        indexing.kill()
    with Indexing(profile, folder) as indexing:
        indexing.wait("done", posts=1500)
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_a_lost_folder_is_told_of_kept_and_waited_for(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    write(folder, "a.md")
    away = tmp_path / "away"
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        folder.rename(away)
        indexing.wait("folder-lost")
        assert len(dump(Profile.under(profile).index_path(folder))["posts"]) == 1
        write(away, "b.md")
        away.rename(folder)
        indexing.wait("folder-back")
        assert indexing.wait("changes")["paths"] == ["b.md"]
        write(folder, "c.md")
        assert indexing.wait("changes")["paths"] == ["c.md"]
        indexing.end("stdin")
    assert_as_fresh(profile, folder, tmp_path)


def test_a_second_window_follows_and_takes_over(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as first:
        first.wait("done")
        with Indexing(profile, folder) as second:
            assert second.wait("done")["posts"] == 1
            write(folder, "b.md")
            assert second.wait("changes")["posts"] == 2
            first.end("stdin")
            assert second.wait("done")["posts"] == 2
            write(folder, "c.md")
            assert second.wait("changes")["paths"] == ["c.md"]
            assert second.end("stdin")[0] == 0


@pytest.mark.parametrize(("limit", "most"), [("instances", 0), ("watches", 3)])
def test_where_nothing_can_be_watched_it_says_so_once_and_polls(
    profile: Path, folder: Path, limit: str, most: int
) -> None:
    """In a user namespace of its own, so that nobody else feels the limit."""
    for number in range(10):
        write(folder, f"{number}/a.md")
    lower = f"echo {most} > /proc/sys/user/max_inotify_{limit} && exec " + '"$@"'
    inside = ("unshare", "--map-root-user", "sh", "-c", lower, "sh")
    try:
        subprocess.run((*inside, "true"), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no user namespaces here")
    with Indexing(profile, folder, inside=inside) as indexing:
        indexing.wait("done")
        write(folder, "9/new.md")
        indexing.wait("changes", added=1)
        (told,) = [event for event in indexing.events if event["event"] == "polling"]
        assert "limit" in told["reason"]
