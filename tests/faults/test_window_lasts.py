"""The window, for a long time: pages killed, articles and starts by the thousand.

Each window is a process of its own, so that an abort, or a word of Qt's, is seen as it is.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.small_library import write_post
from tests.helpers.unexpected import unexpected

GROWTH = 50 * 1024 * 1024  # bytes
SEED = 20221123

pytestmark = pytest.mark.window


@pytest.fixture
def library(tmp_path: Path, full: bool) -> Path:
    """Return a folder of posts that each say whose words they are."""
    folder = tmp_path / "library"
    for number in range(200 if full else 12):
        name = f"{number:03}.md"
        body = "\n\n".join([f"The word of {name}", *["Many words. " * 40] * (number % 7)])
        write_post(folder, name, title=name, day=f"2022-02-{number % 28 + 1:02}", body=body)
    return folder


def lasting(what: str, times: int, profile: Path, folder: Path) -> str:
    """Return what a window that is treated so prints; fails where Qt or the system complains."""
    command = [sys.executable, "-m", "tests.helpers.lasting_window", what, str(times)]
    command += ["--profile", str(profile), str(folder)]
    environment = os.environ | {"QT_MESSAGE_PATTERN": "%{type}: %{message}"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert unexpected(done.stderr) == []
    return done.stdout


def seen(what: str, times: int, profile: Path, folder: Path) -> dict[str, Any]:
    """Return the JSON value that the window prints."""
    return json.loads(lasting(what, times, profile, folder))


def test_a_page_killed_again_and_again_comes_back_within_a_second(
    library: Path, profile: Path, full: bool
) -> None:
    report = seen("kills", 50 if full else 1, profile, library)
    assert report["wrong"] == []
    assert max(report["lasted"]) < (1.0 if full else 5.0)  # other tests run beside the few


def test_the_pane_never_shows_another_posts_text(library: Path, profile: Path, full: bool) -> None:
    report = seen("failures", 400 if full else 6, profile, library)
    assert report["wrong"] == []


def test_going_from_article_to_article_leaves_nothing_behind(
    library: Path, profile: Path, full: bool
) -> None:
    report = seen("switches", 10_000 if full else 30, profile, library)
    assert report["wrong"] == []
    grown = [
        after - before for before, after in zip(report["before"], report["after"], strict=True)
    ]
    assert max(grown) < GROWTH


def test_starts_and_quits_whenever_it_is_asked_to(
    library: Path, profile: Path, tmp_path: Path, full: bool
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - to come out the same again
    for _ in range(150 if full else 1):
        lasting("start", chance.randrange(3_000 if full else 300), profile, library)
    for number in range(50 if full else 1):  # while it is being indexed for the first time
        fresh = tmp_path / f"profile-{number}"
        lasting("start", chance.randrange(3_000 if full else 300), fresh, library)
