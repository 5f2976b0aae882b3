"""Faults that are made on purpose. A few of each in every run, all of them by packaging/faults."""

import os

import pytest


@pytest.fixture(scope="session")
def full() -> bool:
    """Return whether the full counts are wanted, however long they take."""
    return os.environ.get("BROADSHEET_FAULTS") == "full"
