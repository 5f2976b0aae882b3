"""`broadsheetctl index`, as a script runs it."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.profile import Profile
from tests.helpers.indexing import Indexing, command, environment
from tests.helpers.libraries import dump, write

Done = subprocess.CompletedProcess[str]


def run(profile: Path, *arguments: str, inside: Sequence[str] = ()) -> Done:
    line = [*inside, *command(profile, "index", *arguments)]
    return subprocess.run(
        line, check=False, capture_output=True, text=True, env=environment(), timeout=120
    )


def test_a_folder_is_indexed_and_told_of_in_words(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    write(folder, "b.md", "---\ntitle: [\n---\n")
    done = run(profile, str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    problem, summary = done.stdout.splitlines()
    assert problem.startswith("b.md:3: ")
    assert summary.startswith("2 posts, 1 problems; ")


def test_json_is_one_event_a_line(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    done = run(profile, str(folder), "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events] == ["heads", "heads", "bodies", "bodies", "done"]


def test_strict_says_by_its_exit_code_that_there_were_problems(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    assert run(profile, str(folder), "--strict").returncode == 0
    write(folder, "b.md", "---\ntitle: [\n---\n")
    assert run(profile, str(folder), "--strict").returncode == 1
    assert run(profile, str(folder), "--strict").returncode == 1  # though nothing is new


@pytest.mark.parametrize("kind", ["missing", "a file", "circle"])
def test_no_such_folder_is_wrong_use(profile: Path, folder: Path, kind: str) -> None:
    named = folder / kind
    if kind == "a file":
        named.write_text("x", "utf-8")
    elif kind == "circle":
        named.symlink_to(named)
    done = run(profile, str(named))
    assert (done.returncode, done.stdout) == (2, "")
    assert str(named) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_index_that_cannot_be_written_is_a_fault_of_the_machine(
    profile: Path, folder: Path
) -> None:
    profile.mkdir()
    (profile / "cache").write_text("a file where a folder should be", "utf-8")
    done = run(profile, str(folder))
    assert (done.returncode, done.stdout) == (3, "")
    assert "cache" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("options", "word"), [("size=400k", "space"), ("ro", "written")])
def test_a_disk_that_is_full_or_read_only_is_named(
    profile: Path, folder: Path, options: str, word: str
) -> None:
    for number in range(300):
        write(folder, f"{number}.md")
    profile.mkdir()
    mount = f"mount -t tmpfs -o {options} tmpfs {profile} && exec " + '"$@"'
    inside = ("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh")
    try:
        subprocess.run((*inside, "true"), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nothing can be mounted here")
    done = run(profile, str(folder), inside=inside)
    assert done.returncode == 3
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_rebuild_begins_with_an_empty_index(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    run(profile, str(folder))
    done = run(profile, str(folder), "--rebuild", "--json")
    assert json.loads(done.stdout.splitlines()[0])["total"] == 1
    assert len(dump(Profile.under(profile).index_path(folder))["posts"]) == 1


def test_beside_a_window_it_tells_what_the_window_s_indexer_has(
    profile: Path, folder: Path
) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        done = run(profile, str(folder))
        assert (done.returncode, done.stdout[:8]) == (0, "1 posts,")
        refused = run(profile, str(folder), "--rebuild")
        assert refused.returncode == 3
        assert "Another Broadsheet" in refused.stderr


def test_hostile_modules_in_the_current_folder_are_not_imported(
    profile: Path, folder: Path
) -> None:
    """The workers' processes are started as the indexer itself is: without the current folder."""
    for name in ("yaml", "json", "selectolax", "frontmatter", "multiprocessing", "apsw"):
        (folder / f"{name}.py").write_text(
            f"import pathlib; pathlib.Path({str(folder / 'owned')!r}).touch()", "utf-8"
        )
    write(folder, "a.md")
    subprocess.run(
        command(profile, "index", str(folder)), check=True, cwd=folder, env=environment(),
        capture_output=True,
    )  # fmt: skip
    assert not (folder / "owned").exists()


def test_a_problem_is_told_without_anything_that_a_terminal_obeys(
    profile: Path, folder: Path
) -> None:
    write(folder, "a\x1b[31m.md", "---\ntitle: [\n---\n")
    with (folder / "large.md").open("wb") as large:
        large.truncate(33 << 20)
    done = run(profile, str(folder))
    told = sorted(done.stdout.splitlines()[:2])
    assert told[0].startswith("a\ufffd[31m.md:3: ")
    assert told[1] == "large.md: The file is 33 MB; posts over 32 MB are left out."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("trace", ["/dev/full", "/no/such/folder/trace.json"])
def test_a_trace_that_cannot_be_written_keeps_nobody_from_indexing(
    profile: Path, folder: Path, trace: str
) -> None:
    write(folder, "a.md")
    done = subprocess.run(
        command(profile, "index", str(folder)), check=False, capture_output=True, text=True,
        env=environment(BROADSHEET_TRACE=trace),
    )  # fmt: skip
    assert (done.returncode, done.stdout[:8]) == (0, "1 posts,")
    assert done.stderr.startswith("The trace cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


def test_an_endless_line_of_orders_costs_nothing(profile: Path, folder: Path) -> None:
    write(folder, "a.md")
    with Indexing(profile, folder) as indexing:
        indexing.wait("done")
        indexing.say("x" * (32 << 20))  # which took minutes
        write(folder, "b.md")
        indexing.wait("changes", added=1)
        indexing.say("rescan")
        code, seconds = indexing.end("stdin")
        assert code == 0
        assert seconds < 10
