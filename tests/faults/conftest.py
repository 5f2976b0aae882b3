"""Faults that are made on purpose. A few of each in every run, all of them by packaging/faults."""

import os
from pathlib import Path

import pytest

from reader.profile import Profile
from tests.helpers.libraries import post, write


@pytest.fixture(scope="session")
def full() -> bool:
    """Return whether the full counts are wanted, however long they take."""
    return os.environ.get("BROADSHEET_FAULTS") == "full"


@pytest.fixture
def twenty_posts(folder: Path) -> None:
    """Write twenty posts into the library, in three folders."""
    for number in range(20):
        write(folder, f"{number % 3}/{number}.md", post(f"Title {number}", f"words {number}"))


@pytest.fixture
def index(profile: Path, folder: Path) -> Path:
    """Return where the index of the library is."""
    return Profile.under(profile).index_path(folder)
