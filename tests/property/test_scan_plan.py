"""Carrying out a scan plan makes what is stored what was found, whatever the two were."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.scan import FileStat, Scan
from reader.library.scan_plan import MAX_POST_BYTES, Stored, plan

PATHS = st.sampled_from([f"{folder}{name}.md" for folder in ("", "a/", "a/b/") for name in "xyz"])
SIZES = st.sampled_from([0, 1, MAX_POST_BYTES, MAX_POST_BYTES + 1])
TIMES = st.integers(0, 3)

FILES = st.lists(st.builds(FileStat, PATHS, SIZES, TIMES, TIMES), unique_by=lambda found: found[0])
UNREADABLE = st.dictionaries(st.sampled_from(["c", "d"]), st.just("no"))
STORED = st.dictionaries(
    PATHS | st.sampled_from(["c", "d"]),
    st.builds(
        Stored, SIZES | st.just(-1), TIMES, TIMES, st.just(b"hash"), st.booleans(), st.booleans()
    ),
)


def carried_out(stored: dict[str, Stored], scan: Scan) -> dict[str, tuple[int, int, int]]:
    """Return what is stored of each file after doing what the plan says."""
    to_do = plan(stored, scan)
    after = {path: known[:3] for path, known in stored.items() if path not in to_do.removed}
    after |= {reread.file.path: reread.file[1:] for reread in to_do.reread}
    after |= {file.path: file[1:] for file, _ in to_do.refused}
    return after


@given(STORED, FILES, UNREADABLE)
def test_a_plan_makes_the_index_what_was_found(
    stored: dict[str, Stored], files: list[FileStat], unreadable: dict[str, str]
) -> None:
    expected = {file.path: file[1:] for file in files} | dict.fromkeys(unreadable, (-1, 0, 0))
    after = carried_out(stored, Scan(files, unreadable))
    assert after.keys() == expected.keys()
    wrong = {path for path, status in after.items() if status != expected[path]}
    assert wrong <= set(unreadable)


@given(STORED, FILES)
def test_a_plan_reads_every_file_that_may_differ_and_no_other(
    stored: dict[str, Stored], files: list[FileStat]
) -> None:
    reread = {each.file.path for each in plan(stored, Scan(files)).reread}
    for file in files:
        known = stored.get(file.path)
        same = known is not None and known.body_done and file[1:] == known[:3]
        assert (file.path in reread) == (not same and file.size <= MAX_POST_BYTES)


@given(STORED, FILES)
def test_what_is_new_is_reread_too_and_never_by_hash(
    stored: dict[str, Stored], files: list[FileStat]
) -> None:
    to_do = plan(stored, Scan(files))
    by_path = {each.file.path: each for each in to_do.reread}
    assert all(by_path[file.path].content_hash == b"" for file in to_do.new)


@given(STORED, FILES)
def test_nothing_is_removed_where_the_disk_fails(
    stored: dict[str, Stored], files: list[FileStat]
) -> None:
    scan = Scan(files, {"a": "Input/output error"}, ["a"])
    assert not any(path.startswith("a/") for path in plan(stored, scan).removed)
    assert not plan(stored, Scan(files, {"": "Input/output error"}, [""])).removed


@given(FILES)
def test_once_carried_out_there_is_nothing_to_do(files: list[FileStat]) -> None:
    stored = {file.path: Stored(*file[1:]) for file in files}
    assert not plan(stored, Scan(files))
