"""Whole pages give their article."""

import os
import statistics

import pytest

from tests.bench.pages import folder_of_pages, measured


@pytest.mark.skipif("BROADSHEET_VECTORS" not in os.environ, reason="BROADSHEET_VECTORS is not set")
def test_whole_pages_give_their_article() -> None:
    pages = list(measured(folder_of_pages()))
    assert statistics.mean(page.f1 for page in pages) >= 0.98
    assert all(page.captions[0] >= page.captions[1] for page in pages)
