"""What a rescan decides, in single cases."""

import os
from datetime import UTC, datetime

from reader.library.scan import FileStat, Scan
from reader.library.scan_plan import MAX_POST_BYTES, Reread, Stored, plan


def file(path: str, size: int = 1, mtime: int = 1, ctime: int = 1) -> FileStat:
    return FileStat(path, size, mtime, ctime)


def test_newest_first_by_the_name_else_by_modification() -> None:
    march = int(datetime(2022, 3, 1, 12, tzinfo=UTC).timestamp() * 1e9)
    names = ["2022-01-05-a.md", "b.md", "posts/2023-1-1 c.md", "2022-02-31-d.md", "2022-04-01-e.md"]
    scan = Scan([file(name, mtime=march) for name in names])
    order = [found.path for found in plan({}, scan).new]
    assert order[:2] == ["posts/2023-1-1 c.md", "2022-04-01-e.md"]
    assert set(order[2:4]) == {"b.md", "2022-02-31-d.md"}
    assert order[4] == "2022-01-05-a.md"


def test_a_post_whose_times_changed_is_read_but_parsed_only_if_its_hash_differs() -> None:
    stored = {"a.md": Stored(1, 1, 1, b"hash")}
    to_do = plan(stored, Scan([file("a.md", mtime=2)]))
    assert to_do.reread == (Reread(file("a.md", mtime=2), b"hash", 1),)
    assert not to_do.new


def test_a_swap_by_rename_that_keeps_size_and_mtime_is_noticed() -> None:
    assert plan({"a.md": Stored(1, 1, 1, b"hash")}, Scan([file("a.md", ctime=2)])).reread


def test_a_file_in_doubt_is_read_again() -> None:
    assert plan({"a.md": Stored(1, 1, 0, b"hash")}, Scan([file("a.md")])).reread


def test_a_post_without_its_body_is_read_though_nothing_changed() -> None:
    to_do = plan({"a.md": Stored(1, 1, 1, b"", True, False)}, Scan([file("a.md")]))
    assert [each.file.path for each in to_do.reread] == ["a.md"]
    assert not to_do.new


def test_a_page_without_front_matter_is_not_opened_again() -> None:
    assert not plan({"a.html": Stored(1, 1, 1, b"", False)}, Scan([file("a.html")]))


def test_a_page_that_got_front_matter_is_new() -> None:
    to_do = plan({"a.html": Stored(1, 1, 1, b"", False)}, Scan([file("a.html", size=2)]))
    assert [found.path for found in to_do.new] == ["a.html"]


def test_a_huge_file_is_refused_once() -> None:
    huge = file("a.md", MAX_POST_BYTES + 1)
    ((refused, reason),) = plan({}, Scan([huge])).refused
    assert refused == huge
    assert "32 MB" in reason
    assert not plan({"a.md": Stored(*huge[1:], b"", False)}, Scan([huge]))


def test_an_unreadable_folder_is_told_of_once() -> None:
    scan = Scan([], {"private": os.strerror(13)})
    ((refused, reason),) = plan({}, scan).refused
    assert refused.path == "private"
    assert "Permission denied" in reason
    assert not plan({"private": Stored(*refused[1:], b"", False)}, scan)
