"""Faults that are made on purpose. A few of each in every run, all of them by packaging/faults."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def full() -> bool:
    """Return whether the full counts are wanted, however long they take."""
    return os.environ.get("BROADSHEET_FAULTS") == "full"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where cache, data and settings of the test's programs go."""
    return tmp_path / "profile"
