"""Systems that watch few folders, or none: said once, and looked for instead."""

import subprocess
from pathlib import Path

import pytest

from reader.profile import Profile
from tests.helpers.churn import Churn
from tests.helpers.indexing import Indexing
from tests.helpers.libraries import write
from tests.helpers.same_index import differences_in_the_end

SEED = 20221125


def limited(limit: str, most: int) -> tuple[str, ...]:
    """Return a command that runs another in a user namespace of its own, which has this limit."""
    lower = f"echo {most} > /proc/sys/user/max_inotify_{limit} && exec " + '"$@"'
    inside = ("unshare", "--map-root-user", "sh", "-c", lower, "sh")
    try:
        subprocess.run((*inside, "true"), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no user namespaces here")
    return inside


@pytest.mark.parametrize(("limit", "most"), [("watches", 100), ("watches", 0), ("instances", 0)])
def test_no_change_is_missed_where_little_can_be_watched(
    tmp_path: Path, limit: str, most: int
) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    for number in range(120):
        write(folder, f"folder-{number}/a.md")
    with Indexing(profile, folder, inside=limited(limit, most)) as indexing:
        indexing.wait("done")
        Churn(folder, SEED).make(300)
        write(folder, "folder-119/new.md")
        indexing.wait("changes", 20)
        index = Profile.under(profile).index_path(folder)
        found = differences_in_the_end(index, folder, tmp_path / "scratch")
        assert found == [], f"seed {SEED}"
        polling = [event["reason"] for event in indexing.events if event["event"] == "polling"]
        assert len(polling) == 1
        assert "limit" in polling[0]
        assert indexing.complaints == ""
        assert indexing.end("stdin")[0] == 0


def test_a_limit_that_is_reached_later_is_said_once_too(tmp_path: Path) -> None:
    folder, profile = tmp_path / "library", tmp_path / "profile"
    write(folder, "a.md")
    with Indexing(profile, folder, inside=limited("watches", 100)) as indexing:
        indexing.wait("done")
        for number in range(120):
            write(folder, f"folder-{number}/a.md")
        indexing.wait_until(lambda event: event.get("posts") == 121)
        write(folder, "folder-119/new.md")
        indexing.wait_until(lambda event: event.get("posts") == 122)
        folder.rename(tmp_path / "away")
        indexing.wait("folder-lost")
        (tmp_path / "away").rename(folder)
        write(folder, "folder-118/new.md")
        indexing.wait_until(lambda event: event.get("posts") == 123)
        assert [event["event"] for event in indexing.events].count("polling") == 1
        assert indexing.end("stdin")[0] == 0
