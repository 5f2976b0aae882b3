"""Where the programs of a test keep what they keep."""

from pathlib import Path

import pytest


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where cache, data and settings go; nothing is there yet."""
    return tmp_path / "profile"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty library."""
    made = tmp_path / "library"
    made.mkdir()
    return made
